// docs/hand_calculation.md, to the cent: the figures of the program, and that they stand in the
// text.
#include <cmath>
#include <fstream>
#include <sstream>

#include "holdline/score/metric.hpp"
#include "small_center.hpp"

namespace holdline {
namespace {

std::string document() {
  std::ifstream file(HOLDLINE_SOURCE_DIR "/docs/hand_calculation.md");
  std::ostringstream text;
  text << file.rdbuf();
  REQUIRE_FALSE(text.str().empty());
  return text.str();
}

/// `-15,318.41` as the document writes it: thousands apart, a true minus.
std::string written(std::int64_t cents) {
  const std::int64_t whole = std::abs(cents) / 100;
  std::string digits = std::to_string(whole);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return fmt::format("{}{}.{:02}", cents < 0 ? "−" : "", digits, std::abs(cents) % 100);
}

struct Line {
  std::string_view metric;
  std::int64_t one_agent;  ///< [cents]
  std::int64_t two_agents;
};

}  // namespace

TEST_CASE("the comparison worked out by hand is the program's, to the cent", "[experiment][docs]") {
  const LoadResult loaded =
      load_scenario(HOLDLINE_SOURCE_DIR "/docs/examples/hand_calculation/hand_calculation.yaml",
                    PolicyRegistry::built_in(), {}, known_metrics());
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(loaded.scenario.has_value());
  ExperimentSpec spec;
  spec.compare = true;
  const Result result = run_experiment(*loaded.scenario, spec);
  const std::string text = document();
  for (const Line& line :
       {Line{"labour_cost", 60'000, 120'000}, Line{"total_cost", 60'250, 120'300},
        Line{"margin", 4'369, 9'800}, Line{"equity_change", -1'531'841, 0},
        Line{"net_value", -1'587'722, -110'500}}) {
    INFO(line.metric);
    CHECK(std::llround(100.0 * total_of(result, line.metric, PlanId(0)).value) == line.one_agent);
    CHECK(std::llround(100.0 * total_of(result, line.metric, PlanId(1)).value) == line.two_agents);
    CHECK(text.find(written(line.one_agent)) != std::string::npos);
    CHECK(text.find(written(line.two_agents)) != std::string::npos);
  }
  CHECK(total_of(result, "customers_lost", PlanId(0)).value == 1.0);
  CHECK(total_of(result, "customers_lost", PlanId(1)).value == 0.0);
  CHECK(total_of(result, "arrivals", PlanId(0)).value == 5.0);
  CHECK(total_of(result, "arrivals", PlanId(1)).value == 6.0);
}

}  // namespace holdline
