// The event queue against a naive one that scans, and its order of simultaneous events.
#include <cstdint>
#include <map>
#include <random>
#include <tuple>
#include <vector>

#include "kernel/event_queue.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

Time at(std::int64_t ticks) { return Time{Duration{ticks}}; }

// Keeps each slot's event in a map and scans for the least (time, order, sequence).
class NaiveQueue {
 public:
  void reset() { pending_.clear(), sequence_ = 0; }
  void schedule(EventSlot slot, Time time, int order) {
    pending_[slot] = {time, order, sequence_++};
  }
  void cancel(EventSlot slot) { pending_.erase(slot); }
  bool is_pending(EventSlot slot) const { return pending_.count(slot) > 0; }
  bool empty() const { return pending_.empty(); }
  std::pair<EventSlot, Time> first() const {
    auto best = pending_.begin();
    for (auto it = pending_.begin(); it != pending_.end(); ++it) {
      if (it->second < best->second) best = it;
    }
    return {best->first, std::get<0>(best->second)};
  }

 private:
  std::map<EventSlot, std::tuple<Time, int, std::uint64_t>> pending_;
  std::uint64_t sequence_ = 0;
};

struct Slot {
  EventSlot slot;
  std::uint8_t kind;
  std::uint32_t entity;
};

// One random life of a queue; few distinct times, so that ties are the rule.
void compare_with_naive(std::uint64_t seed, int steps, std::size_t max_slots) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  EventQueue queue;
  NaiveQueue naive;
  std::vector<Slot> held;
  std::int64_t now = 0;
  int popped = 0;
  for (int step = 0; step < steps; ++step) {
    const auto action = below(100);
    if (action == 0 && below(200) == 0) {
      queue.reset(), naive.reset(), held.clear();
      now = 0;
    } else if (action < 8 && held.size() < max_slots) {
      const auto kind = static_cast<std::uint8_t>(below(16));
      const auto entity = static_cast<std::uint32_t>(random());
      held.push_back({queue.acquire(kind, entity), kind, entity});
      for (std::size_t i = 0; i + 1 < held.size(); ++i) REQUIRE(held[i].slot != held.back().slot);
    } else if (action < 50 && !held.empty()) {
      const EventSlot slot = held[below(held.size())].slot;
      const Time time = at(now + static_cast<std::int64_t>(below(6)));
      const auto order = static_cast<std::uint8_t>(below(16));
      queue.schedule(slot, time, order), naive.schedule(slot, time, order);
      REQUIRE(queue.due(slot) == time);
    } else if (action < 65 && !held.empty()) {
      const EventSlot slot = held[below(held.size())].slot;
      queue.cancel(slot), naive.cancel(slot);
    } else if (action < 70 && !held.empty()) {
      const std::size_t i = below(held.size());
      queue.cancel(held[i].slot), naive.cancel(held[i].slot);
      queue.release(held[i].slot);
      held.erase(held.begin() + static_cast<std::ptrdiff_t>(i));
    } else if (action < 75) {
      REQUIRE(queue.empty() == naive.empty());
      REQUIRE(queue.next_time() == (naive.empty() ? kNever : naive.first().second));
    } else if (action < 80 && !held.empty()) {
      const EventSlot slot = held[below(held.size())].slot;
      REQUIRE(queue.is_pending(slot) == naive.is_pending(slot));
    } else if (!naive.empty()) {
      const auto [slot, time] = naive.first();
      naive.cancel(slot);
      const Event event = queue.pop();
      REQUIRE(event.slot == slot);
      REQUIRE(event.time == time);
      for (const Slot& s : held) {
        if (s.slot == slot) REQUIRE((event.kind == s.kind && event.entity == s.entity));
      }
      REQUIRE(!queue.is_pending(slot));
      now = time.time_since_epoch().count();
      ++popped;
      if (below(2) == 0) {  // the common case: the entity goes on with its next event
        const Time next = at(now + static_cast<std::int64_t>(below(6)));
        queue.schedule(slot, next, 3), naive.schedule(slot, next, 3);
      }
    }
  }
  CHECK(popped > steps / 50);
}

}  // namespace

TEST_CASE("the event queue does what a naive queue does", "[kernel]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) compare_with_naive(seed, 20'000, 1 + seed * 3);
  compare_with_naive(100, 30'000, 700);
}

TEST_CASE("simultaneous events come by order, then first scheduled first", "[kernel]") {
  EventQueue queue;
  const EventSlot a = queue.acquire(0, 0), b = queue.acquire(0, 1), c = queue.acquire(0, 2),
                  d = queue.acquire(0, 3);
  queue.schedule(a, at(5), 2);
  queue.schedule(b, at(5), 2);
  queue.schedule(c, at(5), 15);
  queue.schedule(d, at(5), 0);
  queue.schedule(a, at(5), 2);  // scheduling again puts it behind b
  CHECK(queue.pop().slot == d);
  CHECK(queue.pop().slot == b);
  CHECK(queue.pop().slot == a);
  CHECK(queue.pop().slot == c);
  CHECK(queue.empty());
  CHECK(queue.next_time() == kNever);
}

TEST_CASE("an earlier time goes before a lower order", "[kernel]") {
  EventQueue queue;
  const EventSlot a = queue.acquire(0, 0), b = queue.acquire(0, 1);
  queue.schedule(a, at(7), 0);
  queue.schedule(b, at(6), 15);
  CHECK(queue.pop().slot == b);
  CHECK(queue.pop().slot == a);
}

TEST_CASE("times up to never are kept exactly", "[kernel]") {
  EventQueue queue;
  const EventSlot a = queue.acquire(0, 0), b = queue.acquire(0, 1);
  queue.schedule(a, kNever, 15);
  queue.schedule(b, kNever - Duration{1}, 15);
  CHECK(queue.next_time() == kNever - Duration{1});
  CHECK(queue.pop().slot == b);
  CHECK(queue.next_time() == kNever);
  CHECK_FALSE(queue.empty());
  CHECK(queue.pop().time == kNever);
  CHECK(queue.empty());
}

TEST_CASE("the queue grows while an event has just been popped", "[kernel]") {
  EventQueue queue;
  std::vector<EventSlot> slots;
  for (std::uint32_t i = 0; i < 64; ++i) {
    slots.push_back(queue.acquire(1, i));
    queue.schedule(slots.back(), at(1000 - i), 1);
  }
  CHECK(queue.pop().entity == 63);
  for (std::uint32_t i = 64; i < 3000; ++i) {
    slots.push_back(queue.acquire(1, i));
    queue.schedule(slots.back(), at(10'000 - i), 1);
  }
  for (std::uint32_t i = 63; i-- > 0;) REQUIRE(queue.pop().entity == i);
  for (std::uint32_t i = 3000; i-- > 64;) REQUIRE(queue.pop().entity == i);
  CHECK(queue.empty());
}

TEST_CASE("reset frees every slot and starts sequence numbers again", "[kernel]") {
  EventQueue queue;
  const EventSlot first = queue.acquire(0, 0);
  queue.schedule(first, at(1), 0);
  queue.schedule(queue.acquire(0, 1), at(1), 0);
  queue.pop();
  queue.reset();
  CHECK(queue.empty());
  CHECK(queue.acquire(7, 8) == first);
  CHECK_FALSE(queue.is_pending(first));
  queue.schedule(first, at(3), 0);
  const Event event = queue.pop();
  CHECK((event.kind == 7 && event.entity == 8 && event.time == at(3)));
}

TEST_CASE("a cancelled event bounds the next rank until it is settled, and is never taken",
          "[kernel]") {
  EventQueue queue;
  const EventSlot gone = queue.acquire(0, 1);
  const EventSlot stays = queue.acquire(0, 2);
  queue.schedule(gone, at(10), 0);
  queue.schedule(stays, at(20), 0);
  queue.cancel(gone);
  CHECK(queue.rank_bound() == rank_of(at(10)));
  CHECK_FALSE(queue.settle());
  CHECK(queue.rank_bound() == rank_of(at(20)));
  CHECK(queue.settle());
  CHECK(queue.pop_settled().entity == 2);
  CHECK(queue.empty());
}
