// The delta method: a ratio's error is that of its residuals x - r y, to first order (Cochran,
// "Sampling Techniques", 6.4).
#include "experiment/moments.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace holdline {

double RatioMoments::variance() const {
  assert(is_defined() && count_ >= 2);
  const double n = static_cast<double>(count_);
  const double r = ratio();
  const double mean_y = sum_y_ / n;
  // Rounding may leave a residual sum slightly below zero when x is proportional to y.
  const double residuals = std::max(0.0, xx_ - 2.0 * r * xy_ + r * r * yy_);
  return residuals / (n - 1.0) / n / (mean_y * mean_y);
}

PairedMoments::Variances PairedMoments::variances() const {
  assert(is_defined() && count_ >= 2);
  const double n = static_cast<double>(count_);
  const double base_ratio = sums_[0] / sums_[1];
  const double other_ratio = sums_[2] / sums_[3];
  const double base_y = sums_[1] / n;
  const double other_y = sums_[3] / n;
  // Covariance of the residuals x - r y of ratios a and b; the three calls below take the same
  // steps, so that equal sequences cancel to an exact zero.
  const auto residual_covariance = [&](std::size_t a, double ratio_a, std::size_t b,
                                       double ratio_b) {
    return co_moments_[a][b] - (ratio_b * co_moments_[a][b + 1] + ratio_a * co_moments_[a + 1][b]) +
           ratio_a * ratio_b * co_moments_[a + 1][b + 1];
  };
  const double scale = (n - 1.0) * n;
  Variances result;
  result.base = residual_covariance(0, base_ratio, 0, base_ratio) / scale / (base_y * base_y);
  result.other = residual_covariance(2, other_ratio, 2, other_ratio) / scale / (other_y * other_y);
  const double shared =
      residual_covariance(0, base_ratio, 2, other_ratio) / scale / (base_y * other_y);
  result.base = std::max(0.0, result.base);
  result.other = std::max(0.0, result.other);
  result.difference = result.base + result.other - 2.0 * shared;
  if (result.difference < 1e-13 * (result.base + result.other)) result.difference = small_spread();
  return result;
}

double PairedMoments::small_spread() const {
  if (!shares_denominators_) return 0.0;
  const double variance = differences_.variance();
  const double noise = 1e-12 * (std::fabs(sums_[0] / sums_[1]) + std::fabs(sums_[2] / sums_[3]));
  return variance * static_cast<double>(count_) < noise * noise ? 0.0 : variance;
}

}  // namespace holdline
