#include "experiment/precision_goal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace holdline {

PrecisionGoal::PrecisionGoal(const Scenario& scenario, std::span<const Metric* const> catalogue,
                             std::size_t lanes)
    : settings_(scenario.experiment), metrics_(precision_metrics(catalogue, scenario.experiment)) {
  if (lanes > 1 && settings_.precision_metrics.empty() && has_verdict(scenario)) {
    metrics_ = {find_metric("net_value")};
  }
}

std::size_t PrecisionGoal::subject_count(const GroupStatistics& group) const {
  return std::max<std::size_t>(1, group.comparisons.size());
}

PrecisionState PrecisionGoal::state(std::size_t subject, const GroupStatistics& group,
                                    Confidence& confidence) const {
  const PlanStatistics& first = group.plans.front();
  const std::vector<PrecisionFigure> figures =
      group.comparisons.empty() ? own_figures(first, metrics_, confidence)
                                : paired_figures(group.comparisons[subject], first,
                                                 group.plans[subject + 1], metrics_, confidence);
  return check_precision(figures, *settings_.precision, first.replications());
}

std::uint32_t PrecisionGoal::next_target(std::uint32_t done, const GroupStatistics& group,
                                         Confidence& confidence) const {
  double needed = 0.0;
  bool is_reached = true;
  for (std::size_t subject = 0; subject < subject_count(group); ++subject) {
    const PrecisionState found = state(subject, group, confidence);
    is_reached = is_reached && found.is_reached;
    if (!found.is_reached) needed = std::max(needed, found.needed);
  }
  return is_reached ? done : next_checkpoint(done, needed, settings_);
}

void PrecisionGoal::report(const GroupStatistics& group, std::span<const std::string> names,
                           Confidence& confidence, Result& result) const {
  if (!settings_.precision) return;
  if (group.plans.front().replications() == 0) {
    result.precision_reached = false;
    return;
  }
  for (std::size_t subject = 0; subject < subject_count(group); ++subject) {
    const std::string plans = group.comparisons.empty()
                                  ? fmt::format("plan {}", names[0])
                                  : fmt::format("plan {} against {}", names[subject + 1], names[0]);
    const PrecisionState found = state(subject, group, confidence);
    if (!found.is_reached) {
      result.precision_reached = false;
      const std::string what = group.comparisons.empty() ? ": " : ": the difference of ";
      result.warnings.push_back(
          precision_warning(found, plans + what, *settings_.precision, settings_.mode));
    }
    if (settings_.precision_metrics.empty()) continue;  // nobody asked for this one by name
    for (const Metric* metric : found.undefined) {
      result.warnings.push_back(
          fmt::format("{}: no precision for {}: there is nothing to estimate (0/0)", plans,
                      std::string(metric->id)));
    }
  }
}

}  // namespace holdline
