// Student's t with n - 1 degrees of freedom for n observations.
#include "experiment/confidence.hpp"

#include <cassert>
#include <cmath>

#include "experiment/quantiles.hpp"

namespace holdline {

Confidence::Confidence(double level) : upper_(0.5 + 0.5 * level) {
  assert(level > 0.0 && level < 1.0);
}

double Confidence::factor(std::uint64_t degrees) {
  assert(degrees >= 1);
  const auto [entry, is_new] = factors_.try_emplace(degrees, 0.0);
  if (is_new) entry->second = student_t_quantile(upper_, static_cast<double>(degrees));
  return entry->second;
}

Estimate Confidence::around(double value, double variance, std::uint64_t observations,
                            std::uint64_t degrees) {
  const double half = factor(degrees) * std::sqrt(variance);
  Estimate estimate;
  estimate.value = value;
  estimate.low = value - half;
  estimate.high = value + half;
  estimate.is_defined = true;
  estimate.has_interval = true;
  estimate.observations = observations;
  return estimate;
}

Estimate Confidence::ratio(const RatioMoments& moments, double scale) {
  Estimate estimate;
  estimate.observations = moments.count();
  if (!moments.is_defined()) return estimate;
  const double value = moments.ratio(scale);
  if (moments.count() >= 2) {
    return around(value, moments.variance() * scale * scale, moments.count(), moments.count() - 1);
  }
  estimate.value = estimate.low = estimate.high = value;
  estimate.is_defined = true;
  return estimate;
}

Estimate Confidence::difference(const PairedMoments& moments, double scale) {
  Estimate estimate;
  estimate.observations = moments.count();
  if (!moments.is_defined()) return estimate;
  const double value = moments.difference(scale);
  if (moments.count() >= 2) {
    return around(value, moments.variances().difference * scale * scale, moments.count(),
                  moments.count() - 1);
  }
  estimate.value = estimate.low = estimate.high = value;
  estimate.is_defined = true;
  return estimate;
}

}  // namespace holdline
