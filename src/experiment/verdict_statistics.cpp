#include "experiment/verdict_statistics.hpp"

#include <cassert>
#include <cmath>

#include "experiment/quantiles.hpp"

namespace holdline {
namespace {

CumulativeMoney total_of(const Scorecard& card) {
  CumulativeMoney sum;
  for (const CurvePoint& week : card.curve) sum.add(week);
  return sum;
}

BreakEvenSide side_of(double cost, double value) {
  if (value == 0.0) return BreakEvenSide::undefined;
  if (value > 0.0) return cost > 0.0 ? BreakEvenSide::other_above : BreakEvenSide::other_always;
  return cost < 0.0 ? BreakEvenSide::other_below : BreakEvenSide::base_always;
}

/// The first week, from 1, from which `at(week)` stays at or above zero.
template <class At>
std::optional<std::uint32_t> week_for_good(std::size_t weeks, At at) {
  std::size_t first = weeks;
  while (first > 0 && at(first - 1) >= 0.0) --first;
  if (first == weeks) return std::nullopt;
  return static_cast<std::uint32_t>(first + 1);
}

}  // namespace

double net_value_of(const Scorecard& card) { return total_of(card).net(); }

double mean_customer_value(const World& world) {
  double customers = 0.0;
  double value = 0.0;
  for (const Segment& segment : world.segments) {
    customers += segment.count;
    value += segment.count * segment.value_per_year;
  }
  return customers > 0.0 ? value / customers : 0.0;
}

std::optional<double> probability_above_zero(const PairedMoments& moments) {
  if (moments.count() < 2) return std::nullopt;
  const double mean = moments.difference();
  const double variance = moments.variances().difference;
  if (variance > 0.0) {
    return student_t_below(mean / std::sqrt(variance), static_cast<double>(moments.count() - 1));
  }
  if (mean == 0.0) return std::nullopt;
  return mean > 0.0 ? 1.0 : 0.0;
}

BreakEven break_even_of(const RatioMoments& cost_over_value, Confidence& confidence) {
  BreakEven result;
  const RatioMoments::CoMoments co = cost_over_value.co_moments();
  if (co.count == 0) return result;
  result.side = side_of(co.mean_x, co.mean_y);
  if (result.side == BreakEvenSide::undefined) return result;
  Estimate& factor = result.factor;
  factor.value = factor.low = factor.high = cost_over_value.ratio();
  factor.is_defined = true;
  factor.observations = co.count;
  if (co.count < 2) return result;
  // k^2 a - 2 k b + c <= 0
  const double n = static_cast<double>(co.count);
  const double t = confidence.factor(co.count - 1);
  const double noise = t * t / ((n - 1.0) * n);
  const double a = co.mean_y * co.mean_y - noise * co.yy;
  const double b = co.mean_x * co.mean_y - noise * co.xy;
  const double c = co.mean_x * co.mean_x - noise * co.xx;
  if (!(a > 0.0)) return result;
  const double half = std::sqrt(std::fmax(0.0, b * b - a * c)) / a;
  factor.low = b / a - half;
  factor.high = b / a + half;
  factor.has_interval = true;
  return result;
}

Payback payback_of(std::span<const Estimate> cumulative, double sign) {
  const bool has_band = !cumulative.empty() && cumulative.back().has_interval;
  Payback payback;
  payback.week =
      week_for_good(cumulative.size(), [&](std::size_t i) { return sign * cumulative[i].value; });
  if (!has_band) return payback;
  payback.earliest = week_for_good(cumulative.size(), [&](std::size_t i) {
    return sign * (sign > 0.0 ? cumulative[i].high : cumulative[i].low);
  });
  payback.latest = week_for_good(cumulative.size(), [&](std::size_t i) {
    return sign * (sign > 0.0 ? cumulative[i].low : cumulative[i].high);
  });
  return payback;
}

void VerdictStatistics::add(const Scorecard& base, const Scorecard& other) {
  assert(base.curve.size() == other.curve.size());
  if (weeks_.empty()) weeks_.resize(base.curve.size());
  CumulativeMoney base_sum;
  CumulativeMoney other_sum;
  for (std::size_t i = 0; i < weeks_.size(); ++i) {
    base_sum.add(base.curve[i]);
    other_sum.add(other.curve[i]);
    weeks_[i].add(other_sum.net() - base_sum.net(), 1.0);
  }
  net_.add(base_sum.net(), 1.0, other_sum.net(), 1.0);
  cost_.add(base_sum.cost, 1.0, other_sum.cost, 1.0);
  value_.add(base_sum.value, 1.0, other_sum.value, 1.0);
  cost_over_value_.add(other_sum.cost - base_sum.cost, other_sum.value - base_sum.value);
  ++replications_;
  if (other_sum.net() > base_sum.net()) ++wins_;
  if (other_sum.net() < base_sum.net()) ++losses_;
}

Verdict VerdictStatistics::verdict(PlanId base, PlanId other, double mean_value,
                                   Confidence& confidence) const {
  Verdict verdict;
  verdict.base = base;
  verdict.other = other;
  verdict.net_value = confidence.difference(net_);
  verdict.cost = confidence.difference(cost_);
  verdict.value = confidence.difference(value_);
  if (net_.count() >= 2) verdict.variance_reduction = net_.variances().reduction();
  verdict.probability = probability_above_zero(net_);
  verdict.replications = replications_;
  verdict.wins = wins_;
  verdict.losses = losses_;
  verdict.break_even = break_even_of(cost_over_value_, confidence);
  verdict.break_even.mean_value = mean_value;
  for (const RatioMoments& week : weeks_) {
    verdict.cumulative_net.push_back(confidence.ratio(week));
  }
  verdict.other_payback = payback_of(verdict.cumulative_net, 1.0);
  verdict.base_payback = payback_of(verdict.cumulative_net, -1.0);
  return verdict;
}

}  // namespace holdline
