// Idea: always the first idle agent of the list: the ones at the top work without rest, those at
// the bottom are the reserve. "top-down" of FreeSWITCH, "linear" of Asterisk, "direct department
// calling" of Avaya.
#include "policies/choices.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class TopDown final : public RoutingPolicy {
 public:
  IdleOrder idle_order() const override { return IdleOrder::by_index; }

  AgentId choose_agent(const CenterView& center, ContactTypeId,
                       std::span<const AgentGroupId> groups, DrawSequence&) override {
    return best_front(center, groups, [](const AgentView&, const AgentView&) { return false; });
  }
};

}  // namespace

PolicyEntry top_down_routing_policy() {
  return {.name = "top_down",
          .summary = "The idle agent of the lowest number",
          .parameters = {},
          .factory = make_factory<TopDown>(),
          .check = nullptr};
}

}  // namespace holdline
