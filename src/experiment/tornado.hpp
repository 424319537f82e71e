// From net-value differences, replication by replication, to the bars of a tornado.
#pragma once

#include <span>
#include <vector>

#include "experiment/confidence.hpp"
#include "holdline/experiment/sensitivity.hpp"

namespace holdline {

/// One end: `present` and `varied` are the paired differences of net value of the same
/// replications, `headline` the present difference of all `headline.observations` of them.
///
/// difference = headline + mean(varied - present). With D the present and C the change of one
/// replication, n replications in all and m <= n repeated, its variance is
/// var(D + C) / n + var(C) (1/m - 1/n): two-phase sampling (Cochran, "Sampling Techniques", 12).
[[nodiscard]] SensitivityEnd sensitivity_end(double at, const Estimate& headline,
                                             std::span<const double> present,
                                             std::span<const double> varied,
                                             Confidence& confidence);
/// The end at the present value: no change.
[[nodiscard]] SensitivityEnd unchanged_end(double at, const Estimate& headline);
/// Sets the swings, sorts the bars by them, the longest first; equal ones keep their order.
void arrange(Tornado& tornado);

}  // namespace holdline
