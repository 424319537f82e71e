// The sequential procedure: run until the intervals are narrow enough, looking at few and
// predictable points only. Looking after every replication would stop at lucky moments and make
// the intervals cover less than they say (Law, "Simulation Modeling and Analysis", 9.4).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "experiment/plan_statistics.hpp"

namespace holdline {

/// Where the metrics of the centre stand against the wanted relative half-width.
struct PrecisionState {
  bool is_reached = true;
  double needed = 0.0;  ///< replications predicted for the worst metric, possibly infinite
  const Metric* worst = nullptr;  ///< the metric furthest from its precision; nullptr when reached
  Estimate estimate;              ///< of `worst`
  std::vector<const Metric*> undefined;  ///< nothing to estimate (0/0): cannot be waited for
};

/// The metrics the scenario asks precision of: by name, or the headline ones.
[[nodiscard]] std::vector<const Metric*> precision_metrics(std::span<const Metric* const> catalogue,
                                                           const ExperimentSettings& settings);

/// Compares each metric's half-width over all contacts with `relative` times its value.
[[nodiscard]] PrecisionState check_precision(const PlanStatistics& statistics,
                                             std::span<const Metric* const> wanted, double relative,
                                             Confidence& confidence);

/// The first checkpoint: the scenario's replications, at least 10, at most the cap.
[[nodiscard]] std::uint32_t first_checkpoint(const ExperimentSettings& settings);
/// The checkpoint after `done` when `needed` are predicted: 10 % above the prediction, but at least
/// 1.1 times and at most 1.5 times `done`, and never beyond the cap. `done` itself at the cap.
[[nodiscard]] std::uint32_t next_checkpoint(std::uint32_t done, double needed,
                                            const ExperimentSettings& settings);

/// "precision of 2 % not reached: plan lean: asa is known to 13 % after 10000 replications", ...
/// Requires a state that is not reached.
[[nodiscard]] std::string precision_warning(const PrecisionState& state, const std::string& plan,
                                            double relative, RunMode mode);

}  // namespace holdline
