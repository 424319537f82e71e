// The pending events: a tournament (winner) tree over slots. A match is decided by time and order,
// packed into one 64-bit rank, and only when these are equal by the sequence of scheduling.
//
// Why a tournament and not a heap: the minimum is found by a fixed number of branch-free steps,
// cancelling is exact (the slot's rank becomes that of nothing), and the popped slot takes the next
// push of the same entity in one pass. Ties are broken by the event's order, then first scheduled
// first: this order is part of the model's specification (docs/model.md).
//
// Why the sequence is not part of the key: minima of 128 bits took half as many instructions again
// and three cycles a level instead of two, 5 ns a contact, for ties of the same microsecond.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "holdline/util/time.hpp"
#include "kernel/event_rank.hpp"
#include "kernel/take_lower.hpp"

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

/// At most 2^28 slots (std::bad_alloc beyond); times from 0 to 2^59 microseconds.
class EventQueue {
 public:
  EventQueue();

  /// Empties the queue and frees all slots; keeps the memory. Sequence numbers start again.
  void reset();

  /// A free slot for events of this kind (0-15) about this entity. Amortised O(1); allocates only
  /// when more slots are in use than ever before.
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
  /// Time and order of the first event as one number, above those of all times when empty: lower is
  /// earlier, also between queues, so that several small queues can serve as one where no order is
  /// used in two.
  [[nodiscard]] std::uint64_t next_rank() const { return first(); }
  /// What next_rank() is not below, found without a search.
  [[nodiscard]] std::uint64_t rank_bound() const { return ranks_[1]; }
  /// True if rank_bound() is next_rank(); if not, raises it.
  bool settle() const;
  /// pop() when settle() has just been true.
  Event pop_settled();

 private:
  /// A slot, and what was said of it to acquire(), packed: entity : kind : slot. The winner carries
  /// all of it to the root, since what is next is looked up most often just after a wrong guess,
  /// when nothing can be done meanwhile.
  using Player = std::uint64_t;

  static constexpr unsigned kSlotBits = 28;
  static constexpr unsigned kKindBits = 4;
  static constexpr std::uint64_t kFirstEmpty = ~std::uint64_t{0} << kSlotBits;

  /// The rank of a slot without an event: of each another, so that only events ever tie.
  static std::uint64_t empty_rank(EventSlot slot) { return kFirstEmpty | slot; }
  static EventSlot slot_of(Player player) {
    return static_cast<EventSlot>(player) & ((1u << kSlotBits) - 1);
  }
  /// Plays the slot's matches again, up to the root; `rank` is its leaf's.
  void replay(EventSlot slot, std::uint64_t rank) const;
  /// The same where a match is a tie.
  [[gnu::noinline, gnu::cold]] void replay_tied(EventSlot slot) const;
  /// The rank of the first event.
  std::uint64_t first() const;
  void grow();
  void replay_all();

  // Node 1 is the winner, node capacity_ + slot the slot's own; node 0 is not used.
  // pop() and cancel() only empty the leaf: the slot will most often have its next event soon, and
  // then one replay serves both. Until then the dead rank may go on winning matches on its own
  // path, and only there: the root is never above the first live rank. It is that rank if it is
  // still the rank of its own leaf; if not, the dead rank's matches are replayed without it
  // (settle). Who asks for the minimum does not see this, hence `mutable`.
  mutable std::vector<std::uint64_t> ranks_;  ///< by node: of who won there
  mutable std::vector<Player> winners_;       ///< by node
  EventSlot capacity_ = 0;                    ///< leaves, a power of two
  unsigned levels_ = 0;                       ///< capacity_ is 2 to this power
  EventSlot used_ = 0;                        ///< slots ever handed out since reset()
  std::uint64_t sequence_ = 0;
  std::vector<std::uint64_t> sequences_;  ///< by slot: when its event was scheduled
  std::vector<EventSlot> free_;           ///< slots given back, latest first
};

// A level is a rival's load, a branch-free minimum and a store. Stopping where the winner stays
// would save matches and cost a branch nobody can predict: 5 ns a contact. Four levels a pass: a
// counter and a branch to each cost 1 ns. A tie is left to replay_tied(), which plays all of it
// again: nothing comes back into the middle of a level, and ten instructions do.
inline void EventQueue::replay(EventSlot slot, std::uint64_t rank) const {
  std::uint64_t* const ranks = ranks_.data();
  Player* const winners = winners_.data();
  std::size_t at = capacity_ + std::size_t{slot};
  assert(rank == ranks[at]);
  Player player = winners[at];
  const auto play = [&]() __attribute__((always_inline)) {
    at ^= 1;
    const std::uint64_t rank_of_rival = ranks[at];
    if (rank_of_rival == rank) [[unlikely]] {
      return false;
    }
    take_lower(rank, player, rank_of_rival, winners[at]);
    at /= 2;
    ranks[at] = rank;
    winners[at] = player;
    return true;
  };
  bool is_played = true;
  unsigned levels = levels_;
  for (; levels >= 4 && is_played; levels -= 4) {
    is_played = play() && play() && play() && play();
  }
  if (levels >= 2 && is_played) is_played = play() && play();
  if (levels % 2 != 0 && is_played) is_played = play();
  if (!is_played) [[unlikely]] {
    replay_tied(slot);
  }
}

inline bool EventQueue::settle() const {
  const EventSlot slot = slot_of(winners_[1]);
  const std::uint64_t own = ranks_[capacity_ + std::size_t{slot}];
  if (own == ranks_[1]) return true;
  replay(slot, own);  // nothing: an event scheduled since would have replaced the dead rank
  return false;
}

inline std::uint64_t EventQueue::first() const {
  while (!settle()) {
  }
  return ranks_[1];
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
  assert(kind >> kKindBits == 0);
  winners_[capacity_ + std::size_t{slot}] =
      Player{entity} << (kKindBits + kSlotBits) | Player{kind} << kSlotBits | slot;
  return slot;
}

inline void EventQueue::release(EventSlot slot) {
  assert(!is_pending(slot));
  free_.push_back(slot);  // never allocates: grow() reserved room for every slot
}

inline void EventQueue::schedule(EventSlot slot, Time time, std::uint8_t order) {
  assert(slot < used_ && order < 16 && time >= Time{} && rank_of(time) < kFirstEmpty);
  const std::uint64_t rank = rank_of(time) | order;
  sequences_[slot] = sequence_++;
  ranks_[capacity_ + std::size_t{slot}] = rank;
  replay(slot, rank);
}

inline void EventQueue::cancel(EventSlot slot) {
  ranks_[capacity_ + std::size_t{slot}] = empty_rank(slot);
}

inline bool EventQueue::is_pending(EventSlot slot) const {
  return ranks_[capacity_ + std::size_t{slot}] < kFirstEmpty;
}

inline Time EventQueue::due(EventSlot slot) const {
  assert(is_pending(slot));
  return time_of_rank(ranks_[capacity_ + std::size_t{slot}]);
}

inline bool EventQueue::empty() const { return first() >= kFirstEmpty; }

inline Event EventQueue::pop() {
  assert(!empty());
  first();
  return pop_settled();
}

inline Event EventQueue::pop_settled() {
  const Player player = winners_[1];
  const EventSlot slot = slot_of(player);
  const Time time = time_of_rank(ranks_[1]);
  cancel(slot);  // with one leaf it is the root
  constexpr Player kinds = (1u << kKindBits) - 1;
  return {time, slot, static_cast<std::uint8_t>(player >> kSlotBits & kinds),
          static_cast<std::uint32_t>(player >> (kKindBits + kSlotBits))};
}

inline Time EventQueue::next_time() const {
  const std::uint64_t rank = first();
  return rank >= kFirstEmpty ? kNever : time_of_rank(rank);
}

}  // namespace holdline
