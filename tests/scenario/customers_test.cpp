// Customers, issues, behaviour and outcomes: what is read, and what each part is when left out.
#include <cmath>

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

const std::string kPeople = R"(holdline: 1
name: People
world:
  calendar: {open: {monday-friday: 08:00-18:00}}
  contact_types:
    phone: {handle_time: {exponential: {mean: 3m}}}
    chat: {handle_time: {exponential: {mean: 6m}}}
  customers:
    segments:
      retail: {count: 40000, value: 180 EUR/year, leaves: 9%/year}
      affluent: {count: 2000, channels: {chat: 4}}
  issues:
    balance: {per_customer: 2.4/year, frequency: {affluent: 3}, contact_type: phone}
    move: {arrivals: {poisson: {rate: 12/h}}, contact_types: {chat: 30%, phone: 70%}}
plan:
  agent_groups:
    desk: {agents: 50, skills: [phone, chat]}
)";

/// kPeople with `lines` as further parts of the world.
std::string with_world(const std::string& lines) {
  return with(kPeople, "plan:\n", lines + "plan:\n");
}

const Scenario& every_key() {
  static const Scenario kScenario =
      load_scenario((kExamples / "good" / "customers.yaml").string(), built_in(), {}, kMetrics)
          .scenario.value();
  return kScenario;
}

}  // namespace

TEST_CASE("segments are read with their units, and every channel has a weight",
          "[scenario][customers]") {
  const World& world = every_key().world;
  REQUIRE(world.segments.size() == 3);
  const Segment& retail = world.segments[0];
  CHECK(retail.name == "retail");
  CHECK(retail.count == 40000);
  CHECK(retail.value_per_year == 180.0);
  CHECK(retail.leaves_per_year == 0.09);
  CHECK(retail.acquired_per_year == 400.0);
  CHECK(retail.acquisition_cost == 90.0);
  CHECK(retail.patience_factor == 1.2);
  CHECK(retail.trust == 0.4);
  CHECK(retail.mood == 0.6);
  CHECK(retail.knows_menu == 0.6);
  CHECK(retail.presses_zero == 0.2);
  CHECK(retail.self_service_factor == 0.8);
  CHECK(retail.channels == std::vector<double>{2.0, 0.5});
  CHECK(world.segments[1].leaves_per_year == 0.04);
  CHECK(world.segments[1].channels == std::vector<double>{1.0, 1.0});
  CHECK_FALSE(world.segments[1].presses_zero.has_value());
}

TEST_CASE("issues know how often each segment has them and where they are raised",
          "[scenario][customers]") {
  const World& world = every_key().world;
  REQUIRE(world.issue_types.size() == 2);
  CHECK(world.issue_types[0].frequency == std::vector<double>{1.0, 2.0, 0.0});
  CHECK(world.issue_types[0].contact_types == std::vector<double>{1.0, 0.0});
  CHECK_FALSE(world.issue_types[0].due.has_value());
  CHECK(world.issue_types[1].contact_types == std::vector<double>{0.7, 0.3});
  CHECK(world.issue_types[1].difficulty == -0.5);
  CHECK(world.issue_types[1].due == 24 * kHour);
  CHECK(world.issue_types[1].lateness_penalty == 5.0);
}

TEST_CASE("so many issues a customer and year come though the centre is not always open",
          "[scenario][customers]") {
  const Scenario scenario = scenario_of(kPeople);
  const ArrivalProcess& arrivals = scenario.world.issue_types[0].arrivals;
  CHECK(arrivals.kind == ArrivalKind::poisson);
  CHECK(arrivals.rate_per_s.span == ProfileSpan::constant);
  // 2.4 a year of 40,000 x 1 + 2,000 x 3, in 50 of the 168 hours of a week.
  const double open_s_per_year = 365.0 * 86400.0 * 50.0 / 168.0;
  REQUIRE(arrivals.rate_per_s.values.size() == 1);
  CHECK(arrivals.rate_per_s.values[0] * open_s_per_year == Approx(2.4 * 46000.0).epsilon(1e-12));
}

TEST_CASE("the AHT of an issue's volumes scales the handle time of its contact types",
          "[scenario][customers]") {
  const std::string text =
      with(kPeople, "{poisson: {rate: 12/h}}", "{poisson: {volumes: issues.csv}}");
  const std::string file = (kExamples / "volumes" / "test.yaml").string();
  const LoadResult result = load_scenario_text(text, file, built_in(), {}, kMetrics);
  for (const Diagnostic& diagnostic : result.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  REQUIRE(result.scenario.has_value());
  const ArrivalProcess& arrivals = result.scenario->world.issue_types[1].arrivals;
  REQUIRE(arrivals.handle_time_factor.values.size() == 2);
  // 30 % by chat, but of the affluent, 2,000 of 42,000, who chat four times as often, 1.2 / 1.9.
  const double chat = (40000.0 * 0.3 + 2000.0 * (1.2 / 1.9)) / 42000.0;
  const double mean_s = 180.0 * (1.0 - chat) + 360.0 * chat;
  CHECK(arrivals.handle_time_factor.values[0] == Approx(240.0 / mean_s));
  CHECK(arrivals.handle_time_factor.values[1] == Approx(120.0 / mean_s));
}

TEST_CASE("what is left out of the world of customers is off", "[scenario][customers]") {
  const World world = scenario_of(kSmall).world;
  CHECK(world.segments.empty());
  CHECK(world.issue_types.empty());
  CHECK(world.behaviour.redial.probability == 0.0);
  CHECK(world.behaviour.recontact.probability == 0.0);
  CHECK(world.behaviour.menu.presses_zero == 0.0);
  CHECK(world.behaviour.menu.hang_up_per_s == 0.0);
  CHECK(world.behaviour.self_service.acceptance == 1.0);
  CHECK(world.behaviour.callback.answers == 1.0);
  CHECK(world.behaviour.transfer.talk == Duration{0});
  CHECK_FALSE(world.outcomes.is_given);
  CHECK_FALSE(world.outcomes.churn.entry);
}

TEST_CASE("a part of the behaviour that is there has its documented defaults",
          "[scenario][customers]") {
  const Behaviour behaviour =
      scenario_of(with_world("  behaviour: {redial: {}, recontact: {}, menu: {}, self_service: {}, "
                             "callback: {}, transfer: {}}\n"))
          .world.behaviour;
  CHECK(behaviour.redial.probability == 0.62);
  CHECK(behaviour.redial.decay == 0.8);
  CHECK(behaviour.redial.most == 10);
  CHECK(mean_s(behaviour.redial.delay) > 821.0);
  CHECK(behaviour.recontact.probability == 0.7);
  CHECK(behaviour.recontact.decay == 1.0);
  CHECK(mean_s(behaviour.recontact.delay) == 86400.0);
  CHECK(behaviour.menu.error_base == 0.03);
  CHECK(behaviour.menu.finds_hidden_zero == 0.25);
  CHECK(behaviour.menu.hang_up_per_s == 12.0 / 3600.0);
  CHECK(behaviour.self_service.handle_factor == 1.2);
  CHECK(behaviour.callback.patience_factor == 1.7);
  CHECK(behaviour.transfer.talk == 45 * kSecond);
  CHECK(behaviour.transfer.handle_factor == 1.1);
  CHECK(behaviour.marked_resolved == 0.0);
  CHECK(behaviour.mood_memory == 0.7);
}

TEST_CASE("every key of the behaviour goes where it belongs", "[scenario][customers]") {
  const Behaviour& behaviour = every_key().world.behaviour;
  CHECK(behaviour.redial.most == 5);
  CHECK(behaviour.redial.other_contact_type == 0.1);
  CHECK(behaviour.recontact.decay == 0.9);
  CHECK(behaviour.recontact.most == 8);
  CHECK(behaviour.recontact.other_contact_type == 0.2);
  const MenuBehaviour& menu = behaviour.menu;
  CHECK(menu.error_base == 0.02);
  CHECK(menu.error_per_option == 0.005);
  CHECK(menu.wrong_choice == 0.4);
  CHECK(menu.presses_zero == 0.1);
  CHECK(menu.finds_hidden_zero == 0.2);
  CHECK(menu.hang_up_per_s == 12.0 / 3600.0);
  CHECK(menu.hang_up_growth == 0.2);
  CHECK(menu.hang_up_per_error == 0.4);
  CHECK(menu.learns == 0.4);
  CHECK(behaviour.self_service.acceptance == 0.45);
  CHECK(behaviour.self_service.patience_factor == 0.8);
  CHECK(behaviour.self_service.trust_gain == 0.05);
  CHECK(behaviour.self_service.trust_loss == 0.25);
  CHECK(behaviour.callback.acceptance == 0.6);
  CHECK(behaviour.callback.handle_factor == 0.8);
  CHECK(behaviour.callback.answers == 0.8);
  CHECK(behaviour.transfer.talk == 50 * kSecond);
  CHECK(behaviour.transfer.handle_factor == 1.2);
  CHECK(behaviour.marked_resolved == 0.3);
  CHECK(behaviour.mood_memory == 0.6);
}

TEST_CASE("outcomes without a word have the default policies", "[scenario][customers]") {
  const Outcomes outcomes = scenario_of(with_world("  outcomes: {}\n")).world.outcomes;
  CHECK(outcomes.is_given);
  REQUIRE(outcomes.resolution.entry);
  CHECK(outcomes.resolution.entry->name == "logistic");
  CHECK(outcomes.satisfaction.entry->name == "logistic");
  CHECK(outcomes.effort.entry->name == "accumulated");
  CHECK(outcomes.recommendation.entry->name == "by_satisfaction");
  CHECK(outcomes.survey_response.entry->name == "by_mood");
  CHECK(outcomes.churn.entry->name == "by_contacts");
  CHECK(outcomes.referral.entry->name == "by_recommendation");
}

TEST_CASE("a registry without the default outcomes is told of", "[scenario][customers]") {
  PolicyRegistry few;
  for (const PolicyKind kind : {PolicyKind::routing, PolicyKind::breaks, PolicyKind::staffing}) {
    for (const PolicyEntry& entry : built_in().entries(kind)) few.add(entry);
  }
  CHECK(load_scenario_text(kPeople, "a.yaml", few).scenario.has_value());
  const LoadResult result =
      load_scenario_text(with(with_world("  outcomes: {}\n"), "leaves: 9%/year",
                              "leaves: 9%/year, service_churn: 6%/year"),
                         "a.yaml", few, {}, kMetrics);
  CHECK_FALSE(result.scenario.has_value());
  REQUIRE(result.diagnostics.size() == 7);
  CHECK(result.diagnostics[0].message ==
        "the registry lacks the default resolution policy `logistic`");
}

TEST_CASE("agents have a quality, and a gift for resolving", "[scenario][customers]") {
  const AgentGroup& group = every_key().plans.at(0).agent_groups.at(0);
  CHECK(group.quality == 0.2);
  CHECK(group.skills.at(0).resolution == 0.3);
  CHECK(group.skills.at(1).resolution == 0.0);
}

TEST_CASE("the composite's bounds are in the metric's unit", "[scenario][customers]") {
  const ScoreSettings& score = every_key().score;
  CHECK(score.fcr_window == 3 * kDay);
  REQUIRE(score.composite.size() == 2);
  CHECK(score.composite[0].metric == "csat_true");
  CHECK(score.composite[0].weight == 2.0);
  CHECK(score.composite[0].worst == 0.5);
  CHECK(score.composite[0].best == 0.9);
  CHECK(score.composite[1].weight == 1.0);
  CHECK(score.composite[1].worst == 300.0);
  CHECK(score.composite[1].best == 10.0);
}

TEST_CASE("an expectation may be of an issue type or a segment", "[scenario][customers]") {
  const auto& expectations = every_key().expectations;
  CHECK(expectations.at(0).issue_type == IssueTypeId{0});
  CHECK(expectations.at(1).segment == SegmentId{1});
}

TEST_CASE("a customer is worth her margin as long as she stays, discounted",
          "[scenario][customers]") {
  const World world = scenario_of(kPeople).world;
  CHECK(world.customer_equity(SegmentId{0}) == Approx(180.0 / (std::log(1.08) - std::log(0.91))));
  CHECK(world.customer_equity(SegmentId{1}) == 0.0);
}

TEST_CASE("what service is expected to drive away makes a customer worth less, and moves the hash",
          "[scenario][customers]") {
  const Scenario plain = scenario_of(kPeople);
  const auto with_churn = [](const std::string& share) {
    return scenario_of(
        with(kPeople, "leaves: 9%/year", "leaves: 9%/year, service_churn: " + share));
  };
  CHECK(with_churn("0%/year").hash == plain.hash);
  const Scenario churning = with_churn("6%/year");
  CHECK(churning.world.customer_equity(SegmentId{0}) ==
        Approx(180.0 / (std::log(1.08) - std::log(0.91) - std::log(0.94))));
  CHECK(churning.hash != plain.hash);
}

TEST_CASE("whatever customers decide is in the hash, where it comes from is not",
          "[scenario][customers]") {
  const std::uint64_t hash = scenario_of(kPeople).hash;
  const std::string redial = "  behaviour: {redial: {probability: ";
  const auto hash_with = [&](const std::string& probability) {
    return scenario_of(with_world(redial + probability + "}}\n")).hash;
  };
  CHECK(hash_with("62%") != hash);
  CHECK(hash_with("62%") != hash_with("63%"));
  CHECK(hash_with("62%") == hash_with("{value: 62%, source: vendor, range: [50%, 75%]}"));
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"40000", "40001"},
           {"180 EUR", "181 EUR"},
           {"chat: 4", "chat: 5"},
           {"2.4/year", "2.5/year"},
           {"affluent: 3", "affluent: 2"},
           {"contact_type: phone", "contact_type: chat"},
           {"segments:", "discount: 7%/year\n    segments:"},
           {"agents: 50", "agents: 50, quality: 0.1"},
           {"[phone, chat]", "{phone: {resolution: 0.1}, chat: {}}"}}) {
    INFO(to);
    CHECK(scenario_of(with(kPeople, from, to)).hash != hash);
  }
  CHECK(scenario_of(with_world("  outcomes: {}\n")).hash != hash);
  CHECK(scenario_of(kPeople + "score: {fcr_window: 3d}\n").hash != hash);
  CHECK(scenario_of(kPeople + "score: {fcr_window: 7d}\n").hash == hash);
  // A part that is given but as off as when left out decides nothing.
  CHECK(scenario_of(with_world("  behaviour: {}\n")).hash == hash);
}

TEST_CASE("a scenario without customers keeps the hash it had before there were any",
          "[scenario][customers]") {
  CHECK(scenario_of(kSmall).hash == UINT64_C(0x9c132af78284323d));
}
