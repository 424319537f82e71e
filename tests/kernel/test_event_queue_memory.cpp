// The event queues ask for memory only when more slots are in use than ever before.
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

#include "kernel/entity_queue.hpp"
#include "kernel/event_queue.hpp"
#include "support/catch.hpp"

namespace {
std::atomic<std::uint64_t> allocations{0};
}

// Every form of new in this program ends in one of these two.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  ++allocations;
  const auto unit = static_cast<std::size_t>(alignment);
  if (void* const memory = std::aligned_alloc(unit, (size + unit - 1) / unit * unit)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

using namespace holdline;

TEST_CASE("the event queue allocates nothing once it has seen its busiest moment", "[kernel]") {
  EventQueue queue;
  std::vector<EventSlot> slots;
  slots.reserve(1000);
  const auto fill_and_drain = [&] {
    for (std::uint32_t i = 0; i < 1000; ++i) {
      slots.push_back(queue.acquire(0, i));
      queue.schedule(slots.back(), Time{Duration{(i * 7919) % 1000}}, 1);
    }
    for (int i = 0; i < 500; ++i) queue.pop();
    for (const EventSlot slot : slots) {
      queue.cancel(slot);
      queue.release(slot);
    }
    slots.clear();
  };
  const std::uint64_t start = allocations;
  fill_and_drain();
  const std::uint64_t warm = allocations;
  CHECK(warm > start);  // it did grow, and the count sees it
  for (int round = 0; round < 10; ++round) {
    fill_and_drain();
    if (round == 5) queue.reset();
  }
  const std::uint64_t end = allocations;
  CHECK(end == warm);
}

TEST_CASE("the queue of entities allocates nothing once it has seen its busiest moment",
          "[kernel]") {
  EntityQueue queue;
  const auto fill_and_drain = [&] {
    queue.reserve(1000);
    for (std::uint32_t i = 0; i < 1000; ++i) {
      queue.schedule(i, Time{kDay * (i % 7) + Duration{(i * 7919) % 1000}}, 1);
    }
    for (int popped = 0; popped < 500;) {
      if (!queue.settle()) continue;
      queue.pop_settled();
      ++popped;
    }
    queue.reset();
  };
  const std::uint64_t start = allocations;
  fill_and_drain();
  const std::uint64_t warm = allocations;
  CHECK(warm > start);
  for (int round = 0; round < 10; ++round) fill_and_drain();
  const std::uint64_t end = allocations;
  CHECK(end == warm);
}
