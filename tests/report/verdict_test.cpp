// What a verdict says, and what it must not say.
#include <sstream>

#include "golden_file.hpp"
#include "holdline/report/report.hpp"
#include "report/verdict_names.hpp"
#include "sample_verdict.hpp"
#include "support/catch.hpp"
#include "verdict_words.hpp"

using namespace holdline;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

Result with_net(Estimate net) {
  Result result = sample_verdict();
  result.verdicts[0].net_value = net;
  return result;
}

}  // namespace

TEST_CASE("a verdict reads as recorded", "[report][verdict]") {
  const std::string text = compared(sample_verdict());
  CHECK(text == golden_text("verdict.txt", text));
}

TEST_CASE("an undecided verdict says so plainly", "[report][verdict]") {
  const std::string text = words(with_net({20'000.0, -40'000.0, 80'000.0, true, true, 20}));
  CHECK_THAT(text,
             Contains("  Undecided: over 91 days the net value of “value_centre” differs from "
                      "that of “cost_centre” by +20,000 EUR, and the 95% interval, −40,000 to "
                      "+80,000, holds zero."));
  CHECK_THAT(text, !Contains("beats"));
}

TEST_CASE("one replication decides nothing", "[report][verdict]") {
  Result result = with_net({20'000.0, 20'000.0, 20'000.0, true, false, 1});
  result.verdicts[0].replications = 1;
  result.verdicts[0].probability.reset();
  const std::string text = words(result);
  CHECK_THAT(text,
             Contains("  Undecided: in the only replication the net value of “value_centre” is "
                      "20,000 EUR higher than that of “cost_centre”"));
  CHECK_THAT(text, !Contains("The probability"));
}

TEST_CASE("money of one replication is said to be its own", "[report][verdict]") {
  Result result = with_net({20'000.0, 20'000.0, 20'000.0, true, false, 1});
  Verdict& verdict = result.verdicts[0];
  verdict.replications = 1;
  verdict.probability.reset();
  verdict.cost.has_interval = verdict.cash.has_interval = false;
  verdict.other_cash_payback = {5, std::nullopt, std::nullopt};
  CHECK_THAT(words(result), Contains("In the only replication “value_centre” costs "));
  CHECK_THAT(words(result),
             Contains("until then, in the only replication “value_centre” is 250,000 "
                      "EUR behind."));
  CHECK_THAT(words(result),
             Contains("By cash, in the only replication, “value_centre” has paid back "
                      "what it costs more in week 5 of 13."));
  verdict.other_cash_payback = {};
  CHECK_THAT(words(result),
             Contains("By cash, in the only replication, “value_centre” has not paid "
                      "back what it costs more within the 91 days."));
  CHECK_THAT(words(sample_verdict()), !Contains("n the only replication"));
}

TEST_CASE("a small break-even factor keeps its digits", "[report][verdict]") {
  Result result = sample_verdict();
  Estimate& factor = result.verdicts[0].break_even.factor;
  const auto shown = [&](double value) {
    factor = {value, 0.5 * value, 1.5 * value, true, true, 20};
    const std::string text = words(result);
    const std::size_t end = text.find(" times the present");
    REQUIRE(end != std::string::npos);
    return text.substr(text.rfind(' ', end - 1) + 1, end - text.rfind(' ', end - 1) - 1);
  };
  CHECK(shown(0.452) == "0.45");
  CHECK(shown(1.75) == "1.75");
  CHECK(shown(0.0043) == "0.0043");
  CHECK(shown(0.000012) == "0.000012");
}

TEST_CASE("a customer worth very little keeps the digits of her worth", "[report][verdict]") {
  Result result = sample_verdict();
  BreakEven& even = result.verdicts[0].break_even;
  even.factor = {0.000012, -0.000001, 0.000018, true, true, 20};
  even.mean_value = 245.0;
  CHECK_THAT(words(result), Contains("worth more than 0.0029 EUR a year on average, 0.000012 times "
                                     "the present 245.0000 EUR; 95% interval \u22120.0002 EUR to "
                                     "0.0044 EUR."));
}

TEST_CASE("the base may win, and the words turn round", "[report][verdict]") {
  Result result = with_net({-500'000.0, -560'000.0, -440'000.0, true, true, 20});
  Verdict& verdict = result.verdicts[0];
  verdict.probability = 0.02;
  verdict.wins = 1;
  verdict.losses = 19;
  verdict.value = {-200'000.0, -260'000.0, -140'000.0, true, true, 20};
  verdict.other_payback = {};
  verdict.base_payback = {3, 2, 4};
  verdict.break_even = {BreakEvenSide::base_always, {-1.5, -2.0, -1.0, true, true, 20}, 245.0};
  const std::string text = words(result);
  CHECK_THAT(text,
             Contains("“cost_centre” beats “value_centre”: over 91 days its net value is 500,000 "
                      "EUR (95% interval 440,000 to 560,000 EUR) higher, at that pace "
                      "2,010,000 EUR a year."));
  CHECK_THAT(text, Contains("“cost_centre” is the better one in expectation is 98.0%"));
  CHECK_THAT(text, Contains("it was better in 19 of 20 replications"));
  CHECK_THAT(text, Contains("“cost_centre” is ahead for good from week 3 of 13 on"));
  CHECK_THAT(text, Contains("whatever a customer is worth: “value_centre” costs no less and keeps "
                            "less."));
}

TEST_CASE("a precision that was reached and decides nothing says so", "[report][verdict]") {
  Result result = with_net({10.0, -10.0, 30.0, true, true, 20});
  CHECK_THAT(words(result), Contains(", holds zero. "));
  result.settings.precision = 0.02;
  CHECK_THAT(words(result),
             Contains("holds zero, as precise as asked for: a smaller precision may decide it. "));
  result.precision_reached = false;
  CHECK_THAT(words(result), Contains(", holds zero. "));
}

TEST_CASE("nobody wins by issues that have no outcome yet", "[report][verdict]") {
  Result result = sample_verdict();
  Verdict& verdict = result.verdicts[0];
  const auto told = [&](double base_open, double other_open) {
    verdict.base_open = base_open;
    verdict.other_open = other_open;
    return words(result);
  };
  CHECK_THAT(told(0.004, 0.671),
             Contains("No verdict: when the runs ended 67.1% of the issues of “value_centre” and "
                      "0.4% of those of “cost_centre” had no outcome yet; what they still cost in "
                      "work and in customers is missing, in favour of “value_centre”. Counted "
                      "without them, the net value of “value_centre” is ") &&
                 !Contains("beats") && !Contains("The probability that"));
  CHECK(report::standing_of(verdict) == report::Standing::unfinished);
  CHECK_THAT(told(0.01, 0.03), Contains("“value_centre” beats “cost_centre”") &&
                                   Contains("But when the runs ended 3.0% of the issues"));
  CHECK_THAT(told(0.01, 0.02), Contains(" beats ") && !Contains("no outcome yet"));
  // Against the plan ahead: its lead would only grow.
  CHECK_THAT(told(0.671, 0.004), Contains(" beats ") && !Contains("no outcome yet"));
  verdict.net_value = {10.0, -10.0, 30.0, true, true, 20};
  CHECK_THAT(told(0.0, 0.9), Contains("Undecided") && !Contains("No verdict"));
  CHECK(report::standing_of(verdict) == report::Standing::undecided);
}

TEST_CASE("plans that never differ are said to be equal", "[report][verdict]") {
  Result result = with_net({0.0, 0.0, 0.0, true, true, 20});
  result.verdicts[0].wins = 0;
  result.verdicts[0].probability.reset();
  CHECK_THAT(words(result), Contains("have the same net value in every replication."));
}

TEST_CASE("pairing that did not help is not praised", "[report][verdict]") {
  Result result = sample_verdict();
  result.verdicts[0].variance_reduction = 0.9;
  CHECK_THAT(words(result), Contains("that did not help here"));
  CHECK_THAT(words(result), !Contains("0.9 times the replications"));
}

TEST_CASE("a handful of replications is never more than 99% sure", "[report][verdict]") {
  Result result = sample_verdict();
  result.verdicts[0].replications = 4;
  CHECK_THAT(words(result), Contains("is more than 99% (Student"));
}

TEST_CASE("cash alone is told beside equity, and what it has not paid back", "[report][verdict]") {
  CHECK_THAT(
      words(sample_verdict()),
      Contains("“value_centre” is 250,000 EUR (95% interval 240,000 to 260,000 EUR) behind. By "
               "cash “value_centre” has not paid back what it costs more within the 91 days, "
               "nor by the upper ends of weeks’ 95% intervals. Of the difference of net value "
               "750,000 EUR is equity"));
}

TEST_CASE("when a plan has paid back by cash is said, and how sure that is", "[report][verdict]") {
  Result result = sample_verdict();
  Verdict& verdict = result.verdicts[0];
  verdict.cash = {30'000.0, 10'000.0, 50'000.0, true, true, 20};
  verdict.other_cash_payback = {9, 7, 11};
  CHECK_THAT(words(result),
             Contains("By cash “value_centre” has paid back what it costs more in week "
                      "9 of 13 (by weeks’ 95% intervals, between weeks 7 and 11)."));
  verdict.other_cash_payback = {1, 1, 1};
  CHECK_THAT(words(result),
             Contains("By cash “value_centre” has paid back what it costs more from the "
                      "first week on."));
  verdict.cash = {-5'000.0, -20'000.0, 10'000.0, true, true, 20};
  verdict.other_cash_payback = {std::nullopt, 12, std::nullopt};
  const std::string perhaps = words(result);
  CHECK_THAT(perhaps, Contains("By cash alone, margin minus cost until then, it is undecided"));
  CHECK_THAT(perhaps,
             Contains("By cash “value_centre” has not paid back what it costs more within the "
                      "91 days; by the upper ends of weeks’ 95% intervals it may have in "
                      "week 12."));
  CHECK_THAT(perhaps, !Contains("is equity"));
}

TEST_CASE("where all is cash nobody speaks of equity", "[report][verdict]") {
  Result result = sample_verdict();
  result.verdicts[0].cash = result.verdicts[0].net_value;
  CHECK_THAT(words(result), !Contains("is equity") && !Contains("With equity"));
  CHECK_THAT(words(result), Contains(" “value_centre” has paid back what it costs more in week 5"));
}

TEST_CASE("it is the dearer plan that pays back", "[report][verdict]") {
  Result result = sample_verdict();
  Verdict& verdict = result.verdicts[0];
  verdict.cost = {-300'000.0, -301'500.0, -298'500.0, true, true, 20};
  verdict.cash = {250'000.0, 240'000.0, 260'000.0, true, true, 20};
  verdict.base_cash_payback = {};
  CHECK_THAT(words(result), Contains("By cash “cost_centre” has not paid back what it costs more"));
  verdict.cost = {-300.0, -1'500.0, 900.0, true, true, 20};  // nobody knows which one is
  CHECK_THAT(words(result), !Contains("By cash “cost_centre”"));
}

TEST_CASE("a verdict after a warm-up speaks of what is counted", "[report][verdict]") {
  Result result = sample_verdict();
  result.settings.warm_up = 21 * kDay;
  const std::string text = words(result);
  CHECK_THAT(text, Contains("Verdict over 70 days after a warm-up of 21 days"));
  // 500,000 EUR in 70 days.
  CHECK_THAT(text, Contains("over 70 days its net value is 500,000 EUR (95% interval 440,000 to "
                            "560,000 EUR) higher, at that pace 2,610,000 EUR a year."));
  std::ostringstream curve;
  write_curve_csv(result, curve);
  CHECK_THAT(curve.str(), Contains("\ncost_centre,,1,28,cost,EUR,"));
}

TEST_CASE("where nobody can leave the verdict says so", "[report][verdict]") {
  Result result = sample_verdict();
  CHECK_THAT(words(result), !Contains("nobody leaves"));
  result.has_outcomes = false;
  CHECK_THAT(words(result),
             Contains("a year. The scenario has no outcomes: nobody leaves because of "
                      "an issue"));
}

TEST_CASE("money by week reads as recorded, with the details only", "[report][verdict]") {
  std::ostringstream out;
  write_comparison_text(sample_verdict(), TextStyle{false, 110, true}, out);
  const std::string text = out.str();
  const std::size_t begin = text.find("Money by week");
  REQUIRE(begin != std::string::npos);
  const std::string weeks = text.substr(begin, text.find("In words") - begin);
  CHECK(weeks == golden_text("weeks.txt", weeks));
  std::ostringstream page;
  write_comparison_text(sample_verdict(), TextStyle{false, 110, false}, page);
  CHECK_THAT(page.str(), !Contains("Money by week,"));
}

TEST_CASE("an unbounded break-even and a payback that may never come are said",
          "[report][verdict]") {
  Result result = sample_verdict();
  result.verdicts[0].break_even.factor.has_interval = false;
  result.verdicts[0].other_payback.latest.reset();
  CHECK_THAT(words(result), Contains("interval is not bounded."));
  CHECK_THAT(words(result), Contains("and perhaps not within the horizon)."));
}

TEST_CASE("verdicts, tornados and composites are valid by the schema", "[report][verdict][json]") {
  Result result = sample_tornado();
  const Metric& asa = *find_metric("asa");
  const Estimate half{0.5, 0.4, 0.6, true, true, 20};
  for (std::size_t i = 0; i < 2; ++i) {
    result.composites.push_back({PlanId{i}, half, {{&asa, 2.0, half, half}}});
  }
  result.composite_differences.push_back({PlanId{0}, PlanId{1}, half, 0.0});
  CHECK(schema_faults(result) == "");
  result.verdicts[0].probability.reset();
  result.verdicts[0].break_even = {};
  result.verdicts[0].other_payback = {};
  CHECK(schema_faults(result) == "");
}

TEST_CASE("a composite score stands beside its parts", "[report][composite]") {
  Result result = sample_verdict();
  const Metric& asa = *find_metric("asa");
  const Estimate half{0.5, 0.4, 0.6, true, true, 20};
  for (std::size_t i = 0; i < 2; ++i) {
    result.composites.push_back({PlanId{i}, half, {{&asa, 2.0, half, half}}});
  }
  result.composite_differences.push_back({PlanId{0}, PlanId{1}, half, 0.0});
  std::ostringstream out;
  write_comparison_text(result, TextStyle{false, 120}, out);
  const std::string text = out.str();
  CHECK_THAT(text,
             Contains("\nComposite score                      0.500 ± 0.100  0.500 ± 0.100  "));
  CHECK_THAT(text,
             Contains("\n  Average speed of answer, weight 2  0.500 ± 0.100  0.500 ± 0.100\n"));
}

TEST_CASE("curves and tornados are tidy CSV", "[report][verdict][csv]") {
  std::ostringstream curve, tornado;
  write_curve_csv(sample_verdict(), curve);
  write_sensitivity_csv(sample_tornado(), tornado);
  CHECK_THAT(curve.str(), Contains("\ncost_centre,,13,91,cost,EUR,9e+05,899100,900900,20\n"));
  CHECK_THAT(curve.str(), Contains("\ncost_centre,,13,91,margin,EUR,1e+06,998500,1001500,20\n"));
  CHECK_THAT(curve.str(), Contains("\ncost_centre,,13,91,net_cash,EUR,1e+05,98300,101700,20\n"));
  CHECK_THAT(curve.str(),
             Contains("\nvalue_centre,cost_centre,5,35,net_value,EUR,0,-60000,60000,20\n"));
  CHECK_THAT(curve.str(), Contains("\nvalue_centre,cost_centre,13,91,net_cash,EUR,-250000,-260000,"
                                   "-240000,20\n"));
  CHECK_THAT(tornado.str(),
             Contains("\ncost_centre,value_centre,world.outcomes.churn.by_contacts.conversion,"
                      "assumed,share,0.3,low,0.05,EUR,-120000,-160000,-80000,20,-620000,-650000,"
                      "-590000,1,1,both\n"));
}

TEST_CASE("where the plans' own intervals have no room it is said where they are",
          "[report][verdict]") {
  constexpr const char* kNote = "own intervals are left out";
  CHECK_THAT(compared(sample_verdict(), 110), !Contains(kNote));
  const std::string narrow = compared(sample_verdict(), 90);
  CHECK_THAT(narrow, Contains(kNote));
  CHECK_THAT(narrow, !Contains("900,000 EUR \u00b1"));
}

TEST_CASE("segments and issue types have columns where there are some", "[report][csv]") {
  std::ostringstream out;
  write_figures_csv(sample_verdict(), out);
  CHECK_THAT(out.str(), Contains("plan,contact_type,agent_group,segment,issue_type,period,"));
  CHECK_THAT(out.str(),
             Contains("\nvalue_centre,,,affluent,,,,customers_lost,count,40,38,42,20\n"));
}
