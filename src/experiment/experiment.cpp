// From a scenario to a result: which plans run together, and what a result repeats of its scenario.
#include "holdline/experiment/experiment.hpp"

#include <algorithm>
#include <cassert>

#include "experiment/plan_group.hpp"
#include "experiment/warnings.hpp"

namespace holdline {
namespace {

Result describe(const Scenario& scenario) {
  Result result;
  result.scenario_name = scenario.name;
  result.scenario_hash = scenario.hash;
  result.currency = scenario.currency;
  result.settings = scenario.experiment;
  if (result.settings.mode == RunMode::steady_state) result.settings.replications = 1;
  result.score = scenario.score;
  for (const Plan& plan : scenario.plans) {
    result.plan_names.push_back(plan.name);
    std::vector<std::string>& groups = result.agent_group_names.emplace_back();
    for (const AgentGroup& group : plan.agent_groups) groups.push_back(group.name);
  }
  for (const ContactType& type : scenario.world.contact_types) {
    result.contact_type_names.push_back(type.name);
    result.acceptable_waits.push_back(type.acceptable_wait);
  }
  for (const Segment& segment : scenario.world.segments) {
    result.segment_names.push_back(segment.name);
    result.segment_sizes.push_back(segment.count);
    result.segment_values.push_back(segment.value_per_year);
  }
  for (const IssueType& type : scenario.world.issue_types) {
    result.issue_type_names.push_back(type.name);
  }
  result.has_outcomes = scenario.world.outcomes.is_given;
  result.gates = scenario.expectations;
  result.horizon = scenario.world.calendar.horizon();
  return result;
}

/// The plans asked for, each once, in the order asked.
std::vector<PlanId> chosen_plans(const Scenario& scenario, const ExperimentSpec& spec) {
  std::vector<PlanId> plans;
  for (const PlanId plan : spec.plans) {
    assert(plan.index() < scenario.plans.size());
    if (std::find(plans.begin(), plans.end(), plan) == plans.end()) plans.push_back(plan);
  }
  if (spec.plans.empty()) {
    for (std::size_t i = 0; i < scenario.plans.size(); ++i) plans.push_back(PlanId(i));
  }
  return plans;
}

}  // namespace

Result run_experiment(const Scenario& scenario, const ExperimentSpec& spec) {
  Result result = describe(scenario);
  const std::string blank = blank_gates_warning(scenario.expectations, scenario.experiment.mode);
  if (!blank.empty()) result.warnings.push_back(blank);
  const std::vector<PlanId> plans = chosen_plans(scenario, spec);
  ProgressCount progress;
  progress.known = PlanGroup::least_runs(scenario, plans.size());
  // Plans to be compared meet each replication together; others run one after the other, so that a
  // plan's figures (and how many replications its precision takes) do not depend on its company.
  std::vector<std::vector<PlanId>> groups;
  if (spec.compare) {
    groups.push_back(plans);
  } else {
    for (const PlanId plan : plans) groups.push_back({plan});
  }
  for (std::vector<PlanId>& members : groups) {
    PlanGroup group(scenario, std::move(members), spec, progress);
    group.run();
    group.report(result);
    if (!result.violation.empty() || !result.excess.empty()) break;
  }
  return result;
}

}  // namespace holdline
