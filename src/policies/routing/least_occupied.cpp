// Idea: spread the work: the idle agent whose share of busy time in this shift is least. Avaya's
// "least occupied agent" (LOA). The share is taken when she becomes idle and stays until she works
// again: it then only falls, by the same clock for all, and the order need not be kept up each
// second.
#include "holdline/util/int128.hpp"
#include "policies/choices.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

/// Busy over worked time of the shift (breaks apart) up to `now`, in millionths.
std::int64_t occupancy_ppm(const AgentView& agent, Time now) {
  const Duration worked = now - agent.shift_start - agent.break_taken;
  if (worked <= Duration{0}) return 0;
  return static_cast<std::int64_t>(Int128{agent.busy_today.count()} * 1'000'000 / worked.count());
}

class LeastOccupied final : public RoutingPolicy {
 public:
  IdleOrder idle_order() const override { return IdleOrder::by_key; }

  std::int64_t idle_key(const CenterView& center, AgentId agent) const override {
    return occupancy_ppm(center.agents[agent.index()], center.now);
  }

  AgentId choose_agent(const CenterView& center, ContactTypeId,
                       std::span<const AgentGroupId> groups, DrawSequence&) override {
    return best_front(center, groups, [](const AgentView& a, const AgentView& b) {
      return occupancy_ppm(a, a.idle_since) < occupancy_ppm(b, b.idle_since);
    });
  }
};

}  // namespace

PolicyEntry least_occupied_routing_policy() {
  return {.name = "least_occupied",
          .summary = "The agent whose occupancy in this shift, as she became idle, is least",
          .parameters = {},
          .factory = make_factory<LeastOccupied>(),
          .check = nullptr};
}

}  // namespace holdline
