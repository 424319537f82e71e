// Tornados over figures of plans: a vendor's promise in one plan, a price that plans share.
#include "holdline/experiment/sensitivity.hpp"
#include "small_center.hpp"

namespace holdline {
namespace {

/// One plan has people, one a machine whose success a vendor promises, one nothing in doubt of its
/// own. What a contact costs is the base's.
constexpr std::string_view kMachine = R"(holdline: 1
name: machine
world:
  calendar: {days: 8, open: 08:00-12:00}
  contact_types:
    phone: {handle_time: {exponential: {mean: 4m}}, patience: {exponential: {mean: 3m}}}
  customers:
    segments:
      all: {count: 400, value: 300 EUR/year, leaves: 10%/year}
  issues:
    question: {per_customer: 60/year, contact_type: phone}
  behaviour: {redial: {}, recontact: {}, self_service: {}}
  outcomes: {}
plan:
  agent_groups:
    desk: {agents: 3, skills: [phone], wage: 20 EUR/h}
  costs: {per_contact: {value: 1 EUR, source: vendor, range: [0.5 EUR, 2 EUR]}}
plans:
  people: {}
  machine:
    agent_groups: {desk: {agents: 2}}
    self_service:
      mode: forced_first
      duration: {exponential: {mean: 30s}}
      success: {value: 70%, source: vendor, range: [5%, 80%]}
  few: {agent_groups: {desk: {agents: 2}}, costs: {per_contact: 1 EUR}}
experiment: {replications: 12, seed: 5}
)";
constexpr const char* kSuccess = "plans.machine.self_service.success";
constexpr const char* kPrice = "plan.costs.per_contact";

Scenario varied(const Variation* variation) { return scenario_varied(kMachine, variation); }

/// Only the plans' coefficients, so that a study is short.
Scenario of_plans() {
  Scenario scenario = varied(nullptr);
  std::erase_if(scenario.coefficients,
                [](const Coefficient& coefficient) { return coefficient.plans.empty(); });
  return scenario;
}

struct Study {
  Result base;
  Sensitivity sensitivity;
};

Study studied(
    const Scenario& scenario, const std::vector<std::string>& plans, std::uint32_t replications,
    const VaryScenario& vary = [](const Variation& v) { return varied(&v); }) {
  ExperimentSpec spec;
  spec.compare = true;
  for (const std::string& plan : plans) spec.plans.push_back(scenario.find_plan(plan).value());
  Study study;
  study.base = run_experiment(scenario, spec);
  study.sensitivity = run_sensitivity(scenario, spec, study.base, vary, {replications});
  REQUIRE(study.sensitivity.violation == "");
  return study;
}

const SensitivityBar* find(const Tornado& tornado, const std::string& path) {
  for (const SensitivityBar& bar : tornado.bars) {
    if (bar.coefficient.path == path) return &bar;
  }
  return nullptr;
}

double arrivals_difference(const Result& result) {
  for (const Difference& difference : result.differences) {
    if (difference.metric->id == "arrivals" && difference.row.kind == ScopeKind::all) {
      return difference.difference.value;
    }
  }
  throw std::runtime_error("no difference of arrivals");
}

}  // namespace

TEST_CASE("the sign turns on what a vendor promises of one plan's machine",
          "[experiment][sensitivity]") {
  const Study study = studied(of_plans(), {"people", "machine"}, 12);
  REQUIRE(study.base.verdicts.size() == 1);
  CHECK(study.base.verdicts[0].net_value.low > 0.0);  // as promised, the machine wins
  const Tornado& tornado = study.sensitivity.tornados.at(0);
  const SensitivityBar* bar = find(tornado, kSuccess);
  REQUIRE(bar != nullptr);
  CHECK(bar == &tornado.bars[0]);
  CHECK(bar->low.turns);
  CHECK(bar->low.turns_surely);
  CHECK(bar->low.difference.has_interval);
  CHECK(bar->low.difference.high < 0.0);
  CHECK_FALSE(bar->high.turns);
}

TEST_CASE("a figure of the base that two plans share is one bar and moves both",
          "[experiment][sensitivity]") {
  const Study study = studied(of_plans(), {"people", "machine"}, 12);
  const Tornado& tornado = study.sensitivity.tornados.at(0);
  CHECK(tornado.coefficients == 2);
  REQUIRE(tornado.bars.size() == 2);
  const SensitivityBar* bar = find(tornado, kPrice);
  REQUIRE(bar != nullptr);
  CHECK(bar->coefficient.acts_in(tornado.base));
  CHECK(bar->coefficient.acts_in(tornado.other));
  // Each contact costs 1 EUR more in either plan, so that what counts is how many fewer there are.
  const double fewer = -arrivals_difference(study.base);
  CHECK(fewer > 0.0);
  CHECK(bar->high.change.value == Approx(fewer).epsilon(1e-9));
  CHECK(bar->low.change.value == Approx(-0.5 * fewer).epsilon(1e-9));
  CHECK_FALSE(bar->low.turns);
  CHECK_FALSE(bar->high.turns);
}

TEST_CASE("a figure of the world moves only plans that have what it is about",
          "[experiment][sensitivity]") {
  Scenario scenario = varied(nullptr);
  const std::string redial = "world.behaviour.redial.decay";
  std::erase_if(scenario.coefficients, [&](const Coefficient& coefficient) {
    return coefficient.path != redial &&
           !coefficient.path.starts_with("world.behaviour.self_service.");
  });
  const Study study = studied(scenario, {"people", "machine"}, 2);
  const Tornado& tornado = study.sensitivity.tornados.at(0);
  REQUIRE(tornado.bars.size() > 1);
  bool has_moved = false;
  for (const SensitivityBar& bar : tornado.bars) {
    INFO(bar.coefficient.path);
    CHECK(bar.moves_base == (bar.coefficient.path == redial));
    has_moved = has_moved || (!bar.moves_base && bar.moves_other);
  }
  CHECK(has_moved);
  CHECK(find(tornado, redial) != nullptr);
}

TEST_CASE("a bar of a plan's figure is what a comparison with that value gives",
          "[experiment][sensitivity]") {
  const Study study = studied(of_plans(), {"people", "machine"}, 12);
  for (const SensitivityBar& bar : study.sensitivity.tornados.at(0).bars) {
    const Variation variation{bar.coefficient.path, bar.low.at};
    ExperimentSpec spec;
    spec.compare = true;
    const Scenario there = varied(&variation);
    spec.plans = {there.find_plan("people").value(), there.find_plan("machine").value()};
    const Result result = run_experiment(there, spec);
    CHECK(bar.low.difference.value == Approx(result.verdicts.at(0).net_value.value).epsilon(1e-9));
  }
}

TEST_CASE("only figures that act in the plans compared are tried", "[experiment][sensitivity]") {
  const Scenario scenario = of_plans();
  const Study two = studied(scenario, {"people", "few"}, 2);
  REQUIRE(two.sensitivity.tornados.size() == 1);
  CHECK(find(two.sensitivity.tornados[0], kSuccess) == nullptr);
  REQUIRE(find(two.sensitivity.tornados[0], kPrice) != nullptr);
  const Study three = studied(scenario, {"few", "people", "machine"}, 2);
  REQUIRE(three.sensitivity.tornados.size() == 2);
  CHECK(find(three.sensitivity.tornados[0], kSuccess) == nullptr);
  CHECK(find(three.sensitivity.tornados[1], kSuccess) != nullptr);
  CHECK(three.sensitivity.tornados[0].coefficients == 1);
  CHECK(three.sensitivity.tornados[1].coefficients == 2);
  const std::vector<PlanId> few{scenario.find_plan("few").value()};
  CHECK(doubtful_coefficients(scenario).size() == 2);
  CHECK(doubtful_coefficients(scenario, few).empty());
}

TEST_CASE("a plan that is not compared need not be there where a figure is varied",
          "[experiment][sensitivity]") {
  const Scenario scenario = of_plans();
  std::string without(kMachine);
  without.erase(without.find("  people: {}\n"), std::string_view("  people: {}\n").size());
  const Study all = studied(scenario, {"few", "machine"}, 3);
  const Study fewer = studied(scenario, {"few", "machine"}, 3, [&](const Variation& v) {
    return scenario_varied(without, &v);  // the other plans have other numbers there
  });
  CHECK(fewer.sensitivity.failed.empty());
  REQUIRE(fewer.sensitivity.tornados.at(0).bars.size() == 2);
  for (const SensitivityBar& bar : fewer.sensitivity.tornados[0].bars) {
    const SensitivityBar* same = find(all.sensitivity.tornados.at(0), bar.coefficient.path);
    REQUIRE(same != nullptr);
    CHECK(bits_of(bar.low.difference) == bits_of(same->low.difference));
    CHECK(bits_of(bar.high.difference) == bits_of(same->high.difference));
  }
  const Study none = studied(scenario, {"people", "machine"}, 3,
                             [&](const Variation& v) { return scenario_varied(without, &v); });
  CHECK(none.sensitivity.failed.size() == 2);
}

TEST_CASE("a figure that could not be tried is told where it acts", "[experiment][sensitivity]") {
  const Study study = studied(of_plans(), {"few", "people", "machine"}, 2,
                              [](const Variation& v) -> std::optional<Scenario> {
                                if (v.path == kSuccess) return std::nullopt;
                                return varied(&v);
                              });
  CHECK(study.sensitivity.failed == std::vector<std::string>{kSuccess});
  REQUIRE(study.sensitivity.tornados.size() == 2);
  CHECK(study.sensitivity.tornados[0].failed.empty());
  CHECK(study.sensitivity.tornados[1].failed == study.sensitivity.failed);
}

TEST_CASE("a plan in which a figure does not act is not run again, with the same bits",
          "[experiment][sensitivity]") {
  Scenario everywhere = of_plans();
  const Study own = studied(everywhere, {"few", "people", "machine"}, 3);
  // The same figures as if they acted everywhere: every plan is run for each of them.
  for (Coefficient& coefficient : everywhere.coefficients) coefficient.plans.clear();
  const Study all = studied(everywhere, {"few", "people", "machine"}, 3);
  for (std::size_t i = 0; i < 2; ++i) {
    for (const SensitivityBar& bar : own.sensitivity.tornados.at(i).bars) {
      const SensitivityBar* same = find(all.sensitivity.tornados.at(i), bar.coefficient.path);
      REQUIRE(same != nullptr);
      CHECK(bits_of(bar.low.difference) == bits_of(same->low.difference));
      CHECK(bits_of(bar.high.change) == bits_of(same->high.change));
    }
  }
}

}  // namespace holdline
