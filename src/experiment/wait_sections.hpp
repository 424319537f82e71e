// Quantiles of waits with intervals, from histograms only. A quantile of pooled waits is no mean,
// so replications are dealt into a fixed number of sections (Asmussen and Glynn, "Stochastic
// Simulation", III.5) whose histograms are kept: memory does not grow with replications.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "experiment/confidence.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// The waits of one row of a plan over its replications.
class WaitSections {
 public:
  static constexpr std::size_t kSections = 32;
  /// With fewer sections that hold a wait a quantile has no interval.
  static constexpr std::size_t kLeastSections = 10;

  /// Replications in order; the i-th added goes to section i mod 32.
  void add(const WaitHistogram& waits);

  [[nodiscard]] std::uint32_t replications() const { return replications_; }
  [[nodiscard]] const WaitHistogram& section(std::size_t index) const { return sections_[index]; }
  [[nodiscard]] WaitHistogram pooled() const;

  /// The pooled quantile. Its interval is Woodruff's (JASA 47, 1952): the share of waits at or
  /// below the estimate is a ratio whose error the sections tell; the pooled quantiles at both ends
  /// of that share's interval bound the quantile. No interval when the upper end would lie beyond
  /// all waits, with too few sections, or with fewer than 10 waits expected beyond the quantile.
  [[nodiscard]] Estimate quantile(double q, Confidence& confidence) const;

 private:
  std::uint32_t replications_ = 0;
  std::array<WaitHistogram, kSections> sections_;
};

/// A difference of quantiles of two plans over the same replications.
struct QuantileDifference {
  Estimate estimate;
  PairedMoments::Variances variances;
};

/// Other minus base. Near its quantile each plan's error is that of the share at the estimate times
/// the slope of the quantile function there (Bahadur 1966), taken over Woodruff's interval;
/// sections pair the errors, as they hold the same replications. No interval where a plan's
/// quantile has none.
[[nodiscard]] QuantileDifference quantile_difference(const WaitSections& base,
                                                     const WaitSections& other, double q,
                                                     Confidence& confidence);

}  // namespace holdline
