// Which metrics a scenario can mean: without menus there is no containment to tell, and a table of
// blanks would say less than no table.
#include <algorithm>

#include "holdline/score/metric.hpp"

namespace holdline {
namespace {

bool has_self_service(const Plan& plan) { return plan.self_service.mode != SelfServiceMode::none; }

bool has_automation(const Plan& plan) { return plan.ivr || has_self_service(plan); }

bool has_costs(const Plan& plan) {
  const Costs& costs = plan.costs;
  return costs.per_self_service > 0.0 || costs.per_menu_min > 0.0 || costs.per_callback > 0.0 ||
         costs.per_contact > 0.0 || costs.fixed_per_week > 0.0;
}

template <class Asks>
bool any_plan(const Scenario& scenario, Asks asks) {
  return std::any_of(scenario.plans.begin(), scenario.plans.end(), asks);
}

bool has_due_times(const World& world) {
  return std::any_of(world.issue_types.begin(), world.issue_types.end(),
                     [](const IssueType& type) { return type.due.has_value(); });
}

bool names(const Scenario& scenario, std::string_view id) {
  const auto is_it = [id](const std::string& name) { return name == id; };
  const auto is_its = [id](const auto& entry) { return entry.metric == id; };
  const ScoreSettings& score = scenario.score;
  const std::vector<std::string>& precise = scenario.experiment.precision_metrics;
  return std::any_of(score.metrics.begin(), score.metrics.end(), is_it) ||
         std::any_of(precise.begin(), precise.end(), is_it) ||
         std::any_of(score.composite.begin(), score.composite.end(), is_its) ||
         std::any_of(scenario.expectations.begin(), scenario.expectations.end(), is_its);
}

/// Of needs that the world alone answers, or any of the plans.
bool is_met(const Metric& metric, const Scenario& scenario) {
  const World& world = scenario.world;
  switch (metric.needs) {
    case MetricNeeds::nothing:
      return true;
    case MetricNeeds::naming:
      return has_issues(scenario) || names(scenario, metric.id);
    case MetricNeeds::issues:
      return has_issues(scenario);
    case MetricNeeds::outcomes:
      return world.outcomes.is_given;
    case MetricNeeds::customers:
      return !world.segments.empty();
    case MetricNeeds::menus:
      return any_plan(scenario, [](const Plan& plan) { return plan.ivr.has_value(); });
    case MetricNeeds::self_service:
      return any_plan(scenario, has_self_service);
    case MetricNeeds::automation:
      return any_plan(scenario, has_automation);
    case MetricNeeds::callback:
      return any_plan(scenario, [](const Plan& plan) { return plan.callback.has_value(); });
    case MetricNeeds::due_times:
      return has_due_times(world);
    case MetricNeeds::costs:
      return has_issues(scenario) || any_plan(scenario, has_costs);
  }
  return false;
}

}  // namespace

std::string_view to_string(MetricNeeds needs) {
  constexpr std::string_view kWords[] = {"",          "naming",    "issues",       "outcomes",
                                         "customers", "menus",     "self-service", "automation",
                                         "callback",  "due times", "costs"};
  return kWords[static_cast<std::size_t>(needs)];
}

bool applies(const Metric& metric, const Scenario& scenario) { return is_met(metric, scenario); }

bool applies(const Metric& metric, const Scenario& scenario, PlanId plan) {
  const Plan& chosen = scenario.plans[plan.index()];
  switch (metric.needs) {
    case MetricNeeds::menus:
      return chosen.ivr.has_value();
    case MetricNeeds::self_service:
      return has_self_service(chosen);
    case MetricNeeds::automation:
      return has_automation(chosen);
    case MetricNeeds::callback:
      return chosen.callback.has_value();
    default:
      return is_met(metric, scenario);
  }
}

}  // namespace holdline
