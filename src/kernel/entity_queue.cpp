// The rare parts of the queue of numbered entities: start, growth and a new base.
#include "kernel/entity_queue.hpp"

#include <bit>
#include <new>

namespace holdline {
namespace {

/// Of no event: above the ranks of all times, and of all that is far of it.
constexpr std::uint64_t kNoRank = std::uint64_t{1} << 63;

}  // namespace

// With two leaves none is the root.
EntityQueue::EntityQueue() { grow(2); }

void EntityQueue::reset() {
  for (Number number = 0; number < capacity_; ++number) cancel(number);
  rebase(0);
}

void EntityQueue::reserve(Number count) {
  if (count > capacity_) grow(std::bit_ceil(count));
}

void EntityQueue::grow(Number capacity) {
  if (capacity > Number{1} << kNumberBits) throw std::bad_alloc();
  // All that may throw comes first.
  std::vector<Key> keys(2 * std::size_t{capacity});
  ranks_.resize(capacity);
  for (Number number = 0; number < capacity; ++number) {
    keys[capacity + number] = number < capacity_ ? keys_[leaf(number)] : nothing(number);
  }
  keys_.swap(keys);
  capacity_ = capacity;
  levels_ = static_cast<unsigned>(std::countr_zero(capacity));
  rebase(base_);
}

// What lies before the base makes all count from there.
void EntityQueue::schedule_outside(Number number) {
  const std::uint64_t rank = ranks_[number];
  const Key key = kFar << kNumberBits | number;
  keys_[leaf(number)] = key;
  if (rank < base_) {
    rebase(rank);
  } else {
    replay(number, key);
  }
}

std::uint64_t EntityQueue::lowest_rank() const {
  std::uint64_t lowest = kNoRank;
  for (Number number = 0; number < capacity_; ++number) {
    if (is_pending(number)) lowest = std::min(lowest, ranks_[number]);
  }
  return lowest;
}

void EntityQueue::rebase(std::uint64_t base) {
  base_ = base;
  for (Number number = 0; number < capacity_; ++number) {
    if (!is_pending(number)) continue;
    keys_[leaf(number)] = std::min(ranks_[number] - base_, kFar) << kNumberBits | number;
  }
  for (std::size_t at = capacity_ - 1; at > 0; --at) {
    keys_[at] = std::min(keys_[2 * at], keys_[2 * at + 1]);
  }
  bound_ = base_ + (keys_[1] >> kNumberBits);
}

}  // namespace holdline
