// A centre set up by hand, for asking policies questions without running a model.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "holdline/policies/center_view.hpp"
#include "holdline/policies/routing_policy.hpp"

namespace holdline::test {

/// Groups of agents and queues whose every number a test may set. Tables do not grow once view()
/// has been taken.
class StagedCenter {
 public:
  /// `group_sizes[i]` agents in group i; idle sets in `order`.
  StagedCenter(const std::vector<std::uint32_t>& group_sizes, std::size_t contact_type_count,
               IdleOrder order)
      : queues_(contact_type_count) {
    std::uint32_t first = 0;
    for (const std::uint32_t size : group_sizes) {
      AgentGroupView group;
      group.idle = IdleSet(first, size, order);
      group.first_agent = first;
      group.agent_count = size;
      AgentView agent;
      agent.group = AgentGroupId{groups_.size()};
      agents_.insert(agents_.end(), size, agent);
      groups_.push_back(std::move(group));
      first += size;
    }
  }

  [[nodiscard]] CenterView view() const {
    CenterView center;
    center.now = now;
    center.queues = queues_;
    center.agents = agents_;
    center.agent_groups = groups_;
    for (const QueueView& queue : queues_) center.waiting += queue.length;
    return center;
  }

  [[nodiscard]] AgentView& agent(std::size_t index) { return agents_[index]; }
  [[nodiscard]] AgentGroupView& group(std::size_t index) { return groups_[index]; }
  [[nodiscard]] QueueView& queue(std::size_t index) { return queues_[index]; }
  [[nodiscard]] std::size_t agent_count() const { return agents_.size(); }
  [[nodiscard]] std::size_t group_count() const { return groups_.size(); }

  /// Puts the agent on shift and idle from `since` on, in the policy's order.
  void make_idle(std::size_t index, Time since, const RoutingPolicy& policy) {
    AgentView& each = agents_[index];
    start_shift(each);
    each.is_idle = true;
    each.idle_since = since;
    CenterView center = view();
    center.now = since;
    groups_[each.group.index()].idle.insert(AgentId{index},
                                            policy.idle_key(center, AgentId{index}));
  }

  void make_busy(std::size_t index) {
    AgentView& each = agents_[index];
    stop_idling(each, index);
    start_shift(each);
    each.is_working = true;
    ++groups_[each.group.index()].working;
  }

  void make_absent(std::size_t index) {
    AgentView& each = agents_[index];
    stop_idling(each, index);
    if (each.is_working) --groups_[each.group.index()].working;
    if (each.is_on_shift) --groups_[each.group.index()].on_shift;
    each.is_working = each.is_on_shift = false;
  }

  /// Ends an agent's contact, so that make_idle may follow.
  void finish_contact(std::size_t index, Duration handle_time) {
    AgentView& each = agents_[index];
    each.is_working = false;
    --groups_[each.group.index()].working;
    each.busy_today += handle_time;
    ++each.contacts_today;
  }

  Time now{8 * kHour};

 private:
  void start_shift(AgentView& each) {
    if (each.is_on_shift) return;
    each.is_on_shift = true;
    ++groups_[each.group.index()].on_shift;
  }
  void stop_idling(AgentView& each, std::size_t index) {
    if (!each.is_idle) return;
    each.is_idle = false;
    groups_[each.group.index()].idle.erase(AgentId{index});
  }

  std::vector<QueueView> queues_;
  std::vector<AgentView> agents_;
  std::vector<AgentGroupView> groups_;
};

}  // namespace holdline::test
