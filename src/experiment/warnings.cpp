#include "experiment/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace holdline {
namespace {

double counter(const Tally& tally, Counter which) { return tally[static_cast<std::size_t>(which)]; }

/// Whether the formula has nothing to divide by where no customers are counted at a start or an
/// end.
bool is_of_ends(const Metric& metric) {
  Tally tally;
  tally.fill(1.0);
  if (!evaluate(metric, tally)) return false;
  for (const Counter end :
       {Counter::customer_periods, Counter::customers_at_start, Counter::customers_at_end}) {
    tally[static_cast<std::size_t>(end)] = 0.0;
  }
  return !evaluate(metric, tally);
}

constexpr double kWindow = 3.0;        // [correlation times]
constexpr double kLeastLength = 10.0;  // of a batch [decay times]

// By how much the root of a count of customers lost may miss: three of its standard deviations,
// which are 1/2 for a Poisson count whatever its mean.
constexpr double kDoubt = 1.5;

}  // namespace

double correlation_time(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  double sum_x = 0.0;
  double sum_y = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sum_x += x[i];
    sum_y += y[i];
  }
  if (sum_y == 0.0) return 1.0;
  const double ratio = sum_x / sum_y;
  std::vector<double> residuals(x.size());
  double squares = 0.0;
  double magnitude = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    residuals[i] = x[i] - ratio * y[i];
    squares += residuals[i] * residuals[i];
    magnitude += x[i] * x[i];
  }
  if (squares <= 1e-24 * magnitude) return 1.0;  // rounding alone carries no information
  double time = 1.0;
  for (std::size_t lag = 1; lag < x.size() && static_cast<double>(lag) < kWindow * time; ++lag) {
    double products = 0.0;
    for (std::size_t i = lag; i < x.size(); ++i) products += residuals[i] * residuals[i - lag];
    time += 2.0 * products / squares;
  }
  return std::max(0.0, time);
}

bool is_batch_short(double correlation_time, std::size_t pieces) {
  return correlation_time > 1.0 + 2.0 * static_cast<double>(pieces) / kLeastLength;
}

std::string batch_warning(const Scorecard& card, std::size_t row_count, std::size_t pieces,
                          std::span<const Metric* const> wanted, const std::string& plan) {
  const Metric* worst = nullptr;
  double longest = 0.0;
  const std::size_t count = card.intervals.size() / row_count;
  std::vector<double> x(count);
  std::vector<double> y(count);
  for (const Metric* metric : wanted) {
    if (metric->quantile != 0.0) continue;
    for (std::size_t i = 0; i < count; ++i) {
      const MetricObservation seen =
          observe(*metric, card.intervals[i * row_count], Estimation::pooled);
      x[i] = seen.numerator;
      y[i] = seen.denominator;
    }
    const double time = correlation_time(x, y);
    if (time > longest) {
      longest = time;
      worst = metric;
    }
  }
  if (!is_batch_short(longest, pieces)) return {};
  return fmt::format(
      "plan {}: run too short: a batch lasts only {:.2g} times what {} takes to forget its past "
      "(at least {:.2g} are needed), so the intervals are too narrow; lengthen the horizon, and "
      "the "
      "warm-up if it begins empty",
      plan, 2.0 * static_cast<double>(pieces) / (longest - 1.0), std::string(worst->id),
      kLeastLength);
}

std::vector<std::string> leftover_warnings(const PlanStatistics& statistics, const World& world,
                                           RunMode mode, const std::string& plan) {
  const double tolerated = mode == RunMode::steady_state ? 0.02 : 0.10;
  std::vector<std::string> warnings;
  for (std::size_t type = 0; type < world.contact_types.size(); ++type) {
    const Tally& sum = statistics.sum(1 + type);
    const double arrivals = counter(sum, Counter::arrivals);
    const double left = counter(sum, Counter::in_system);
    if (!(left > tolerated * arrivals)) continue;
    const bool is_patient = world.contact_types[type].patience.kind == DistributionKind::infinite;
    warnings.push_back(fmt::format(
        "plan {}: {:.1f} % of the contacts of type {} were still waiting or in service at the end "
        "and are not in its waits; {}",
        plan, 100.0 * left / arrivals, world.contact_types[type].name,
        is_patient ? "with endless patience the queue may grow for ever: is the load above the "
                     "capacity, or the horizon too short?"
                   : "is the horizon long enough?"));
  }
  return warnings;
}

std::vector<std::string> churn_warnings(std::span<const PlanStatistics> plans, const World& world,
                                        const std::string& plan) {
  constexpr double kTolerated = 1.5;
  constexpr double kYearS = 365.0 * 86400.0;
  std::vector<std::string> warnings;
  if (!world.outcomes.is_given || plans.empty()) return warnings;
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    const Segment& segment = world.segments[i];
    const double stated = segment.service_churn_per_year;
    if (segment.value_per_year <= 0.0 || stated <= 0.0) continue;
    // The least and the most of the plans, as counted and as far as the counts may mislead.
    double least = 1.0, most = 0.0, surely_least = 1.0, surely_most = 0.0;
    for (const PlanStatistics& each : plans) {
      const Tally& sum = each.sum(each.layout().first_segment() + i);
      const double years = counter(sum, Counter::customer_s) / kYearS;
      const double root = std::sqrt(counter(sum, Counter::customers_lost));
      const auto share = [years](double some) {
        return years > 0.0 ? share_in_a_year(some * some / years) : 0.0;
      };
      least = std::min(least, share(root));
      most = std::max(most, share(root));
      surely_least = std::min(surely_least, share(std::max(0.0, root - kDoubt)));
      surely_most = std::max(surely_most, years > 0.0 ? share(root + kDoubt) : 1.0);
    }
    const bool is_low = kTolerated * stated < surely_least;
    if (!is_low && stated <= kTolerated * surely_most) continue;
    const std::string shown = fmt::format("{:.3g}", 100.0 * least);
    const std::string to = fmt::format("{:.3g}", 100.0 * most);
    warnings.push_back(fmt::format(
        "{}segment {}: customers are valued as if service drove {:.3g} % of them away a year, but "
        "in this run it drives {} % away; set service_churn {}, or what is lost and won counts too "
        "{}",
        plans.size() == 1 ? fmt::format("plan {}, ", plan) : std::string(), segment.name,
        100.0 * stated, shown == to ? shown : shown + " to " + to,
        shown == to ? "near that" : "between these",
        is_low ? "much" : "little, unless churn has yet to build up in a longer run"));
  }
  return warnings;
}

std::string blank_gates_warning(std::span<const Expectation> gates, RunMode mode) {
  if (mode != RunMode::steady_state) return {};
  std::vector<std::string> names;
  for (const Expectation& gate : gates) {
    const Metric* metric = find_metric(gate.metric);
    if (metric == nullptr || !is_of_ends(*metric)) continue;
    if (std::find(names.begin(), names.end(), gate.metric) == names.end()) {
      names.push_back(gate.metric);
    }
  }
  if (names.empty()) return {};
  const bool is_one = names.size() == 1;
  return fmt::format(
      "a steady state has no start and no end, so {} {} blank and expectations of {} are not met; "
      "expect something of churn_per_year or customers_lost, or say mode: terminating",
      fmt::join(names, " and "), is_one ? "is" : "are", is_one ? "it" : "them");
}

double open_share(const PlanStatistics& plan) {
  const double issues = counter(plan.sum(0), Counter::issues);
  return issues > 0.0 ? counter(plan.sum(0), Counter::issues_open) / issues : 0.0;
}

std::string open_issues_warning(const PlanStatistics& base, const PlanStatistics& other,
                                const std::string& base_name, const std::string& other_name) {
  constexpr double kTolerated = 0.01;
  const double base_share = open_share(base);
  const double other_share = open_share(other);
  if (std::max(base_share, other_share) <= kTolerated ||
      std::fabs(other_share - base_share) <= kTolerated) {
    return {};
  }
  return fmt::format(
      "{:.1f} % of the issues of plan {} and {:.1f} % of those of plan {} were still open at the "
      "end and have no outcome yet: neither their work nor the customers they lose are counted, in "
      "favour of {}; lengthen the horizon, unless its backlog grows without end",
      100.0 * base_share, base_name, 100.0 * other_share, other_name,
      base_share > other_share ? base_name : other_name);
}

}  // namespace holdline
