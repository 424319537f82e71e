// Money by week: scorecards in, a plan's curve out.
#pragma once

#include <vector>

#include "experiment/confidence.hpp"
#include "experiment/moments.hpp"
#include "holdline/experiment/verdict.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// A scorecard's curve added up from the start of the horizon to one week's end.
struct CumulativeMoney {
  double cost = 0.0;
  double value = 0.0;
  double lost = 0.0;

  void add(const CurvePoint& week) {
    cost += week.cost;
    value += week.margin + week.equity_change;
    lost += week.lost;
  }
  [[nodiscard]] double net() const { return value - cost; }
};

/// Adds up one plan's curves, strictly in the order of replications.
class CurveStatistics {
 public:
  /// Every scorecard has as many weeks as the first.
  void add(const Scorecard& card);
  [[nodiscard]] PlanCurve curve(PlanId plan, Confidence& confidence) const;

 private:
  struct Week {
    RatioMoments cost, value, net, lost;  ///< means: every denominator is 1
  };
  std::vector<Week> weeks_;
};

}  // namespace holdline
