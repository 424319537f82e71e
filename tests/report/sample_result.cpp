#include "sample_result.hpp"

#include <string>

using namespace holdline;

namespace {

Metric make_metric(std::string_view id, std::string_view title, std::string_view definition,
                   MetricUnit unit, bool by_type, bool by_group, int better) {
  Metric metric;
  metric.id = id;
  metric.title = title;
  metric.definition = definition;
  metric.unit = unit;
  metric.by_contact_type = by_type;
  metric.by_agent_group = by_group;
  metric.is_headline = true;
  metric.better = better;
  return metric;
}

const Metric kArrivals =
    make_metric("arrivals", "Arrivals", "A", MetricUnit::count, true, false, 0);
const Metric kServiceLevel = make_metric("service_level", "Service level (standard)",
                                         "S(s) / (A − L(s))", MetricUnit::share, true, false, 1);
const Metric kAsa =
    make_metric("asa", "Average speed of answer", "Σ W over served / S; zero waits count",
                MetricUnit::seconds, true, true, -1);
const Metric kWaitP90 =
    make_metric("wait_p90", "Wait, 90th percentile", "smallest w such that W ≤ w for 90 %",
                MetricUnit::seconds, true, false, -1);
const Metric kOccupancy = make_metric("occupancy", "Occupancy", "busy / (busy + available)",
                                      MetricUnit::share, false, true, 0);
const Metric kLabourCost = make_metric("labour_cost", "Cost of labour", "paid hours × wage",
                                       MetricUnit::money, false, true, -1);

Estimate about(double value, double low, double high) { return {value, low, high, true, true, 20}; }
Estimate plus_minus(double value, double half) { return about(value, value - half, value + half); }
Estimate undefined() { return {}; }

constexpr ScoreRow kCentre{};
constexpr ScoreRow type(std::uint32_t index) { return {ScopeKind::contact_type, index}; }
constexpr ScoreRow group(std::uint32_t index) { return {ScopeKind::agent_group, index}; }

void add(Result& result, std::size_t plan, ScoreRow row, const Metric& metric, Estimate estimate,
         std::optional<std::uint32_t> interval = std::nullopt) {
  result.figures.push_back({&metric, PlanId{plan}, row, interval, estimate});
}

void add_lean(Result& r) {
  add(r, 0, kCentre, kArrivals, plus_minus(1250.4, 21.3));
  add(r, 0, kCentre, kServiceLevel, plus_minus(0.5812, 0.0231));
  add(r, 0, kCentre, kAsa, plus_minus(61.27, 5.44));
  add(r, 0, kCentre, kWaitP90, about(184.2, 171.0, 203.9));
  add(r, 0, kCentre, kOccupancy, plus_minus(0.9134, 0.0065));
  add(r, 0, kCentre, kLabourCost, plus_minus(2912.5, 14.25));
  add(r, 0, type(0), kArrivals, plus_minus(1250.4, 21.3));
  add(r, 0, type(0), kServiceLevel, plus_minus(0.5812, 0.0231));
  add(r, 0, type(0), kAsa, plus_minus(61.27, 5.44));
  add(r, 0, type(0), kWaitP90, about(184.2, 171.0, 203.9));
  add(r, 0, type(1), kArrivals, plus_minus(0.0, 0.0));
  add(r, 0, type(1), kServiceLevel, undefined());
  add(r, 0, type(1), kAsa, undefined());
  add(r, 0, type(1), kWaitP90, undefined());
  add(r, 0, group(0), kAsa, plus_minus(61.27, 5.44));
  add(r, 0, group(0), kOccupancy, plus_minus(0.9134, 0.0065));
  add(r, 0, group(0), kLabourCost, plus_minus(2912.5, 14.25));
  add(r, 0, kCentre, kArrivals, plus_minus(610.2, 14.0), 0);
  add(r, 0, kCentre, kServiceLevel, plus_minus(0.644, 0.03), 0);
  add(r, 0, kCentre, kAsa, plus_minus(48.9, 6.1), 0);
  add(r, 0, kCentre, kArrivals, plus_minus(640.2, 15.0), 1);
  add(r, 0, kCentre, kServiceLevel, plus_minus(0.521, 0.03), 1);
  add(r, 0, kCentre, kAsa, plus_minus(73.4, 7.7), 1);
}

void add_generous(Result& r) {
  add(r, 1, kCentre, kArrivals, plus_minus(1250.4, 21.3));
  add(r, 1, kCentre, kServiceLevel, plus_minus(0.8975, 0.0112));
  add(r, 1, kCentre, kAsa, plus_minus(9.318, 1.204));
  add(r, 1, kCentre, kWaitP90, about(31.4, 27.0, 35.1));
  add(r, 1, kCentre, kOccupancy, plus_minus(0.8011, 0.0072));
  add(r, 1, kCentre, kLabourCost, plus_minus(3640.0, 16.5));
  add(r, 1, type(0), kArrivals, plus_minus(1250.4, 21.3));
  add(r, 1, type(0), kServiceLevel, plus_minus(0.8975, 0.0112));
  add(r, 1, type(0), kAsa, plus_minus(9.318, 1.204));
  add(r, 1, type(0), kWaitP90, about(31.4, 27.0, 35.1));
  add(r, 1, type(1), kArrivals, plus_minus(0.0, 0.0));
  add(r, 1, type(1), kServiceLevel, undefined());
  add(r, 1, type(1), kAsa, undefined());
  add(r, 1, type(1), kWaitP90, undefined());
  add(r, 1, group(0), kAsa, plus_minus(8.0, 1.0));
  add(r, 1, group(0), kOccupancy, plus_minus(0.82, 0.0072));
  add(r, 1, group(0), kLabourCost, plus_minus(3120.0, 16.5));
  add(r, 1, group(1), kAsa, plus_minus(12.75, 2.5));
  add(r, 1, group(1), kOccupancy, plus_minus(0.71, 0.01));
  add(r, 1, group(1), kLabourCost, plus_minus(520.0, 0.0));
}

void add_differences(Result& r) {
  const auto add_one = [&](const Metric& metric, ScoreRow row, Estimate estimate, double gain) {
    r.differences.push_back({&metric, PlanId{0}, PlanId{1}, row, estimate, gain});
  };
  add_one(kArrivals, kCentre, about(0.0, 0.0, 0.0), 0.0);
  add_one(kServiceLevel, kCentre, about(0.3163, 0.298, 0.3346), 2.41);
  add_one(kAsa, kCentre, about(-51.952, -56.3, -47.6), 1.71);
  add_one(kWaitP90, kCentre, about(-152.8, -170.2, -135.4), 1.4);
  add_one(kOccupancy, kCentre, about(-0.1123, -0.1301, 0.0021), 5.2);
  add_one(kLabourCost, kCentre, about(727.5, 725.1, 729.9), 118.0);
  add_one(kAsa, type(0), about(-51.952, -56.3, -47.6), 1.71);
  add_one(kAsa, group(0), about(-53.27, -57.0, -49.0), 1.6);
}

Result sample_world() {
  Result r;
  r.scenario_name = "Bank, \"small\"";
  r.scenario_hash = 0x0123456789abcdefULL;
  r.currency = "EUR";
  r.settings.seed = 7;
  r.score.interval = 30 * kMinute;
  r.plan_names = {"lean", "generous"};
  r.agent_group_names = {{"general"}, {"general", "backup, late"}};
  r.contact_type_names = {"regular", "internet"};
  r.acceptable_waits = {20 * kSecond, 20 * kSecond};
  r.horizon = kDay;
  return r;
}

PlanRun run_of(std::size_t plan, std::size_t groups) {
  PlanRun run;
  run.plan = PlanId{plan};
  run.layout.contact_type_count = 2;
  run.layout.agent_group_count = groups;
  run.layout.interval_count = 2;
  run.layout.interval = 30 * kMinute;
  run.layout.fold_days = true;
  run.replications = 20;
  run.contacts = 25'008;
  run.events = 101'250;
  return run;
}

void add_gates(Result& r) {
  Expectation level;
  level.metric = "service_level";
  level.bound = 0.8;
  level.location = "bank.yaml:40:5";
  Expectation wait;
  wait.metric = "asa";
  wait.plan = PlanId{0};
  wait.contact_type = ContactTypeId{0};
  wait.comparison = Comparison::at_most;
  wait.bound = 60.0;
  r.gates = {level, wait};
  r.expectations = {
      {0, PlanId{0}, plus_minus(0.5812, 0.0231), ExpectationStatus::not_met},
      {1, PlanId{0}, plus_minus(61.27, 5.44), ExpectationStatus::undecided},
  };
}

}  // namespace

Result sample_of_one_plan() {
  Result r = sample_world();
  r.runs = {run_of(0, 1)};
  add_lean(r);
  add_gates(r);
  return r;
}

Result sample_result() {
  Result r = sample_world();
  r.runs = {run_of(0, 1), run_of(1, 2)};
  add_lean(r);
  add_generous(r);
  add_differences(r);
  add_gates(r);
  r.expectations.insert(r.expectations.begin() + 1,
                        {0, PlanId{1}, plus_minus(0.8975, 0.0112), ExpectationStatus::met});
  r.warnings = {"precision not reached"};
  return r;
}
