#include "model/plan_tables.hpp"

#include <algorithm>
#include <cmath>

namespace holdline {
namespace {

std::uint32_t most_agents(const Profile& profile) {
  double most = 0.0;
  for (const double count : profile.values) most = std::max(most, count);
  return static_cast<std::uint32_t>(std::lround(most));
}

}  // namespace

PlanTables::PlanTables(const Scenario& scenario_values, PlanId plan_id)
    : scenario(scenario_values), plan(scenario_values.plans[plan_id.index()]) {
  has_issues = holdline::has_issues(scenario);
  has_callbacks = plan.callback.has_value();
  build_groups();
  build_types();
  setup = PolicySetup{types.size(), agent_count, groups.size()};
  build_routing();
}

void PlanTables::build_groups() {
  for (const AgentGroup& spec : plan.agent_groups) {
    AgentGroupTable table;
    table.spec = &spec;
    table.first_agent = agent_count;
    if (spec.shifts.empty()) {
      table.agent_count = most_agents(spec.agents);
      add_crew(spec.name, table.agent_count);
    } else {
      for (const Shift& shift : spec.shifts) {
        table.shift_first_agent.push_back(agent_count + table.agent_count);
        table.agent_count += shift.agents;
        add_crew(spec.name + "/" + shift.name, shift.agents);
      }
    }
    // Absence is a property of a person: with it, the roster must be of named agents.
    table.on_decrease = spec.absence.empty() ? spec.on_decrease : LeavingRule::named;
    agent_count += table.agent_count;
    group_of.insert(group_of.end(), table.agent_count, AgentGroupId(groups.size()));
    groups.push_back(std::move(table));
  }
}

void PlanTables::add_crew(std::string name, std::uint32_t agents) {
  const auto crew = static_cast<std::uint32_t>(crews.size());
  crews.push_back(std::move(name));
  for (std::uint32_t place = 0; place < agents; ++place) persons.push_back({crew, place});
}

void PlanTables::build_types() {
  const auto& specs = scenario.world.contact_types;
  for (std::size_t t = 0; t < specs.size(); ++t) {
    ContactTypeTable table;
    table.spec = &specs[t];
    table.inverse_proficiency.assign(groups.size(), 1.0);
    if (specs[t].hold) table.hold.emplace(*specs[t].hold);
    if (specs[t].wrap_up) table.wrap_up.emplace(*specs[t].wrap_up);
    if (t < plan.queue_limits.size()) table.queue_limit = plan.queue_limits[t];
    types.push_back(std::move(table));
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const Skill& skill : groups[g].spec->skills) {
      types[skill.type.index()].inverse_proficiency[g] = 1.0 / skill.proficiency;
    }
  }
}

std::vector<SkillView> PlanTables::skill_views() const {
  std::vector<SkillView> views;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const Skill& skill : groups[g].spec->skills) {
      views.push_back({AgentGroupId(g), skill.type, skill.proficiency, skill.preference});
    }
  }
  return views;
}

// The preference table and the policy's own delays become one table, read from both sides.
void PlanTables::build_routing() {
  const auto agent_policy = make_routing(plan.routing.agent_for_contact);
  const auto contact_policy = make_routing(plan.routing.contact_for_agent);
  const std::vector<SkillView> skills = skill_views();
  for (std::size_t t = 0; t < types.size(); ++t) {
    if (t >= plan.routing.preferences.size()) continue;
    for (const GroupPreference& preference : plan.routing.preferences[t]) {
      for (const SkillView& skill : skills) {
        if (skill.group != preference.group || skill.type != ContactTypeId(t)) continue;
        const Duration after =
            std::min(kForever, std::max({preference.after, agent_policy->eligible_after(skill),
                                         contact_policy->eligible_after(skill)}));
        types[t].options.push_back({preference.group, preference.level, after});
        groups[preference.group.index()].skills.push_back(
            {skill.type, types[t].spec->priority, skill.preference, after});
        if (after > Duration{0} && after < kForever) types[t].stages.push_back(after);
      }
    }
    auto& options = types[t].options;
    std::stable_sort(options.begin(), options.end(),
                     [](const auto& a, const auto& b) { return a.level < b.level; });
    auto& stages = types[t].stages;
    std::sort(stages.begin(), stages.end());
    stages.erase(std::unique(stages.begin(), stages.end()), stages.end());
    has_stages = has_stages || !stages.empty();
  }
}

std::unique_ptr<RoutingPolicy> PlanTables::make_routing(const PolicyChoice& choice) const {
  auto policy = std::get<0>(choice.entry->factory)(choice.values, setup);
  const std::vector<SkillView> skills = skill_views();
  policy->prepare(skills);
  return policy;
}

std::unique_ptr<BreakPolicy> PlanTables::make_breaks() const {
  return std::get<1>(plan.breaks.entry->factory)(plan.breaks.values, setup);
}

std::unique_ptr<StaffingPolicy> PlanTables::make_staffing() const {
  return std::get<2>(plan.staffing.entry->factory)(plan.staffing.values, setup);
}

}  // namespace holdline
