// Made-up curves and worlds with known money.
#pragma once

#include <utility>
#include <vector>

#include "holdline/experiment/experiment.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// A scorecard with nothing but money by week: pairs of cost and value.
inline Scorecard card_of_weeks(const std::vector<std::pair<double, double>>& weeks) {
  Scorecard card;
  for (const auto& [cost, value] : weeks) card.curve.push_back({cost, value, 0.0, 0.0});
  return card;
}

struct WeekOfMoney {
  double cost = 0.0;
  double margin = 0.0;
  double equity_change = 0.0;
};
/// The same with equity apart from margin.
inline Scorecard card_of_money(const std::vector<WeekOfMoney>& weeks) {
  Scorecard card;
  for (const WeekOfMoney& week : weeks) {
    card.curve.push_back({week.cost, week.margin, week.equity_change, 0.0});
  }
  return card;
}

/// Estimates of a curve with a band of the same half-width everywhere.
inline std::vector<Estimate> band_of(const std::vector<double>& values, double half) {
  std::vector<Estimate> band;
  for (const double value : values) {
    band.push_back({value, value - half, value + half, true, true, 20});
  }
  return band;
}

}  // namespace holdline
