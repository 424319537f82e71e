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
      segment_count(scenario.world.segments.size()),
      issue_type_count(scenario.world.issue_types.size()),
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
  const auto from = [index](ScopeKind kind, std::size_t first) {
    return ScoreRow{kind, static_cast<std::uint32_t>(index - first)};
  };
  if (index == 0) return {};
  if (index < first_agent_group()) return from(ScopeKind::contact_type, 1);
  if (index < first_segment()) return from(ScopeKind::agent_group, first_agent_group());
  if (index < first_issue_type()) return from(ScopeKind::segment, first_segment());
  return from(ScopeKind::issue_type, first_issue_type());
}

std::size_t ScoreLayout::place(ScoreRow row) const {
  switch (row.kind) {
    case ScopeKind::all:
      return 0;
    case ScopeKind::contact_type:
      return 1 + row.index;
    case ScopeKind::agent_group:
      return first_agent_group() + row.index;
    case ScopeKind::segment:
      return first_segment() + row.index;
    case ScopeKind::issue_type:
      return first_issue_type() + row.index;
  }
  return 0;
}

}  // namespace holdline
