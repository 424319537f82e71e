// Coefficients: where each comes from, where it is tried, and that varying one is writing it.
#include "coefficients.hpp"

#include <set>

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

const std::string kBase = R"(holdline: 1
name: Coefficients
world:
  contact_types:
    phone: {arrivals: {poisson: {rate: 60/h}}, handle_time: {exponential: {mean: 3m}}}
  customers: {segments: {retail: {count: 40000, value: 180 EUR/year, leaves: 9%/year, service_churn: 0%/year}}}
  issues: {balance: {per_customer: 2.4/year, contact_type: phone}}
  behaviour:
    redial: {probability: {value: 60%, source: paper, range: [50%, 75%]}, decay: 0.7}
    menu: {hang_up: 0.2/min}
    transfer: {}
  outcomes: {churn: {by_contacts: {unresolved: 20%}}}
plan:
  agent_groups:
    desk: {agents: 50, skills: [phone]}
)";

Coefficient coefficient(const std::string& path) {
  const Scenario scenario = load_text(kBase).scenario.value();
  const Coefficient* found = find(scenario, path);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("a bare value is the user's own and is not varied", "[scenario][coefficients]") {
  const Coefficient decay = coefficient("world.behaviour.redial.decay");
  CHECK(decay.value == 0.7);
  CHECK(decay.source == Source::stated);
  CHECK(decay.low == 0.7);
  CHECK(decay.high == 0.7);
  CHECK(decay.unit == "1");
}

TEST_CASE("a value may say where it comes from and where to try it", "[scenario][coefficients]") {
  const Coefficient probability = coefficient("world.behaviour.redial.probability");
  CHECK(probability.value == 0.6);
  CHECK(probability.source == Source::paper);
  CHECK(probability.low == 0.5);
  CHECK(probability.high == 0.75);
  CHECK(probability.unit == "share");
}

TEST_CASE("a default is noted with its source and a range by the rule",
          "[scenario][coefficients]") {
  const Coefficient error = coefficient("world.behaviour.menu.error_base");
  CHECK(error.value == 0.03);
  CHECK(error.source == Source::assumed);
  CHECK(error.low == 0.015);
  CHECK(error.high == Approx(0.06));
  const Coefficient factor = coefficient("world.behaviour.transfer.handle_factor");
  CHECK(factor.low == 1.0);
  CHECK(factor.high == 1.3);
  const Coefficient talk = coefficient("world.behaviour.transfer.talk");
  CHECK(talk.value == 45.0);
  CHECK(talk.unit == "s");
  CHECK(talk.high == 90.0);
  const Coefficient discount = coefficient("world.customers.discount");
  CHECK(discount.value == 0.08);
  CHECK(discount.unit == "share/year");
  CHECK(discount.low == 0.04);
  CHECK(discount.high == 0.16);
}

TEST_CASE("units are those of the coefficient, however it is written", "[scenario][coefficients]") {
  CHECK(coefficient("world.behaviour.menu.hang_up").value == 12.0);
  CHECK(coefficient("world.behaviour.menu.hang_up").unit == "1/h");
  CHECK(coefficient("world.customers.segments.retail.value").unit == "EUR/year");
  CHECK(coefficient("world.issues.balance.per_customer").value == 2.4);
  CHECK(coefficient("world.issues.balance.per_customer").unit == "1/year");
}

TEST_CASE("the numbers of outcome policies are coefficients, written or not",
          "[scenario][coefficients]") {
  CHECK(coefficient("world.outcomes.churn.by_contacts.unresolved").source == Source::stated);
  const Coefficient conversion = coefficient("world.outcomes.churn.by_contacts.conversion");
  const PolicyEntry* churn = built_in().find(PolicyKind::churn, "by_contacts");
  const auto spec =
      std::find_if(churn->parameters.begin(), churn->parameters.end(),
                   [](const ParameterSpec& parameter) { return parameter.name == "conversion"; });
  CHECK(conversion.value == std::get<double>(spec->default_value));
  CHECK(to_string(conversion.source) == spec->source);
  CHECK(conversion.low == spec->low);
  CHECK(conversion.high == spec->high);
  const Scenario scenario = load_text(kBase).scenario.value();
  for (const ParameterSpec& parameter :
       built_in().find(PolicyKind::resolution, "logistic")->parameters) {
    if (parameter.source.empty()) continue;
    CHECK(find(scenario, "world.outcomes.resolution.logistic." + std::string(parameter.name)));
  }
}

TEST_CASE("each coefficient is noted once, in the order of the sections, and only where in use",
          "[scenario][coefficients]") {
  const Scenario scenario = load_text(kBase).scenario.value();
  std::vector<std::string> sections;
  std::set<std::string> paths;
  for (const Coefficient& each : scenario.coefficients) {
    INFO(each.path);
    CHECK(paths.insert(each.path).second);
    CHECK(each.low <= each.value);
    CHECK(each.value <= each.high);
    const std::string section = each.path.substr(0, each.path.find('.', 6));
    if (sections.empty() || sections.back() != section) sections.push_back(section);
  }
  CHECK(sections == std::vector<std::string>{"world.customers", "world.issues", "world.behaviour",
                                             "world.outcomes", "plan.agent_groups"});
  CHECK(find(scenario, "world.behaviour.recontact.probability") == nullptr);
  CHECK(find(scenario, "world.behaviour.self_service.acceptance") == nullptr);
  CHECK(find(scenario, "world.customers.segments.retail.trust") == nullptr);
  CHECK(find(scenario, "world.customers.segments.retail.mood") != nullptr);
  // Without customers nothing is in doubt but what plans may state, and here do not.
  const Scenario small = load_text(kSmall).scenario.value();
  for (const Coefficient& each : small.coefficients) {
    CHECK(each.path.starts_with("plan."));
    CHECK(each.source == Source::stated);
  }
}

TEST_CASE("moods are remembered by an assumption also when no behaviour is given",
          "[scenario][coefficients]") {
  const std::string text = with(kSmall, "plan:\n", "  outcomes: {}\nplan:\n");
  const Scenario scenario = load_text(text).scenario.value();
  REQUIRE(find(scenario, "world.behaviour.mood_memory") != nullptr);
  CHECK(find(scenario, "world.behaviour.mood_memory")->source == Source::assumed);
  const Scenario varied =
      load_varied(text, {{"world.behaviour.mood_memory", 0.5}}).scenario.value();
  CHECK(varied.world.behaviour.mood_memory == 0.5);
}

TEST_CASE("a variation is as if its value had been written", "[scenario][coefficients]") {
  const std::pair<Variation, std::pair<std::string, std::string>> kCases[] = {
      {{"world.behaviour.redial.probability", 0.7}, {"{value: 60%", "{value: 70%"}},
      {{"world.behaviour.redial.other_contact_type", 0.25},
       {"decay: 0.7", "decay: 0.7, other_contact_type: 25%"}},
      {{"world.behaviour.menu.hang_up", 7.0}, {"0.2/min", "7/h"}},
      {{"world.behaviour.menu.presses_zero", 0.3}, {"0.2/min", "0.2/min, presses_zero: 30%"}},
      {{"world.behaviour.transfer.talk", 30.0}, {"transfer: {}", "transfer: {talk: 30s}"}},
      {{"world.behaviour.mood_memory", 0.4},
       {"    transfer", "    mood_memory: 0.4\n    transfer"}},
      {{"world.customers.discount", 0.05}, {"{segments", "{discount: 5%/year, segments"}},
      {{"world.customers.segments.retail.leaves", 0.2}, {"9%/year", "20%/year"}},
      {{"world.customers.segments.retail.value", 90.0}, {"180 EUR/year", "90 EUR/year"}},
      {{"world.customers.segments.retail.channels.phone", 3.0},
       {"leaves: 9%/year", "leaves: 9%/year, channels: {phone: 3}"}},
      {{"world.issues.balance.per_customer", 5.0}, {"2.4/year", "5/year"}},
      {{"world.issues.balance.frequency.retail", 2.0},
       {"2.4/year", "2.4/year, frequency: {retail: 2}"}},
      {{"world.issues.balance.difficulty", -1.0}, {"2.4/year", "2.4/year, difficulty: -1"}},
      {{"world.outcomes.churn.by_contacts.conversion", 0.5},
       {"unresolved: 20%", "unresolved: 20%, conversion: 50%"}},
      {{"world.outcomes.churn.by_contacts.unresolved", 0.3},
       {"unresolved: 20%", "unresolved: 30%"}},
  };
  const std::uint64_t unvaried = load_text(kBase).scenario.value().hash;
  for (const auto& [variation, change] : kCases) {
    INFO(variation.path);
    const LoadResult varied = load_varied(kBase, {variation});
    REQUIRE(varied.scenario.has_value());
    const Scenario written = load_text(with(kBase, change.first, change.second)).scenario.value();
    CHECK(varied.scenario->hash == written.hash);
    CHECK(varied.scenario->hash != unvaried);
    CHECK(find(*varied.scenario, variation.path)->value == variation.value);
  }
}

TEST_CASE("a variation keeps the source and the range of what it varies",
          "[scenario][coefficients]") {
  const Scenario varied =
      load_varied(kBase, {{"world.behaviour.redial.probability", 0.9}}).scenario.value();
  const Coefficient* probability = find(varied, "world.behaviour.redial.probability");
  CHECK(probability->source == Source::paper);
  CHECK(probability->low == 0.5);
  CHECK(probability->high == 0.75);
}

TEST_CASE("a variation of nothing, or beyond the bounds, is an error", "[scenario][coefficients]") {
  const LoadResult unknown = load_varied(kBase, {{"world.behaviour.redial.probabilty", 0.5}});
  CHECK_FALSE(unknown.scenario.has_value());
  REQUIRE(unknown.diagnostics.size() == 1);
  CHECK(to_string(unknown.diagnostics[0]) ==
        "test.yaml: error: world.behaviour.redial.probabilty: this scenario has no coefficient of "
        "this name; did you mean `world.behaviour.redial.probability`?");
  CHECK_FALSE(load_varied(kBase, {{"world.behaviour.recontact.probability", 0.5}}).scenario);
  const LoadResult beyond = load_varied(kBase, {{"world.behaviour.redial.probability", 1.5}});
  CHECK_FALSE(beyond.scenario.has_value());
  REQUIRE(beyond.diagnostics.size() == 1);
  CHECK(to_string(beyond.diagnostics[0]) ==
        "test.yaml: error: world.behaviour.redial.probability: expected a variation from 0 [share] "
        "to 1 [share], found 1.5");
}

TEST_CASE("a variation of a policy's numbers must obey the policy's rule",
          "[scenario][coefficients]") {
  PolicyRegistry registry = PolicyRegistry::built_in();
  PolicyEntry entry = *registry.find(PolicyKind::churn, "by_contacts");
  entry.name = "strict";
  entry.check = [](const ParameterValues& values) {
    return std::get<double>(values[0]) > 0.5 ? std::string("first: too much") : std::string();
  };
  const std::string first(entry.parameters[0].name);
  registry.add(entry);
  const std::string text = with(kBase, "{by_contacts: {unresolved: 20%}}", "strict");
  const std::vector<Variation> variations{{"world.outcomes.churn.strict." + first, 0.9}};
  CHECK(load_scenario_text(text, "a.yaml", registry).scenario.has_value());
  const LoadResult result = load_scenario_text(text, "a.yaml", registry, {}, {}, variations);
  CHECK_FALSE(result.scenario.has_value());
  CHECK(result.diagnostics.at(0).message == "first: too much");
}
