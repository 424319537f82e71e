// The parts of IdleSet that are not on the path of every contact: the bit set and the heap.
#include "holdline/policies/idle_set.hpp"

#include <algorithm>
#include <bit>

namespace holdline {

IdleSet::IdleSet(std::uint32_t first, std::uint32_t count, IdleOrder order)
    : first_(first), count_(count), order_(order) {
  switch (order_) {
    case IdleOrder::longest_idle:
      links_.resize(std::size_t{count_} + 1);
      break;
    case IdleOrder::by_index:
      bits_.resize((std::size_t{count_} + 63) / 64);
      summary_.resize((bits_.size() + 63) / 64);
      break;
    case IdleOrder::by_key:
      heap_.resize(count_);
      place_.resize(count_);
      keys_.resize(count_);
      break;
  }
  clear();
}

void IdleSet::clear() {
  size_ = 0;
  for (std::uint32_t i = 0; i < links_.size(); ++i) links_[i] = {i, i};
  std::fill(bits_.begin(), bits_.end(), 0);
  std::fill(summary_.begin(), summary_.end(), 0);
  std::fill(place_.begin(), place_.end(), count_);
}

AgentId IdleSet::first_from(AgentId agent) const {
  assert(order_ == IdleOrder::by_index && !empty());
  const bool is_inside = agent.value >= first_ && local(agent) < count_;
  return agent_at(next_bit(is_inside ? local(agent) : 0));
}

AgentId IdleSet::nth(std::uint32_t n) const {
  assert(order_ == IdleOrder::by_index && n < size_);
  std::uint32_t word = 0;
  for (;; ++word) {
    const auto here = static_cast<std::uint32_t>(std::popcount(bits_[word]));
    if (n < here) break;
    n -= here;
  }
  std::uint64_t rest = bits_[word];
  for (; n > 0; --n) rest &= rest - 1;
  return agent_at(word * 64 + static_cast<std::uint32_t>(std::countr_zero(rest)));
}

void IdleSet::insert_bit(std::uint32_t member) {
  const std::uint32_t word = member / 64;
  bits_[word] |= std::uint64_t{1} << (member % 64);
  summary_[word / 64] |= std::uint64_t{1} << (word % 64);
}

void IdleSet::erase_bit(std::uint32_t member) {
  const std::uint32_t word = member / 64;
  bits_[word] &= ~(std::uint64_t{1} << (member % 64));
  if (bits_[word] == 0) summary_[word / 64] &= ~(std::uint64_t{1} << (word % 64));
}

/// The first member at or after `from`, else the first of all; the set is not empty.
std::uint32_t IdleSet::next_bit(std::uint32_t from) const {
  const auto low = [](std::uint64_t bits) {
    return static_cast<std::uint32_t>(std::countr_zero(bits));
  };
  std::uint32_t word = from / 64;
  if (const std::uint64_t here = bits_[word] >> (from % 64); here != 0) return from + low(here);
  ++word;
  std::uint64_t mask = ~std::uint64_t{0} << (word % 64);
  for (std::uint32_t i = word / 64; i < summary_.size(); ++i) {
    if (const std::uint64_t words = summary_[i] & mask; words != 0) {
      word = i * 64 + low(words);
      return word * 64 + low(bits_[word]);
    }
    mask = ~std::uint64_t{0};
  }
  return next_bit(0);
}

bool IdleSet::heap_less(std::uint32_t a, std::uint32_t b) const {
  return keys_[a] != keys_[b] ? keys_[a] < keys_[b] : a < b;
}

void IdleSet::heap_place(std::uint32_t at, std::uint32_t member) {
  heap_[at] = member;
  place_[member] = at;
}

void IdleSet::heap_up(std::uint32_t at) {
  const std::uint32_t member = heap_[at];
  while (at > 0) {
    const std::uint32_t parent = (at - 1) / 2;
    if (!heap_less(member, heap_[parent])) break;
    heap_place(at, heap_[parent]);
    at = parent;
  }
  heap_place(at, member);
}

/// `size_` members are in the heap.
void IdleSet::heap_down(std::uint32_t at) {
  const std::uint32_t member = heap_[at];
  for (;;) {
    std::uint32_t child = 2 * at + 1;
    if (child >= size_) break;
    if (child + 1 < size_ && heap_less(heap_[child + 1], heap_[child])) ++child;
    if (!heap_less(heap_[child], member)) break;
    heap_place(at, heap_[child]);
    at = child;
  }
  heap_place(at, member);
}

/// Called before size_ counts the member.
void IdleSet::insert_heap(std::uint32_t member, std::int64_t key) {
  keys_[member] = key;
  heap_place(size_, member);
  heap_up(size_);
}

/// Called while size_ still counts the member.
void IdleSet::erase_heap(std::uint32_t member) {
  const std::uint32_t hole = place_[member];
  const std::uint32_t last = heap_[size_ - 1];
  place_[member] = count_;
  if (last == member) return;
  heap_place(hole, last);
  --size_;
  heap_up(hole);
  heap_down(place_[last]);
  ++size_;
}

}  // namespace holdline
