// Choices that several routing policies share.
#pragma once

#include <cstddef>
#include <span>

#include "holdline/policies/center_view.hpp"
#include "holdline/policies/routing_policy.hpp"

namespace holdline {

/// Index of the first element by `is_before`, a strict weak order; the earliest of equals.
template <class Item, class IsBefore>
[[nodiscard]] std::size_t first_by(std::span<const Item> items, IsBefore is_before) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (is_before(items[i], items[best])) best = i;
  }
  return best;
}

/// The first idle agent of one of the groups, by `is_before` on two agents; of equals the one of
/// the lowest number. Looks at the front of each group only.
template <class IsBefore>
[[nodiscard]] AgentId best_front(const CenterView& center, std::span<const AgentGroupId> groups,
                                 IsBefore is_before) {
  AgentId best = center.agent_groups[groups[0].index()].idle.front();
  for (const AgentGroupId group : groups.subspan(1)) {
    const AgentId other = center.agent_groups[group.index()].idle.front();
    const AgentView& a = center.agents[other.index()];
    const AgentView& b = center.agents[best.index()];
    if (is_before(a, b) || (!is_before(b, a) && other < best)) best = other;
  }
  return best;
}

/// The agent idle longest, where idle sets are ordered so.
[[nodiscard]] inline AgentId longest_idle_agent(const CenterView& center,
                                                std::span<const AgentGroupId> groups) {
  return best_front(center, groups, [](const AgentView& a, const AgentView& b) {
    return a.idle_since < b.idle_since;
  });
}

/// Index of the contact that has waited longest.
[[nodiscard]] inline std::size_t longest_waiting(std::span<const QueueHead> heads) {
  return first_by(heads, [](const QueueHead& a, const QueueHead& b) { return a.since < b.since; });
}

}  // namespace holdline
