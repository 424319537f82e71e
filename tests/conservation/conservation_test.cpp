// Five hundred random scenarios: every conservation law of the scorer, and every law of the
// watchful sink, in every replication.
#include <array>
#include <set>

#include "conservation/scenario_generator.hpp"
#include "conservation/watchful_sink.hpp"
#include "holdline/model/simulate.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/score/scorer.hpp"
#include "support/catch.hpp"
#include "support/random_issues.hpp"

namespace holdline {
namespace {

constexpr std::uint64_t kScenarios = 500;

/// Two sinks as one.
class Both final : public RecordSink {
 public:
  Both(RecordSink& first, RecordSink& second) : sinks_{&first, &second} {}
  void on_replication_start(const ReplicationStart& start) override {
    for (RecordSink* sink : sinks_) sink->on_replication_start(start);
  }
  void on_contact(const ContactRecord& contact) override {
    for (RecordSink* sink : sinks_) sink->on_contact(contact);
  }
  void on_agent_interval(const AgentInterval& interval) override {
    for (RecordSink* sink : sinks_) sink->on_agent_interval(interval);
  }
  void on_issue(const IssueRecord& issue) override {
    for (RecordSink* sink : sinks_) sink->on_issue(issue);
  }
  void on_customer(const CustomerRecord& customer) override {
    for (RecordSink* sink : sinks_) sink->on_customer(customer);
  }
  void on_replication_end(const ReplicationEnd& end) override {
    for (RecordSink* sink : sinks_) sink->on_replication_end(end);
  }

 private:
  std::array<RecordSink*, 2> sinks_;
};

/// Counts what was met, to know that the scenarios are as various as they should be.
struct Variety final : RecordSink {
  std::array<std::size_t, kContactOutcomeCount> outcomes{};
  std::array<std::size_t, kAgentStateCount> states{};
  std::size_t overruns = 0;
  void on_contact(const ContactRecord& contact) override {
    ++outcomes[static_cast<std::size_t>(contact.outcome)];
  }
  void on_agent_interval(const AgentInterval& interval) override {
    ++states[static_cast<std::size_t>(interval.state)];
    overruns += interval.overrun ? 1 : 0;
  }
};

Scenario load(std::uint64_t number, const PolicyRegistry& registry) {
  const std::string text = test::random_scenario(number);
  INFO(text);
  LoadResult loaded =
      load_scenario_text(text, HOLDLINE_SOURCE_DIR "/tests/conservation/random.yaml", registry);
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  REQUIRE(loaded.scenario.has_value());
  return std::move(*loaded.scenario);
}

TEST_CASE("500 random scenarios conserve contacts, waits and agent time", "[conservation]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  Variety variety;
  std::size_t contacts = 0;
  for (std::uint64_t number = 1; number <= kScenarios; ++number) {
    const Scenario scenario = load(number, registry);
    const bool is_steady = scenario.experiment.mode == RunMode::steady_state;
    const std::uint32_t replications = is_steady ? 1 : scenario.experiment.replications;
    for (std::size_t plan = 0; plan < scenario.plans.size(); ++plan) {
      Simulation simulation(scenario, PlanId{plan});
      Scorer scorer(scenario, PlanId{plan});
      test::WatchfulSink watchful(scenario, PlanId{plan});
      Both checks(scorer, watchful);
      Both all(checks, variety);
      Scorecard card;
      for (std::uint32_t replication = 0; replication < replications; ++replication) {
        simulation.run({.seed = scenario.experiment.seed, .number = replication}, all);
        scorer.finish(card);
        INFO("scenario " << number << ", plan " << plan << ", replication " << replication << "\n"
                         << test::random_scenario(number));
        REQUIRE(card.violation == "");
        REQUIRE(watchful.complaints() == "");
      }
      contacts += watchful.contact_count();
    }
  }
  CHECK(contacts > 100'000);
  // Queues alone end contacts in six ways, and nobody is reserved for a callback.
  for (std::size_t i = 0; i <= static_cast<std::size_t>(ContactOutcome::in_system); ++i) {
    CHECK(variety.outcomes[i] > 500);
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(AgentState::reserved); ++i) {
    CHECK(variety.states[i] > 500);
  }
  CHECK(variety.overruns > 500);
}

TEST_CASE("random scenarios with customers conserve issues and customers too", "[conservation]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  Variety variety;
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const std::string text = test::random_issue_scenario(seed);
    INFO(text);
    LoadResult loaded = load_scenario_text(text, "issues.yaml", registry);
    for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(loaded.scenario.has_value());
    Simulation simulation(*loaded.scenario, PlanId(0));
    Scorer scorer(*loaded.scenario, PlanId(0));
    Both all(scorer, variety);
    simulation.run({.seed = seed, .number = seed}, all);
    Scorecard card;
    scorer.finish(card);
    REQUIRE(card.violation == "");
  }
  for (const std::size_t count : variety.outcomes) CHECK(count > 0);
  CHECK(variety.states[static_cast<std::size_t>(AgentState::reserved)] > 10);
}

TEST_CASE("the random scenarios use every policy, arrival process and closing rule",
          "[conservation]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::set<std::string> policies;
  std::set<ArrivalKind> arrivals;
  std::set<DistributionKind> patience;
  std::set<std::pair<ClosingRule, RunMode>> closings;
  std::set<LeavingRule> leaving;
  for (std::uint64_t number = 1; number <= kScenarios; ++number) {
    const Scenario scenario = load(number, registry);
    closings.emplace(scenario.world.calendar.at_close, scenario.experiment.mode);
    for (const ContactType& type : scenario.world.contact_types) {
      arrivals.insert(type.arrivals.kind);
      patience.insert(type.patience.kind);
    }
    for (const Plan& plan : scenario.plans) {
      for (const PolicyChoice& choice :
           {plan.routing.agent_for_contact, plan.routing.contact_for_agent, plan.breaks,
            plan.staffing}) {
        policies.insert(std::string(to_string(kind_of(*choice.entry))) + " " + choice.entry->name);
      }
      for (const AgentGroup& group : plan.agent_groups) leaving.insert(group.on_decrease);
    }
  }
  std::size_t registered = 0;
  for (const PolicyKind kind : {PolicyKind::routing, PolicyKind::breaks, PolicyKind::staffing}) {
    registered += registry.entries(kind).size();
  }
  CHECK(policies.size() == registered);
  CHECK(arrivals.size() == 6);
  CHECK(patience.size() == 13);
  CHECK(closings.size() == 6);
  CHECK(leaving.size() == 2);
}

}  // namespace
}  // namespace holdline
