#include "experiment/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace holdline {
namespace {

double counter(const Tally& tally, Counter which) { return tally[static_cast<std::size_t>(which)]; }

constexpr double kOneInHundred = 2.326;  // the normal distribution's 99 % point

}  // namespace

double lag_one_correlation(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  double sum_x = 0.0;
  double sum_y = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sum_x += x[i];
    sum_y += y[i];
  }
  if (x.size() < 3 || sum_y == 0.0) return 0.0;
  const double ratio = sum_x / sum_y;
  double squares = 0.0;
  double products = 0.0;
  double magnitude = 0.0;
  double previous = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double residual = x[i] - ratio * y[i];
    squares += residual * residual;
    products += residual * previous;
    magnitude += x[i] * x[i];
    previous = residual;
  }
  // Residuals of rounding alone carry no information.
  return squares > 1e-24 * magnitude ? products / squares : 0.0;
}

bool is_correlated(double correlation, std::size_t batches) {
  const double n = static_cast<double>(batches);
  return (correlation + 1.0 / n) * std::sqrt(n) > kOneInHundred;
}

std::string batch_warning(const Scorecard& card, const ScoreLayout& layout,
                          std::span<const Metric* const> wanted, const std::string& plan) {
  const Metric* worst = nullptr;
  double largest = 0.0;
  std::vector<double> x(layout.interval_count);
  std::vector<double> y(layout.interval_count);
  for (const Metric* metric : wanted) {
    if (metric->quantile != 0.0) continue;
    for (std::size_t i = 0; i < layout.interval_count; ++i) {
      const MetricObservation seen =
          observe(*metric, card.intervals[i * layout.row_count()], Estimation::pooled);
      x[i] = seen.numerator;
      y[i] = seen.denominator;
    }
    const double correlation = lag_one_correlation(x, y);
    if (correlation > largest) {
      largest = correlation;
      worst = metric;
    }
  }
  if (worst == nullptr || !is_correlated(largest, layout.interval_count)) return {};
  return fmt::format(
      "plan {}: run too short: successive batches are correlated ({} by {:.2f}), so the intervals "
      "are too narrow; lengthen the horizon, or the warm-up if it has not settled",
      plan, std::string(worst->id), largest);
}

std::vector<std::string> leftover_warnings(const PlanStatistics& statistics, const World& world,
                                           RunMode mode, const std::string& plan) {
  const double tolerated = mode == RunMode::steady_state ? 0.02 : 0.10;
  std::vector<std::string> warnings;
  for (std::size_t type = 0; type < world.contact_types.size(); ++type) {
    const Tally& sum = statistics.sum(1 + type);
    const double arrivals = counter(sum, Counter::arrivals);
    const double left = counter(sum, Counter::in_system);
    if (!(left > tolerated * arrivals)) continue;
    const bool is_patient = world.contact_types[type].patience.kind == DistributionKind::infinite;
    warnings.push_back(fmt::format(
        "plan {}: {:.1f} % of the contacts of type {} were still waiting or in service at the end "
        "and are not in its waits; {}",
        plan, 100.0 * left / arrivals, world.contact_types[type].name,
        is_patient ? "with endless patience the queue may grow for ever: is the load above the "
                     "capacity, or the horizon too short?"
                   : "is the horizon long enough?"));
  }
  return warnings;
}

}  // namespace holdline
