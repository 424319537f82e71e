// The default answers of a routing policy: those most centres give.
#include "holdline/policies/routing_policy.hpp"

#include "policies/choices.hpp"

namespace holdline {

AgentId RoutingPolicy::choose_agent(const CenterView& center, ContactTypeId,
                                    std::span<const AgentGroupId> groups, DrawSequence&) {
  return longest_idle_agent(center, groups);
}

std::size_t RoutingPolicy::choose_contact(const CenterView&, AgentId,
                                          std::span<const QueueHead> heads, DrawSequence&) {
  return first_by(heads, [](const QueueHead& a, const QueueHead& b) {
    return a.priority != b.priority ? a.priority < b.priority : a.since < b.since;
  });
}

}  // namespace holdline
