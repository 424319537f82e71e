// What the contacts of issues add to, beside the sums of the queues: menus, machines, callbacks,
// transfers; and for segments and issue types, which the sums of the queues do not know, the plain
// counts as well.
//
// Times are in 64 bits: of customers' time before an answer that is 292,000 years a replication.
#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>

#include "holdline/record/facts.hpp"
#include "holdline/score/metric.hpp"

namespace holdline {

/// How contacts reached people, or did not. [us] where it is a time.
struct JourneySums {
  std::int64_t automated = 0;  ///< were in menus or with a machine
  std::int64_t walked = 0;     ///< spent time in menus
  std::int64_t menu_errors = 0;
  std::int64_t opted_out = 0;
  std::int64_t misrouted = 0;
  std::int64_t transfers = 0;
  std::int64_t retrials = 0;
  std::int64_t used_machine = 0;
  std::int64_t resolved_by_machine = 0;  ///< of those
  std::int64_t offered_callback = 0;
  std::int64_t promised_callback = 0;
  std::int64_t predicted = 0;  ///< served on the line, with a prediction
  std::int64_t menu = 0;
  std::int64_t to_human = 0;  ///< arrival to answer, of the served on the line
  std::int64_t callback_delay = 0;
  std::int64_t prediction_error = 0;
  std::int64_t prediction_abs_error = 0;

  void add(const ContactRecord& contact, const ContactJourney& journey);
  JourneySums& operator+=(const JourneySums& other);
};

/// Contacts of a segment or an issue type.
struct PlainSums {
  std::array<std::int64_t, kContactOutcomeCount> outcomes{};
  std::int64_t served_beyond = 0;  ///< the acceptable wait
  std::int64_t abandoned_beyond = 0;
  std::int64_t wait_served = 0;
  std::int64_t wait_abandoned = 0;
  std::int64_t talk = 0;  ///< this and the next: of the served and the called back
  std::int64_t hold = 0;
  std::int64_t wrap_up = 0;
  JourneySums journeys;

  void add(const ContactRecord& contact, const ContactJourney& journey, Duration acceptable_wait);
  PlainSums& operator+=(const PlainSums& other);
  [[nodiscard]] std::int64_t count() const;
};

// A contact that met neither menu, machine nor callback, which is most of them, adds to few members
// and skips the rest by one branch each.
inline void JourneySums::add(const ContactRecord& contact, const ContactJourney& journey) {
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

inline void PlainSums::add(const ContactRecord& contact, const ContactJourney& journey,
                           Duration acceptable_wait) {
  journeys.add(contact, journey);
  ++outcomes[static_cast<std::size_t>(contact.outcome)];
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

/// Set the counters of their part.
void tell_journeys(const JourneySums& sums, Tally& tally);
void tell_plain(const PlainSums& sums, Tally& tally);

}  // namespace holdline
