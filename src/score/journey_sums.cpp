// A contact that met neither menu, machine nor callback, which is most of them, adds to few members
// and skips the rest by one branch each.
#include "score/journey_sums.hpp"

#include <cstdlib>

#include "score/counters.hpp"

namespace holdline {
namespace {

constexpr std::size_t place(ContactOutcome outcome) { return static_cast<std::size_t>(outcome); }

}  // namespace

void JourneySums::add(const ContactRecord& contact, const ContactJourney& journey) {
  const bool has_walked = journey.menu > Duration::zero();
  if (has_walked || journey.used_self_service) {
    ++automated;
    walked += has_walked;
    menu += journey.menu.count();
    menu_errors += journey.menu_errors;
    opted_out += journey.opted_out;
    used_machine += journey.used_self_service;
    resolved_by_machine += journey.used_self_service & journey.resolved_by_machine;
  }
  // Of whoever gave up in the wrong queue nobody ever found out.
  if (journey.is_misrouted) {
    misrouted +=
        contact.outcome == ContactOutcome::served || contact.outcome == ContactOutcome::called_back;
  }
  transfers += journey.is_transfer;
  retrials += journey.is_retrial;
  if (journey.was_offered_callback) {
    ++offered_callback;
    promised_callback += journey.accepted_callback;
    if (contact.outcome == ContactOutcome::called_back) {
      callback_delay += journey.callback_delay.count();
    }
  }
  if (contact.outcome != ContactOutcome::served) return;
  to_human += (contact.queue_entry - contact.arrival + contact.wait).count();
  if (journey.has_prediction) {
    const std::int64_t error = (journey.predicted_wait - contact.wait).count();
    ++predicted;
    prediction_error += error;
    prediction_abs_error += std::abs(error);
  }
}

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

void PlainSums::add(const ContactRecord& contact, const ContactJourney& journey,
                    Duration acceptable_wait) {
  journeys.add(contact, journey);
  ++outcomes[place(contact.outcome)];
  const bool is_beyond = contact.wait > acceptable_wait;
  switch (contact.outcome) {
    case ContactOutcome::served:
      served_beyond += is_beyond;
      wait_served += contact.wait.count();
      break;
    case ContactOutcome::abandoned:
      abandoned_beyond += is_beyond;
      wait_abandoned += contact.wait.count();
      return;
    case ContactOutcome::called_back:
      break;
    default:
      return;
  }
  talk += contact.talk.count();
  hold += contact.hold.count();
  wrap_up += contact.wrap_up.count();
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
  std::int64_t arrivals = 0;
  for (const std::int64_t count : sums.outcomes) arrivals += count;
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
