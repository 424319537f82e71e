// Sums of issues added together, and as counters.
#include "score/issue_sums.hpp"

#include "score/counters.hpp"

namespace holdline {
namespace {

std::size_t place(IssueOutcome outcome) { return static_cast<std::size_t>(outcome); }

}  // namespace

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
  tell(tally, Counter::issues, sums.count());
  tell(tally, Counter::issues_resolved, sums.outcomes[place(IssueOutcome::resolved)]);
  tell(tally, Counter::issues_given_up, sums.outcomes[place(IssueOutcome::given_up)]);
  tell(tally, Counter::issues_open, sums.outcomes[place(IssueOutcome::open)]);
  tell(tally, Counter::resolved_first, sums.resolved_first);
  tell(tally, Counter::marked_first, sums.marked_first);
  tell(tally, Counter::silent, sums.silent);
  tell(tally, Counter::issue_contacts, sums.contacts);
  tell(tally, Counter::redials, sums.redials);
  tell(tally, Counter::recontacts, sums.recontacts);
  tell(tally, Counter::escalated, sums.escalated);
  tell_time(tally, Counter::to_resolution_s, sums.to_resolution);
  tell(tally, Counter::due, sums.due);
  tell(tally, Counter::late, sums.late);
  tell(tally, Counter::experienced, sums.experienced);
  tell(tally, Counter::satisfied, sums.satisfied);
  tell(tally, Counter::answered, sums.answered);
  tell(tally, Counter::satisfied_answers, sums.satisfied_answers);
  tell(tally, Counter::recommendation, sums.recommendation);
  tell(tally, Counter::recommendation_answers, sums.recommendation_answers);
  at(tally, Counter::effort) = sums.effort;
  at(tally, Counter::ease) = sums.ease;
  at(tally, Counter::ease_answers) = sums.ease_answers;
  at(tally, Counter::lateness_cost) = sums.penalties;
}

}  // namespace holdline
