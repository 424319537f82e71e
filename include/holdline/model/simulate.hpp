// The only function with a clock.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "holdline/record/record_sink.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// One independent run.
struct Replication {
  std::uint64_t seed = 1;
  std::uint32_t number = 0;
};

/// A plan prepared for running: one for each thread, reset between replications rather than
/// rebuilt, so that replications after the first allocate nothing.
class Simulation {
 public:
  /// Keeps a reference to `scenario`.
  Simulation(const Scenario& scenario, PlanId plan);
  ~Simulation();
  Simulation(Simulation&&) noexcept;
  Simulation& operator=(Simulation&&) noexcept;

  /// Runs one replication into `sink`. The result depends on the scenario, the plan, the seed and
  /// the number only. Looks at `stop` (may be null) every few thousand events: when it is true the
  /// run ends early with ReplicationEnd::is_complete false. Throws std::bad_alloc only.
  void run(const Replication& replication, RecordSink& sink,
           const std::atomic<bool>* stop = nullptr);

 private:
  class Center;
  std::unique_ptr<Center> center_;
};

}  // namespace holdline
