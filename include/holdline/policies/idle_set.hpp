// The idle agents of one group, in the order the routing policy asked for.
//
// Why three structures behind one type and not a virtual set: `longest_idle` is on the path of
// every contact and must inline to a few stores; the others cost a call.
#pragma once

#include <cassert>
#include <cstdint>
#include <vector>

#include "holdline/util/ids.hpp"

namespace holdline {

enum class IdleOrder : std::uint8_t {
  longest_idle,  ///< first in, first out
  by_index,      ///< by agent number, with "next from" in O(n/4096) and "n-th" in O(n/64)
  by_key,        ///< by a key the policy gives when the agent becomes idle, then by agent number
};

/// Members are agents [first, first + count) of one group. No allocation after construction.
class IdleSet {
 public:
  IdleSet() = default;
  IdleSet(std::uint32_t first, std::uint32_t count, IdleOrder order);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] IdleOrder order() const { return order_; }
  [[nodiscard]] bool contains(AgentId agent) const;
  /// The first in the set's order; requires !empty().
  [[nodiscard]] AgentId front() const;
  /// With by_index: the first at or after `agent`, else the first of all; requires !empty().
  /// `agent` may lie outside the group.
  [[nodiscard]] AgentId first_from(AgentId agent) const;
  /// With by_index: the n-th by agent number, n < size().
  [[nodiscard]] AgentId nth(std::uint32_t n) const;

  // For the model only; policies see a const set.

  /// Adds an agent of the group who is not a member; `key` matters with by_key only.
  void insert(AgentId agent, std::int64_t key);
  /// Removes a member.
  void erase(AgentId agent);
  void clear();

 private:
  /// A place in the list; an absent member's links point to itself.
  struct Link {
    std::uint32_t next;
    std::uint32_t previous;
  };

  [[nodiscard]] std::uint32_t local(AgentId agent) const { return agent.value - first_; }
  [[nodiscard]] AgentId agent_at(std::uint32_t member) const {
    return AgentId{static_cast<std::size_t>(first_) + member};
  }
  void insert_bit(std::uint32_t member);
  void erase_bit(std::uint32_t member);
  [[nodiscard]] std::uint32_t next_bit(std::uint32_t from) const;
  void insert_heap(std::uint32_t member, std::int64_t key);
  void erase_heap(std::uint32_t member);
  void heap_up(std::uint32_t at);
  void heap_down(std::uint32_t at);
  void heap_place(std::uint32_t at, std::uint32_t member);
  [[nodiscard]] bool heap_less(std::uint32_t a, std::uint32_t b) const;

  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;
  std::uint32_t size_ = 0;
  IdleOrder order_ = IdleOrder::longest_idle;
  std::vector<Link> links_;             ///< longest_idle: a ring closed by a sentinel at count_
  std::vector<std::uint64_t> bits_;     ///< by_index: members
  std::vector<std::uint64_t> summary_;  ///< by_index: which words of bits_ are not zero
  std::vector<std::uint32_t> heap_;     ///< by_key: heap of members
  std::vector<std::uint32_t> place_;    ///< by_key: member -> place in heap_, or count_
  std::vector<std::int64_t> keys_;      ///< by_key: of members
};

inline bool IdleSet::contains(AgentId agent) const {
  const std::uint32_t member = local(agent);
  if (member >= count_) return false;
  switch (order_) {
    case IdleOrder::longest_idle:
      return links_[member].next != member;
    case IdleOrder::by_index:
      return ((bits_[member / 64] >> (member % 64)) & 1u) != 0;
    case IdleOrder::by_key:
      return place_[member] != count_;
  }
  return false;
}

inline AgentId IdleSet::front() const {
  assert(!empty());
  if (order_ == IdleOrder::longest_idle) return agent_at(links_[count_].next);
  if (order_ == IdleOrder::by_key) return agent_at(heap_[0]);
  return agent_at(next_bit(0));
}

inline void IdleSet::insert(AgentId agent, std::int64_t key) {
  assert(local(agent) < count_ && !contains(agent));
  const std::uint32_t member = local(agent);
  if (order_ == IdleOrder::longest_idle) {
    const std::uint32_t last = links_[count_].previous;
    links_[member] = {count_, last};
    links_[last].next = member;
    links_[count_].previous = member;
  } else if (order_ == IdleOrder::by_index) {
    insert_bit(member);
  } else {
    insert_heap(member, key);
  }
  ++size_;
}

inline void IdleSet::erase(AgentId agent) {
  assert(contains(agent));
  const std::uint32_t member = local(agent);
  if (order_ == IdleOrder::longest_idle) {
    // One by one: a wide load of what was just stored in two parts would wait for it.
    const std::uint32_t next = links_[member].next;
    const std::uint32_t previous = links_[member].previous;
    links_[previous].next = next;
    links_[next].previous = previous;
    links_[member] = {member, member};
  } else if (order_ == IdleOrder::by_index) {
    erase_bit(member);
  } else {
    erase_heap(member);
  }
  --size_;
}

}  // namespace holdline
