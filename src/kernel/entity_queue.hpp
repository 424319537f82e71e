// The pending events of numbered entities, one each: a tournament (winner) tree over their numbers.
// Events of equal time and order happen by number.
//
// Why beside EventQueue, which asks who was scheduled first: where the entity's number settles a
// tie, rank and number fit one word that no two entities share, and a match is one comparison, one
// load and one store: half the instructions (docs/model.md says which events go by number).
//
// The number takes as many bits of the word as it needs, so that there is room for 285 years with
// 128 entities and for 12 days with a million. It counts from a base; an event beyond the room is
// known to be far, and the base moves on when only far events are left.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "holdline/util/time.hpp"
#include "kernel/event_rank.hpp"
#include "kernel/take_lower.hpp"

namespace holdline {

/// Numbers below 2^28 (std::bad_alloc beyond); times from 0 to below 2^59 microseconds.
class EntityQueue {
 public:
  using Number = std::uint32_t;

  EntityQueue();

  /// Forgets all events; keeps the memory.
  void reset();
  /// Makes numbers below `count` valid. Allocates only for more than ever before.
  void reserve(Number count);

  /// Sets the entity's event, replacing any. `order` (0-15) ranks events of equal time, lower
  /// first. O(log entities); where the base moves, as much for each pending event.
  void schedule(Number number, Time time, std::uint8_t order);
  /// Forgets the entity's event, if any. O(1).
  void cancel(Number number);
  /// For an entity whose event was popped just now and that gets no other soon: does at once what
  /// the next settle() would find to do, after a branch that nobody can predict.
  void rest(Number number) {
    assert(!is_pending(number));
    replay(number, nothing(number));
  }
  [[nodiscard]] bool is_pending(Number number) const;

  /// Nothing has a lower rank, in the order of all queues; found without a search.
  [[nodiscard]] std::uint64_t rank_bound() const { return bound_; }
  /// True if an event has the rank rank_bound(); if not, raises it.
  bool settle();
  /// Removes the event of rank_bound() when settle() has just been true, and tells whose it was.
  Number pop_settled();

 private:
  /// Rank above the base : number.
  using Key = std::uint64_t;

  static constexpr unsigned kMostLevels = 28;

  /// The rank above the base of all that is further; of nothing it is one more.
  [[nodiscard]] std::uint64_t far() const { return (~std::uint64_t{0} >> levels_) - 1; }
  [[nodiscard]] Key nothing(Number number) const { return ~std::uint64_t{0} << levels_ | number; }
  [[nodiscard]] Number number_of(Key key) const {
    return static_cast<Number>(key) & (capacity_ - 1);
  }
  [[nodiscard]] std::size_t leaf(Number number) const { return capacity_ + std::size_t{number}; }
  /// Plays the entity's matches again, up to the root; `key` is its leaf's.
  void replay(Number number, Key key);
  [[gnu::noinline, gnu::cold]] void schedule_outside(Number number);
  /// Counts from such a base that an event of this rank has room, and some before it too.
  [[gnu::noinline, gnu::cold]] void rebase(std::uint64_t rank);
  // Of a node and all below it.
  [[nodiscard]] std::uint64_t lowest_rank(std::size_t node) const;
  /// Gives pending events the keys that key_of(number) says.
  template <class KeyOf>
  void renew(std::size_t node, const KeyOf& key_of);
  /// From the ranks.
  void renew_all();
  void grow(unsigned levels);

  // Node 1 is the winner, node capacity_ + number the entity's own; node 0 is not used.
  // pop_settled() and cancel() only empty the leaf, as in EventQueue: until the next event is
  // scheduled or settle() finds out, the dead key may go on winning matches on its own path.
  std::vector<Key> keys_;
  std::vector<std::uint64_t> ranks_;  ///< by number: of its last event, pending or not
  std::uint64_t base_ = 0;            ///< no pending event has a lower rank
  std::uint64_t bound_ = 0;           ///< the rank of the root
  Number capacity_ = 0;               ///< leaves, a power of two
  unsigned levels_ = 0;               ///< capacity_ is 2 to this power: the bits of a number
};

inline void EntityQueue::replay(Number number, Key key) {
  Key* const keys = keys_.data();
  std::size_t at = leaf(number);
  assert(key == keys[at]);
  const auto play = [&]() __attribute__((always_inline)) { play_match(key, at, keys); };
  // One jump to as many matches as there are: a branch to each would be as much work as the match.
  switch (levels_) {
    default:
      for (unsigned level = levels_; level > 8; --level) play();
      [[fallthrough]];
    case 8:
      play();
      [[fallthrough]];
    case 7:
      play();
      [[fallthrough]];
    case 6:
      play();
      [[fallthrough]];
    case 5:
      play();
      [[fallthrough]];
    case 4:
      play();
      [[fallthrough]];
    case 3:
      play();
      [[fallthrough]];
    case 2:
      play();
      [[fallthrough]];
    case 1:
      play();
  }
  bound_ = base_ + (key >> levels_);
}

inline void EntityQueue::schedule(Number number, Time time, std::uint8_t order) {
  assert(number < ranks_.size() && order < 16 && time >= Time{} && time < Time{4 * kForever});
  const std::uint64_t rank = rank_of(time) | order;
  ranks_[number] = rank;
  const std::uint64_t ahead = rank - base_;
  if (ahead >= far()) [[unlikely]] {  // or before the base
    schedule_outside(number);
    return;
  }
  const Key key = ahead << levels_ | number;
  keys_[leaf(number)] = key;
  replay(number, key);
}

inline void EntityQueue::cancel(Number number) { keys_[leaf(number)] = nothing(number); }

inline bool EntityQueue::is_pending(Number number) const {
  return keys_[leaf(number)] != nothing(number);
}

inline bool EntityQueue::settle() {
  const Key first = keys_[1];
  const Number number = number_of(first);
  const Key own = keys_[leaf(number)];
  if (own != first) {
    replay(number, own);  // nothing: an event scheduled since would have replaced the dead key
    return false;
  }
  if (first < far() << levels_) [[likely]] {
    return true;
  }
  rebase(lowest_rank(1));
  return false;
}

inline EntityQueue::Number EntityQueue::pop_settled() {
  const Number number = number_of(keys_[1]);
  cancel(number);
  return number;
}

}  // namespace holdline
