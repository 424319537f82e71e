#include "experiment/wait_sections.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace holdline {
namespace {

/// Share of waits at or below `wait_s`, by bisection of the histogram's own interpolated quantile,
/// so that both speak of the same distribution function.
double share_at_most(const WaitHistogram& waits, double wait_s) {
  double low = 0.0;
  double high = 1.0;
  for (int step = 0; step < 30; ++step) {  // to 2^-30
    const double middle = 0.5 * (low + high);
    (waits.quantile_s(middle) <= wait_s ? low : high) = middle;
  }
  return high;
}

/// All sections merged but one, for each: from the two sides, in 3 merges a section.
std::vector<WaitHistogram> without_each(const WaitSections& sections, std::size_t count) {
  std::vector<WaitHistogram> rest(count);
  WaitHistogram before;
  for (std::size_t i = 0; i < count; ++i) {
    rest[i].merge(before);
    before.merge(sections.section(i));
  }
  WaitHistogram after;
  for (std::size_t i = count; i-- > 0;) {
    rest[i].merge(after);
    after.merge(sections.section(i));
  }
  return rest;
}

/// The delete-a-section jackknife's variance of an estimate that is `whole` over all sections and
/// `rest[i]` without the i-th, which holds `sizes[i]` of `total` replications.
double jackknife_variance(double whole, const std::vector<double>& rest,
                          const std::vector<double>& sizes, double total) {
  const double sections = static_cast<double>(rest.size());
  double center = sections * whole;
  for (std::size_t i = 0; i < rest.size(); ++i) center -= (1.0 - sizes[i] / total) * rest[i];
  double sum = 0.0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const double parts = total / sizes[i];
    const double pseudo_value = parts * whole - (parts - 1.0) * rest[i];
    sum += (pseudo_value - center) * (pseudo_value - center) / (parts - 1.0);
  }
  return sum / sections;
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
  Estimate estimate;
  estimate.observations = replications_;
  const WaitHistogram all = pooled();
  if (all.count() == 0) return estimate;
  estimate.is_defined = true;
  estimate.value = estimate.low = estimate.high = all.quantile_s(q);

  // The share at or below the estimate is a ratio of sums over the sections: delta method.
  const double share = share_at_most(all, estimate.value);
  std::size_t filled = 0;
  double squares = 0.0;
  for (const WaitHistogram& section : sections_) {
    if (section.count() == 0) continue;
    ++filled;
    const double residual =
        static_cast<double>(section.count()) * (share_at_most(section, estimate.value) - share);
    squares += residual * residual;
  }
  if (filled < kLeastSections) return estimate;
  const double sections = static_cast<double>(filled);
  const double error =
      std::sqrt(squares * sections / (sections - 1.0)) / static_cast<double>(all.count());
  const double half = confidence.factor(filled - 1) * error;
  if (q + half >= 1.0) return estimate;
  estimate.low = q - half <= 0.0 ? 0.0 : std::min(estimate.value, all.quantile_s(q - half));
  estimate.high = std::max(estimate.value, all.quantile_s(q + half));
  estimate.has_interval = true;
  return estimate;
}

QuantileDifference quantile_difference(const WaitSections& base, const WaitSections& other,
                                       double q, Confidence& confidence) {
  assert(base.replications() == other.replications());
  QuantileDifference result;
  const std::uint32_t total = base.replications();
  result.estimate.observations = total;
  const WaitHistogram all_base = base.pooled();
  const WaitHistogram all_other = other.pooled();
  if (all_base.count() == 0 || all_other.count() == 0) return result;
  const double base_value = all_base.quantile_s(q);
  const double other_value = all_other.quantile_s(q);
  const double value = other_value - base_value;
  result.estimate.is_defined = true;
  result.estimate.value = result.estimate.low = result.estimate.high = value;

  const std::size_t count = std::min<std::size_t>(total, WaitSections::kSections);
  if (count < WaitSections::kLeastSections) return result;
  const std::vector<WaitHistogram> base_rest = without_each(base, count);
  const std::vector<WaitHistogram> other_rest = without_each(other, count);
  std::vector<double> sizes(count);
  std::vector<double> base_values(count);
  std::vector<double> other_values(count);
  std::vector<double> differences(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (base_rest[i].count() == 0 || other_rest[i].count() == 0) return result;
    // Replications i, i + 32, i + 64, ... below `total`.
    sizes[i] =
        static_cast<double>((total - i + WaitSections::kSections - 1) / WaitSections::kSections);
    base_values[i] = base_rest[i].quantile_s(q);
    other_values[i] = other_rest[i].quantile_s(q);
    differences[i] = other_values[i] - base_values[i];
  }
  const double all = static_cast<double>(total);
  result.base_variance = jackknife_variance(base_value, base_values, sizes, all);
  result.other_variance = jackknife_variance(other_value, other_values, sizes, all);
  result.difference_variance = jackknife_variance(value, differences, sizes, all);
  result.estimate = confidence.around(value, result.difference_variance, total, count - 1);
  return result;
}

}  // namespace holdline
