// What an issue adds to, when it is over.
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

/// `has_due_time` and `penalty` are of its type.
[[nodiscard]] JudgedIssue judge(const IssueRecord& issue, Duration fcr_window, bool has_due_time,
                                double penalty);

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

/// Sets the counters of issues.
void tell_issues(const IssueSums& sums, Tally& tally);

}  // namespace holdline
