#include "experiment/curve_statistics.hpp"

#include <cassert>

namespace holdline {

void CurveStatistics::add(const Scorecard& card) {
  if (weeks_.empty()) weeks_.resize(card.curve.size());
  assert(weeks_.size() == card.curve.size());
  CumulativeMoney sum;
  for (std::size_t i = 0; i < weeks_.size(); ++i) {
    sum.add(card.curve[i]);
    weeks_[i].cost.add(sum.cost, 1.0);
    weeks_[i].margin.add(sum.margin, 1.0);
    weeks_[i].value.add(sum.value, 1.0);
    weeks_[i].cash.add(sum.cash(), 1.0);
    weeks_[i].net.add(sum.net(), 1.0);
    weeks_[i].lost.add(sum.lost, 1.0);
  }
}

PlanCurve CurveStatistics::curve(PlanId plan, Confidence& confidence) const {
  PlanCurve curve{plan, {}};
  for (const Week& week : weeks_) {
    curve.weeks.push_back({confidence.ratio(week.cost), confidence.ratio(week.margin),
                           confidence.ratio(week.value), confidence.ratio(week.cash),
                           confidence.ratio(week.net), confidence.ratio(week.lost)});
  }
  return curve;
}

}  // namespace holdline
