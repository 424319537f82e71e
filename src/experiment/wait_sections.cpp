#include "experiment/wait_sections.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace holdline {
namespace {

/// Waits that must be expected beyond a quantile, on its thinner side, to speak of its error.
constexpr double kLeastTail = 10.0;

/// Share of waits at or below `wait_s`, by bisection of the ranks of the histogram's own quantiles,
/// so that both speak of the same distribution function.
double share_at_most(const WaitHistogram& waits, double wait_s) {
  const auto count = static_cast<double>(waits.count());
  std::uint64_t low = 0;  // the wait of this rank, from 1, is at most wait_s
  std::uint64_t high = waits.count() + 1;
  while (high - low > 1) {
    const std::uint64_t rank = low + (high - low) / 2;
    const bool is_within = waits.quantile_s((static_cast<double>(rank) - 0.5) / count) <= wait_s;
    (is_within ? low : high) = rank;
  }
  return static_cast<double>(low) / count;
}

/// A pooled quantile and what its sections say of its error.
struct SectionedQuantile {
  bool is_defined = false;
  bool has_interval = false;
  double value = 0.0;  ///< [s]
  double low = 0.0;
  double high = 0.0;
  std::size_t filled = 0;  ///< sections with a wait
  double slope = 0.0;      ///< of the quantile function [s for each unit of share]
  /// What each section adds to the error of the share at or below `value`; they sum to 0.
  std::array<double, WaitSections::kSections> residuals{};
};

/// Sum of products of the sections' errors, as a covariance of the two sums.
double residual_covariance(const SectionedQuantile& a, const SectionedQuantile& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.residuals.size(); ++i) sum += a.residuals[i] * b.residuals[i];
  const double sections = static_cast<double>(std::min(a.filled, b.filled));
  return sum * sections / (sections - 1.0);
}

SectionedQuantile sectioned_quantile(const WaitSections& waits, double q, Confidence& confidence) {
  SectionedQuantile result;
  const WaitHistogram all = waits.pooled();
  if (all.count() == 0) return result;
  result.is_defined = true;
  result.value = result.low = result.high = all.quantile_s(q);
  // The share at or below the estimate is a ratio of sums over the sections: delta method.
  const double share = share_at_most(all, result.value);
  for (std::size_t i = 0; i < WaitSections::kSections; ++i) {
    const WaitHistogram& section = waits.section(i);
    if (section.count() == 0) continue;
    ++result.filled;
    result.residuals[i] = static_cast<double>(section.count()) / static_cast<double>(all.count()) *
                          (share_at_most(section, result.value) - share);
  }
  if (result.filled < WaitSections::kLeastSections) return result;
  if (static_cast<double>(all.count()) * std::min(q, 1.0 - q) < kLeastTail) return result;
  const double half =
      confidence.factor(result.filled - 1) * std::sqrt(residual_covariance(result, result));
  if (q + half >= 1.0) return result;
  const double below = std::max(0.0, q - half);
  result.low = below > 0.0 ? std::min(result.value, all.quantile_s(below)) : 0.0;
  result.high = std::max(result.value, all.quantile_s(q + half));
  if (half > 0.0) result.slope = (result.high - result.low) / (q + half - below);
  result.has_interval = true;
  return result;
}

}  // namespace

void WaitSections::add(const WaitHistogram& waits) {
  sections_[replications_ % kSections].merge(waits);
  ++replications_;
}

WaitHistogram WaitSections::pooled() const {
  WaitHistogram all;
  for (const WaitHistogram& section : sections_) all.merge(section);
  return all;
}

Estimate WaitSections::quantile(double q, Confidence& confidence) const {
  const SectionedQuantile sectioned = sectioned_quantile(*this, q, confidence);
  Estimate estimate;
  estimate.observations = replications_;
  estimate.is_defined = sectioned.is_defined;
  estimate.has_interval = sectioned.has_interval;
  estimate.value = sectioned.value;
  estimate.low = sectioned.low;
  estimate.high = sectioned.high;
  return estimate;
}

QuantileDifference quantile_difference(const WaitSections& base, const WaitSections& other,
                                       double q, Confidence& confidence) {
  assert(base.replications() == other.replications());
  const SectionedQuantile a = sectioned_quantile(base, q, confidence);
  const SectionedQuantile b = sectioned_quantile(other, q, confidence);
  QuantileDifference result;
  result.estimate.observations = base.replications();
  if (!a.is_defined || !b.is_defined) return result;
  const double value = b.value - a.value;
  result.estimate.is_defined = true;
  result.estimate.value = result.estimate.low = result.estimate.high = value;
  if (!a.has_interval || !b.has_interval) return result;

  PairedMoments::Variances& variances = result.variances;
  variances.base = a.slope * a.slope * residual_covariance(a, a);
  variances.other = b.slope * b.slope * residual_covariance(b, b);
  const double shared = a.slope * b.slope * residual_covariance(a, b);
  const double sum = variances.base + variances.other;
  variances.difference = sum - 2.0 * shared;
  if (variances.difference < 1e-13 * sum) variances.difference = 0.0;  // rounding
  result.estimate = confidence.around(value, variances.difference, base.replications(),
                                      std::min(a.filled, b.filled) - 1);
  return result;
}

}  // namespace holdline
