// When routing first lets somebody serve a contact type, for the plausibility warnings: the same
// rule as the model's tables, asked of the policies themselves, so that a policy of the embedder's
// is judged like the built-in ones.
#include <algorithm>
#include <limits>
#include <memory>
#include <variant>

#include "holdline/policies/registry.hpp"
#include "holdline/policies/routing_policy.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

std::size_t most_agents(const AgentGroup& group) {
  double most = 0.0;
  for (const double agents : group.agents.values) most = std::max(most, agents);
  for (const Shift& shift : group.shifts) most += shift.agents;
  return static_cast<std::size_t>(most);
}

}  // namespace

Duration earliest_service(const Plan& plan, std::size_t type, std::size_t contact_type_count) {
  PolicySetup setup{contact_type_count, 0, plan.agent_groups.size()};
  std::vector<SkillView> skills;
  for (std::size_t group = 0; group < plan.agent_groups.size(); ++group) {
    setup.agent_count += most_agents(plan.agent_groups[group]);
    for (const Skill& skill : plan.agent_groups[group].skills) {
      skills.push_back({AgentGroupId{group}, skill.type, skill.proficiency, skill.preference});
    }
  }
  const auto make = [&](const PolicyChoice& choice) {
    auto policy = std::get<0>(choice.entry->factory)(choice.values, setup);
    policy->prepare(skills);
    return policy;
  };
  const std::unique_ptr<RoutingPolicy> policies[] = {make(plan.routing.agent_for_contact),
                                                     make(plan.routing.contact_for_agent)};
  Duration earliest = kForever;
  for (const GroupPreference& preference : plan.routing.preferences[type]) {
    for (const SkillView& skill : skills) {
      if (skill.group != preference.group || skill.type != ContactTypeId{type}) continue;
      Duration after = preference.after;
      for (const auto& policy : policies) after = std::max(after, policy->eligible_after(skill));
      earliest = std::min(earliest, after);
    }
  }
  return earliest;
}

double longest_s(const Distribution& distribution) {
  switch (distribution.kind) {
    case DistributionKind::deterministic:
      return distribution.a;
    case DistributionKind::uniform:
      return distribution.b;
    case DistributionKind::triangular:
      return distribution.c;
    case DistributionKind::empirical:
      return distribution.points.back();
    default:
      return std::numeric_limits<double>::infinity();
  }
}

}  // namespace holdline
