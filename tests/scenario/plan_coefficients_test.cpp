// Coefficients of plans: where each is written, in which plans it acts, and that varying one is
// writing it there.
#include <fmt/format.h>

#include "coefficients.hpp"
#include "examples.hpp"
#include "scenario/override_path.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

/// Every coefficient a plan can have, some by one plan, some by both, some by nobody.
const std::string kPlans = R"(holdline: 1
name: Plans
world:
  contact_types:
    phone: {handle_time: {exponential: {mean: 3m}}}
    mail: {handle_time: {exponential: {mean: 3m}}}
  customers: {segments: {retail: {count: 400, value: 180 EUR/year, leaves: 9%/year, service_churn: 0%/year}}}
  issues:
    balance: {per_customer: 2.4/year, contact_type: phone}
    loan: {per_customer: 1/year, contact_type: phone}
  outcomes: {}
plan:
  agent_groups:
    desk:
      agents: 5
      skills: {phone: {proficiency: {value: 1.2, source: vendor}, resolution: 0.1}, mail: {}}
      wage: {value: 20 EUR/h, source: assumed, range: [18 EUR/h, 25 EUR/h]}
      quality: {value: 0.2, source: assumed, range: [0, 0.5]}
      speed_cv: {value: 0.3, source: data}
      absence: {sick: {probability: {value: 4%, source: assumed}}}
  ivr:
    start: main
    way_out: people
    changed_on: [1]
    nodes:
      main:
        menu:
          duration: 10s
          options: {balance: {next: task}, rest: {next: people, for: others}}
          error: {value: 5%, source: vendor}
          speech_failure: {value: 2%, source: vendor}
          on_failure: people
      task: {self_service: {duration: {exponential: {mean: 40s}}, success: {value: 15%, source: vendor, range: [5%, 30%]}, next: people}}
      people: {transfer: {}}
  self_service:
    mode: optional
    duration: {exponential: {mean: 90s}}
    success: {value: 30%, source: vendor, range: [10%, 40%]}
    success_by_issue: {loan: {value: 20%, source: assumed}}
  callback: {offer: {queue_length: 3}}
  escalation:
    phone: {to: mail, probability: {value: 50%, source: assumed}, handle_factor: {value: 1.1, source: assumed}}
  costs:
    per_self_service: {value: 0.1 EUR, source: vendor}
    per_menu_min: {value: 0.02 EUR, source: vendor}
    per_callback: {value: 0.05 EUR, source: vendor}
    per_contact: {value: 0.04 EUR, source: vendor}
    fixed: {value: 800 EUR/week, source: assumed}
plans:
  lean:
    agent_groups: {desk: {wage: 19 EUR/h, quality: {value: -0.2, source: assumed}}}
    self_service: {success: 35%}
  rich:
    agent_groups: {desk: {wage: {value: 30 EUR/h, source: assumed}}}
)";

Scenario plans() { return load_text(kPlans).scenario.value(); }

/// As it would be written after --set.
std::string yaml_of(double value, const std::string& unit) {
  if (unit == "s") return fmt::format("{}s", value);
  if (unit.substr(0, 3) == "EUR") return fmt::format("{} {}", value, unit);
  return fmt::format("{}", value);
}

const PlanId kLean{0};
const PlanId kRich{1};

}  // namespace

TEST_CASE("a figure that a plan states is that plan's", "[scenario][coefficients]") {
  const Scenario scenario = plans();
  const Coefficient* quality = find(scenario, "plans.lean.agent_groups.desk.quality");
  REQUIRE(quality != nullptr);
  CHECK(quality->plans == std::vector{kLean});
  CHECK(quality->value == -0.2);
  CHECK(quality->source == Source::assumed);
  CHECK(quality->low == -0.4);
  CHECK(quality->high == -0.1);
  const Coefficient* wage = find(scenario, "plans.rich.agent_groups.desk.wage");
  REQUIRE(wage != nullptr);
  CHECK(wage->unit == "EUR/h");
  CHECK(wage->plans == std::vector{kRich});
  CHECK(wage->high == 60.0);
}

TEST_CASE("a figure that plans take over is the base's, once, and says in which it acts",
          "[scenario][coefficients]") {
  const Scenario scenario = plans();
  const Coefficient* task = find(scenario, "plan.ivr.nodes.task.self_service.success");
  REQUIRE(task != nullptr);
  CHECK(task->plans == std::vector{kLean, kRich});
  CHECK(task->source == Source::vendor);
  CHECK(task->low == 0.05);
  CHECK(find(scenario, "plans.lean.ivr.nodes.task.self_service.success") == nullptr);
  const Coefficient* success = find(scenario, "plan.self_service.success");
  REQUIRE(success != nullptr);
  CHECK(success->plans == std::vector{kRich});
  CHECK(find(scenario, "plan.agent_groups.desk.quality")->plans == std::vector{kRich});
  CHECK(find(scenario, "plan.costs.fixed")->unit == "EUR/week");
}

TEST_CASE("what raises satisfaction or resolution acts where there are outcomes",
          "[scenario][coefficients]") {
  const LoadResult without = load_text(with(kPlans, "  outcomes: {}\n", ""));
  REQUIRE(without.scenario.has_value());
  for (const char* path : {"agent_groups.desk.quality", "agent_groups.desk.skills.phone.resolution",
                           "escalation.phone.probability", "escalation.phone.handle_factor"}) {
    INFO(path);
    CHECK(find(plans(), std::string("plan.") + path) != nullptr);
    CHECK(find(*without.scenario, std::string("plan.") + path) == nullptr);
  }
  CHECK(find(*without.scenario, "plan.agent_groups.desk.skills.phone.proficiency") != nullptr);
}

TEST_CASE("a price acts in the plans that have what is paid for", "[scenario][coefficients]") {
  const LoadResult result = load_text(with(kPlans, "  rich:\n",
                                           "  rich:\n    ivr: null\n    callback: null\n"
                                           "    self_service: {mode: none}\n"));
  REQUIRE(result.scenario.has_value());
  for (const char* path : {"per_self_service", "per_menu_min", "per_callback"}) {
    INFO(path);
    CHECK(find(*result.scenario, std::string("plan.costs.") + path)->plans == std::vector{kLean});
  }
  for (const char* path : {"per_contact", "fixed"}) {
    CHECK(find(*result.scenario, std::string("plan.costs.") + path)->plans ==
          std::vector{kLean, kRich});
  }
}

TEST_CASE("a figure of the base that no plan takes over is none", "[scenario][coefficients]") {
  const Scenario scenario = plans();
  CHECK(find(scenario, "plan.agent_groups.desk.wage") == nullptr);
  CHECK_FALSE(load_varied(kPlans, {{"plan.agent_groups.desk.wage", 20.0}}).scenario);
}

TEST_CASE("a bare figure of a plan is the user's own, also over a tagged one of the base",
          "[scenario][coefficients]") {
  const Scenario scenario = plans();
  const Coefficient* success = find(scenario, "plans.lean.self_service.success");
  REQUIRE(success != nullptr);
  CHECK(success->source == Source::stated);
  CHECK(success->low == 0.35);
  CHECK(success->high == 0.35);
}

TEST_CASE("a plan's tagged figure takes nothing over from the base's tag",
          "[scenario][coefficients]") {
  const Scenario scenario =
      load_text(with(kPlans, "success: 35%", "success: {value: 35%}")).scenario.value();
  const Coefficient* success = find(scenario, "plans.lean.self_service.success");
  REQUIRE(success != nullptr);
  CHECK(success->source == Source::stated);
  CHECK(success->high == 0.35);
}

TEST_CASE("without plans a figure is the base plan's", "[scenario][coefficients]") {
  const std::string text = kPlans.substr(0, kPlans.find("plans:\n  lean"));
  const Scenario scenario = load_text(text).scenario.value();
  for (const Coefficient& each : scenario.coefficients) {
    if (each.path.starts_with("world.")) continue;
    INFO(each.path);
    CHECK(each.path.starts_with("plan."));
    CHECK(each.plans == std::vector{PlanId{0}});
  }
  CHECK(find(scenario, "plan.agent_groups.desk.wage") != nullptr);
}

TEST_CASE("what a plan writes anew around a figure leaves the figure to the others",
          "[scenario][coefficients]") {
  const Scenario list =
      load_text(with(kPlans, "desk: {wage: {value: 30", "desk: {skills: [phone], wage: {value: 30"))
          .scenario.value();
  const Coefficient* proficiency = find(list, "plan.agent_groups.desk.skills.phone.proficiency");
  REQUIRE(proficiency != nullptr);
  CHECK(proficiency->plans == std::vector{kLean});
  const Scenario menus =
      load_text(kPlans + "    ivr: {nodes: {task: {prompt: {duration: 5s, next: people}}}}\n")
          .scenario.value();
  CHECK(find(menus, "plan.ivr.nodes.task.self_service.success")->plans == std::vector{kLean});
}

TEST_CASE("a machine that is switched off has no figures in doubt", "[scenario][coefficients]") {
  const Scenario off = load_text(with(kPlans, "mode: optional", "mode: none")).scenario.value();
  CHECK(find(off, "plan.self_service.success") == nullptr);
  CHECK(find(off, "plan.self_service.success_by_issue.loan") == nullptr);
  CHECK(find(off, "plan.ivr.nodes.task.self_service.success") != nullptr);
  const Scenario calm = load_text(with(kPlans, "    changed_on: [1]\n", "")).scenario.value();
  CHECK(find(calm, "plan.ivr.forgotten_for") == nullptr);
  CHECK(find(plans(), "plan.ivr.forgotten_for")->source == Source::assumed);
}

TEST_CASE("varying a coefficient of plans is setting it at its path", "[scenario][coefficients]") {
  const Scenario scenario = plans();
  int tried = 0;
  for (const Coefficient& each : scenario.coefficients) {
    if (each.plans.empty()) continue;
    INFO(each.path);
    ++tried;
    const double value = each.value == 0.0 ? 0.25 : each.value * 0.75;
    const Scenario varied = load_varied(kPlans, {{each.path, value}}).scenario.value();
    const std::vector<Override> set{{each.path, yaml_of(value, each.unit)}};
    const LoadResult written =
        load_scenario_text(kPlans, "test.yaml", built_in(), set, kMetrics, {});
    REQUIRE(written.scenario.has_value());
    CHECK(varied.hash == written.scenario->hash);
    CHECK(varied.hash != scenario.hash);
    CHECK(find(varied, each.path)->value == value);
    CHECK(find(varied, each.path)->source == each.source);
  }
  CHECK(tried > 20);
}

TEST_CASE("the printed path of a coefficient can be typed, whatever the names in it",
          "[scenario][coefficients]") {
  for (const std::string name : {"Team [2]", "T[3]", "[4]", "[x", "x]", "a=b", "two words"}) {
    INFO(name);
    std::string text = with(kPlans, "    desk:\n", "    '" + name + "':\n");
    text = with(text, "{desk: {wage: 19", "{'" + name + "': {wage: 19");
    text = with(text, "{desk: {wage: {value: 30", "{'" + name + "': {wage: {value: 30");
    text = with(text, "  rich:\n", "  none:\n    costs: {per_contact: 1 EUR}\n  rich:\n");
    const Scenario scenario = scenario_of(text);
    const Coefficient* wage = find(scenario, "plan.agent_groups." + name + ".wage");
    REQUIRE(wage != nullptr);
    const std::string typed = typed_path(wage->path) + "=21 EUR/h";
    const std::size_t end = override_path_end(typed);
    const std::vector<Override> set{{typed.substr(0, end), typed.substr(end + 1)}};
    const Scenario written = scenario_of(text, set);
    CHECK(written.plans[1].agent_groups[0].wage_per_h == 21.0);
    CHECK(written.plans[0].agent_groups[0].wage_per_h == 19.0);
  }
}

TEST_CASE("a figure of the base moves every plan that takes it over, and no other",
          "[scenario][coefficients]") {
  const Scenario both =
      load_varied(kPlans, {{"plan.ivr.nodes.task.self_service.success", 0.25}}).scenario.value();
  CHECK(both.plans[0].ivr->nodes[1].success == 0.25);
  CHECK(both.plans[1].ivr->nodes[1].success == 0.25);
  const Scenario one = load_varied(kPlans, {{"plan.self_service.success", 0.25}}).scenario.value();
  CHECK(one.plans[0].self_service.success == 0.35);
  CHECK(one.plans[1].self_service.success == 0.25);
  // by issue type: balance follows the machine's own, loan has a figure of its own
  CHECK(one.plans[1].self_service.success_by_issue == std::vector{0.25, 0.2});
}

TEST_CASE("a plan's figure may be written with its source wherever it may be bare",
          "[scenario][coefficients]") {
  const Scenario scenario = plans();
  for (const char* path :
       {"agent_groups.desk.skills.phone.proficiency", "agent_groups.desk.absence.sick.probability",
        "ivr.nodes.main.menu.error", "ivr.nodes.main.menu.speech_failure",
        "ivr.nodes.task.self_service.success", "self_service.success_by_issue.loan",
        "escalation.phone.probability", "escalation.phone.handle_factor", "costs.per_self_service",
        "costs.per_menu_min", "costs.per_callback", "costs.per_contact", "costs.fixed"}) {
    INFO(path);
    const Coefficient* tagged = find(scenario, std::string("plan.") + path);
    REQUIRE(tagged != nullptr);
    CHECK(tagged->low < tagged->high);
    // A plan that only states the value has the base's figure no more, nor its source.
    const std::vector<Override> set{
        {fmt::format("plans.lean.{}.value", path), yaml_of(tagged->value, tagged->unit)}};
    const LoadResult own = load_scenario_text(kPlans, "test.yaml", built_in(), set, kMetrics, {});
    REQUIRE(own.scenario.has_value());
    const Coefficient* stated = find(*own.scenario, std::string("plans.lean.") + path);
    REQUIRE(stated != nullptr);
    CHECK(stated->source == Source::stated);
    CHECK(find(*own.scenario, std::string("plan.") + path)->plans == std::vector{kRich});
  }
}

TEST_CASE("a source of a plan's figure without a value is an error", "[scenario][coefficients]") {
  const LoadResult result = load_text(with(kPlans, "success: 35%", "success: {source: vendor}"));
  CHECK_FALSE(result.scenario.has_value());
  REQUIRE_FALSE(result.diagnostics.empty());
  CHECK(result.diagnostics[0].path == "plans.lean.self_service.success");
}
