// W2 and W3 by Holdline itself, from scenario files, through the public interface: every default
// metric recorded, conservation checked in every replication. Linked with the bare loop, so that
// one process measures both in turn and the ratio is of one sitting.
#include <benchmark/benchmark.h>

#include <cmath>
#include <optional>
#include <string>

#include "holdline/experiment/experiment.hpp"
#include "holdline/scenario/load.hpp"

namespace {

struct Exact {
  const char* metric;
  double value;
};

// Fails the benchmark if the exact value is more than 4.5 standard errors away.
void check(benchmark::State& state, const holdline::Result& result, const Exact& exact) {
  constexpr double half_width_in_errors = 2.0;  // of a 95 % interval with 30 batches or more
  for (const holdline::Figure& figure : result.figures) {
    if (figure.metric->id != exact.metric || figure.interval ||
        figure.row.kind != holdline::ScopeKind::all) {
      continue;
    }
    const double error = (figure.estimate.high - figure.estimate.low) / 2.0 / half_width_in_errors;
    const double z = (figure.estimate.value - exact.value) / error;
    state.counters[std::string(exact.metric) + "_z"] = z;
    if (!(std::fabs(z) <= 4.5)) state.SkipWithError("Holdline is off the exact values");
  }
}

void run(benchmark::State& state, const std::string& name, const Exact& abandonment,
         const Exact& wait) {
  const auto loaded =
      holdline::load_scenario(HOLDLINE_SOURCE_DIR "/bench/workloads/" + name + ".yaml",
                              holdline::PolicyRegistry::built_in());
  if (!loaded.scenario) {
    state.SkipWithError("the workload does not load");
    return;
  }
  holdline::ExperimentSpec spec;
  spec.threads = 1;
  double contacts = 0.0;
  std::optional<holdline::Result> result;
  for (auto _ : state) {
    result = holdline::run_experiment(*loaded.scenario, spec);
    contacts += static_cast<double>(result->runs.front().contacts);
  }
  using benchmark::Counter;
  state.counters["cpu_per_caller"] = Counter(contacts, Counter::kIsRate | Counter::kInvert);
  check(state, *result, abandonment);
  check(state, *result, wait);
}

void w2_holdline(benchmark::State& state) {
  run(state, "w2", {"abandonment_share", 0.076187}, {"mean_wait", 9.1424});
}
BENCHMARK(w2_holdline)->Iterations(1)->Unit(benchmark::kMillisecond);

void w3_holdline(benchmark::State& state) {
  run(state, "w3", {"abandonment_share", 0.074831}, {"mean_wait", 8.97975});
}
BENCHMARK(w3_holdline)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
