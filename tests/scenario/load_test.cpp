// From text to values: each section says what it stores.
#include <algorithm>

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

std::size_t error_count(const std::string& text) {
  const LoadResult result = load_text(text);
  return static_cast<std::size_t>(
      std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                    [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

std::vector<std::string> messages(const std::string& text) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : load_text(text).diagnostics) {
    lines.push_back(to_string(diagnostic));
  }
  return lines;
}

}  // namespace

TEST_CASE("a small scenario has the documented defaults", "[scenario][load]") {
  const Scenario s = scenario_of(kSmall);
  CHECK(s.name == "Small");
  CHECK(s.currency == "EUR");
  CHECK(s.world.calendar.days == 1);
  CHECK(s.world.calendar.first_day == Weekday::monday);
  CHECK(s.world.calendar.at_close == ClosingRule::serve);
  REQUIRE(s.world.calendar.opening(0).has_value());
  CHECK(s.world.calendar.opening(0)->begin == Duration{0});
  CHECK(s.world.calendar.opening(0)->end == kDay);
  CHECK(s.world.busyness_cv == 0.0);
  const ContactType& calls = s.world.contact_types.at(0);
  CHECK(calls.name == "calls");
  CHECK(calls.patience == infinite());
  CHECK(calls.talk == exponential(180.0));
  CHECK_FALSE(calls.hold.has_value());
  CHECK_FALSE(calls.wrap_up.has_value());
  CHECK(calls.priority == 1);
  CHECK(calls.acceptable_wait == 20 * kSecond);
  REQUIRE(s.plans.size() == 1);
  const Plan& plan = s.plans[0];
  CHECK(plan.name == "base");
  CHECK_FALSE(plan.trunks.has_value());
  CHECK_FALSE(plan.queue_limit.has_value());
  CHECK(plan.queue_limits.size() == 2);
  CHECK(plan.agent_groups[0].agents.values == std::vector<double>{5.0});
  CHECK(plan.agent_groups[0].follows_opening_hours);
  CHECK(plan.routing.agent_for_contact.entry->name == "priority_then_longest_wait");
  CHECK(plan.routing.contact_for_agent.entry->name == "priority_then_longest_wait");
  CHECK(plan.breaks.entry->name == "on_schedule");
  CHECK(plan.staffing.entry->name == "fixed_roster");
  CHECK(s.experiment.replications == 20);
  CHECK(s.experiment.max_replications == 10'000);
  CHECK(s.score.short_abandon == 5 * kSecond);
  CHECK(s.score.fold_days);
  CHECK(s.expectations.empty());
}

TEST_CASE("without preferences every group with the skill is an equal", "[scenario][load]") {
  const Plan plan = scenario_of(kSmall).plans[0];
  REQUIRE(plan.routing.preferences.size() == 2);
  REQUIRE(plan.routing.preferences[0].size() == 2);
  CHECK(plan.routing.preferences[0][1].group == AgentGroupId{1});
  CHECK(plan.routing.preferences[0][1].level == 1);
  CHECK(plan.routing.preferences[1].size() == 1);
}

TEST_CASE("every key arrives where it belongs", "[scenario][load]") {
  const LoadResult result =
      load_scenario((kExamples / "good" / "every_key.yaml").string(), built_in(), {}, kMetrics);
  REQUIRE(result.scenario.has_value());
  const Scenario& s = *result.scenario;
  const Calendar& calendar = s.world.calendar;
  CHECK(calendar.days == 14);
  CHECK(calendar.holidays == std::vector<std::uint32_t>{2, 9});
  CHECK(calendar.open[0]->begin == 7 * kHour);
  CHECK(calendar.open[4]->end == 14 * kHour);
  CHECK_FALSE(calendar.open[5].has_value());
  CHECK(calendar.at_close == ClosingRule::carry_over);
  CHECK(s.world.busyness_cv == 0.13);
  const ContactType& fault = s.world.contact_types[0];
  CHECK(fault.hold_probability == 0.2);
  CHECK(*fault.hold == exponential(45.0));
  CHECK(*fault.wrap_up == deterministic(30.0));
  CHECK(fault.priority == 2);
  CHECK(fault.balk_probability == 0.1);
  CHECK(fault.balk_queue_length == 20u);
  CHECK(fault.acceptable_wait == 15 * kSecond);
  CHECK_FALSE(s.world.contact_types[1].arrivals.has_busyness);

  REQUIRE(s.plans.size() == 2);
  const Plan& lean = s.plans[0];
  CHECK(lean.trunks == 60u);
  CHECK(lean.queue_limits == std::vector<std::optional<std::uint32_t>>{30, 10});
  const AgentGroup& general = lean.agent_groups[0];
  CHECK(general.skills[0].proficiency == 1.1);
  CHECK(general.skills[1].preference == 2);
  CHECK(general.wage_per_h == 26.5);
  CHECK(general.speed_cv == 0.22);
  CHECK(general.absence[1].name == "late");
  CHECK(general.absence[1].probability == 0.005);
  CHECK_FALSE(general.absence[1].paid);
  const AgentGroup& by_interval = lean.agent_groups[1];
  CHECK(by_interval.agents.values == std::vector<double>{1.0, 1.0});
  CHECK(by_interval.agents.offset == 7 * kHour);
  CHECK(by_interval.agents.interval == 6 * kHour + 30 * kMinute);
  CHECK(by_interval.agents.span == ProfileSpan::day);
  CHECK(by_interval.on_decrease == LeavingRule::named);
  CHECK_FALSE(by_interval.follows_opening_hours);
  const Shift& early = lean.agent_groups[2].shifts[0];
  CHECK(early.days == std::array<bool, 7>{true, true, true, true, true, false, false});
  CHECK(early.breaks.size() == 4);
  CHECK(early.breaks[0].paid);
  CHECK(early.breaks[0].waves == 2);
  CHECK(early.breaks[1].kind == AgentState::meal);
  CHECK_FALSE(early.breaks[1].paid);
  CHECK(early.breaks[3].kind == AgentState::meeting);
  const Shift& night = lean.agent_groups[2].shifts[1];
  CHECK(night.days == std::array<bool, 7>{false, false, true, false, true, true, true});
  CHECK(night.hours.end == 30 * kHour);
  CHECK(night.breaks[0].at == 26 * kHour);
  CHECK(lean.routing.agent_for_contact.entry->name == "fewest_calls");
  const auto& preferences = lean.routing.preferences;
  REQUIRE(preferences[0].size() == 3);
  CHECK(preferences[0][1].level == 2);
  CHECK(preferences[0][1].after == 30 * kSecond);
  REQUIRE(preferences[1].size() == 2);
  CHECK(preferences[1][1].level == 1);
  CHECK(preferences[1][1].after == kMinute);

  CHECK(s.experiment.seed == INT64_MAX);
  CHECK(s.experiment.precision == 0.02);
  CHECK(s.experiment.precision_metrics == std::vector<std::string>{"asa", "service_level"});
  CHECK(s.experiment.warm_up == kDay);
  CHECK(s.score.service_level == ServiceLevelVariant::all_offered);
  CHECK(s.score.estimation == Estimation::per_replication);
  CHECK(s.score.interval == 30 * kMinute);
  CHECK_FALSE(s.score.fold_days);
  REQUIRE(s.expectations.size() == 3);
  CHECK(s.expectations[0].plan == PlanId{1});
  CHECK(s.expectations[0].bound == 0.8);
  CHECK(s.expectations[0].bound_kind == BoundKind::share);
  CHECK(s.expectations[0].contact_type == ContactTypeId{0});
  CHECK(s.expectations[1].bound == 30.0);
  CHECK(s.expectations[1].comparison == Comparison::at_most);
  CHECK_FALSE(s.expectations[1].plan.has_value());
  CHECK(s.expectations[2].agent_group == "general");
  CHECK(s.expectations[2].location.find("every_key.yaml:") != std::string::npos);
}

TEST_CASE("rates are per second whatever they were written in", "[scenario][load]") {
  const auto rate_of = [](const std::string& rate) {
    return scenario_of(with(kSmall, "60/h", rate))
        .world.contact_types[0]
        .arrivals.rate_per_s.values.at(0);
  };
  CHECK(rate_of("60/h") == 60.0 / 3600.0);
  CHECK(rate_of("1/min") == 1.0 / 60.0);
  CHECK(rate_of("\"0.25/s\"") == 0.25);
  CHECK(rate_of("864/day") == 0.01);
}

TEST_CASE("every mistake is told at once, in the order of the file", "[scenario][load]") {
  std::string text = with(kSmall, "60/h", "60");
  text = with(text, "mean: 3m", "mean: 3");
  text = with(text, "agents: 5", "agents: many");
  text = with(text, "calls]}\n", "cals]}\n");
  text += "scores: {}\n";
  const auto lines = messages(text);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].rfind("test.yaml:6:34: error: ", 0) == 0);
  CHECK(lines[1].rfind("test.yaml:7:41: error: ", 0) == 0);
  CHECK(lines[2].rfind("test.yaml:13:20: error: ", 0) == 0);
  CHECK(lines[3].rfind("test.yaml:14:34: error: ", 0) == 0);
  CHECK(lines[4] == "test.yaml:15:1: error: unknown key `scores`; did you mean `score`?");
}

TEST_CASE("one mistake does not bring others with it", "[scenario][load]") {
  CHECK(error_count(with(kSmall, "world:\n", "world:\n  calendar: {days: 5000, holidays: [9]}\n") +
                    "experiment: {warm_up: 2d}\n") == 1);
  CHECK(error_count(with(kSmall, "poisson: {rate: 60/h}", "poison: {rate: 60/h}")) == 1);
  CHECK(error_count("holdline: 1\nname: x\nworld: {}\nplan: {agent_groups: {a: {agents: 1, skills: "
                    "[calls]}}}\nexpect: [{metric: asa, at_most: 1s, contact_type: calls}]\n") ==
        1);
}

TEST_CASE("a bound of an expectation is in the unit of its metric", "[scenario][load]") {
  const LoadResult result = load_text(kSmall +
                                      "expect:\n"
                                      "  - {metric: service_level, at_least: 80%}\n"
                                      "  - {metric: service_level, at_least: 1}\n"
                                      "  - {metric: asa, at_most: 1m30s, agent_group: desk}\n"
                                      "  - {metric: asa, at_most: 0}\n"
                                      "  - {metric: paid_hours, at_most: 90m}\n"
                                      "  - {metric: paid_hours, at_most: 120}\n"
                                      "  - {metric: labour_cost, at_most: 1200.5 EUR}\n"
                                      "  - {metric: labour_cost, at_most: 1200}\n"
                                      "  - {metric: arrivals, at_least: 12, contact_type: mail}\n");
  CHECK(result.diagnostics.empty());
  REQUIRE(result.scenario);
  std::vector<double> bounds;
  for (const Expectation& each : result.scenario->expectations) bounds.push_back(each.bound);
  CHECK(bounds == std::vector<double>{0.8, 1.0, 90.0, 0.0, 1.5, 120.0, 1200.5, 1200.0, 12.0});
}

TEST_CASE("a volumes file that does not match the calendar is told of once", "[scenario][load]") {
  CHECK(findings(kExamples / "volumes" / "volumes_of_other_days.yaml") ==
        "dated.csv: warning: the first date is a friday, but the horizon begins on a monday; set "
        "world.calendar.first_day: friday\n"
        "dated.csv: warning: the dates cover 3 days, but the horizon has 2: 12 contacts are not "
        "used; set world.calendar.days: 3\n");
  CHECK(findings(kExamples / "volumes" / "volumes_of_too_few_days.yaml") ==
        "dated_week.csv: warning: the dates cover 3 days; no contacts come on 9 of the 12 open "
        "days of the horizon\n"
        "week.csv: warning: the rows are of monday to friday; no contacts come on 2 of the 12 open "
        "days of the horizon\n"
        "week.csv: warning: the times are 09:00 to 11:00; no contacts come in 20 open intervals "
        "outside them, on 10 days\n");
}

TEST_CASE("volumes of office hours in a centre that is always open ask for its hours",
          "[scenario][load]") {
  CHECK(findings(kExamples / "volumes" / "volumes_without_opening_hours.yaml") ==
        "volumes_without_opening_hours.yaml:10:17: warning: plan: 83 % of the time of agents "
        "given by number is at hours at which no first contacts come: without world.calendar.open "
        "the centre is open round the clock; if it is closed then, say when it is open, by day "
        "where days differ: open: {monday-friday: 08:00-17:00}\n"
        "office_hours.csv: warning: the times are 08:00 to 12:00; no contacts come in 20 open "
        "intervals outside them, on 1 day; it is open round the clock; if these are its hours, set "
        "world.calendar.open: 08:00-12:00\n");
}

TEST_CASE("volumes are not compared with a calendar that could not be read", "[scenario][load]") {
  CHECK(findings(kExamples / "volumes" / "volumes_and_wrong_hours.yaml") ==
        "volumes_and_wrong_hours.yaml:4:20: error: world.calendar.open: expected opening hours, "
        "such as 08:00-17:30, or closed, found \"8-17\"; write 08:00-17:00\n");
}

TEST_CASE("what is found in a file that several contact types come from is told once",
          "[scenario][load]") {
  CHECK(findings(kExamples / "volumes" / "one_file_for_two.yaml") ==
        "gaps.csv: warning: no rows for 09:00-10:00 (1 interval in all); counted as zero\n"
        "gaps.csv:4:10: warning: the handle times reach from 4.2 to 250, and all are read as "
        "seconds; are some of them minutes? write 4:30 or 270\n");
  CHECK(findings(kExamples / "volumes" / "one_wrong_file_for_two.yaml") ==
        "wrong.csv:2:7: error: expected a number of contacts from 0 to 1000000000, found "
        "\"many\"\n");
}

TEST_CASE("an override is checked like the text it replaces", "[scenario][load]") {
  const Override good[] = {{"plan.agent_groups.desk.agents", "7"}};
  CHECK(scenario_of(kSmall, good).plans[0].agent_groups[0].agents.values[0] == 7.0);
  const Override bad[] = {{"plan.agent_groups.desk.agents", "seven"}};
  const LoadResult result = load_text(kSmall, bad);
  CHECK_FALSE(result.scenario.has_value());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(to_string(result.diagnostics[0]) ==
        "--set: error: plan.agent_groups.desk.agents: expected an integer from 0 to 100000, found "
        "\"seven\"");
}

TEST_CASE("a registered policy of one's own is read by its table", "[scenario][load]") {
  PolicyRegistry registry = PolicyRegistry::built_in();
  PolicyEntry mine = *registry.find(PolicyKind::routing, "longest_idle");
  mine.name = "mine";
  ParameterSpec spec;
  spec.name = "threshold";
  spec.kind = ParameterKind::duration;
  spec.unit = "s";
  spec.min = 0.0;
  spec.max = 600.0;
  spec.default_value = 30 * kSecond;
  spec.help = "How long to wait.";
  mine.parameters = {spec};
  registry.add(mine);
  const auto load = [&registry](const std::string& routing) {
    return load_scenario_text(with(kSmall, "plan:\n", "plan:\n  routing: " + routing + "\n"),
                              "test.yaml", registry);
  };
  const LoadResult good = load("{mine: {threshold: 45s}}");
  REQUIRE(good.scenario.has_value());
  const PolicyChoice& choice = good.scenario->plans[0].routing.agent_for_contact;
  CHECK(choice.entry->name == "mine");
  CHECK(std::get<Duration>(choice.values.at(0)) == 45 * kSecond);
  CHECK(std::get<Duration>(load("mine").scenario->plans[0].routing.contact_for_agent.values.at(
            0)) == 30 * kSecond);
  CHECK(load("{mine: {threshold: 11m}}").diagnostics.at(0).message ==
        "expected a duration from 0s to 10m, found \"11m\"");
  CHECK(scenario_schema(registry).find("\"threshold\"") != std::string::npos);
}
