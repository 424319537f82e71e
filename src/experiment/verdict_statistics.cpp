#include "experiment/verdict_statistics.hpp"

#include <algorithm>
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

constexpr double kRounding = 1e-12;  ///< of sums, relative to the size of what they add up

double net_of(const CumulativeMoney& sum) { return sum.net(); }
double cash_of(const CumulativeMoney& sum) { return sum.cash(); }
double cost_of(const CumulativeMoney& sum) { return sum.cost; }
double value_of(const CumulativeMoney& sum) { return sum.value; }

/// Money of two plans in the same weeks of the same replication.
class MoneyPair {
 public:
  using Amount = double (*)(const CumulativeMoney& sum);

  void add(const CurvePoint& base, const CurvePoint& other) {
    base_.add(base);
    other_.add(other);
  }
  /// What the other plan has more of. Nothing where the sums differ by no more than rounding: the
  /// last bits of plans that are equal must not decide between them.
  [[nodiscard]] double gain(Amount amount) const {
    const double gain = amount(other_) - amount(base_);
    const double noise = std::max(kLeastMoney, kRounding * (base_.size + other_.size));
    return std::fabs(gain) <= noise ? 0.0 : gain;
  }
  void add_to(PairedMoments& moments, Amount amount) const {
    const double base = amount(base_);
    moments.add(base, 1.0, gain(amount) == 0.0 ? base : amount(other_), 1.0);
  }

 private:
  CumulativeMoney base_;
  CumulativeMoney other_;
};

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
  MoneyPair sums;
  for (std::size_t i = 0; i < weeks_.size(); ++i) {
    sums.add(base.curve[i], other.curve[i]);
    weeks_[i].net.add(sums.gain(net_of), 1.0);
    weeks_[i].cash.add(sums.gain(cash_of), 1.0);
  }
  sums.add_to(net_, net_of);
  sums.add_to(cash_, cash_of);
  sums.add_to(cost_, cost_of);
  sums.add_to(value_, value_of);
  cost_over_value_.add(sums.gain(cost_of), sums.gain(value_of));
  ++replications_;
  const double gain = sums.gain(net_of);
  if (gain > 0.0) ++wins_;
  if (gain < 0.0) ++losses_;
}

Verdict VerdictStatistics::verdict(PlanId base, PlanId other, double mean_value,
                                   Confidence& confidence) const {
  Verdict verdict;
  verdict.base = base;
  verdict.other = other;
  verdict.net_value = confidence.difference(net_);
  verdict.cost = confidence.difference(cost_);
  verdict.value = confidence.difference(value_);
  verdict.cash = confidence.difference(cash_);
  if (net_.count() >= 2) verdict.variance_reduction = net_.variances().reduction();
  verdict.probability = probability_above_zero(net_);
  verdict.replications = replications_;
  verdict.wins = wins_;
  verdict.losses = losses_;
  verdict.break_even = break_even_of(cost_over_value_, confidence);
  verdict.break_even.mean_value = mean_value;
  for (const Week& week : weeks_) {
    verdict.cumulative_net.push_back(confidence.ratio(week.net));
    verdict.cumulative_cash.push_back(confidence.ratio(week.cash));
  }
  verdict.other_payback = payback_of(verdict.cumulative_net, 1.0);
  verdict.base_payback = payback_of(verdict.cumulative_net, -1.0);
  verdict.other_cash_payback = payback_of(verdict.cumulative_cash, 1.0);
  verdict.base_cash_payback = payback_of(verdict.cumulative_cash, -1.0);
  return verdict;
}

}  // namespace holdline
