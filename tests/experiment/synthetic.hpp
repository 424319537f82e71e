// Made-up scorecards with known truths, so that the statistics are tested without a model.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "holdline/score/metric.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// Draws that are the same with every standard library (its engines are specified, its
/// distributions are not).
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : engine_(seed) {}
  /// In (0, 1).
  double uniform() { return (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53; }
  double exponential(double mean) { return -mean * std::log(uniform()); }
  double normal() {
    return std::sqrt(-2.0 * std::log(uniform())) * std::cos(6.283185307179586 * uniform());
  }
  std::uint64_t poisson(double mean) {
    std::uint64_t count = 0;
    for (double sum = exponential(1.0); sum < mean; sum += exponential(1.0)) ++count;
    return count;
  }

 private:
  std::mt19937_64 engine_;
};

inline double count_of(const Tally& tally, Counter counter) {
  return tally[static_cast<std::size_t>(counter)];
}
inline double& count_of(Tally& tally, Counter counter) {
  return tally[static_cast<std::size_t>(counter)];
}

inline Metric made_up_metric(std::string_view id, double (*numerator)(const Tally&),
                             double (*denominator)(const Tally&), double quantile = 0.0) {
  Metric metric;
  metric.id = id;
  metric.by_contact_type = true;
  metric.by_agent_group = true;
  metric.is_headline = true;
  metric.numerator = numerator;
  metric.denominator = denominator;
  metric.quantile = quantile;
  return metric;
}

/// arrivals (a total), level (served within / arrivals) and p90 (of the waits).
inline const std::array<const Metric*, 3>& made_up_catalogue() {
  static const Metric arrivals = made_up_metric(
      "arrivals", [](const Tally& t) { return count_of(t, Counter::arrivals); }, nullptr);
  static const Metric level = made_up_metric(
      "level", [](const Tally& t) { return count_of(t, Counter::served_within); },
      [](const Tally& t) { return count_of(t, Counter::arrivals); });
  static const Metric p90 = made_up_metric("p90", nullptr, nullptr, 0.9);
  static const std::array<const Metric*, 3> catalogue{&arrivals, &level, &p90};
  return catalogue;
}

inline ScoreLayout made_up_layout(std::size_t types, std::size_t groups, std::size_t intervals) {
  ScoreLayout layout;
  layout.contact_type_count = types;
  layout.agent_group_count = groups;
  layout.interval_count = intervals;
  return layout;
}

inline Scorecard made_up_card(const ScoreLayout& layout) {
  Scorecard card;
  card.totals.resize(layout.row_count());
  card.intervals.resize(layout.row_count() * layout.interval_count);
  card.waits.resize(1 + layout.contact_type_count);
  return card;
}

}  // namespace holdline
