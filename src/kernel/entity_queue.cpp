// The rare parts of the queue of numbered entities: start, growth and a new base.
#include "kernel/entity_queue.hpp"

#include <algorithm>
#include <bit>
#include <new>

namespace holdline {
namespace {

/// Of no event: above the ranks of all times.
constexpr std::uint64_t kNoRank = std::uint64_t{1} << 63;

}  // namespace

// A node's key is never above those of the leaves below it: where it is that of nothing, so are
// they. After a busy day a large tree is all but empty, and only what is pending is looked at.
template <class KeyOf>
void EntityQueue::renew(std::size_t node, const KeyOf& key_of) {
  if (keys_[node] >= nothing(0)) return;
  if (node >= capacity_) {
    keys_[node] = key_of(static_cast<Number>(node) - capacity_);
    return;
  }
  renew(2 * node, key_of);
  renew(2 * node + 1, key_of);
  keys_[node] = std::min(keys_[2 * node], keys_[2 * node + 1]);
}

void EntityQueue::renew_all() {
  renew(1, [this](Number number) {
    return std::min(ranks_[number] - base_, far()) << levels_ | number;
  });
  bound_ = base_ + (keys_[1] >> levels_);
}

// With two leaves none is the root.
EntityQueue::EntityQueue() { grow(1); }

void EntityQueue::reset() {
  renew(1, [this](Number number) { return nothing(number); });
  rebase(0);
}

void EntityQueue::reserve(Number count) {
  if (count > capacity_) grow(static_cast<unsigned>(std::bit_width(count - 1)));
}

void EntityQueue::grow(unsigned levels) {
  if (levels > kMostLevels) throw std::bad_alloc();
  // All that may throw comes first.
  const Number capacity = Number{1} << levels;
  std::vector<Key> keys(2 * std::size_t{capacity});
  std::vector<bool> was_pending(capacity);
  ranks_.resize(capacity);
  for (Number number = 0; number < capacity_; ++number) was_pending[number] = is_pending(number);
  keys_.swap(keys);
  capacity_ = capacity;
  levels_ = levels;
  for (Number number = 0; number < capacity_; ++number) {
    keys_[leaf(number)] = was_pending[number] ? Key{number} : nothing(number);
  }
  renew_all();
}

void EntityQueue::schedule_outside(Number number) {
  const std::uint64_t rank = ranks_[number];
  const Key key = far() << levels_ | number;
  keys_[leaf(number)] = key;
  replay(number, key);
  if (rank < base_) rebase(rank);
}

// Looks where renew() does.
std::uint64_t EntityQueue::lowest_rank(std::size_t node) const {
  if (keys_[node] >= nothing(0)) return kNoRank;
  if (node >= capacity_) return ranks_[node - capacity_];
  return std::min(lowest_rank(2 * node), lowest_rank(2 * node + 1));
}

// Half of the room is left for what comes before: the first event known of a busy hour is seldom
// its earliest, and each that lies before the base moves it again.
void EntityQueue::rebase(std::uint64_t rank) {
  base_ = rank < kNoRank ? rank - std::min(rank, far() / 2) : kNoRank;
  renew_all();
}

}  // namespace holdline
