// The queue of numbered entities against a naive one that scans, near and far in time.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <random>
#include <tuple>
#include <vector>

#include "kernel/entity_queue.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

using Number = EntityQueue::Number;

Time at(std::int64_t ticks) { return Time{Duration{ticks}}; }

// Keeps each entity's event in a map and scans for the least (time, order, number).
class NaiveQueue {
 public:
  void reset() { pending_.clear(); }
  void schedule(Number number, Time time, int order) { pending_[number] = {time, order}; }
  void cancel(Number number) { pending_.erase(number); }
  bool is_pending(Number number) const { return pending_.count(number) > 0; }
  bool empty() const { return pending_.empty(); }
  std::uint64_t first_rank() const {
    const auto [time, order] = pending_.at(first());
    return rank_of(time) | static_cast<std::uint64_t>(order);
  }
  Number first() const {
    auto best = pending_.begin();  // of equal ones the lowest number, since the map is sorted
    for (auto it = pending_.begin(); it != pending_.end(); ++it) {
      if (it->second < best->second) best = it;
    }
    return best->first;
  }

 private:
  std::map<Number, std::tuple<Time, int>> pending_;
};

// Most steps are so short that ties are the rule; some leave the room of a key, which is 2^60 us
// over the number of entities.
std::int64_t some_step(std::mt19937_64& random, Number most) {
  switch (random() % 40) {
    case 0:
      return std::int64_t{1} << 56;
    case 1:
      return (std::int64_t{1} << (60 - std::max(5, static_cast<int>(std::bit_width(most))))) - 3 +
             static_cast<std::int64_t>(random() % 6);
    case 2:
    case 3:
      return static_cast<std::int64_t>(random() >> 26);
    default:
      return static_cast<std::int64_t>(random() % 6);
  }
}

// One random life of a queue. The clock stands still for many steps, as it does for one of several
// queues, so that events come before what was the first.
void compare_with_naive(std::uint64_t seed, int steps, Number most) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  EntityQueue queue;
  NaiveQueue naive;
  Number count = 1;
  std::int64_t now = 0;
  int popped = 0;
  for (int step = 0; step < steps; ++step) {
    const auto action = below(100);
    const auto number = static_cast<Number>(below(count));
    if (action == 0 && below(100) == 0) {
      queue.reset(), naive.reset();
      now = 0;
    } else if (action < 2 && count < most) {
      queue.reserve(++count);
    } else if (action < 40) {
      const Time time = at(now + some_step(random, most));
      const auto order = static_cast<std::uint8_t>(below(16));
      queue.schedule(number, time, order), naive.schedule(number, time, order);
    } else if (action < 55) {
      queue.cancel(number), naive.cancel(number);
    } else if (action < 65) {
      REQUIRE(queue.is_pending(number) == naive.is_pending(number));
    } else if (action < 80) {
      queue.settle();  // as often as its owner likes
    } else if (naive.empty()) {
      for (int tries = 0; queue.rank_bound() < rank_of(kNever); ++tries) {
        REQUIRE_FALSE(queue.settle());
        REQUIRE(tries < 2 * static_cast<int>(most) + 9);
      }
      now = std::int64_t{1} << below(40);
    } else {
      REQUIRE(queue.rank_bound() <= naive.first_rank());
      for (int tries = 0; !queue.settle(); ++tries) REQUIRE(tries < 2 * static_cast<int>(most) + 9);
      REQUIRE(queue.rank_bound() == naive.first_rank());
      const Number first = naive.first();
      const std::int64_t time = time_of_rank(queue.rank_bound()).time_since_epoch().count();
      naive.cancel(first);
      REQUIRE(queue.pop_settled() == first);
      REQUIRE_FALSE(queue.is_pending(first));
      if (time < std::int64_t{1} << 50) now = time;
      ++popped;
      if (below(2) == 0) {  // the common case: the entity goes on with its next event
        const Time next = at(now + some_step(random, most));
        queue.schedule(first, next, 3), naive.schedule(first, next, 3);
      } else if (below(2) == 0) {
        queue.rest(first);
      }
    }
  }
  CHECK(popped > steps / 50);
}

}  // namespace

TEST_CASE("the queue of entities does what a naive queue does", "[kernel]") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) compare_with_naive(seed, 20'000, 1 + seed * 3);
  compare_with_naive(100, 30'000, 700);
}

TEST_CASE("simultaneous events of entities come by order, then by number", "[kernel]") {
  EntityQueue queue;
  queue.reserve(4);
  queue.schedule(2, at(5), 2);
  queue.schedule(1, at(5), 2);
  queue.schedule(0, at(5), 15);
  queue.schedule(3, at(5), 0);
  std::vector<Number> popped;
  while (popped.size() < 4) {
    if (queue.settle()) popped.push_back(queue.pop_settled());
  }
  CHECK(popped == std::vector<Number>{3, 1, 2, 0});
}

TEST_CASE("times of entities up to never are kept exactly", "[kernel]") {
  EntityQueue queue;
  queue.reserve(2);
  queue.schedule(0, kNever, 15);
  queue.schedule(1, kNever - Duration{1}, 15);
  for (const Time time : {kNever - Duration{1}, kNever}) {
    while (!queue.settle()) {
    }
    CHECK(time_of_rank(queue.rank_bound()) == time);
    queue.pop_settled();
  }
}

TEST_CASE("an entity's popped event bounds the next rank until it rests", "[kernel]") {
  EntityQueue queue;
  queue.reserve(2);
  queue.schedule(0, at(10), 0);
  queue.schedule(1, at(20), 0);
  REQUIRE(queue.settle());
  CHECK(queue.pop_settled() == 0);
  CHECK(queue.rank_bound() == rank_of(at(10)));
  queue.rest(0);
  CHECK(queue.rank_bound() == rank_of(at(20)));
  CHECK(queue.settle());
}
