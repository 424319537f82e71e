// Integer sums of contacts and agent time to the counters metrics are made of.
#pragma once

#include "holdline/score/metric.hpp"
#include "score/sums.hpp"

namespace holdline {

/// Sets the counters of contacts.
void tell_contacts(const ContactSums& sums, Tally& tally);
/// The same for an agent group: only those it served.
void tell_served(const ContactSums& sums, Tally& tally);
/// Sets the counters of agent time, but for the cost.
void tell_agents(const AgentSums& sums, Tally& tally);
/// All paid time [us].
[[nodiscard]] Int128 paid_time(const AgentSums& sums);

}  // namespace holdline
