// Idea: fairness on both sides: the agent idle longest takes the next contact, and the contact that
// has waited longest is next, whatever its type's priority. "Longest idle agent" of FreeSWITCH
// (longest-idle-agent), Avaya (uniform call distribution, most idle agent) and Genesys; LONGESTIDLE
// with LONGESTWAITINGTIME of ContactCenters.
#include "policies/choices.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class LongestIdle final : public RoutingPolicy {
 public:
  std::size_t choose_contact(const CenterView&, AgentId, std::span<const QueueHead> heads,
                             DrawSequence&) override {
    return longest_waiting(heads);
  }
};

}  // namespace

PolicyEntry longest_idle_routing_policy() {
  return {.name = "longest_idle",
          .summary =
              "The agent idle longest; the contact that has waited longest, whatever its "
              "priority",
          .parameters = {},
          .factory = make_factory<LongestIdle>(),
          .check = nullptr};
}

}  // namespace holdline
