// docs/hand_calculation.md, to the cent: the figures of the program, and that they stand in the
// text.
#include <array>
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

/// The program's amount and the document's are the same, to the cent.
void check_cents(const Estimate& amount, std::int64_t cents, const std::string& text) {
  CHECK(std::llround(100.0 * amount.value) == cents);
  CHECK(text.find(fmt::format("| {} |", written(cents))) != std::string::npos);
}

struct Week {
  std::array<std::array<std::int64_t, 3>, 2> plans;  ///< cost, margin, cash [cents]
  std::int64_t cash_lead;
  std::int64_t net_lead;
};

void check_weeks(const Result& result, const std::string& text) {
  const std::array<Week, 2> weeks{
      Week{{{{30'150, 2'269, -27'881}, {60'150, 4'900, -55'250}}}, -27'369, 1'504'472},
      Week{{{{60'250, 4'369, -55'881}, {120'300, 9'800, -110'500}}}, -54'619, 1'477'222}};
  REQUIRE(result.curves.size() == 2);
  REQUIRE(result.verdicts.size() == 1);
  const Verdict& verdict = result.verdicts[0];
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    INFO("week " << i + 1);
    for (std::size_t plan = 0; plan < 2; ++plan) {
      REQUIRE(result.curves[plan].weeks.size() == weeks.size());
      const CurveWeek& week = result.curves[plan].weeks[i];
      check_cents(week.cost, weeks[i].plans[plan][0], text);
      check_cents(week.margin, weeks[i].plans[plan][1], text);
      check_cents(week.cash, weeks[i].plans[plan][2], text);
    }
    check_cents(verdict.cumulative_cash.at(i), weeks[i].cash_lead, text);
    check_cents(verdict.cumulative_net.at(i), weeks[i].net_lead, text);
  }
  // The last week is the horizon, and by cash the second agent never pays.
  for (const PlanId plan : {PlanId(0), PlanId(1)}) {
    const double cash =
        total_of(result, "margin", plan).value - total_of(result, "total_cost", plan).value;
    CHECK(result.curves[plan.index()].weeks.back().cash.value == Approx(cash).margin(1e-9));
  }
  CHECK_FALSE(verdict.other_cash_payback.week);
  CHECK_FALSE(verdict.other_cash_payback.earliest);
  CHECK(verdict.base_cash_payback.week == 1u);
  CHECK(verdict.other_payback.week == 1u);
}

Result compared(const std::vector<Override>& overrides) {
  const LoadResult loaded =
      load_scenario(HOLDLINE_SOURCE_DIR "/docs/examples/hand_calculation/hand_calculation.yaml",
                    PolicyRegistry::built_in(), overrides, known_metrics());
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(loaded.scenario.has_value());
  ExperimentSpec spec;
  spec.compare = true;
  return run_experiment(*loaded.scenario, spec);
}

}  // namespace

TEST_CASE("weeks begin where the warm-up ends", "[experiment][docs]") {
  // The second week alone: Anna and Carl call, Ben only where he has stayed.
  const Result result = compared({{"experiment.warm_up", "7d"}});
  REQUIRE(result.curves.size() == 2);
  for (std::size_t plan = 0; plan < 2; ++plan) {
    REQUIRE(result.curves[plan].weeks.size() == 1);
    const CurveWeek& week = result.curves[plan].weeks[0];
    CHECK(week.cost.value == Approx(plan == 0 ? 301.00 : 601.50));
    CHECK(week.margin.value == Approx(plan == 0 ? 21.00 : 49.00));
    CHECK(week.cash.value ==
          Approx(total_of(result, "net_cash", PlanId(plan)).value).epsilon(1e-12));
    CHECK(week.lost.value == 0.0);
  }
  CHECK(result.has_outcomes);
}

TEST_CASE("the comparison worked out by hand is the program's, to the cent", "[experiment][docs]") {
  const Result result = compared({});
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
  check_weeks(result, text);
  CHECK(total_of(result, "customers_lost", PlanId(0)).value == 1.0);
  CHECK(total_of(result, "customers_lost", PlanId(1)).value == 0.0);
  CHECK(total_of(result, "arrivals", PlanId(0)).value == 5.0);
  CHECK(total_of(result, "arrivals", PlanId(1)).value == 6.0);
}

}  // namespace holdline
