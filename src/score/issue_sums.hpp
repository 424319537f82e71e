// What an issue adds to, when it is over, and what counts as resolved by the first contact: truly,
// as marked, as measured.
#pragma once

#include <array>
#include <cstdint>

#include "holdline/record/facts.hpp"
#include "holdline/score/metric.hpp"

namespace holdline {

/// An issue and what several sums take from it: judged once.
struct JudgedIssue {
  const IssueRecord& record;
  bool is_resolved_first;  ///< by the first contact, passed on or not
  bool is_silent;          ///< answered, and she did not come again within the window
  bool has_due_time;
  double penalty;  ///< if it is late [money]
};

/// Handed to the right people in the same call is still the first contact; handed to another tier,
/// which takes it up later, is not.
[[nodiscard]] inline bool is_resolved_first(const IssueRecord& issue) {
  return issue.outcome == IssueOutcome::resolved && issue.escalations == 0 &&
         issue.contacts == issue.transfers + 1;
}

/// What a centre sees of it that does not know: somebody answered, and she did not come again.
[[nodiscard]] inline bool is_silent(const IssueRecord& issue, Duration fcr_window) {
  const bool was_answered = issue.served > 0 || issue.resolved_by_machine;
  return was_answered &&
         (issue.second_contact == kNever || issue.second_contact - issue.opened > fcr_window);
}

/// `has_due_time` and `penalty` are of its type.
[[nodiscard]] inline JudgedIssue judge(const IssueRecord& issue, Duration fcr_window,
                                       bool has_due_time, double penalty) {
  return {issue, is_resolved_first(issue), is_silent(issue, fcr_window), has_due_time, penalty};
}

/// Issues of one source or segment, opened in one interval. [us] where it is a time.
struct IssueSums {
  std::array<std::int64_t, kIssueOutcomeCount> outcomes{};
  std::int64_t resolved_first = 0;
  std::int64_t marked_first = 0;  ///< as resolved
  std::int64_t silent = 0;
  std::int64_t contacts = 0;
  std::int64_t redials = 0;
  std::int64_t recontacts = 0;
  std::int64_t transfers = 0;
  std::int64_t escalated = 0;
  std::int64_t to_resolution = 0;
  std::int64_t due = 0;  ///< with a due time
  std::int64_t late = 0;
  std::int64_t experienced = 0;  ///< ended where there are outcomes
  std::int64_t satisfied = 0;
  std::int64_t answered = 0;  ///< the survey
  std::int64_t satisfied_answers = 0;
  std::int64_t recommendation = 0;  ///< promoters - detractors
  std::int64_t recommendation_answers = 0;
  double effort = 0.0;
  double ease = 0.0;
  double ease_answers = 0.0;
  double penalties = 0.0;  ///< for lateness [money]

  void add(const JudgedIssue& judged);
  [[nodiscard]] std::int64_t count() const;
  IssueSums& operator+=(const IssueSums& other);
};

inline void IssueSums::add(const JudgedIssue& judged) {
  const IssueRecord& issue = judged.record;
  ++outcomes[static_cast<std::size_t>(issue.outcome)];
  resolved_first += judged.is_resolved_first;
  marked_first += issue.marked_at_first_contact;
  silent += judged.is_silent;
  contacts += issue.contacts;
  redials += issue.redials;
  recontacts += issue.recontacts;
  transfers += issue.transfers;
  escalated += issue.escalations > 0;
  due += judged.has_due_time;
  if (issue.is_late) {
    ++late;
    penalties += judged.penalty;
  }
  if (issue.outcome == IssueOutcome::resolved) {
    to_resolution += (issue.closed - issue.opened).count();
  }
  if (!issue.has_experience) return;
  ++experienced;
  satisfied += issue.is_satisfied;
  recommendation += issue.recommendation;
  effort += issue.effort;
  ease += issue.ease;
  if (!issue.has_answered) return;
  ++answered;
  satisfied_answers += issue.is_satisfied;
  recommendation_answers += issue.recommendation;
  ease_answers += issue.ease;
}

/// Sets the counters of issues.
void tell_issues(const IssueSums& sums, Tally& tally);

}  // namespace holdline
