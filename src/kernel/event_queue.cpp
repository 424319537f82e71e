// The rare parts of the event queue: start, reset and growth.
#include "kernel/event_queue.hpp"

#include <algorithm>
#include <new>

namespace holdline {
namespace {

// A queue of one entity has no match to play.
constexpr EventSlot kFirstCapacity = 1;

}  // namespace

EventQueue::EventQueue() { grow(); }

void EventQueue::reset() {
  std::fill(tree_.begin(), tree_.end(), kEmpty);
  free_.clear();
  used_ = 0;
  sequence_ = 0;
}

void EventQueue::grow() {
  const EventSlot capacity = capacity_ == 0 ? kFirstCapacity : 2 * capacity_;
  if (capacity > EventSlot{1} << kSlotBits) throw std::bad_alloc();
  std::vector<UInt128> tree(2 * std::size_t{capacity}, kEmpty);
  std::copy(tree_.begin() + capacity_, tree_.end(), tree.begin() + capacity);
  for (std::size_t node = capacity - 1; node > 0; --node) {
    tree[node] = std::min(tree[2 * node], tree[2 * node + 1]);
  }
  tree_.swap(tree);
  capacity_ = capacity;
  owners_.resize(capacity);
  free_.reserve(capacity);
}

}  // namespace holdline
