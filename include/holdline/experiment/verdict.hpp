// Which of two plans is worth more, how surely, and what that rests on. Everything is paired: the
// same customers meet both plans. Money is summed over what is counted, from the end of the warm-up
// (without one, from the start) to the horizon; weeks begin with it too.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "holdline/experiment/estimate.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

/// One week of a plan, added up from the start of what is counted: means over replications.
struct CurveWeek {
  Estimate cost;    ///< all of it [money]
  Estimate margin;  ///< earned [money]
  Estimate value;   ///< margin earned and change of equity [money]
  Estimate cash;    ///< margin - cost: what has come in by then less what has gone out [money]
  Estimate net;     ///< value - cost [money]
  Estimate lost;    ///< customers who left because of an issue
};

/// A plan's money over time.
struct PlanCurve {
  PlanId plan;
  std::vector<CurveWeek> weeks;  ///< the last one is the total
};

/// For which customers the other plan is the better one, judged by the mean differences.
enum class BreakEvenSide : std::uint8_t {
  undefined,     ///< the plans do not differ in value: no factor makes them equal
  other_above,   ///< the other is dearer and keeps more value: it wins above the factor
  other_below,   ///< the other is cheaper and keeps less value: it wins below the factor
  other_always,  ///< cheaper and keeps more
  base_always,   ///< dearer and keeps less
};

/// The factor on every customer's value at which both plans have the same net value: value is
/// linear in it, cost does not depend on it, so it is difference of cost / difference of value.
struct BreakEven {
  BreakEvenSide side = BreakEvenSide::undefined;
  /// Fieller's interval, which covers whatever the noise of the denominator; none when it is not
  /// bounded, that is when the difference of value cannot be told from zero. Its ends may be
  /// negative: no factor makes the plans equal there.
  Estimate factor;
  double mean_value = 0.0;  ///< present margin of a customer of the start [money/year]
};

/// Since when a plan is ahead for good: the first week, from 1, from whose end on its cumulative
/// paired advantage stays at or above zero to the end of the horizon. Absent: not within the
/// horizon.
struct Payback {
  std::optional<std::uint32_t> week;      ///< of the mean advantage
  std::optional<std::uint32_t> earliest;  ///< of the upper end of the band by weeks
  std::optional<std::uint32_t> latest;    ///< of its lower end; each week's interval stands alone
};

/// One other plan against the base; differences are other - base. In a replication, amounts that
/// differ by rounding alone, or by less than any report shows, do not differ.
struct Verdict {
  PlanId base;
  PlanId other;
  Estimate net_value;
  Estimate cost;
  Estimate value;  ///< margin and change of equity
  Estimate cash;   ///< margin - cost: the net value without equity
  /// Of the net value: variance of the difference of independent runs over that of the paired
  /// ones [1]. 0 when undefined.
  double variance_reduction = 0.0;
  /// P(expected difference of net value > 0), by Student's t of the paired mean (a flat prior
  /// before the data); none for one replication, or when every difference is exactly zero.
  std::optional<double> probability;
  std::uint32_t replications = 0;
  std::uint32_t wins = 0;    ///< replications in which the other had more net value
  std::uint32_t losses = 0;  ///< and in which it had less
  double base_open = 0.0;    ///< share of the base's issues without an outcome when runs ended
  double other_open = 0.0;   ///< and of the other's
  BreakEven break_even;
  std::vector<Estimate> cumulative_net;   ///< by week
  std::vector<Estimate> cumulative_cash;  ///< by week
  Payback other_payback;                  ///< in net value
  Payback base_payback;
  Payback other_cash_payback;
  Payback base_cash_payback;
};

}  // namespace holdline
