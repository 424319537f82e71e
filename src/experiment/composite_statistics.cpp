#include "experiment/composite_statistics.hpp"

#include <algorithm>

namespace holdline {
namespace {

std::optional<double> value_of(const Metric& metric, const Scorecard& card) {
  if (metric.quantile == 0.0) return evaluate(metric, card.totals.front());
  if (card.waits.front().count() == 0) return std::nullopt;
  return card.waits.front().quantile_s(metric.quantile);
}

}  // namespace

double part_score(const CompositePart& part, double value) {
  if (part.best == part.worst) return value == part.best ? 1.0 : 0.0;
  return std::clamp((value - part.worst) / (part.best - part.worst), 0.0, 1.0);
}

CompositeStatistics::CompositeStatistics(const ScoreSettings& score, std::size_t lanes)
    : lanes_(lanes) {
  for (const CompositePart& part : score.composite) {
    const Metric* metric = find_metric(part.metric);
    if (metric != nullptr) parts_.push_back({part, &resolve_metric(*metric, score.service_level)});
  }
  for (Lane& lane : lanes_) {
    lane.values.resize(parts_.size());
    lane.scores.resize(parts_.size());
  }
}

std::optional<double> CompositeStatistics::add_parts(const Scorecard& card, Lane& lane) {
  double sum = 0.0;
  double weights = 0.0;
  bool is_whole = true;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::optional<double> value = value_of(*parts_[i].metric, card);
    if (!value) {
      is_whole = false;
      continue;
    }
    const double score = part_score(parts_[i].settings, *value);
    lane.values[i].add(*value, 1.0);
    lane.scores[i].add(score, 1.0);
    sum += parts_[i].settings.weight * score;
    weights += parts_[i].settings.weight;
  }
  if (!is_whole || weights <= 0.0) return std::nullopt;
  lane.score.add(sum / weights, 1.0);
  return sum / weights;
}

void CompositeStatistics::add(std::span<const Scorecard> cards) {
  if (!is_wanted()) return;
  const std::optional<double> base = add_parts(cards.front(), lanes_.front());
  for (std::size_t i = 1; i < lanes_.size(); ++i) {
    const std::optional<double> other = add_parts(cards[i], lanes_[i]);
    if (base && other) lanes_[i].pairs.add(*base, 1.0, *other, 1.0);
  }
}

CompositeScore CompositeStatistics::score(std::size_t lane, PlanId plan,
                                          Confidence& confidence) const {
  const Lane& from = lanes_[lane];
  CompositeScore result{plan, confidence.ratio(from.score), {}};
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    result.parts.push_back({parts_[i].metric, parts_[i].settings.weight,
                            confidence.ratio(from.values[i]), confidence.ratio(from.scores[i])});
  }
  return result;
}

CompositeDifference CompositeStatistics::difference(std::size_t lane, PlanId base, PlanId other,
                                                    Confidence& confidence) const {
  const PairedMoments& pairs = lanes_[lane].pairs;
  CompositeDifference result{base, other, confidence.difference(pairs), 0.0};
  if (result.difference.has_interval) result.variance_reduction = pairs.variances().reduction();
  return result;
}

}  // namespace holdline
