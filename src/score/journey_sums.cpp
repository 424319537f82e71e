// Sums of contacts added together, and as counters.
#include "score/journey_sums.hpp"

#include "score/counters.hpp"

namespace holdline {
namespace {

constexpr std::size_t place(ContactOutcome outcome) { return static_cast<std::size_t>(outcome); }

}  // namespace

JourneySums& JourneySums::operator+=(const JourneySums& other) {
  automated += other.automated;
  walked += other.walked;
  menu_errors += other.menu_errors;
  opted_out += other.opted_out;
  misrouted += other.misrouted;
  transfers += other.transfers;
  retrials += other.retrials;
  used_machine += other.used_machine;
  resolved_by_machine += other.resolved_by_machine;
  offered_callback += other.offered_callback;
  promised_callback += other.promised_callback;
  predicted += other.predicted;
  menu += other.menu;
  to_human += other.to_human;
  callback_delay += other.callback_delay;
  prediction_error += other.prediction_error;
  prediction_abs_error += other.prediction_abs_error;
  return *this;
}

PlainSums& PlainSums::operator+=(const PlainSums& other) {
  for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += other.outcomes[i];
  served_beyond += other.served_beyond;
  abandoned_beyond += other.abandoned_beyond;
  wait_served += other.wait_served;
  wait_abandoned += other.wait_abandoned;
  talk += other.talk;
  hold += other.hold;
  wrap_up += other.wrap_up;
  journeys += other.journeys;
  return *this;
}

std::int64_t PlainSums::count() const {
  std::int64_t sum = 0;
  for (const std::int64_t count : outcomes) sum += count;
  return sum;
}

void tell_journeys(const JourneySums& sums, Tally& tally) {
  tell(tally, Counter::automated, sums.automated);
  tell(tally, Counter::walked, sums.walked);
  tell(tally, Counter::menu_errors, sums.menu_errors);
  tell(tally, Counter::opted_out, sums.opted_out);
  tell(tally, Counter::misrouted, sums.misrouted);
  tell(tally, Counter::transfers, sums.transfers);
  tell(tally, Counter::retrials, sums.retrials);
  tell(tally, Counter::used_machine, sums.used_machine);
  tell(tally, Counter::resolved_by_machine, sums.resolved_by_machine);
  tell(tally, Counter::offered_callback, sums.offered_callback);
  tell(tally, Counter::promised_callback, sums.promised_callback);
  tell(tally, Counter::predicted, sums.predicted);
  tell_time(tally, Counter::menu_s, sums.menu);
  tell_time(tally, Counter::to_human_s, sums.to_human);
  tell_time(tally, Counter::callback_delay_s, sums.callback_delay);
  tell_time(tally, Counter::prediction_error_s, sums.prediction_error);
  tell_time(tally, Counter::prediction_abs_error_s, sums.prediction_abs_error);
}

void tell_plain(const PlainSums& sums, Tally& tally) {
  const auto of = [&sums](ContactOutcome outcome) { return sums.outcomes[place(outcome)]; };
  const std::int64_t arrivals = sums.count();
  const std::int64_t served = of(ContactOutcome::served);
  const std::int64_t abandoned = of(ContactOutcome::abandoned);
  const std::int64_t blocked = of(ContactOutcome::blocked);
  const std::int64_t contained = of(ContactOutcome::contained);
  const std::int64_t hung_up = of(ContactOutcome::hung_up);
  tell(tally, Counter::arrivals, arrivals);
  tell(tally, Counter::offered, arrivals - blocked - contained - hung_up);
  tell(tally, Counter::served, served);
  tell(tally, Counter::abandoned, abandoned);
  tell(tally, Counter::balked, of(ContactOutcome::balked));
  tell(tally, Counter::blocked, blocked);
  tell(tally, Counter::disconnected, of(ContactOutcome::disconnected));
  tell(tally, Counter::in_system, of(ContactOutcome::in_system));
  tell(tally, Counter::contained, contained);
  tell(tally, Counter::hung_up, hung_up);
  tell(tally, Counter::called_back, of(ContactOutcome::called_back));
  tell(tally, Counter::callback_failed, of(ContactOutcome::callback_failed));
  tell(tally, Counter::served_within, served - sums.served_beyond);
  tell(tally, Counter::abandoned_within, abandoned - sums.abandoned_beyond);
  tell_time(tally, Counter::wait_served_s, sums.wait_served);
  tell_time(tally, Counter::wait_abandoned_s, sums.wait_abandoned);
  tell_time(tally, Counter::wait_s, sums.wait_served + sums.wait_abandoned);
  tell_time(tally, Counter::talk_s, sums.talk);
  tell_time(tally, Counter::hold_s, sums.hold);
  tell_time(tally, Counter::wrap_up_s, sums.wrap_up);
  tell_journeys(sums.journeys, tally);
}

}  // namespace holdline
