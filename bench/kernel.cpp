// The kernel's parts one by one: a hold of the event queue (take the first event, schedule the
// same entity's next), blocks of random words, draws, and the exact functions.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "holdline/kernel/random.hpp"
#include "kernel/entity_queue.hpp"
#include "kernel/event_queue.hpp"
#include "kernel/exact_math.hpp"
#include "kernel/sampler.hpp"

namespace {

using namespace holdline;

constexpr std::size_t kCount = 256;

std::vector<Block> some_blocks() {
  std::vector<Block> blocks(kCount);
  fill_blocks(make_stream_key(1, Purpose::contact, "bench"), 0, 0, blocks);
  return blocks;
}

void count_items(benchmark::State& state, double items_per_iteration) {
  state.counters["cpu_per_item"] =
      benchmark::Counter(items_per_iteration * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

std::vector<Duration> some_gaps() {
  const std::vector<Block> blocks = some_blocks();
  std::vector<double> draws_s(kCount);
  Sampler(exponential(300.0)).fill_s(blocks, 0, {1}, 0, 0, draws_s);
  std::vector<Duration> gaps;
  for (const double draw_s : draws_s) gaps.push_back(from_seconds(draw_s));
  return gaps;
}

// One pop and one schedule with `range` events pending.
void event_queue_hold(benchmark::State& state) {
  const std::vector<Duration> gaps = some_gaps();
  EventQueue queue;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    const EventSlot slot = queue.acquire(0, static_cast<std::uint32_t>(i));
    queue.schedule(slot, Time{} + gaps[static_cast<std::size_t>(i * 7) % kCount], 3);
  }
  for (auto _ : state) {
    for (const Duration gap : gaps) {
      const Event event = queue.pop();
      queue.schedule(event.slot, event.time + gap, 3);
    }
  }
  count_items(state, kCount);
}
BENCHMARK(event_queue_hold)->Arg(2)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(262'144);

// The same where the entity's number decides a tie.
void entity_queue_hold(benchmark::State& state) {
  const std::vector<Duration> gaps = some_gaps();
  EntityQueue queue;
  queue.reserve(static_cast<EntityQueue::Number>(state.range(0)));
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    queue.schedule(static_cast<EntityQueue::Number>(i),
                   Time{} + gaps[static_cast<std::size_t>(i * 7) % kCount], 3);
  }
  for (auto _ : state) {
    for (const Duration gap : gaps) {
      while (!queue.settle()) {
      }
      const Time time = time_of_rank(queue.rank_bound());
      queue.schedule(queue.pop_settled(), time + gap, 3);
    }
  }
  count_items(state, kCount);
}
BENCHMARK(entity_queue_hold)->Arg(2)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(262'144);

// What a waiting caller costs: acquire, schedule, cancel, release, with `range` others pending.
void event_queue_cancel(benchmark::State& state) {
  const std::vector<Duration> gaps = some_gaps();
  EventQueue queue;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    queue.schedule(queue.acquire(0, 0), Time{} + gaps[static_cast<std::size_t>(i) % kCount], 3);
  }
  for (auto _ : state) {
    for (const Duration gap : gaps) {
      const EventSlot slot = queue.acquire(1, 1);
      queue.schedule(slot, Time{} + gap, 4);
      queue.cancel(slot);
      queue.release(slot);
    }
  }
  count_items(state, kCount);
}
BENCHMARK(event_queue_cancel)->Arg(100)->Arg(1000);

void random_fill_blocks(benchmark::State& state) {
  std::vector<Block> blocks(static_cast<std::size_t>(state.range(0)));
  std::uint64_t index = 0;
  for (auto _ : state) {
    fill_blocks({1}, 0, index, blocks);
    index += blocks.size();
    benchmark::DoNotOptimize(blocks.data());
    benchmark::ClobberMemory();
  }
  count_items(state, static_cast<double>(blocks.size()));
}
BENCHMARK(random_fill_blocks)->Arg(16)->Arg(256);

void random_block_at(benchmark::State& state) {
  std::uint64_t index = 0;
  for (auto _ : state) benchmark::DoNotOptimize(block_at({1}, 0, index++));
  count_items(state, 1);
}
BENCHMARK(random_block_at);

void fill(benchmark::State& state, const Distribution& distribution) {
  const std::vector<Block> blocks = some_blocks();
  std::vector<double> out_s(kCount);
  const Sampler sampler(distribution);
  for (auto _ : state) {
    sampler.fill_s(blocks, 0, {1}, 0, 0, out_s);
    benchmark::DoNotOptimize(out_s.data());
    benchmark::ClobberMemory();
  }
  count_items(state, kCount);
}
BENCHMARK_CAPTURE(fill, deterministic, deterministic(300.0));
BENCHMARK_CAPTURE(fill, exponential, exponential(300.0));
BENCHMARK_CAPTURE(fill, lognormal, lognormal_mean_cv(300.0, 1.0));
BENCHMARK_CAPTURE(fill, weibull, weibull(0.8, 300.0));
BENCHMARK_CAPTURE(fill, gamma, gamma(2.5, 100.0));
BENCHMARK_CAPTURE(fill, erlang_3, erlang(3, 300.0));
BENCHMARK_CAPTURE(fill, hyperexponential, hyperexponential_mean_cv(300.0, 2.0));
BENCHMARK_CAPTURE(fill, piecewise_hazard,
                  piecewise_hazard({0.0, 10.0, 60.0}, {0.01, 0.005, 0.002}));

void sample_exponential(benchmark::State& state) {
  const Sampler sampler(exponential(300.0));
  std::uint64_t index = 0;
  for (auto _ : state) {
    DrawSequence draws({1}, 0, index++);
    benchmark::DoNotOptimize(sampler.sample_s(draws));
  }
  count_items(state, 1);
}
BENCHMARK(sample_exponential);

void exact_function(benchmark::State& state, double (*function)(double), double scale) {
  const std::vector<Block> blocks = some_blocks();
  for (auto _ : state) {
    for (const Block& block : blocks) {
      benchmark::DoNotOptimize(function(scale * to_unit(block[0])));
    }
  }
  count_items(state, kCount);
}
BENCHMARK_CAPTURE(exact_function, log, exact::log, 1.0);
BENCHMARK_CAPTURE(exact_function, exp, exact::exp, 10.0);
BENCHMARK_CAPTURE(exact_function, normal_quantile, exact::normal_quantile, 1.0);

}  // namespace

BENCHMARK_MAIN();
