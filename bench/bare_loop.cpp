// Workloads W2 and W3 on the bare loop: an Erlang A centre of 100 agents, 105 erlang, service of
// 300 s, patience of 120 s, as one long run and as 1000 independent 12-hour days. Each run checks
// itself against the exact abandonment and wait, so that a fast wrong loop is not a floor.
#include "bare_loop.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace {

constexpr std::uint32_t kAgents = 100;
constexpr double kGap = 300.0 / 105.0;  // mean time between arrivals [s]
constexpr double kService = 300.0;      // [s]
constexpr double kPatience = 120.0;     // [s]

// Exact: W2 from the stationary birth-death chain; W3 from its transient, started empty, over the
// callers that arrive within 12 hours.
constexpr double kAbandonment = 0.076187;
constexpr double kWait = 9.1424;  // [s]
constexpr double kAbandonmentOfDay = 0.074831;
constexpr double kWaitOfDay = 8.97975;  // [s]

struct Totals {
  std::uint64_t arrivals = 0;
  std::uint64_t abandoned = 0;
  double waited = 0.0;  // [s]
};

// Slots 0-99 are the agents' ends of service, the rest the patience of waiting callers.
class ErlangA {
 public:
  explicit ErlangA(std::uint64_t seed) : random_(seed) { reset(); }

  void reset() {
    now_ = 0.0;
    queue_.clear();
    idle_count_ = kAgents;
    for (std::uint32_t i = 0; i < kAgents; ++i) idle_[i] = i;
    free_count_ = 0;
    for (std::uint32_t i = Queue::slots; i-- > kAgents;) free_[free_count_++] = i;
    head_ = tail_ = kNone;
    next_arrival_ = exponential(kGap);
  }

  // Runs until `arrivals` more callers have come.
  void run_arrivals(std::uint64_t arrivals) {
    const std::uint64_t target = totals.arrivals + arrivals;
    while (totals.arrivals < target) step();
  }

  // Runs until `end`; callers who came before are served or abandon after it.
  void run_day(double end) {
    while (next_arrival_ < end || queue_.first_time() < end) step();
    next_arrival_ = std::numeric_limits<double>::infinity();
    while (queue_.has_event()) step();
  }

  Totals totals;

 private:
  using Queue = bare::Tournament<8>;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  struct Caller {
    double arrived;
    std::uint32_t next;
    std::uint32_t previous;
  };

  double exponential(double mean) { return mean * ziggurat_.draw(random_); }

  void step() {
    const double time = queue_.first_time();
    if (next_arrival_ < time) {
      now_ = next_arrival_;
      next_arrival_ = now_ + exponential(kGap);
      on_arrival();
      return;
    }
    now_ = time;
    const std::uint32_t slot = queue_.first_slot();
    if (slot < kAgents) {
      on_service_end(slot);
    } else {
      on_patience_end(slot);
    }
  }

  void on_arrival() {
    ++totals.arrivals;
    if (idle_count_ > 0) {
      queue_.set(idle_[--idle_count_], now_ + exponential(kService));
      return;
    }
    if (free_count_ == 0) std::abort();  // 156 waiting: probability below 1e-60
    const std::uint32_t slot = free_[--free_count_];
    caller(slot) = {now_, kNone, tail_};
    if (tail_ == kNone) {
      head_ = slot;
    } else {
      caller(tail_).next = slot;
    }
    tail_ = slot;
    queue_.set(slot, now_ + exponential(kPatience));
  }

  void on_service_end(std::uint32_t agent) {
    if (head_ == kNone) {
      queue_.cancel(agent);
      idle_[idle_count_++] = agent;
      return;
    }
    queue_.set(agent, now_ + exponential(kService));
    const std::uint32_t slot = head_;
    queue_.cancel(slot);
    leave(slot);
  }

  void on_patience_end(std::uint32_t slot) {
    ++totals.abandoned;
    queue_.cancel(slot);
    leave(slot);
  }

  void leave(std::uint32_t slot) {
    const Caller gone = caller(slot);
    totals.waited += now_ - gone.arrived;
    (gone.previous == kNone ? head_ : caller(gone.previous).next) = gone.next;
    (gone.next == kNone ? tail_ : caller(gone.next).previous) = gone.previous;
    free_[free_count_++] = slot;
  }

  Caller& caller(std::uint32_t slot) { return callers_[slot]; }

  bare::Xoshiro random_;
  bare::Ziggurat ziggurat_;
  Queue queue_;
  double now_ = 0.0;
  double next_arrival_ = 0.0;
  std::uint32_t head_ = kNone;
  std::uint32_t tail_ = kNone;
  std::uint32_t idle_count_ = 0;
  std::uint32_t free_count_ = 0;
  std::array<std::uint32_t, kAgents> idle_{};
  std::array<std::uint32_t, Queue::slots> free_{};
  std::array<Caller, Queue::slots> callers_{};
};

// A ratio over batches: value and standard error by the delta method.
struct Ratio {
  double value = 0.0;
  double error = 0.0;
};

Ratio ratio_of(const std::vector<Totals>& batches, double (*part)(const Totals&)) {
  double above = 0.0;
  double below = 0.0;
  for (const Totals& batch : batches) {
    above += part(batch);
    below += static_cast<double>(batch.arrivals);
  }
  const double value = above / below;
  double squares = 0.0;
  for (const Totals& batch : batches) {
    const double residual = part(batch) - value * static_cast<double>(batch.arrivals);
    squares += residual * residual;
  }
  const auto n = static_cast<double>(batches.size());
  return {value, std::sqrt(squares * n / (n - 1.0)) / below};
}

// Publishes cost and figures, and fails the benchmark if a figure is 4.5 standard errors off.
void report(benchmark::State& state, const std::vector<Totals>& batches, double abandonment,
            double wait) {
  const Ratio ab =
      ratio_of(batches, [](const Totals& t) { return static_cast<double>(t.abandoned); });
  const Ratio w = ratio_of(batches, [](const Totals& t) { return t.waited; });
  double callers = 0.0;
  for (const Totals& batch : batches) callers += static_cast<double>(batch.arrivals);
  using benchmark::Counter;
  state.counters["cpu_per_caller"] = Counter(callers, Counter::kIsRate | Counter::kInvert);
  state.counters["P(ab)"] = ab.value;
  state.counters["P(ab)_exact"] = abandonment;
  state.counters["P(ab)_z"] = (ab.value - abandonment) / ab.error;
  state.counters["E[W]"] = w.value;
  state.counters["E[W]_exact"] = wait;
  state.counters["E[W]_z"] = (w.value - wait) / w.error;
  if (std::fabs(ab.value - abandonment) > 4.5 * ab.error ||
      std::fabs(w.value - wait) > 4.5 * w.error) {
    state.SkipWithError("the bare loop is off the exact values");
  }
}

void w2_bare_loop(benchmark::State& state) {
  ErlangA center(20'260'101);
  center.run_arrivals(100'000);  // 950 mean services: stationary
  std::vector<Totals> batches;
  for (auto _ : state) {
    center.totals = {};
    center.run_arrivals(200'000);
    batches.push_back(center.totals);
  }
  report(state, batches, kAbandonment, kWait);
}
BENCHMARK(w2_bare_loop)->Iterations(100)->Unit(benchmark::kMillisecond);

void w3_bare_loop(benchmark::State& state) {
  ErlangA center(20'260'102);
  std::vector<Totals> batches;
  for (auto _ : state) {
    center.reset();
    center.totals = {};
    center.run_day(12.0 * 3600.0);
    batches.push_back(center.totals);
  }
  report(state, batches, kAbandonmentOfDay, kWaitOfDay);
}
BENCHMARK(w3_bare_loop)->Iterations(1000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
