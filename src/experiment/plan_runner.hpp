// The one place where experiments meet the model: a thread's simulations and scorers.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "experiment/replicate.hpp"
#include "experiment/tee_sink.hpp"
#include "holdline/experiment/experiment.hpp"
#include "holdline/model/simulate.hpp"

namespace holdline {

/// Simulation and scorer for each plan, built at the plan's first replication and then reset, so
/// that later ones allocate nothing.
class PlanRunner final : public ReplicationRunner {
 public:
  /// Keeps references to the scenario, the plans and the specification.
  PlanRunner(const Scenario& scenario, std::span<const PlanId> plans, const ExperimentSpec& spec);

  bool run(std::uint32_t replication, std::size_t lane, Scorecard& card) override;

 private:
  struct Lane {
    Lane(const Scenario& scenario, PlanId plan, RecordSink* trace);
    Simulation simulation;
    Scorer scorer;
    std::unique_ptr<TeeSink> tee;  ///< only for the traced plan
  };
  const Scenario& scenario_;
  std::span<const PlanId> plans_;
  const ExperimentSpec& spec_;
  std::vector<std::unique_ptr<Lane>> lanes_;
};

}  // namespace holdline
