// What is paid beside labour.
#pragma once

#include <cstdint>

#include "holdline/scenario/front_end.hpp"
#include "holdline/score/metric.hpp"

namespace holdline {

/// What costs money in contacts.
struct PaidContacts {
  std::int64_t contacts = 0;
  std::int64_t self_service = 0;  ///< conversations
  std::int64_t menu = 0;          ///< [us]
  std::int64_t callbacks = 0;     ///< promised
};

/// [money]
[[nodiscard]] double cost_of(const PaidContacts& paid, const Costs& costs);
/// Of a stretch of time.
[[nodiscard]] double fixed_cost(double elapsed_s, const Costs& costs);
/// Sets the costs of contacts from the counters of contacts.
void tell_contact_costs(const Costs& costs, Tally& tally);

}  // namespace holdline
