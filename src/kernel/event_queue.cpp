// The rare parts of the event queue: start, reset and growth.
#include "kernel/event_queue.hpp"

#include <new>

namespace holdline {
namespace {

// A queue of one entity has no match to play.
constexpr EventSlot kFirstCapacity = 1;

}  // namespace

EventQueue::EventQueue() { grow(); }

void EventQueue::reset() {
  for (EventSlot slot = 0; slot < capacity_; ++slot) cancel(slot);
  replay_all();
  free_.clear();
  used_ = 0;
  sequence_ = 0;
}

void EventQueue::grow() {
  const EventSlot capacity = capacity_ == 0 ? kFirstCapacity : 2 * capacity_;
  if (capacity > EventSlot{1} << kSlotBits) throw std::bad_alloc();
  // All that may throw comes first.
  std::vector<std::uint64_t> ranks(2 * std::size_t{capacity});
  std::vector<Player> winners(2 * std::size_t{capacity});
  sequences_.resize(capacity);
  free_.reserve(capacity);
  for (EventSlot slot = 0; slot < capacity; ++slot) {
    ranks[capacity + slot] = slot < capacity_ ? ranks_[capacity_ + slot] : empty_rank(slot);
    winners[capacity + slot] = slot < capacity_ ? winners_[capacity_ + slot] : Player{slot};
  }
  ranks_.swap(ranks);
  winners_.swap(winners);
  levels_ += capacity_ == 0 ? 0 : 1;
  capacity_ = capacity;
  replay_all();
}

void EventQueue::replay_tied(EventSlot slot) const {
  std::size_t at = capacity_ + std::size_t{slot};
  std::uint64_t rank = ranks_[at];
  Player player = winners_[at];
  const auto sequence = [&](Player whose) { return sequences_[slot_of(whose)]; };
  while (at > 1) {
    const std::uint64_t rank_of_rival = ranks_[at ^ 1];
    const Player rival = winners_[at ^ 1];
    if (rank_of_rival < rank || (rank_of_rival == rank && sequence(rival) < sequence(player))) {
      rank = rank_of_rival;
      player = rival;
    }
    at /= 2;
    ranks_[at] = rank;
    winners_[at] = player;
  }
}

// Each leaf against its neighbour is enough to play all matches: the last one at a node has met
// both of its sides as they are.
void EventQueue::replay_all() {
  for (EventSlot slot = 0; slot < capacity_; ++slot) {
    replay(slot, ranks_[capacity_ + std::size_t{slot}]);
  }
}

}  // namespace holdline
