// What a group of plans is to be precise in. A plan alone: its own figures. Plans that are
// compared: what is asked is how far they are apart, and the luck they share cancels in that; their
// own figures would take many times the replications and tell no more of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "experiment/plan_comparison.hpp"
#include "experiment/plan_statistics.hpp"
#include "experiment/precision.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline {

/// What is known of a group of plans so far.
struct GroupStatistics {
  std::span<const PlanStatistics> plans;        ///< by lane
  std::span<const PlanComparison> comparisons;  ///< by lane - 1; none of a plan alone
};

class PrecisionGoal {
 public:
  /// For `lanes` plans, which are compared if there are more than one: then about net value where
  /// that is the verdict and no metrics are named. Keeps a reference.
  PrecisionGoal(const Scenario& scenario, std::span<const Metric* const> catalogue,
                std::size_t lanes);

  [[nodiscard]] const std::vector<const Metric*>& metrics() const { return metrics_; }
  /// The next checkpoint; `done` if the precision asked for is reached or the cap is.
  [[nodiscard]] std::uint32_t next_target(std::uint32_t done, const GroupStatistics& group,
                                          Confidence& confidence) const;
  /// Says what was not reached; `names` are those of the plans by lane.
  void report(const GroupStatistics& group, std::span<const std::string> names,
              Confidence& confidence, Result& result) const;

 private:
  /// Of one of the subjects: a plan alone, or each plan after the first.
  [[nodiscard]] PrecisionState state(std::size_t subject, const GroupStatistics& group,
                                     Confidence& confidence) const;
  [[nodiscard]] std::size_t subject_count(const GroupStatistics& group) const;

  const ExperimentSettings& settings_;
  std::vector<const Metric*> metrics_;
};

}  // namespace holdline
