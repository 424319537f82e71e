// Idea: in turn: the next idle agent, by number, after the one chosen last; where several groups
// may serve, the group whose turn was longest ago. "round-robin" of FreeSWITCH, "rrmemory" of
// Asterisk (the place is remembered between contacts), "circular" of Cisco.
#include <vector>

#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class RoundRobin final : public RoutingPolicy {
 public:
  explicit RoundRobin(const PolicySetup& setup) : turns_(setup.agent_group_count) {}

  IdleOrder idle_order() const override { return IdleOrder::by_index; }

  AgentId choose_agent(const CenterView& center, ContactTypeId,
                       std::span<const AgentGroupId> groups, DrawSequence&) override {
    AgentGroupId group = groups[0];
    for (const AgentGroupId other : groups.subspan(1)) {
      if (turns_[other.index()].number < turns_[group.index()].number) group = other;
    }
    Turn& turn = turns_[group.index()];
    const AgentId agent = center.agent_groups[group.index()].idle.first_from(turn.next);
    turn.next = AgentId{agent.index() + 1};
    turn.number = ++last_number_;
    return agent;
  }

 private:
  struct Turn {
    AgentId next;              ///< where to go on; outside the group: at its first agent
    std::uint64_t number = 0;  ///< of the group's last choice among all choices; 0 before the first
  };

  std::vector<Turn> turns_;  ///< by AgentGroupId
  std::uint64_t last_number_ = 0;
};

}  // namespace

PolicyEntry round_robin_routing_policy() {
  return {.name = "round_robin",
          .summary = "Agents in turn, by number, after the one chosen last",
          .parameters = {},
          .factory = make_factory<RoundRobin>(),
          .check = nullptr};
}

}  // namespace holdline
