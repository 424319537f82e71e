// Idea: the most urgent contact first, and among equals the one that has waited longest; calls go
// to the agent idle longest. What nearly every distributor does unless told otherwise: "priority,
// then age" of Genesys and Avaya, QUEUEPRIORITY with LONGESTIDLE agents of ContactCenters.
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

/// Both answers are the defaults of the contract.
class PriorityThenLongestWait final : public RoutingPolicy {};

}  // namespace

PolicyEntry priority_then_longest_wait_routing_policy() {
  return {.name = "priority_then_longest_wait",
          .summary =
              "The contact of the highest priority that has waited longest; the agent idle "
              "longest",
          .parameters = {},
          .factory = make_factory<PriorityThenLongestWait>(),
          .check = nullptr};
}

}  // namespace holdline
