// Whole experiments on small centres: what a result holds.
#include <algorithm>

#include "small_center.hpp"

namespace holdline {

TEST_CASE("common random numbers bring the same contacts and narrow the difference",
          "[experiment][compare]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.experiment.replications = 60;
  ExperimentSpec spec;
  spec.compare = true;
  const Result result = run_experiment(scenario, spec);
  bool has_arrivals = false;
  bool has_level = false;
  for (const Difference& difference : result.differences) {
    CHECK(difference.base == PlanId(0));
    CHECK(difference.other == PlanId(1));
    CHECK_FALSE((difference.row.kind == ScopeKind::agent_group && difference.row.index != 0));
    if (difference.row.kind != ScopeKind::all) continue;
    if (difference.metric->id == "arrivals") {
      has_arrivals = true;
      CHECK(difference.difference.value == 0.0);
      CHECK(difference.difference.high == 0.0);
    }
    if (difference.metric->id == "service_level") {
      has_level = true;
      CHECK(difference.difference.low > 0.0);  // one more agent
      CHECK(difference.variance_reduction > 1.0);
      const double direct = total_of(result, "service_level", PlanId(1)).value -
                            total_of(result, "service_level", PlanId(0)).value;
      CHECK(difference.difference.value == Approx(direct).epsilon(1e-12));
    }
  }
  CHECK(has_arrivals);
  CHECK(has_level);
}

TEST_CASE("expectations are judged for each plan they name", "[experiment][expect]") {
  const Scenario scenario = scenario_of(kTwoPlans);
  const Result result = run_experiment(scenario, {});
  REQUIRE(result.gates.size() == 2);
  REQUIRE(result.expectations.size() == 3);  // the first for both plans, the second for one
  for (const ExpectationOutcome& outcome : result.expectations) {
    CHECK(outcome.status ==
          (outcome.expectation == 0 ? ExpectationStatus::met : ExpectationStatus::not_met));
    if (outcome.expectation == 1) {
      CHECK(bits_of(outcome.estimate) ==
            bits_of(total_of(result, "asa", PlanId(1), ScopeKind::contact_type, 1)));
    }
  }
}

TEST_CASE("the cap of the sequential procedure is told", "[experiment][precision]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.experiment.precision = 0.001;
  scenario.experiment.precision_metrics = {"asa"};
  scenario.experiment.max_replications = 30;
  std::uint64_t last_known = 0;
  ExperimentSpec spec;
  spec.plans = {PlanId(0)};
  spec.progress = [&](std::uint64_t done, std::uint64_t known) {
    CHECK(done <= known);
    CHECK(known >= last_known);
    last_known = known;
  };
  const Result result = run_experiment(scenario, spec);
  CHECK(last_known == 30);
  CHECK(result.runs[0].replications == 30);
  CHECK(result.is_complete);
  CHECK_FALSE(result.precision_reached);
  REQUIRE_FALSE(result.warnings.empty());
  CHECK(result.warnings[0].find("precision of 0.1 % not reached: plan lean: asa is known to") == 0);
}

TEST_CASE("plans that are compared go on until their difference is precise, not their figures",
          "[experiment][precision][compare]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.experiment.replications = 10;
  scenario.experiment.precision = 0.1;
  ExperimentSpec spec;
  const Result apart = run_experiment(scenario, spec);
  spec.compare = true;
  const Result compared = run_experiment(scenario, spec);
  CHECK(compared.precision_reached);
  // Every headline difference: to a tenth of the larger plan's value.
  for (const Difference& difference : compared.differences) {
    if (!difference.metric->is_headline || difference.row.kind != ScopeKind::all) continue;
    const std::string_view id = difference.metric->id;
    const double size =
        std::max(total_of(compared, id).value, total_of(compared, id, PlanId(1)).value);
    CHECK(difference.difference.high - difference.difference.low <= 0.2 * size);
  }
  // The short waits of the generous plan alone take many times the replications.
  CHECK(apart.runs[1].replications > 3 * compared.runs[1].replications);
}

TEST_CASE("where customers are worth something it is the net value that must be precise",
          "[experiment][precision][compare][verdict]") {
  Scenario scenario = scenario_of(kCustomers);
  scenario.experiment.precision = 0.1;
  ExperimentSpec spec;
  spec.compare = true;
  const Result result = run_experiment(scenario, spec);
  CHECK(result.precision_reached);
  CHECK(result.runs[0].replications > 10);
  const auto half = [&](const Estimate& estimate) { return 0.5 * (estimate.high - estimate.low); };
  const double cost = total_of(result, "total_cost", PlanId(1)).value;  // the dearer one
  const Estimate net = result.verdicts.at(0).net_value;
  CHECK(half(net) <= 0.1 * std::max(cost, std::fabs(net.value)));
  CHECK(half(difference_of(result, "asa")) > 0.01 * total_of(result, "asa").value);
  for (const std::uint32_t threads : {2u, 5u}) {
    spec.threads = threads;
    CHECK(bits_of(run_experiment(scenario, spec)) == bits_of(result));
  }
  scenario.experiment.precision = 0.0001;
  scenario.experiment.max_replications = 25;
  const Result capped = run_experiment(scenario, spec);
  CHECK(capped.runs[0].replications == 25);
  CHECK_FALSE(capped.precision_reached);
  REQUIRE_FALSE(capped.warnings.empty());
  const std::string& told = capped.warnings[0];
  CHECK(
      told.starts_with("precision of 0.01 % not reached: plan generous against lean: the "
                       "difference of net_value is known to "));
  CHECK(told.ends_with("after 25 replications"));
  // Metrics named are what must be precise instead.
  scenario.experiment.precision = 0.5;
  scenario.experiment.precision_metrics = {"arrivals"};
  CHECK(run_experiment(scenario, spec).runs[0].replications == 10);
}

TEST_CASE("one replication has values but no intervals", "[experiment]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.experiment.replications = 1;
  ExperimentSpec spec;
  spec.compare = true;
  const Result result = run_experiment(scenario, spec);
  for (const Figure& figure : result.figures) CHECK_FALSE(figure.estimate.has_interval);
  for (const Difference& one : result.differences) CHECK_FALSE(one.difference.has_interval);
  CHECK(total_of(result, "arrivals").value > 0.0);
  for (const ExpectationOutcome& outcome : result.expectations) {
    CHECK(outcome.status == ExpectationStatus::undecided);
  }
}

TEST_CASE("the service level follows the scenario's variant", "[experiment]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.score.service_level = ServiceLevelVariant::all_offered;
  const Result result = run_experiment(scenario, {});
  const Estimate level = total_of(result, "service_level");
  CHECK(bits_of(level) == bits_of(total_of(result, "service_level_all_offered")));
  CHECK(level.value < total_of(result, "service_level_standard").value);
}

TEST_CASE("steady state has an interval from batches and scales totals to the run",
          "[experiment][steady_state]") {
  const Scenario scenario = scenario_of(kErlangC);
  const Result result = run_experiment(scenario, {});
  CHECK(result.settings.replications == 1);
  CHECK(result.runs[0].replications == 1);
  const Estimate arrivals = total_of(result, "arrivals");
  CHECK(arrivals.observations == 30);
  CHECK(arrivals.value == Approx(2.4 * 60.0 * 94.0).epsilon(0.05));  // 96 h less 2 h
  CHECK(arrivals.low < 2.4 * 60.0 * 94.0 * 1.03);
  CHECK(arrivals.high > arrivals.value);
  const Estimate occupancy = total_of(result, "occupancy");
  CHECK(occupancy.value == Approx(0.6).epsilon(0.05));
  CHECK(occupancy.has_interval);
  for (const Figure& figure : result.figures) CHECK_FALSE(figure.interval.has_value());
}

TEST_CASE("a run of few relaxation times says that it is too short, a long one does not",
          "[experiment][steady_state]") {
  // M/M/1 at load 0.95: the relaxation time is 1 / (1 - sqrt .95)^2 = 1560 minutes.
  Scenario scenario = scenario_of(R"(holdline: 1
name: M/M/1
world:
  calendar: {days: 22}
  contact_types:
    call: {arrivals: {poisson: {rate: 0.95/min}}, handle_time: {exponential: {mean: 1m}}}
plan: {agent_groups: {agents: {agents: 1, skills: [call]}}}
experiment: {mode: steady_state}
)");
  const auto warned = [&](std::uint64_t runs) {
    std::uint64_t count = 0;
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
      scenario.experiment.seed = seed;
      for (const std::string& warning : run_experiment(scenario, {}).warnings) {
        count += warning.find("run too short") != std::string::npos ? 1u : 0u;
      }
    }
    return count;
  };
  CHECK(warned(20) >= 19);  // 20 relaxation times
  scenario.world.calendar.days = 2200;
  CHECK(warned(3) == 0);  // 2000 of them
}

TEST_CASE("customers of a steady state are lost, but there are none at its start",
          "[experiment][steady_state]") {
  std::string text(kCustomers);
  text += "expect: [{metric: churn_share, at_most: 1%}]\n";
  const auto warned = [](const Result& result) {
    return std::count_if(result.warnings.begin(), result.warnings.end(), [](const auto& warning) {
      return warning.find("so churn_share is blank and expectations of it") != std::string::npos;
    });
  };
  Scenario scenario = scenario_of(text);
  ExperimentSpec lean;
  lean.plans = {PlanId{0}};
  const Result replications = run_experiment(scenario, lean);
  CHECK(warned(replications) == 0);
  CHECK(total_of(replications, "customers_at_start").value == 400);

  scenario.experiment.mode = RunMode::steady_state;
  const Result steady = run_experiment(scenario, lean);
  CHECK(warned(steady) == 1);
  for (const char* id : {"customers_at_start", "customers_at_end", "churn_share"}) {
    CHECK_FALSE(total_of(steady, id).is_defined);
  }
  REQUIRE(steady.expectations.size() == 1);
  CHECK(steady.expectations[0].status == ExpectationStatus::not_met);
  // The run is the first replication in pieces.
  scenario.experiment.mode = RunMode::terminating;
  scenario.experiment.replications = 1;
  const Result one = run_experiment(scenario, lean);
  REQUIRE(total_of(one, "customers_lost").value > 0.0);
  for (const char* id : {"customers_lost", "churn_per_year", "equity_change"}) {
    INFO(id);
    CHECK(total_of(steady, id).value == Approx(total_of(one, id).value).epsilon(1e-9));
  }
}

TEST_CASE("an overloaded centre is told", "[experiment][steady_state]") {
  const Scenario scenario = scenario_of(R"(holdline: 1
name: overload
world:
  calendar: {days: 2}
  contact_types:
    call: {arrivals: {poisson: {rate: 2/min}}, handle_time: {exponential: {mean: 1m}}}
plan: {agent_groups: {agents: {agents: 1, skills: [call]}}}
experiment: {mode: steady_state}
)");
  const Result result = run_experiment(scenario, {});
  bool is_told = false;
  for (const std::string& warning : result.warnings) {
    is_told = is_told || warning.find("grow for ever") != std::string::npos;
  }
  CHECK(is_told);
}

}  // namespace holdline
