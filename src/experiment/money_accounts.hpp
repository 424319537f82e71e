// What a group of plans is judged by beyond single metrics: money over time, verdicts, composite
// scores. Takes the scorecards of a replication together, since verdicts are paired.
#pragma once

#include <span>
#include <vector>

#include "experiment/composite_statistics.hpp"
#include "experiment/curve_statistics.hpp"
#include "experiment/verdict_statistics.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline {

class MoneyAccounts {
 public:
  /// With more than one plan the first is the base.
  MoneyAccounts(const Scenario& scenario, std::span<const PlanId> plans);

  /// One replication of every plan.
  void add(std::span<const Scorecard> cards);
  /// Adds composites, curves and verdicts.
  void report(std::span<const PlanId> plans, Confidence& confidence, Result& result) const;

 private:
  CompositeStatistics composites_;
  std::vector<CurveStatistics> curves_;      ///< by lane; empty without verdicts
  std::vector<VerdictStatistics> verdicts_;  ///< by lane - 1
  double mean_value_;
};

}  // namespace holdline
