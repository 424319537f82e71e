// Reporting intervals or batches, as the scenario asks.
#include "holdline/score/score_layout.hpp"

#include <algorithm>

namespace holdline {
namespace {

std::size_t intervals_in(Duration span, Duration interval) {
  return static_cast<std::size_t>((span.count() + interval.count() - 1) / interval.count());
}

}  // namespace

ScoreLayout::ScoreLayout(const Scenario& scenario, PlanId plan)
    : contact_type_count(scenario.world.contact_types.size()),
      agent_group_count(scenario.plans[plan.index()].agent_groups.size()),
      warm_up(scenario.experiment.warm_up) {
  const Duration horizon = scenario.world.calendar.horizon();
  if (scenario.experiment.mode == RunMode::steady_state) {
    const auto batches = std::max<std::int64_t>(1, scenario.experiment.batches);
    interval_count = static_cast<std::size_t>(batches);
    interval = std::max(Duration{1}, (horizon - warm_up) / batches);
    origin = warm_up;
  } else if (scenario.score.interval && *scenario.score.interval > Duration::zero()) {
    interval = *scenario.score.interval;
    fold_days = scenario.score.fold_days;
    interval_count = intervals_in(fold_days ? kDay : horizon, interval);
  }
}

ScoreRow ScoreLayout::row(std::size_t index) const {
  if (index == 0) return {};
  const std::size_t place = index - 1;
  if (place < contact_type_count) {
    return {ScopeKind::contact_type, static_cast<std::uint32_t>(place)};
  }
  return {ScopeKind::agent_group, static_cast<std::uint32_t>(place - contact_type_count)};
}

}  // namespace holdline
