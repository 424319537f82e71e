#include "experiment/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace holdline {
namespace {

constexpr std::uint32_t kLeastPilot = 10;  // [replications]
constexpr std::string_view kNetValue = "net_value";
constexpr std::string_view kTotalCost = "total_cost";

}  // namespace

std::vector<const Metric*> precision_metrics(std::span<const Metric* const> catalogue,
                                             const ExperimentSettings& settings) {
  std::vector<const Metric*> wanted;
  for (const Metric* metric : catalogue) {
    const auto& names = settings.precision_metrics;
    const bool is_named = std::find(names.begin(), names.end(), metric->id) != names.end();
    // Waits of a steady-state run are kept together, not by batch: their quantiles have no interval
    // and nobody waits for them unless asked by name.
    const bool is_expected =
        metric->is_headline && (settings.mode == RunMode::terminating || metric->quantile == 0.0);
    if (names.empty() ? is_expected : is_named) wanted.push_back(metric);
  }
  return wanted;
}

std::vector<PrecisionFigure> own_figures(const PlanStatistics& statistics,
                                         std::span<const Metric* const> wanted,
                                         Confidence& confidence) {
  std::vector<PrecisionFigure> figures;
  for (const Metric* metric : wanted) {
    const Estimate estimate = statistics.total(*metric, 0, confidence);
    figures.push_back({metric, estimate, std::fabs(estimate.value)});
  }
  return figures;
}

std::vector<PrecisionFigure> paired_figures(const PlanComparison& comparison,
                                            const PlanStatistics& base, const PlanStatistics& other,
                                            std::span<const Metric* const> wanted,
                                            Confidence& confidence) {
  std::vector<PrecisionFigure> figures;
  for (const Metric* metric : wanted) {
    const bool is_net_value = metric->id == kNetValue;
    const Metric& scale = is_net_value ? *find_metric(kTotalCost) : *metric;
    const double values = std::max(std::fabs(base.total(scale, 0, confidence).value),
                                   std::fabs(other.total(scale, 0, confidence).value));
    PrecisionFigure& figure = figures.emplace_back();
    figure.metric = metric;
    figure.estimate = comparison.centre_difference(*metric, base, other, confidence);
    figure.size = std::max(values, std::fabs(figure.estimate.value));
    if (figure.size == values) {
      figure.size_name =
          is_net_value ? " of what the dearer plan costs" : " of the larger plan's value";
    }
  }
  return figures;
}

PrecisionState check_precision(std::span<const PrecisionFigure> figures, double relative,
                               std::uint32_t replications) {
  PrecisionState state;
  double worst_excess = 1.0;  // half-width over its target, squared: replications over needed ones
  for (const PrecisionFigure& figure : figures) {
    const Estimate& estimate = figure.estimate;
    if (!estimate.is_defined) {
      state.undefined.push_back(figure.metric);
      continue;
    }
    double excess = std::numeric_limits<double>::infinity();
    if (estimate.has_interval) {
      const double half = 0.5 * (estimate.high - estimate.low);
      const double target = relative * figure.size;
      if (half <= target) continue;
      if (target > 0.0) excess = (half / target) * (half / target);
    }
    if (state.is_reached || excess > worst_excess) {
      worst_excess = excess;
      state.worst = figure;
    }
    state.is_reached = false;
  }
  state.needed = worst_excess * replications;
  return state;
}

std::uint32_t first_checkpoint(const ExperimentSettings& settings) {
  return std::min(std::max(settings.replications, kLeastPilot), settings.max_replications);
}

std::uint32_t next_checkpoint(std::uint32_t done, double needed,
                              const ExperimentSettings& settings) {
  if (done >= settings.max_replications) return done;
  const double least = std::ceil(1.1 * done);
  const double most = std::max(least, std::ceil(1.5 * done));
  const double wanted = std::clamp(std::ceil(1.1 * needed), least, most);
  return static_cast<std::uint32_t>(std::min<double>(wanted, settings.max_replications));
}

std::string precision_warning(const PrecisionState& state, const std::string& subject,
                              double relative, RunMode mode) {
  const PrecisionFigure& worst = state.worst;
  assert(worst.metric != nullptr);
  const std::uint64_t observations = worst.estimate.observations;
  const char* unit = mode == RunMode::steady_state ? "batches" : "replications";
  const std::string head = fmt::format("precision of {:.4g} % not reached: {}{}", 100.0 * relative,
                                       subject, std::string(worst.metric->id));
  if (!worst.estimate.has_interval) {
    return fmt::format("{} has no interval after {} {}", head, observations, unit);
  }
  const double half = 0.5 * (worst.estimate.high - worst.estimate.low);
  const char* remedy = mode == RunMode::steady_state ? "; lengthen the horizon" : "";
  if (worst.size == 0.0) {
    return fmt::format("{} is 0, of which no half-width is a share, after {} {}{}", head,
                       observations, unit, remedy);
  }
  return fmt::format("{} is known to {:.4g} %{} after {} {}{}", head, 100.0 * half / worst.size,
                     std::string(worst.size_name), observations, unit, remedy);
}

}  // namespace holdline
