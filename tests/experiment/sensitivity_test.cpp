// Tornados: ends by hand, and whole studies on a small centre with customers.
#include "holdline/experiment/sensitivity.hpp"

#include "experiment/tornado.hpp"
#include "small_center.hpp"

namespace holdline {
namespace {

Scenario varied(const Variation* variation) { return scenario_varied(kCustomers, variation); }

/// Only three coefficients, so that a study is short.
Scenario small_world() {
  Scenario scenario = varied(nullptr);
  std::vector<Coefficient> kept = doubtful_coefficients(scenario);
  kept.resize(std::min<std::size_t>(3, kept.size()));
  scenario.coefficients = kept;
  return scenario;
}

std::string bits_of(const Sensitivity& sensitivity) {
  std::string text = fmt::format("{} {} {}\n", sensitivity.replications, sensitivity.is_complete,
                                 sensitivity.failed.size());
  for (const Tornado& tornado : sensitivity.tornados) {
    for (const SensitivityBar& bar : tornado.bars) {
      text += fmt::format("{} {:a} | {} | {} | {} | {}\n", bar.coefficient.path, bar.swing,
                          bits_of(bar.low.difference), bits_of(bar.low.change),
                          bits_of(bar.high.difference), bits_of(bar.high.change));
    }
  }
  return text;
}

Result compared(const Scenario& scenario, ExperimentSpec& spec) {
  spec.compare = true;
  return run_experiment(scenario, spec);
}

Estimate headline(double value, double half, std::uint64_t observations) {
  return {value, value - half, value + half, true, true, observations};
}

}  // namespace

TEST_CASE("an end of a bar equals the hand calculation", "[experiment][sensitivity]") {
  // Changes -30, -50, -40 (variance 100); levels 70, 70, 40 (variance 300); 3 of 12 repeated.
  const std::vector<double> present{100.0, 120.0, 80.0};
  const std::vector<double> with_low{70.0, 70.0, 40.0};
  Confidence confidence(0.95);
  const SensitivityEnd end =
      sensitivity_end(0.1, headline(90.0, 5.0, 12), present, with_low, confidence);
  CHECK(end.at == 0.1);
  CHECK(end.change.value == Approx(-40.0));
  CHECK(end.change.high + 40.0 == Approx(4.302653 * 10.0 / std::sqrt(3.0)).epsilon(1e-6));
  CHECK(end.difference.value == Approx(50.0));
  const double variance = 300.0 / 12.0 + 100.0 * (1.0 / 3.0 - 1.0 / 12.0);
  CHECK(end.difference.high - 50.0 == Approx(4.302653 * std::sqrt(variance)).epsilon(1e-6));
  CHECK_FALSE(end.turns);
}

TEST_CASE("a sign turns, and surely when the interval does", "[experiment][sensitivity]") {
  Confidence confidence(0.95);
  const std::vector<double> present{100.0, 101.0, 99.0};
  const auto end = [&](const std::vector<double>& with) {
    return sensitivity_end(0.0, headline(100.0, 2.0, 3), present, with, confidence);
  };
  CHECK(end({-10.0, -11.0, -9.0}).turns);
  CHECK(end({-10.0, -11.0, -9.0}).turns_surely);
  CHECK(end({-10.0, 40.0, -60.0}).turns);
  CHECK_FALSE(end({-10.0, 40.0, -60.0}).turns_surely);
  CHECK_FALSE(end({10.0, 11.0, 9.0}).turns);
  const SensitivityEnd base_ahead = sensitivity_end(
      0.0, headline(-50.0, 2.0, 2), std::vector{-51.0, -49.0}, std::vector{11.0, 9.0}, confidence);
  CHECK(base_ahead.turns);
}

TEST_CASE("bars are sorted by their swing", "[experiment][sensitivity]") {
  Tornado tornado{PlanId(0), PlanId(1), headline(10.0, 1.0, 5), {}};
  const auto bar = [&](std::string path, double low, double high) {
    SensitivityBar result;
    result.coefficient.path = std::move(path);
    result.low.difference.value = low;
    result.high.difference.value = high;
    tornado.bars.push_back(result);
  };
  bar("small", 9.0, 12.0);
  bar("one side", 30.0, 20.0);  // from the present 10 to 30
  bar("large", -20.0, 25.0);
  bar("nothing", 10.0, 10.0);
  arrange(tornado);
  CHECK(tornado.bars[0].coefficient.path == "large");
  CHECK(tornado.bars[0].swing == 45.0);
  CHECK(tornado.bars[1].coefficient.path == "one side");
  CHECK(tornado.bars[1].swing == 20.0);
  CHECK(tornado.bars[2].coefficient.path == "small");
  CHECK(tornado.bars[3].swing == 0.0);
}

TEST_CASE("only assumed and vendors' coefficients with room are tried",
          "[experiment][sensitivity]") {
  Scenario scenario;
  scenario.coefficients = {{"a", "1", 1.0, 0.0, 2.0, Source::assumed},
                           {"b", "1", 1.0, 0.0, 2.0, Source::stated},
                           {"c", "1", 1.0, 1.0, 1.0, Source::assumed},
                           {"d", "1", 1.0, 0.0, 2.0, Source::vendor},
                           {"e", "1", 1.0, 0.0, 2.0, Source::data}};
  const std::vector<Coefficient> doubtful = doubtful_coefficients(scenario);
  REQUIRE(doubtful.size() == 2);
  CHECK(doubtful[0].path == "a");
  CHECK(doubtful[1].path == "d");
}

TEST_CASE("a study has the same bits for any number of threads", "[experiment][sensitivity]") {
  const Scenario scenario = small_world();
  REQUIRE(scenario.coefficients.size() == 3);
  std::string alone;
  for (const std::uint32_t threads : {1u, 2u, 5u}) {
    ExperimentSpec spec;
    spec.threads = threads;
    const Result base = compared(scenario, spec);
    REQUIRE(base.violation == "");
    REQUIRE(base.verdicts.size() == 1);
    const Sensitivity study =
        run_sensitivity(scenario, spec, base, [](const Variation& v) { return varied(&v); }, {3});
    CHECK(study.violation == "");
    CHECK(study.is_complete);
    CHECK(study.replications == 3);
    REQUIRE(study.tornados.size() == 1);
    CHECK(study.tornados[0].bars.size() == 3);
    if (alone.empty()) alone = bits_of(study);
    CHECK(bits_of(study) == alone);
  }
}

TEST_CASE("an end is what a comparison with that value gives", "[experiment][sensitivity]") {
  const Scenario scenario = small_world();
  ExperimentSpec spec;
  const Result base = compared(scenario, spec);
  const Sensitivity study =
      run_sensitivity(scenario, spec, base, [](const Variation& v) { return varied(&v); }, {6});
  REQUIRE(study.tornados.size() == 1);
  for (const SensitivityBar& bar : study.tornados[0].bars) {
    const Variation variation{bar.coefficient.path, bar.high.at};
    ExperimentSpec own;
    const Result there = compared(varied(&variation), own);
    REQUIRE(there.verdicts.size() == 1);
    CHECK(bar.high.difference.value == Approx(there.verdicts[0].net_value.value).epsilon(1e-9));
  }
}

TEST_CASE("a coefficient that cannot be tried is named, the others are tried",
          "[experiment][sensitivity]") {
  const Scenario scenario = small_world();
  ExperimentSpec spec;
  const Result base = compared(scenario, spec);
  const std::string bad = scenario.coefficients[1].path;
  const Sensitivity study = run_sensitivity(scenario, spec, base,
                                            [&](const Variation& v) -> std::optional<Scenario> {
                                              if (v.path == bad) return std::nullopt;
                                              return varied(&v);
                                            },
                                            {2});
  CHECK(study.is_complete);
  CHECK(study.failed == std::vector<std::string>{bad});
  REQUIRE(study.tornados.size() == 1);
  CHECK(study.tornados[0].bars.size() == 2);
  CHECK(study.tornados[0].failed == study.failed);
}

TEST_CASE("a study that is stopped keeps the whole coefficients", "[experiment][sensitivity]") {
  const Scenario scenario = small_world();
  ExperimentSpec spec;
  spec.threads = 1;
  const Result base = compared(scenario, spec);
  std::atomic<bool> stop{false};
  spec.stop = &stop;
  spec.progress = [&](std::uint64_t done, std::uint64_t known) {
    if (2 * done >= known) stop = true;
  };
  const Sensitivity study =
      run_sensitivity(scenario, spec, base, [](const Variation& v) { return varied(&v); }, {2});
  CHECK_FALSE(study.is_complete);
  REQUIRE(study.tornados.size() == 1);
  CHECK(study.tornados[0].bars.size() < 3);
  CHECK_FALSE(study.tornados[0].bars.empty());
}

TEST_CASE("without a verdict there is nothing to study", "[experiment][sensitivity]") {
  const Scenario scenario = scenario_of(kTwoPlans);
  ExperimentSpec spec;
  const Result base = compared(scenario, spec);
  CHECK(base.verdicts.empty());
  CHECK(base.curves.empty());
  const Sensitivity study = run_sensitivity(
      scenario, spec, base, [](const Variation&) { return std::optional<Scenario>(); });
  CHECK(study.tornados.empty());
}

TEST_CASE("the verdict's money is that of the metrics", "[experiment][verdict]") {
  const Scenario scenario = small_world();
  ExperimentSpec spec;
  const Result result = compared(scenario, spec);
  REQUIRE(result.violation == "");
  REQUIRE(result.verdicts.size() == 1);
  int found = 0;
  for (const Difference& difference : result.differences) {
    if (difference.row.kind != ScopeKind::all) continue;
    const Verdict& verdict = result.verdicts[0];
    if (difference.metric->id == "net_value") {
      ++found;
      CHECK(difference.difference.value == Approx(verdict.net_value.value));
      CHECK(difference.difference.low == Approx(verdict.net_value.low));
    } else if (difference.metric->id == "total_cost") {
      ++found;
      CHECK(difference.difference.value == Approx(verdict.cost.value));
    }
  }
  CHECK(found == 2);
  REQUIRE(result.curves.size() == 2);
  CHECK(result.curves[0].weeks.size() == 2);  // 8 days
  CHECK(result.curves[1].weeks.back().net.value - result.curves[0].weeks.back().net.value ==
        Approx(result.verdicts[0].net_value.value));
}

}  // namespace holdline
