// What the contacts of issues add to, beside the sums of the queues: menus, machines, callbacks,
// transfers; and for segments and issue types, which the sums of the queues do not know, the plain
// counts as well.
//
// Times are in 64 bits: of customers' time before an answer that is 292,000 years a replication.
#pragma once

#include <array>
#include <cstdint>

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
};

/// Set the counters of their part.
void tell_journeys(const JourneySums& sums, Tally& tally);
void tell_plain(const PlainSums& sums, Tally& tally);

}  // namespace holdline
