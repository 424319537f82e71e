// The pending events: a tournament (winner) tree over slots, keyed by one 128-bit integer
// (time : order : sequence : slot).
//
// Why a tournament and not a heap: the minimum is found by a fixed number of branch-free steps,
// cancelling is exact (the slot's key becomes infinite), and the popped slot takes the next push of
// the same entity in one pass. Ties are broken by the event's order, then first scheduled first:
// this order is part of the model's specification (docs/model.md).
//
// The key stays one packed integer to the root: as a {time, slot} pair compilers turn the minimum
// into a branch, which costs three times as much.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "holdline/util/int128.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// A place in the queue, owned by an entity for as long as it may have a pending event. A slot
/// holds at most one event.
using EventSlot = std::uint32_t;

/// The next event.
struct Event {
  Time time;
  EventSlot slot;
  std::uint8_t kind;     ///< as given to acquire()
  std::uint32_t entity;  ///< as given to acquire()
};

/// At most 2^28 slots (std::bad_alloc beyond); 2^36 calls of schedule() between resets; times from
/// 0 to 2^60 microseconds.
class EventQueue {
 public:
  EventQueue();

  /// Empties the queue and frees all slots; keeps the memory. Sequence numbers start again.
  void reset();

  /// A free slot for events of this kind about this entity. Amortised O(1); allocates only when
  /// more slots are in use than ever before.
  EventSlot acquire(std::uint8_t kind, std::uint32_t entity);
  /// Gives the slot back; it must have no pending event.
  void release(EventSlot slot);

  /// Sets the slot's event, replacing any. `order` (0-15) ranks events of equal time, lower first.
  /// O(log slots).
  void schedule(EventSlot slot, Time time, std::uint8_t order);
  /// Forgets the slot's event, if any. O(1).
  void cancel(EventSlot slot);
  [[nodiscard]] bool is_pending(EventSlot slot) const;
  /// When the slot's pending event is due; requires is_pending(slot).
  [[nodiscard]] Time due(EventSlot slot) const;

  [[nodiscard]] bool empty() const;
  /// Removes and returns the first event; requires !empty().
  Event pop();
  /// Time of the first event, or kNever.
  [[nodiscard]] Time next_time() const;
  /// Time and order of the first event as one number, all ones when empty: lower is earlier, also
  /// between queues, so that several small queues can serve as one where no order is used in two.
  [[nodiscard]] std::uint64_t next_rank() const { return rank_of_key(first()); }
  /// What next_rank() is not below, found without a search.
  [[nodiscard]] std::uint64_t rank_bound() const { return rank_of_key(tree_[1]); }
  /// True if rank_bound() is next_rank(); if not, raises it. Not when the bound is all ones.
  bool settle() const;
  /// pop() when settle() has just been true.
  Event pop_settled();
  /// The rank that nothing at `time` or later is below, and back.
  static std::uint64_t rank_of(Time time) {
    return static_cast<std::uint64_t>(time.time_since_epoch().count()) << kOrderBits;
  }
  static Time time_of_rank(std::uint64_t rank) {
    return Time{Duration{static_cast<std::int64_t>(rank >> kOrderBits)}};
  }

 private:
  struct Owner {
    std::uint32_t entity;
    std::uint8_t kind;
  };

  static constexpr UInt128 kEmpty = ~UInt128{0};
  static constexpr std::size_t kKeyBytes = sizeof(UInt128);
  static constexpr unsigned kSlotBits = 28;
  static constexpr unsigned kOrderBits = 4;

  static std::uint64_t rank_of_key(UInt128 key) { return static_cast<std::uint64_t>(key >> 64); }
  static EventSlot slot_of(UInt128 key) {
    return static_cast<EventSlot>(key) & ((1u << kSlotBits) - 1);
  }
  static Time time_of(UInt128 key) {
    return Time{Duration{static_cast<std::int64_t>(key >> (64 + kOrderBits))}};
  }
  /// Plays the slot's matches again, up to the root.
  void replay(EventSlot slot, UInt128 key) const;
  /// The first live key.
  UInt128 first() const;
  void grow();

  // tree_[1] is the winner, tree_[capacity_ + slot] the slot's own key; tree_[0] is not used.
  // pop() and cancel() only empty the leaf: the slot will most often have its next event soon, and
  // then one replay serves both. Until then the dead key may go on winning matches on its own
  // path, and only there: the root is never above the first live key. It is that key if it is still
  // the key of its own leaf; if not, the dead key's matches are replayed without it (settle). Who
  // asks for the minimum does not see this, hence `mutable`.
  mutable std::vector<UInt128> tree_;
  EventSlot capacity_ = 0;  ///< leaves, a power of two
  EventSlot used_ = 0;      ///< slots ever handed out since reset()
  std::uint64_t sequence_ = 0;
  std::vector<Owner> owners_;
  std::vector<EventSlot> free_;  ///< slots given back, latest first
};

// Walks byte offsets rather than indices: a level is a rival's load, a branch-free minimum and a
// store, with one instruction to find the rival (offset ^ 16) and two to find the parent. Stopping
// where the winner stays would save matches and cost a branch nobody can predict: 5 ns a contact.
inline void EventQueue::replay(EventSlot slot, UInt128 key) const {
  char* const tree = reinterpret_cast<char*>(tree_.data());
  for (std::size_t at = (capacity_ + std::size_t{slot}) * kKeyBytes; at > kKeyBytes;) {
    const UInt128 rival = *reinterpret_cast<const UInt128*>(tree + (at ^ kKeyBytes));
    key = rival < key ? rival : key;
    at = at / 2 / kKeyBytes * kKeyBytes;
    *reinterpret_cast<UInt128*>(tree + at) = key;
  }
}

inline bool EventQueue::settle() const {
  const UInt128 root = tree_[1];
  const EventSlot slot = slot_of(root);
  if (tree_[capacity_ + std::size_t{slot}] == root) return true;
  replay(slot, kEmpty);  // an event scheduled since would have replaced the dead key
  return false;
}

inline UInt128 EventQueue::first() const {
  while (tree_[1] != kEmpty && !settle()) {
  }
  return tree_[1];
}

inline EventSlot EventQueue::acquire(std::uint8_t kind, std::uint32_t entity) {
  EventSlot slot;
  if (!free_.empty()) {
    slot = free_.back();
    free_.pop_back();
  } else {
    if (used_ == capacity_) grow();
    slot = used_++;
  }
  owners_[slot] = Owner{entity, kind};
  return slot;
}

inline void EventQueue::release(EventSlot slot) {
  assert(!is_pending(slot));
  free_.push_back(slot);  // never allocates: grow() reserved room for every slot
}

inline void EventQueue::schedule(EventSlot slot, Time time, std::uint8_t order) {
  assert(slot < used_ && order < 16 && time >= Time{} && sequence_ >> 36 == 0);
  const auto ticks = static_cast<std::uint64_t>(time.time_since_epoch().count());
  const UInt128 key = UInt128{ticks << kOrderBits | order} << 64 | (sequence_ << kSlotBits | slot);
  ++sequence_;
  tree_[capacity_ + std::size_t{slot}] = key;
  replay(slot, key);
}

inline void EventQueue::cancel(EventSlot slot) { tree_[capacity_ + std::size_t{slot}] = kEmpty; }

inline bool EventQueue::is_pending(EventSlot slot) const {
  return tree_[capacity_ + std::size_t{slot}] != kEmpty;
}

inline Time EventQueue::due(EventSlot slot) const {
  assert(is_pending(slot));
  return time_of(tree_[capacity_ + std::size_t{slot}]);
}

inline bool EventQueue::empty() const { return first() == kEmpty; }

inline Event EventQueue::pop() {
  assert(!empty());
  first();
  return pop_settled();
}

inline Event EventQueue::pop_settled() {
  const UInt128 key = tree_[1];
  const EventSlot slot = slot_of(key);
  tree_[capacity_ + std::size_t{slot}] = kEmpty;
  return {time_of(key), slot, owners_[slot].kind, owners_[slot].entity};
}

inline Time EventQueue::next_time() const {
  const UInt128 key = first();
  return key == kEmpty ? kNever : time_of(key);
}

}  // namespace holdline
