// Sums of issues, and what counts as resolved by the first contact: truly, as marked, as measured.
#include "score/issue_sums.hpp"

namespace holdline {
namespace {

std::size_t place(IssueOutcome outcome) { return static_cast<std::size_t>(outcome); }

/// Handed to the right people in the same call is still the first contact; handed to another tier,
/// which takes it up later, is not.
bool is_resolved_first(const IssueRecord& issue) {
  return issue.outcome == IssueOutcome::resolved && issue.escalations == 0 &&
         issue.contacts == issue.transfers + 1;
}

/// What a centre sees of it that does not know: somebody answered, and she did not come again.
bool is_silent(const IssueRecord& issue, Duration fcr_window) {
  const bool was_answered = issue.served > 0 || issue.resolved_by_machine;
  return was_answered &&
         (issue.second_contact == kNever || issue.second_contact - issue.opened > fcr_window);
}

}  // namespace

JudgedIssue judge(const IssueRecord& issue, Duration fcr_window, bool has_due_time,
                  double penalty) {
  return {issue, is_resolved_first(issue), is_silent(issue, fcr_window), has_due_time, penalty};
}

void IssueSums::add(const JudgedIssue& judged) {
  const IssueRecord& issue = judged.record;
  ++outcomes[place(issue.outcome)];
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

std::int64_t IssueSums::count() const {
  std::int64_t sum = 0;
  for (const std::int64_t count : outcomes) sum += count;
  return sum;
}

IssueSums& IssueSums::operator+=(const IssueSums& other) {
  for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += other.outcomes[i];
  resolved_first += other.resolved_first;
  marked_first += other.marked_first;
  silent += other.silent;
  contacts += other.contacts;
  redials += other.redials;
  recontacts += other.recontacts;
  transfers += other.transfers;
  escalated += other.escalated;
  to_resolution += other.to_resolution;
  due += other.due;
  late += other.late;
  experienced += other.experienced;
  satisfied += other.satisfied;
  answered += other.answered;
  satisfied_answers += other.satisfied_answers;
  recommendation += other.recommendation;
  recommendation_answers += other.recommendation_answers;
  effort += other.effort;
  ease += other.ease;
  ease_answers += other.ease_answers;
  penalties += other.penalties;
  return *this;
}

void tell_issues(const IssueSums& sums, Tally& tally) {
  const auto at = [&tally](Counter counter) -> double& {
    return tally[static_cast<std::size_t>(counter)];
  };
  const auto tell = [&at](Counter counter, std::int64_t count) {
    at(counter) = static_cast<double>(count);
  };
  tell(Counter::issues, sums.count());
  tell(Counter::issues_resolved, sums.outcomes[place(IssueOutcome::resolved)]);
  tell(Counter::issues_given_up, sums.outcomes[place(IssueOutcome::given_up)]);
  tell(Counter::issues_open, sums.outcomes[place(IssueOutcome::open)]);
  tell(Counter::resolved_first, sums.resolved_first);
  tell(Counter::marked_first, sums.marked_first);
  tell(Counter::silent, sums.silent);
  tell(Counter::issue_contacts, sums.contacts);
  tell(Counter::redials, sums.redials);
  tell(Counter::recontacts, sums.recontacts);
  tell(Counter::escalated, sums.escalated);
  at(Counter::to_resolution_s) = static_cast<double>(sums.to_resolution) / 1e6;
  tell(Counter::due, sums.due);
  tell(Counter::late, sums.late);
  tell(Counter::experienced, sums.experienced);
  tell(Counter::satisfied, sums.satisfied);
  tell(Counter::answered, sums.answered);
  tell(Counter::satisfied_answers, sums.satisfied_answers);
  tell(Counter::recommendation, sums.recommendation);
  tell(Counter::recommendation_answers, sums.recommendation_answers);
  at(Counter::effort) = sums.effort;
  at(Counter::ease) = sums.ease;
  at(Counter::ease_answers) = sums.ease_answers;
  at(Counter::lateness_cost) = sums.penalties;
}

}  // namespace holdline
