// From moments to estimates: value and Student's t interval at one confidence level.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "experiment/moments.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline {

/// Intervals at one level. Remembers the t quantiles it has used; one for each thread.
///
/// The intervals are symmetric and not cut at 0 or 1, so that half their length is the error. When
/// every observation is the same (an event never seen) the length is zero: replications alone
/// cannot tell "rare" from "never".
class Confidence {
 public:
  explicit Confidence(double level);

  /// Half the interval's length in standard errors, for `degrees` >= 1 degrees of freedom.
  [[nodiscard]] double factor(std::uint64_t degrees);
  /// A value with the interval value +- factor(degrees) * sqrt(variance).
  [[nodiscard]] Estimate around(double value, double variance, std::uint64_t observations,
                                std::uint64_t degrees);
  /// A ratio of sums, or a mean if every denominator was 1. `scale` times the ratio: the number of
  /// batches, to get from the mean of a batch's total to that of the run.
  [[nodiscard]] Estimate ratio(const RatioMoments& moments, double scale = 1.0);
  /// Other minus base.
  [[nodiscard]] Estimate difference(const PairedMoments& moments, double scale = 1.0);

 private:
  double upper_;                                       ///< (1 + level) / 2
  std::unordered_map<std::uint64_t, double> factors_;  ///< by degrees of freedom
};

}  // namespace holdline
