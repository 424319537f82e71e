#include "experiment/expectations.hpp"

namespace holdline {

ExpectationStatus judge(const Estimate& estimate, Comparison comparison, double bound) {
  if (!estimate.is_defined) return ExpectationStatus::not_met;
  if (!estimate.has_interval) return ExpectationStatus::undecided;
  const bool at_least = comparison == Comparison::at_least;
  if (at_least ? estimate.low >= bound : estimate.high <= bound) return ExpectationStatus::met;
  if (at_least ? estimate.high < bound : estimate.low > bound) return ExpectationStatus::not_met;
  return ExpectationStatus::undecided;
}

std::optional<std::size_t> expected_row(const Expectation& expectation, const Scenario& scenario,
                                        PlanId plan, const ScoreLayout& layout) {
  if (expectation.contact_type) {
    return layout.place({ScopeKind::contact_type, expectation.contact_type->value});
  }
  if (expectation.segment) return layout.place({ScopeKind::segment, expectation.segment->value});
  if (expectation.issue_type) {
    return layout.place({ScopeKind::issue_type, expectation.issue_type->value});
  }
  if (!expectation.agent_group) return 0;
  const std::vector<AgentGroup>& groups = scenario.plans[plan.index()].agent_groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (groups[i].name == *expectation.agent_group) {
      return layout.place({ScopeKind::agent_group, i});
    }
  }
  return std::nullopt;
}

}  // namespace holdline
