// Money by week: scorecards in, a plan's curve out.
#pragma once

#include <cmath>
#include <vector>

#include "experiment/confidence.hpp"
#include "experiment/moments.hpp"
#include "holdline/experiment/verdict.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// Half the last decimal a report shows: amounts that differ by less do not differ.
inline constexpr double kLeastMoney = 5e-5;

/// A scorecard's curve added up to one week's end.
struct CumulativeMoney {
  double cost = 0.0;
  double margin = 0.0;
  double value = 0.0;
  double lost = 0.0;
  double size = 0.0;  ///< of everything added, whatever its sign: the measure of rounding

  void add(const CurvePoint& week) {
    cost += week.cost;
    margin += week.margin;
    value += week.margin + week.equity_change;
    lost += week.lost;
    size += std::fabs(week.cost) + std::fabs(week.margin) + std::fabs(week.equity_change);
  }
  [[nodiscard]] double cash() const { return margin - cost; }
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
    RatioMoments cost, margin, value, cash, net, lost;  ///< means: every denominator is 1
  };
  std::vector<Week> weeks_;
};

}  // namespace holdline
