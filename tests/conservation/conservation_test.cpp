// Five hundred random scenarios, some of queues alone and some with customers: every conservation
// law of the scorer, and every law of the watchful sink, in every replication.
#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <vector>

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
  std::array<std::size_t, kIssueOutcomeCount> issues{};
  std::array<std::size_t, kCustomerChangeCount> changes{};
  std::size_t overruns = 0;
  void on_contact(const ContactRecord& contact) override {
    ++outcomes[static_cast<std::size_t>(contact.outcome)];
  }
  void on_agent_interval(const AgentInterval& interval) override {
    ++states[static_cast<std::size_t>(interval.state)];
    overruns += interval.overrun ? 1 : 0;
  }
  void on_issue(const IssueRecord& issue) override {
    ++issues[static_cast<std::size_t>(issue.outcome)];
  }
  void on_customer(const CustomerRecord& customer) override {
    ++changes[static_cast<std::size_t>(customer.change)];
  }
};

const PolicyRegistry& registry() {
  static const PolicyRegistry all = PolicyRegistry::built_in();
  return all;
}

Scenario load(std::uint64_t number) {
  const std::string text = test::random_scenario(number);
  INFO(text);
  LoadResult loaded =
      load_scenario_text(text, HOLDLINE_SOURCE_DIR "/tests/conservation/random.yaml", registry());
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  REQUIRE(loaded.scenario.has_value());
  return std::move(*loaded.scenario);
}

/// By number, from 1; loaded once for all tests.
const Scenario& random_scenario(std::uint64_t number) {
  static std::vector<Scenario> all;
  while (all.size() < number) all.push_back(load(all.size() + 1));
  return all[number - 1];
}

TEST_CASE("500 random scenarios conserve contacts, waits, agent time, issues and customers",
          "[conservation]") {
  Variety variety;
  std::size_t contacts = 0;
  for (std::uint64_t number = 1; number <= kScenarios; ++number) {
    const Scenario& scenario = random_scenario(number);
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
  for (const std::size_t count : variety.outcomes) CHECK(count > 500);
  for (const std::size_t count : variety.states) CHECK(count > 500);
  for (const std::size_t count : variety.issues) CHECK(count > 500);
  for (const std::size_t count : variety.changes) CHECK(count > 500);
  CHECK(variety.overruns > 500);
}

TEST_CASE("small centres with all that customers do conserve it too", "[conservation]") {
  Variety variety;
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const std::string text = test::random_issue_scenario(seed);
    INFO(text);
    LoadResult loaded = load_scenario_text(text, "issues.yaml", registry());
    for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(loaded.scenario.has_value());
    Simulation simulation(*loaded.scenario, PlanId(0));
    Scorer scorer(*loaded.scenario, PlanId(0));
    test::WatchfulSink watchful(*loaded.scenario, PlanId(0));
    Both checks(scorer, watchful);
    Both all(checks, variety);
    simulation.run({.seed = seed, .number = seed}, all);
    Scorecard card;
    scorer.finish(card);
    REQUIRE(card.violation == "");
    REQUIRE(watchful.complaints() == "");
  }
  for (const std::size_t count : variety.outcomes) CHECK(count > 0);
  CHECK(variety.states[static_cast<std::size_t>(AgentState::reserved)] > 10);
}

std::string named(const PolicyChoice& choice) {
  return std::string(to_string(kind_of(*choice.entry))) + " " + choice.entry->name;
}

TEST_CASE("the random scenarios use every policy, arrival process and closing rule",
          "[conservation]") {
  std::set<std::string> policies;
  std::set<ArrivalKind> arrivals;
  std::set<DistributionKind> patience;
  std::set<std::pair<ClosingRule, RunMode>> closings;
  std::set<LeavingRule> leaving;
  for (std::uint64_t number = 1; number <= kScenarios; ++number) {
    const Scenario& scenario = random_scenario(number);
    closings.emplace(scenario.world.calendar.at_close, scenario.experiment.mode);
    const Outcomes& outcomes = scenario.world.outcomes;
    if (outcomes.is_given) {
      for (const PolicyChoice& choice :
           {outcomes.resolution, outcomes.satisfaction, outcomes.effort, outcomes.recommendation,
            outcomes.survey_response, outcomes.churn, outcomes.referral}) {
        policies.insert(named(choice));
      }
    }
    for (const ContactType& type : scenario.world.contact_types) {
      arrivals.insert(type.arrivals.kind);
      patience.insert(type.patience.kind);
    }
    for (const Plan& plan : scenario.plans) {
      for (const PolicyChoice& choice :
           {plan.routing.agent_for_contact, plan.routing.contact_for_agent, plan.breaks,
            plan.staffing}) {
        policies.insert(named(choice));
      }
      for (const AgentGroup& group : plan.agent_groups) leaving.insert(group.on_decrease);
    }
  }
  std::size_t registered = 0;
  for (std::size_t kind = 0; kind < kPolicyKindCount; ++kind) {
    registered += registry().entries(static_cast<PolicyKind>(kind)).size();
  }
  CHECK(policies.size() == registered);
  CHECK(arrivals.size() == 6);
  CHECK(patience.size() == 13);
  CHECK(closings.size() == 6);
  CHECK(leaving.size() == 2);
}

TEST_CASE("the random scenarios use every menu node, machine, callback and hand-over",
          "[conservation]") {
  std::set<IvrNodeKind> nodes;
  std::set<OptOut> ways_out;
  std::set<SelfServiceMode> machines;
  std::set<std::tuple<CallbackPlace, WaitPredictor, bool>> callbacks;
  std::size_t with_customers = 0;
  std::size_t with_ports = 0;
  std::size_t with_escalation = 0;
  std::size_t with_both = 0;  // issues, and arrivals of a contact type's own
  for (std::uint64_t number = 1; number <= kScenarios; ++number) {
    const Scenario& scenario = random_scenario(number);
    CHECK(scenario.world.segments.empty() != test::has_customers(number));
    if (scenario.world.segments.empty()) continue;
    ++with_customers;
    with_both += std::any_of(scenario.world.contact_types.begin(),
                             scenario.world.contact_types.end(), [](const ContactType& type) {
                               return type.arrivals.kind != ArrivalKind::poisson ||
                                      !type.arrivals.rate_per_s.values.empty();
                             });
    const Plan& plan = scenario.plans.front();
    machines.insert(plan.self_service.mode);
    with_escalation += std::any_of(plan.escalations.begin(), plan.escalations.end(),
                                   [](const auto& each) { return each.has_value(); });
    if (plan.callback) {
      callbacks.emplace(plan.callback->place, plan.callback->predictor,
                        plan.callback->expected_wait.has_value());
    }
    if (!plan.ivr) continue;
    with_ports += plan.ivr->ports.has_value();
    for (const IvrNode& node : plan.ivr->nodes) {
      nodes.insert(node.kind);
      if (node.kind == IvrNodeKind::menu) ways_out.insert(node.opt_out);
    }
  }
  CHECK(with_customers == 200);
  CHECK(with_both > 100);
  CHECK(with_ports > 20);
  CHECK(with_escalation > 20);
  CHECK(nodes.size() == 5);
  CHECK(ways_out.size() == 3);
  CHECK(machines.size() == 3);
  CHECK(callbacks.size() == 12);
}

}  // namespace
}  // namespace holdline
