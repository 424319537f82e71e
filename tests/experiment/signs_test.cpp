// Which way things go, under common random numbers: each a chain from a cause to its effects. A
// sign holds when the paired interval excludes 0; at 99.99 % confidence and with fixed seeds, the
// error probability of one is 1e-4, and a change of the model that turns one is found.
#include "small_center.hpp"

namespace holdline {
namespace {

/// A small bank with everything on; the first plan is the base of every comparison.
constexpr std::string_view kWorld = R"(holdline: 1
name: signs
world:
  calendar: {days: 20, open: 08:00-18:00}
  contact_types:
    calls: {patience: {exponential: {mean: 3m}}, handle_time: {lognormal: {mean: 5m, cv: 1}}}
  customers:
    segments:
      loyal: {count: 6000, value: 240 EUR/year, leaves: 4%/year, knows_menu: 50%, trust: 60%}
      new: {count: 4000, value: 120 EUR/year, leaves: 15%/year, acquired: 900/year, acquisition_cost: 60 EUR}
  issues:
    question: {arrivals: {poisson: {rate: 90/h}}, contact_type: calls}
  behaviour:
    redial: {}
    recontact: {}
    menu: {presses_zero: 50%, finds_hidden_zero: 10%}
    self_service: {}
    callback: {}
    transfer: {}
    marked_resolved: 30%
  outcomes: {}
experiment: {replications: 12, seed: 11, confidence: 99.99%}
plan:
  agent_groups:
    desk: {agents: 9, skills: [calls], wage: 24 EUR/h}
)";

struct Sign {
  std::string_view metric;
  int sign;  ///< of (other plan - base); 0: the two are equal in every replication
};

void check_signs(const std::string& plans, std::initializer_list<Sign> signs) {
  const Scenario scenario = scenario_of(std::string(kWorld) + plans);
  ExperimentSpec spec;
  spec.compare = true;
  const Result result = run_experiment(scenario, spec);
  CHECK(result.violation.empty());
  for (const Sign& sign : signs) {
    INFO(sign.metric);
    bool is_found = false;
    for (const Difference& difference : result.differences) {
      if (difference.metric->id != sign.metric || difference.row.kind != ScopeKind::all) continue;
      is_found = true;
      INFO(difference.difference.low << " to " << difference.difference.high);
      if (sign.sign > 0) CHECK(difference.difference.low > 0.0);
      if (sign.sign < 0) CHECK(difference.difference.high < 0.0);
      if (sign.sign == 0)
        CHECK((difference.difference.low == 0.0 && difference.difference.high == 0.0));
    }
    CHECK(is_found);
  }
}

}  // namespace

TEST_CASE("fewer agents bring longer waits, more redials, less satisfaction and more churn",
          "[experiment][signs]") {
  check_signs(R"(plans:
  nine: {}
  seven: {agent_groups: {desk: {agents: 7}}}
)",
              {{"asa", 1},
               {"abandonment_share", 1},
               {"redials_per_issue", 1},
               {"contacts_per_issue", 1},
               {"csat_true", -1},
               {"customers_lost", 1},
               {"customers_kept_away", 1},
               {"acquisition_cost_total", 0},  // a bad name saves nothing
               {"labour_cost", -1},
               {"margin", -1},
               {"equity_change", -1}});
}

TEST_CASE("higher resolution brings less load, shorter waits and more satisfaction",
          "[experiment][signs]") {
  check_signs(R"(plans:
  untrained: {}
  trained: {agent_groups: {desk: {skills: {calls: {resolution: 0.8}}}}}
)",
              {{"fcr", 1},
               {"arrivals", -1},
               {"recontacts_per_issue", -1},
               {"occupancy", -1},
               {"asa", -1},
               {"csat_true", 1},
               {"customers_lost", -1},
               {"net_value", 1}});
}

TEST_CASE("a hidden way out brings more effort, fewer contacts to humans and less satisfaction",
          "[experiment][signs]") {
  constexpr std::string_view kMenu = R"(    ivr:
      start: main
      way_out: people
      nodes:
        main:
          menu:
            duration: 75s
            options: {question: task, other: {next: people, for: others}}
            on_failure: people
            opt_out: OPT_OUT
        task: {self_service: {duration: {exponential: {mean: 60s}}, success: 10%, next: people}}
        people: {transfer: {}}
)";
  std::string plans = "plans:\n";
  for (const std::string word : {"offered", "hidden"}) {
    std::string menu(kMenu);
    menu.replace(menu.find("OPT_OUT"), 7, word);
    plans += "  " + word + ":\n" + menu;
  }
  check_signs(plans, {{"opted_out_share", -1},
                      {"mean_menu_time", 1},
                      {"mean_effort", 1},
                      {"served", -1},
                      {"contained_share", 1},
                      {"csat_true", -1}});
}

TEST_CASE("a forced machine that seldom helps brings more attempts and more effort",
          "[experiment][signs]") {
  check_signs(R"(plans:
  people: {}
  machine:
    self_service: {mode: forced_first, duration: {exponential: {mean: 90s}}, success: 3%}
)",
              {{"contacts_per_issue", 1},
               {"redials_per_issue", 1},
               {"aht", 1},
               {"mean_effort", 1},
               {"csat_true", -1},
               {"customers_lost", 1}});
}

TEST_CASE("callbacks shorten the wait of those who stay on the line", "[experiment][signs]") {
  check_signs(R"(plans:
  line: {agent_groups: {desk: {agents: 8}}}
  callback:
    agent_groups: {desk: {agents: 8}}
    callback: {offer: {queue_length: 2}, place: list, priority: 2}
)",
              {{"asa", -1}, {"abandonment_share", -1}});
}

TEST_CASE("pairing narrows the difference in net value", "[experiment][signs]") {
  const Scenario scenario = scenario_of(std::string(kWorld) + R"(plans:
  nine: {}
  seven: {agent_groups: {desk: {agents: 7}}}
)");
  ExperimentSpec spec;
  spec.compare = true;
  const Result result = run_experiment(scenario, spec);
  for (const Difference& difference : result.differences) {
    if (difference.metric->id != "net_value" || difference.row.kind != ScopeKind::all) continue;
    CHECK(difference.variance_reduction > 1.5);
    return;
  }
  FAIL("no difference in net value");
}

}  // namespace holdline
