// Idea: equal counts: the idle agent who has handled the fewest contacts in this shift; of equals
// the one of the lowest number. "agent-with-fewest-calls" of FreeSWITCH, "fewestcalls" of Asterisk.
#include "policies/choices.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class FewestCalls final : public RoutingPolicy {
 public:
  IdleOrder idle_order() const override { return IdleOrder::by_key; }

  std::int64_t idle_key(const CenterView& center, AgentId agent) const override {
    return center.agents[agent.index()].contacts_today;
  }

  AgentId choose_agent(const CenterView& center, ContactTypeId,
                       std::span<const AgentGroupId> groups, DrawSequence&) override {
    return best_front(center, groups, [](const AgentView& a, const AgentView& b) {
      return a.contacts_today < b.contacts_today;
    });
  }
};

}  // namespace

PolicyEntry fewest_calls_routing_policy() {
  return {.name = "fewest_calls",
          .summary = "The agent who has handled the fewest contacts in this shift",
          .parameters = {},
          .factory = make_factory<FewestCalls>(),
          .check = nullptr};
}

}  // namespace holdline
