// The idle agents of one group, in the order the routing policy asked for.
#pragma once

#include "holdline/util/ids.hpp"

#include <cstdint>
#include <vector>

namespace holdline {

enum class IdleOrder : std::uint8_t {
  longest_idle,  ///< first in, first out
  by_index,      ///< by agent number, with "next from" and "n-th" in O(n/64)
  by_key,        ///< by a key the policy gives when the agent becomes idle, then by agent number
};

/// Members are agents [first, first + count) of one group. No allocation after construction.
class IdleSet {
 public:
  IdleSet() = default;
  IdleSet(std::uint32_t first, std::uint32_t count, IdleOrder order);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] bool contains(AgentId agent) const;
  /// The first in the set's order; requires !empty().
  [[nodiscard]] AgentId front() const;
  /// With by_index: the first at or after `agent`, else the first of all; requires !empty().
  [[nodiscard]] AgentId first_from(AgentId agent) const;
  /// With by_index: the n-th by agent number, n < size().
  [[nodiscard]] AgentId nth(std::uint32_t n) const;

  // For the model only; policies see a const set.
  void insert(AgentId agent, std::int64_t key);
  void erase(AgentId agent);
  void clear();

 private:
  [[nodiscard]] std::uint32_t local(AgentId agent) const { return agent.value - first_; }
  void heap_up(std::uint32_t at);
  void heap_down(std::uint32_t at);
  void heap_place(std::uint32_t at, std::uint32_t member);
  [[nodiscard]] bool heap_less(std::uint32_t a, std::uint32_t b) const;

  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;
  std::uint32_t size_ = 0;
  IdleOrder order_ = IdleOrder::longest_idle;
  std::uint32_t head_ = 0, tail_ = 0;         ///< longest_idle: ends of the list
  std::vector<std::uint32_t> next_, previous_;  ///< longest_idle: links; absent members point to themselves
  std::vector<std::uint64_t> bits_;           ///< by_index: members
  std::vector<std::uint32_t> heap_, place_;   ///< by_key: heap of members, member -> place
  std::vector<std::int64_t> keys_;
};

}  // namespace holdline
