// Results of real runs: valid by the schema, and every figure named.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "holdline/experiment/experiment.hpp"
#include "holdline/report/report.hpp"
#include "holdline/scenario/load.hpp"
#include "json_schema.hpp"
#include "support/catch.hpp"

using namespace holdline;
using nlohmann::json;

namespace {

constexpr const char* kScenario = R"(
holdline: 1
name: Two plans
world:
  contact_types:
    call:
      arrivals: {poisson: {rate: 30/h}}
      patience: {exponential: {mean: 3m}}
      handle_time: {exponential: {mean: 3m}}
    never: {arrivals: {poisson: {rate: 0/h}}, handle_time: {exponential: {mean: 3m}}}
plan:
  agent_groups:
    desk: {agents: 2, skills: [call], wage: 20 EUR/h}
plans:
  lean: {}
  other: {agent_groups: {desk: {agents: 3}, backup: {agents: 1, skills: [never]}}}
experiment: {replications: 3}
score: {interval: 2h}
expect: [{metric: service_level, at_least: 1%}]
)";

Result run(std::initializer_list<Override> overrides) {
  const std::vector<Override> changes(overrides);
  const LoadResult loaded =
      load_scenario_text(kScenario, "two_plans.yaml", PolicyRegistry::built_in(), changes);
  for (const Diagnostic& diagnostic : loaded.diagnostics) INFO(to_string(diagnostic));
  REQUIRE(loaded.scenario);
  ExperimentSpec spec;
  spec.compare = true;
  return run_experiment(*loaded.scenario, spec);
}

void check(const Result& result) {
  std::ifstream in(std::string(HOLDLINE_SOURCE_DIR) + "/docs/result.schema.json");
  std::ostringstream out;
  write_json(result, out);
  const json value = json::parse(out.str());
  std::string errors;
  for (const std::string& error : schema_errors(json::parse(in), value)) errors += error + "\n";
  CHECK(errors == "");
  CHECK(value.at("figures").size() == result.figures.size());
  CHECK(value.at("differences").size() == result.differences.size());
  std::ostringstream text;
  write_text(result, TextStyle{}, text);
  write_comparison_text(result, TextStyle{}, text);
  CHECK(text.str().find("nan") == std::string::npos);
  CHECK(text.str().find("inf") == std::string::npos);
}

}  // namespace

TEST_CASE("a comparison by intervals is valid by the schema", "[report][json]") { check(run({})); }

TEST_CASE("a single replication, without intervals, is valid by the schema", "[report][json]") {
  const Result result = run({{"experiment.replications", "1"}});
  check(result);
  CHECK_FALSE(result.figures.front().estimate.has_interval);
}

TEST_CASE("a steady state in batches is valid by the schema", "[report][json]") {
  check(run({{"experiment.mode", "steady_state"},
             {"world.calendar.days", "30"},
             {"score.interval", "null"}}));
}

TEST_CASE("the other estimation and service level are named in the result", "[report][json]") {
  check(run({{"score.estimation", "per_replication"}, {"score.service_level", "all_offered"}}));
}
