// Results depend on the scenario and the seed; not on threads, company, traces or interruptions.
#include "small_center.hpp"

namespace holdline {

TEST_CASE("results have the same bits for any number of threads", "[experiment][determinism]") {
  const Scenario scenario = scenario_of(kTwoPlans);
  ExperimentSpec spec;
  spec.compare = true;
  spec.threads = 1;
  const Result alone = run_experiment(scenario, spec);
  CHECK(alone.violation == "");
  CHECK(alone.is_complete);
  CHECK(alone.runs.size() == 2);
  CHECK(alone.differences.size() > 20);
  const std::string bits = bits_of(alone);
  for (const std::uint32_t threads : {2u, 3u, 8u, 0u}) {
    spec.threads = threads;
    CHECK(bits_of(run_experiment(scenario, spec)) == bits);
  }
}

TEST_CASE("the sequential procedure stops at the same replication for any number of threads",
          "[experiment][determinism]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.experiment.replications = 10;
  scenario.experiment.precision = 0.04;
  scenario.experiment.precision_metrics = {"service_level", "wait_p90"};
  for (const bool compare : {false, true}) {
    ExperimentSpec spec;
    spec.compare = compare;
    spec.threads = 1;
    const Result alone = run_experiment(scenario, spec);
    CHECK(alone.precision_reached);
    CHECK(alone.runs[0].replications > 10);
    CHECK(alone.runs[0].replications < 10'000);
    if (compare) CHECK(alone.runs[0].replications == alone.runs[1].replications);
    for (const char* metric : {"service_level", "wait_p90"}) {
      const Estimate base = total_of(alone, metric, PlanId(0));
      const Estimate other = total_of(alone, metric, PlanId(1));
      if (compare) {
        const Estimate apart = difference_of(alone, metric);
        CHECK(apart.high - apart.low <= 0.08 * std::max(base.value, other.value));
      } else {
        CHECK(base.high - base.low <= 0.08 * base.value);
        CHECK(other.high - other.low <= 0.08 * other.value);
      }
    }
    for (const std::uint32_t threads : {2u, 8u}) {
      spec.threads = threads;
      CHECK(bits_of(run_experiment(scenario, spec)) == bits_of(alone));
    }
  }
}

TEST_CASE("a plan's figures do not depend on its company", "[experiment][determinism]") {
  const Scenario scenario = scenario_of(kTwoPlans);
  ExperimentSpec both;
  both.compare = true;
  const Result compared = run_experiment(scenario, both);
  ExperimentSpec one;
  one.plans = {PlanId(1)};
  const Result alone = run_experiment(scenario, one);
  std::size_t next = 0;
  for (const Figure& figure : compared.figures) {
    if (figure.plan != PlanId(1)) continue;
    REQUIRE(next < alone.figures.size());
    CHECK(bits_of(alone.figures[next++].estimate) == bits_of(figure.estimate));
  }
  CHECK(next == alone.figures.size());
}

TEST_CASE("a trace sees the replications of its plan in order and changes nothing",
          "[experiment][determinism]") {
  class Watching : public RecordSink {
   public:
    void on_replication_start(const ReplicationStart& start) override {
      in_order = in_order && start.replication == replications;
    }
    void on_contact(const ContactRecord&) override { ++contacts; }
    void on_replication_end(const ReplicationEnd& end) override {
      ++replications;
      in_order = in_order && end.is_complete;
    }
    bool in_order = true;
    std::uint32_t replications = 0;
    std::uint64_t contacts = 0;
  } watching;
  const Scenario scenario = scenario_of(kTwoPlans);
  ExperimentSpec spec;
  spec.compare = true;
  spec.threads = 4;
  const std::string untraced = bits_of(run_experiment(scenario, spec));
  spec.trace = &watching;
  spec.trace_plan = PlanId(1);
  const Result result = run_experiment(scenario, spec);
  CHECK(bits_of(result) == untraced);
  CHECK(watching.in_order);
  CHECK(watching.replications == 40);
  CHECK(watching.contacts == result.runs[1].contacts);
}

TEST_CASE("a stopped experiment is the shorter experiment, marked", "[experiment][determinism]") {
  Scenario scenario = scenario_of(kTwoPlans);
  for (const std::uint32_t threads : {1u, 3u}) {
    scenario.experiment.replications = 100'000;
    std::atomic<bool> stop{false};
    ExperimentSpec spec;
    spec.compare = true;
    spec.threads = threads;
    spec.stop = &stop;
    spec.progress = [&](std::uint64_t done, std::uint64_t known) {
      CHECK(known == 200'000);
      if (done == 24) stop = true;
    };
    const Result stopped = run_experiment(scenario, spec);
    CHECK_FALSE(stopped.is_complete);
    CHECK(stopped.violation == "");
    const std::uint32_t finished = stopped.runs[0].replications;
    CHECK(finished >= 12);
    CHECK(finished < 60);
    CHECK(stopped.runs[1].replications == finished);

    scenario.experiment.replications = finished;
    ExperimentSpec whole;
    whole.compare = true;
    Result shorter = run_experiment(scenario, whole);
    CHECK(shorter.is_complete);
    shorter.is_complete = false;
    CHECK(bits_of(shorter) == bits_of(stopped));
  }
}

TEST_CASE("an experiment stopped before it began has undefined figures, not wrong ones",
          "[experiment][determinism]") {
  Scenario scenario = scenario_of(kTwoPlans);
  scenario.experiment.precision = 0.1;
  std::atomic<bool> stop{true};
  ExperimentSpec spec;
  spec.compare = true;
  spec.stop = &stop;
  const Result result = run_experiment(scenario, spec);
  CHECK_FALSE(result.is_complete);
  CHECK_FALSE(result.precision_reached);
  CHECK(result.runs[0].replications == 0);
  for (const Figure& figure : result.figures) CHECK_FALSE(figure.estimate.is_defined);
  for (const ExpectationOutcome& outcome : result.expectations) {
    CHECK(outcome.status == ExpectationStatus::undecided);
  }
}

}  // namespace holdline
