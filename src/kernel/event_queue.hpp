// The pending events: a tournament (winner) tree over slots, keyed by one 128-bit integer
// (time : order : sequence : slot).
//
// Why a tournament and not a heap: the minimum is found by a fixed number of branch-free steps,
// cancelling is exact (the slot's key becomes infinite), and the popped slot takes the next push of
// the same entity in one pass. Ties are broken by the event's order, then first scheduled first:
// this order is part of the model's specification (docs/model.md).
#pragma once

#include "holdline/util/time.hpp"
#include "holdline/util/int128.hpp"

#include <cstdint>
#include <vector>

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
  /// Forgets the slot's event, if any. O(log slots).
  void cancel(EventSlot slot);
  [[nodiscard]] bool is_pending(EventSlot slot) const;
  /// When the slot's pending event is due; requires is_pending(slot).
  [[nodiscard]] Time due(EventSlot slot) const;

  [[nodiscard]] bool empty() const;
  /// Removes and returns the first event; requires !empty().
  Event pop();
  /// Time of the first event, or kNever.
  [[nodiscard]] Time next_time() const;
};

}  // namespace holdline
