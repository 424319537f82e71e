// The sequential procedure: run until the intervals are narrow enough, looking at few and
// predictable points only. Looking after every replication would stop at lucky moments and make
// the intervals cover less than they say (Law, "Simulation Modeling and Analysis", 9.4).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/plan_comparison.hpp"
#include "experiment/plan_statistics.hpp"

namespace holdline {

/// A figure over all contacts that is to be precise, and what its half-width is to be a share of.
struct PrecisionFigure {
  const Metric* metric = nullptr;
  Estimate estimate;
  double size = 0.0;
  std::string_view size_name = {};  ///< " of what the dearer plan costs"; empty: of the figure
};

/// Where figures stand against the wanted half-width.
struct PrecisionState {
  bool is_reached = true;
  double needed = 0.0;    ///< replications predicted for the worst figure, possibly infinite
  PrecisionFigure worst;  ///< the one furthest from its precision; no metric when reached
  std::vector<const Metric*> undefined;  ///< nothing to estimate (0/0): cannot be waited for
};

/// The metrics the scenario asks precision of: by name, or the headline ones.
[[nodiscard]] std::vector<const Metric*> precision_metrics(std::span<const Metric* const> catalogue,
                                                           const ExperimentSettings& settings);

/// A plan's figures, each to be known to a share of itself.
[[nodiscard]] std::vector<PrecisionFigure> own_figures(const PlanStatistics& statistics,
                                                       std::span<const Metric* const> wanted,
                                                       Confidence& confidence);

/// Paired differences of a plan to the base. A difference may be near zero, of which no half-width
/// is a share; so each is to be known to a share of the largest of itself and the two plans'
/// values. Net value may be near zero in both plans: there their costs stand for the values.
[[nodiscard]] std::vector<PrecisionFigure> paired_figures(const PlanComparison& comparison,
                                                          const PlanStatistics& base,
                                                          const PlanStatistics& other,
                                                          std::span<const Metric* const> wanted,
                                                          Confidence& confidence);

/// Compares each half-width with `relative` times its size.
[[nodiscard]] PrecisionState check_precision(std::span<const PrecisionFigure> figures,
                                             double relative, std::uint32_t replications);

/// The first checkpoint: the scenario's replications, at least 10, at most the cap.
[[nodiscard]] std::uint32_t first_checkpoint(const ExperimentSettings& settings);
/// The checkpoint after `done` when `needed` are predicted: 10 % above the prediction, but at least
/// 1.1 times and at most 1.5 times `done`, and never beyond the cap. `done` itself at the cap.
[[nodiscard]] std::uint32_t next_checkpoint(std::uint32_t done, double needed,
                                            const ExperimentSettings& settings);

/// "precision of 2 % not reached: plan lean: asa is known to 13 % after 10000 replications", ...
/// `subject` is "plan lean: asa" without the metric. Requires a state that is not reached.
[[nodiscard]] std::string precision_warning(const PrecisionState& state, const std::string& subject,
                                            double relative, RunMode mode);

}  // namespace holdline
