// The verdict of one plan against another, replication by replication.
#pragma once

#include <span>
#include <vector>

#include "experiment/confidence.hpp"
#include "experiment/curve_statistics.hpp"
#include "experiment/moments.hpp"
#include "holdline/experiment/verdict.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// Net value over a scorecard's whole curve.
[[nodiscard]] double net_value_of(const Scorecard& card);
/// Mean margin a year of a customer of the start; 0 when there is none.
[[nodiscard]] double mean_customer_value(const World& world);

/// P(T <= t) for the t of a mean; t is infinite when there is no spread. nullopt for 0/0.
[[nodiscard]] std::optional<double> probability_above_zero(const PairedMoments& moments);
/// The factor x / y of paired differences x of cost and y of value, with Fieller's interval
/// (Fieller, J. R. Statist. Soc. B 16, 1954): all factors k for which mean(k y - x) cannot be told
/// from zero.
[[nodiscard]] BreakEven break_even_of(const RatioMoments& cost_over_value, Confidence& confidence);
/// When the estimates' values (and their bands) are at or above zero for good, times `sign`.
[[nodiscard]] Payback payback_of(std::span<const Estimate> cumulative, double sign);

/// Accumulates pairs, strictly in the order of replications.
class VerdictStatistics {
 public:
  void add(const Scorecard& base, const Scorecard& other);
  [[nodiscard]] Verdict verdict(PlanId base, PlanId other, double mean_value,
                                Confidence& confidence) const;

 private:
  /// Cumulative differences; denominators 1.
  struct Week {
    RatioMoments net, cash;
  };
  PairedMoments net_;
  PairedMoments cost_;
  PairedMoments value_;
  PairedMoments cash_;
  RatioMoments cost_over_value_;  ///< of the differences
  std::vector<Week> weeks_;
  std::uint32_t replications_ = 0;
  std::uint32_t wins_ = 0;
  std::uint32_t losses_ = 0;
};

}  // namespace holdline
