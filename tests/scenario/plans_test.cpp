// Plans as patches on the base, and the hash of what was read.
#include <set>

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

const Scenario& patched() {
  static const Scenario kScenario =
      load_scenario((kExamples / "good" / "plans.yaml").string(), built_in()).scenario.value();
  return kScenario;
}

const Plan& patched_plan(const std::string& name) {
  return patched().plans.at(patched().find_plan(name).value().index());
}

std::uint64_t hash_of_text(const std::string& text) {
  return load_text(text).scenario.value().hash;
}

}  // namespace

TEST_CASE("named plans run in the order of the file, the base does not", "[scenario][plans]") {
  CHECK(patched().plans.size() == 9);
  CHECK(patched().plans.front().name == "as_is");
  CHECK_FALSE(patched().find_plan("base").has_value());
  CHECK_FALSE(patched().find_plan("no such plan").has_value());
}

TEST_CASE("a patch changes what it says and nothing else", "[scenario][plans]") {
  CHECK(patched_plan("as_is").agent_groups[0].agents.values[0] == 6.0);
  CHECK(patched_plan("value").agent_groups[0].agents.values[0] == 5.0);
  CHECK(patched_plan("value").agent_groups[0].skills.size() == 2);
  CHECK(patched_plan("value").agent_groups[1].wage_per_h == 20.0);
  REQUIRE(patched_plan("list").agent_groups[1].skills.size() == 1);
  CHECK(patched_plan("list").agent_groups[1].skills[0].type == ContactTypeId{1});
}

TEST_CASE("a patch adds to the end and removes with null", "[scenario][plans]") {
  CHECK(patched_plan("removed").agent_groups.size() == 1);
  REQUIRE(patched_plan("added").agent_groups.size() == 3);
  CHECK(patched_plan("added").agent_groups[2].name == "night");
  CHECK(patched_plan("shifts").agent_groups[0].agents.values.empty());
  CHECK(patched_plan("shifts").agent_groups[0].shifts.at(0).hours.end == kDay);
}

TEST_CASE("a policy replaces a policy", "[scenario][plans]") {
  CHECK(patched_plan("as_is").routing.agent_for_contact.entry->name == "longest_idle");
  CHECK(patched_plan("policy").routing.agent_for_contact.entry->name == "random");
  CHECK(patched_plan("policy").routing.contact_for_agent.entry->name == "random");
  CHECK(patched_plan("policy").breaks.entry->name == "limit");
}

TEST_CASE("a patch of one question leaves the base's answer to the other", "[scenario][plans]") {
  CHECK(patched_plan("questions").routing.agent_for_contact.entry->name == "longest_idle");
  CHECK(patched_plan("questions").routing.contact_for_agent.entry->name == "random");
  CHECK(patched_plan("preferences").routing.agent_for_contact.entry->name == "longest_idle");
  CHECK(patched_plan("preferences").routing.preferences[0][1].level == 2);
}

TEST_CASE("parameters of the base's policy are not mixed into another", "[scenario][plans]") {
  const std::string text =
      with(kSmall, "plan:\n", "plan:\n  routing: {longest_weighted_wait: {weights: {mail: 3}}}\n");
  const LoadResult result = load_text(text + "plans: {other: {routing: {longest_idle: {}}}}\n");
  REQUIRE(result.scenario.has_value());
  CHECK(result.scenario->plans[0].routing.agent_for_contact.entry->name == "longest_idle");
}

TEST_CASE("a mistake in the base is told once, one in a patch at its place", "[scenario][plans]") {
  const LoadResult result = load_text(
      with(kSmall, "agents: 5", "agents: many") +
      "plans:\n  a: {trunks: 5}\n  b: {trunks: none}\n  c: {agent_groups: {desk: {agents: "
      "4}}}\n");
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].path == "plan.agent_groups.desk.agents");
  CHECK(result.diagnostics[1].path == "plans.b.trunks");
}

TEST_CASE("a mistake of --set in the base is told once, whatever plans stand on it",
          "[scenario][plans]") {
  const std::string text = kSmall + "plans: {a: {}, b: {trunks: 5}}\n";
  const Override overrides[] = {{"plan.agent_groups.desk.agents", "many"},
                                {"plans.b.trunks", "none"}};
  const LoadResult result = load_text(text, overrides);
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].path == "plan.agent_groups.desk.agents");
  CHECK(result.diagnostics[1].path == "plans.b.trunks");
}

TEST_CASE("a removal of what the base has under another name is warned of", "[scenario][plans]") {
  const std::string text = with(kSmall, "plan:\n", "plan:\n  queue_limit: {mail: 5, calls: 9}\n");
  const LoadResult result =
      load_text(text + "plans: {a: {queue_limt: null, trunks: null, queue_limit: {mial: null}}}\n");
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].path == "plans.a");
  CHECK(result.diagnostics[0].message == "the base plan has no `queue_limt` here to remove");
  CHECK(result.diagnostics[0].hint == "did you mean `queue_limit`?");
  CHECK(result.diagnostics[1].path == "plans.a.queue_limit");
  CHECK(result.diagnostics[1].hint == "did you mean `mail`?");
}

TEST_CASE("which plans overrule an override of the base is known", "[scenario][plans]") {
  const std::string text = kSmall +
                           "plans:\n  a: {}\n  b: {routing: random, trunks: 5}\n"
                           "  c: {routing: {contact_for_agent: random}, trunks: null}\n";
  const Override overrides[] = {
      {"plan.trunks", "9"}, {"plan.routing", "longest_idle"}, {"plan.queue_limit", "50"}};
  const LoadResult result = load_text(text, overrides);
  REQUIRE(result.scenario.has_value());
  REQUIRE(result.overruled.size() == 2);
  CHECK(result.overruled[0].path == "plan.trunks");
  REQUIRE(result.overruled[0].by.size() == 2);
  CHECK(result.overruled[0].by[0].plan == PlanId{1});
  CHECK(result.overruled[0].by[0].path == "plans.b.trunks");
  CHECK(result.overruled[0].by[1].path == "plans.c.trunks");
  // Of the routing plan c states one question alone.
  REQUIRE(result.overruled[1].by.size() == 1);
  CHECK(result.overruled[1].by[0].path == "plans.b.routing");
}

TEST_CASE("of a mapping set in the base what plans overrule is known value by value",
          "[scenario][plans]") {
  const std::string text =
      with(kSmall, "plan:\n", "plan:\n  costs: {per_contact: 1 EUR}\n") +
      "plans:\n  a: {agent_groups: {desk: {agents: 4}}}\n"
      "  b: {agent_groups: {desk: {agents: 3, skills: [calls]}}, costs: null}\n";
  const Override overrides[] = {
      {"plan.costs", "{per_contact: 2 EUR}"},
      {"plan.agent_groups", "{desk: {agents: 6, skills: [calls, mail], wage: 20 EUR/h}}"}};
  const LoadResult result = load_text(text, overrides);
  REQUIRE(result.scenario.has_value());
  REQUIRE(result.overruled.size() == 3);
  CHECK(result.overruled[0].path == "plan.costs");
  CHECK(result.overruled[0].change == 0);
  CHECK(result.overruled[1].path == "plan.costs.per_contact");
  REQUIRE(result.overruled[1].by.size() == 1);
  CHECK(result.overruled[1].by[0].path == "plans.b.costs");
  CHECK(result.overruled[1].by[0].is_removed);
  // The skills are as they were written, the wage is in no plan.
  CHECK(result.overruled[2].path == "plan.agent_groups.desk.agents");
  CHECK(result.overruled[2].change == 1);
  REQUIRE(result.overruled[2].by.size() == 2);
  CHECK(result.overruled[2].by[0].path == "plans.a.agent_groups.desk.agents");
  CHECK_FALSE(result.overruled[2].by[0].is_removed);
}

TEST_CASE("the same mistake in two plans is told of both", "[scenario][plans]") {
  const Override overrides[] = {{"plans.a.trunks", "none"}, {"plans.b.trunks", "none"}};
  const LoadResult result = load_text(kSmall + "plans: {a: {}, b: {}}\n", overrides);
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].path == "plans.a.trunks");
  CHECK(result.diagnostics[1].path == "plans.b.trunks");
}

TEST_CASE("the hash does not know comments, formats, file names or descriptions",
          "[scenario][hash]") {
  const std::uint64_t hash = hash_of_text(kSmall);
  CHECK(hash_of_text("# a comment\n" + kSmall) == hash);
  CHECK(hash_of_text(with(kSmall, "name: Small", "name: Other\ndescription: text")) == hash);
  CHECK(hash_of_text(with(kSmall, "60/h", "1/min")) == hash);
  CHECK(hash_of_text(with(kSmall, "desk: {agents: 5, skills: [calls, mail]}",
                          "desk:\n      skills: [\"calls\", mail]\n      agents: 5")) == hash);
  CHECK(load_scenario_text(kSmall, "elsewhere/other.yaml", built_in()).scenario->hash == hash);
  CHECK(hash_of_text(kSmall + "experiment: {replications: 20, seed: 1}\n") == hash);
}

TEST_CASE("the hash knows every value that decides results", "[scenario][hash]") {
  const std::pair<const char*, const char*> changes[] = {
      {"60/h", "61/h"},
      {"mean: 3m", "mean: 3m1s"},
      {"    calls:", "    call:"},
      {"agents: 5", "agents: 6"},
      {"    desk:", "    desc:"},
      {"[calls, mail]}", "[calls, mail], wage: 1 EUR/h}"},
      {"[calls, mail]}", "[calls, mail], speed_cv: 0.1}"},
      {"[calls, mail]}", "[calls, mail], absence: {sick: {probability: 1%}}}"},
      {"plan:\n", "plan:\n  trunks: 10\n"},
      {"plan:\n", "plan:\n  queue_limit: 10\n"},
      {"plan:\n", "plan:\n  queue_limit: {calls: 10}\n"},
      {"plan:\n", "plan:\n  routing: random\n"},
      {"plan:\n", "plan:\n  breaks: {limit: {}}\n"},
      {"plan:\n", "experiment: {seed: 2}\nplan:\n"},
      {"plan:\n", "experiment: {replications: 21}\nplan:\n"},
      {"plan:\n", "score: {short_abandon: 6s}\nplan:\n"},
      {"world:\n", "world:\n  calendar: {days: 2}\n"},
      {"world:\n", "world:\n  calendar: {first_day: tuesday}\n"},
      {"world:\n", "world:\n  calendar: {at_close: carry_over}\n"},
      {"world:\n", "world:\n  busyness: {cv: 0.1}\n"},
      {"name: Small", "name: Small\ncurrency: USD"},
  };
  std::set<std::uint64_t> hashes{hash_of_text(kSmall)};
  for (const auto& [from, to] : changes) {
    std::string text = with(kSmall, from, to);
    if (std::string(from) == "    calls:") {
      text = with(with(text, "[calls, mail]", "[call, mail]"), "[calls]", "[call]");
    }
    INFO(to);
    CHECK(hashes.insert(hash_of_text(text)).second);
  }
}
