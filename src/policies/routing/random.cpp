// Idea: any idle agent, each with the same probability, whatever her group. "random" of FreeSWITCH
// and Asterisk; RANDOM selection of agents in ContactCenters.
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Random final : public RoutingPolicy {
 public:
  IdleOrder idle_order() const override { return IdleOrder::by_index; }

  AgentId choose_agent(const CenterView& center, ContactTypeId,
                       std::span<const AgentGroupId> groups, DrawSequence& draws) override {
    std::uint64_t idle = 0;
    for (const AgentGroupId group : groups) idle += center.agent_groups[group.index()].idle.size();
    std::uint64_t chosen = draws.next_below(idle);
    std::size_t at = 0;
    for (;; ++at) {
      const std::uint64_t here = center.agent_groups[groups[at].index()].idle.size();
      if (chosen < here) break;
      chosen -= here;
    }
    return center.agent_groups[groups[at].index()].idle.nth(static_cast<std::uint32_t>(chosen));
  }
};

}  // namespace

PolicyEntry random_routing_policy() {
  return {.name = "random",
          .summary = "Any idle agent, all with the same probability",
          .parameters = {},
          .factory = make_factory<Random>(),
          .check = nullptr};
}

}  // namespace holdline
