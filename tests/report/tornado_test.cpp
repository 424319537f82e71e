// What is said of the figures a verdict rests on; and of several verdicts at once.
#include <sstream>

#include "golden_file.hpp"
#include "holdline/report/report.hpp"
#include "sample_verdict.hpp"
#include "support/catch.hpp"
#include "verdict_words.hpp"

using namespace holdline;
using Catch::Matchers::Contains;

TEST_CASE("a tornado reads as recorded, and in columns that fit", "[report][verdict]") {
  const std::string text = compared(sample_tornado());
  CHECK(text == golden_text("tornado.txt", text));
  std::istringstream lines(compared(sample_tornado(), 80));
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 100);
}

TEST_CASE("a verdict that turns on an assumption says so first", "[report][verdict]") {
  const std::string text = words(sample_tornado());
  CHECK_THAT(text,
             Contains("“value_centre” against “cost_centre”\n  This verdict turns on assumed "
                      "figures: world.outcomes.churn.by_contacts.conversion alone, within "
                      "its range, would make “cost_centre” the better plan, by the 95% interval "
                      "there."));
  CHECK_THAT(text, Contains("1 turns the sign, by the 95% interval there."));
  Result vendor = sample_tornado();
  vendor.sensitivity->tornados[0].bars[0].coefficient.source = Source::vendor;
  CHECK_THAT(words(vendor), Contains("This verdict turns on figures of vendors"));
}

TEST_CASE("a verdict on which nothing turns says how much was tried", "[report][verdict]") {
  Result result = sample_tornado();
  SensitivityEnd& low = result.sensitivity->tornados[0].bars[0].low;
  low.turns = low.turns_surely = false;
  low.difference = {120'000.0, 80'000.0, 160'000.0, true, true, 5};
  CHECK_THAT(words(result),
             Contains("3 assumed or vendors’ figures of the world were tried over their range, one "
                      "at a time: none turns the sign. Figures stated without a source were taken "
                      "as given."));
  CHECK_THAT(words(result), !Contains("This verdict turns on"));
}

TEST_CASE("what was not tested is said, and how to test it", "[report][verdict]") {
  CHECK_THAT(words(sample_verdict()), Contains("was not tested: holdline compare --sensitivity"));
  Result partial = sample_tornado();
  partial.sensitivity->is_complete = false;
  partial.sensitivity->tornados[0].coefficients = 12;
  CHECK_THAT(words(partial), Contains("Before the test was stopped 3 assumed or vendors’ figures "
                                      "of the world, of 12 there are, were tried over their range, "
                                      "one at a time: 1 turns the sign"));
  CHECK_THAT(words(partial), Contains("PARTIAL: stopped early; 3 of 12 coefficients were tried."));
  partial.sensitivity->tornados[0].bars.clear();
  CHECK_THAT(words(partial),
             Contains("The test of what it assumes was stopped before any of the 12 "
                      "assumed or vendors’ figures was tried: what the verdict "
                      "rests on is not known."));
  CHECK_THAT(words(partial), !Contains("none turns"));
}

TEST_CASE("figures of plans are told from those of the world, and where they act",
          "[report][verdict]") {
  Result result = sample_tornado();
  std::vector<SensitivityBar>& bars = result.sensitivity->tornados[0].bars;
  bars[0].coefficient.path = "plan.self_service.success";
  bars[0].coefficient.plans = {PlanId{0}, PlanId{1}};
  bars[0].coefficient.source = Source::vendor;
  bars[1].coefficient.path = "plans.value_centre.agent_groups.general.quality";
  bars[1].coefficient.plans = {PlanId{1}};
  const std::string text = words(result);
  CHECK_THAT(text, Contains("This verdict turns on figures of vendors: plan.self_service.success "
                            "(both plans) alone, within its range"));
  CHECK_THAT(text,
             Contains("3 assumed or vendors’ figures, 1 of the world and 2 of the plans, were "
                      "tried over their range"));
  CHECK_THAT(text, Contains("\n  plan.self_service.success (both plans) "));
  CHECK_THAT(text, Contains("\n  plans.value_centre.agent_groups.general.quality "));
  bars[0].coefficient.plans = {PlanId{0}};
  CHECK_THAT(words(result), Contains("\n  plan.self_service.success (cost_centre) "));
  CHECK(schema_faults(result) == "");
  std::ostringstream csv;
  write_sensitivity_csv(result, csv);
  CHECK_THAT(csv.str(), Contains(",base\n"));
  CHECK_THAT(csv.str(), Contains(",other\n"));
}

TEST_CASE("an end whose interval holds zero turns nothing, and it is said how to tell",
          "[report][verdict]") {
  Result result = sample_tornado();
  result.sensitivity->replications = 2;
  SensitivityBar& first = result.sensitivity->tornados[0].bars[0];
  first.low.difference = {-120'000.0, -900'000.0, 660'000.0, true, true, 2};
  first.low.turns_surely = false;
  std::string text = words(result);
  CHECK_THAT(text, Contains("“value_centre” against “cost_centre”\n  Whether this verdict turns on "
                            "assumed figures cannot be told with the 2 replications repeated (up "
                            "to 20: --sensitivity-replications): "
                            "world.outcomes.churn.by_contacts.conversion alone, within its range, "
                            "might make “cost_centre” the better plan."));
  CHECK_THAT(text, Contains("none surely turns the sign; of 1 it cannot be told with the 2"));
  CHECK_THAT(text, Contains("−120,000 ± 780,000 to +900,000 ± 40,000  open\n"));
  CHECK_THAT(text, Contains(" “open”: at an end that interval holds zero"));
  CHECK_THAT(text, !Contains("“turns”"));
  // The mean keeps its sign, but as little is known of it.
  first.low.turns = false;
  first.low.difference = {120'000.0, -660'000.0, 900'000.0, true, true, 2};
  text = words(result);
  CHECK_THAT(text, !Contains("this verdict turns"));
  CHECK_THAT(text, Contains("none surely turns the sign; of 1 it cannot be told"));
  // All that were compared are repeated: only more of both tell.
  result.sensitivity->replications = result.verdicts[0].replications;
  CHECK_THAT(words(result), Contains("cannot be told with the 20 replications repeated (more: "
                                     "--replications and --sensitivity-replications)"));
}

TEST_CASE("what surely turns a verdict and what may are told apart", "[report][verdict]") {
  Result result = sample_tornado();
  SensitivityBar& second = result.sensitivity->tornados[0].bars[1];
  second.coefficient.source = Source::vendor;
  second.low.turns = true;
  second.low.difference = {-20'000.0, -60'000.0, 20'000.0, true, true, 5};
  const std::string text = words(result);
  CHECK_THAT(text,
             Contains("This verdict turns on assumed figures: "
                      "world.outcomes.churn.by_contacts.conversion alone, within its range, would "
                      "make “cost_centre” the better plan, by the 95% interval there; whether "
                      "world.behaviour.redial.decay would, cannot be told with the 5 replications "
                      "repeated (up to 20: --sensitivity-replications)."));
  CHECK_THAT(text, Contains("1 turns the sign, by the 95% interval there; of 1 more it cannot"));
}

TEST_CASE("an undecided verdict has no sign to lose", "[report][verdict]") {
  Result result = sample_tornado();
  const Estimate net{20'000.0, -40'000.0, 80'000.0, true, true, 20};
  result.verdicts[0].net_value = result.sensitivity->tornados[0].difference = net;
  SensitivityBar& first = result.sensitivity->tornados[0].bars[0];
  CHECK_THAT(words(result), Contains("1 turns the sign of the mean, by the 95% interval there."));
  first.low.turns_surely = false;
  const std::string text = words(result);
  CHECK_THAT(text, Contains("none surely turns the sign of the mean."));
  CHECK_THAT(text, !Contains("his verdict turns"));
}

TEST_CASE("ends of bars have their intervals, or it is said why not", "[report][verdict]") {
  Result result = sample_tornado();
  CHECK_THAT(words(result), Contains("−120,000 ± 40,000 to +900,000 ± 40,000  turns"));
  CHECK_THAT(words(result), Contains("after ± half the 95% interval at that end"));
  result.sensitivity->replications = 1;
  for (SensitivityBar& bar : result.sensitivity->tornados[0].bars) {
    bar.low.difference.has_interval = bar.high.difference.has_interval = false;
  }
  const std::string text = words(result);
  CHECK_THAT(text, Contains("−120,000 to +900,000"));
  CHECK_THAT(text, Contains("no intervals, for one replication does not tell how sure"));
  CHECK_THAT(text, Contains("“open”: there is no interval, so that whether the sign turns"));
}

TEST_CASE("of several verdicts what is true of all is said once", "[report][verdict]") {
  Result result = sample_tornado();
  const PlanId third{2};
  result.plan_names.push_back("middle_way");
  result.agent_group_names.push_back(result.agent_group_names[1]);
  result.runs.push_back(result.runs[1]);
  result.runs.back().plan = third;
  result.curves.push_back(result.curves[1]);
  result.curves.back().plan = third;
  result.curves.back().weeks.back().net.value += 1000.0;
  result.verdicts.push_back(result.verdicts[0]);
  result.verdicts.back().other = third;
  result.verdicts.back().variance_reduction = 12.0;
  std::vector<Tornado>& tornados = result.sensitivity->tornados;
  tornados.push_back(tornados[0]);
  tornados.back().other = third;
  SensitivityEnd& low = tornados.back().bars[0].low;
  low.turns_surely = false;
  low.difference.high = 40'000.0;
  result.has_outcomes = false;
  const auto count = [](const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
      ++found;
    }
    return found;
  };
  const std::string tried = words(result);
  CHECK_THAT(tried, Contains("All of them against “cost_centre”\n  By mean net value the order is "
                             "“middle_way”, “value_centre”, “cost_centre”. Each is judged against "
                             "“cost_centre” alone; name “middle_way” and “value_centre” with "
                             "--plan to judge those two. The scenario has no outcomes"));
  CHECK_THAT(tried, Contains("would take 3.2 to 12 times the replications."));
  CHECK_THAT(tried, Contains("Where the sign cannot be told, repeating more replications helps (up "
                             "to 20: --sensitivity-replications)."));
  CHECK_THAT(tried, Contains("“middle_way” − “cost_centre”, as above; | is the present +500,000"));
  CHECK(count(tried, "Of the 3 assumed or vendors’ figures tried") == 2);
  for (const char* once : {"stated without a source", "one at a time", "low (L)",
                           "“open”:", "--sensitivity-replications"}) {
    CAPTURE(once);
    CHECK(count(tried, once) == 1);
  }
  result.sensitivity.reset();
  const std::string untried = words(result);
  for (const char* once :
       {"The scenario has no outcomes", "The same customers meet", "Student’s t", "was not tested",
        "stated without a source", "margin minus cost until then", "margin expected after",
        "counted when a customer is lost"}) {
    CAPTURE(once);
    CHECK(count(untried, once) == 1);
  }
}

TEST_CASE("a figure of the world is of the plans it moved, and paths are those of --set",
          "[report][verdict]") {
  Result result = sample_tornado();
  SensitivityBar& bar = result.sensitivity->tornados[0].bars[0];
  bar.coefficient.path = "world.issues.lost card [A].value";
  bar.moves_base = false;
  CHECK_THAT(words(result), Contains("\n  world.issues.\"lost card [A]\".value (value_centre) "));
  CHECK_THAT(words(result), Contains("figures: world.issues.\"lost card [A]\".value (value_centre) "
                                     "alone, within its range"));
  CHECK_THAT(words(result), Contains("A plan in brackets is the one that changed with it, alone."));
  CHECK(schema_faults(result) == "");
  std::ostringstream csv;
  write_sensitivity_csv(result, csv);
  CHECK_THAT(csv.str(),
             Contains("\ncost_centre,value_centre,\"world.issues.\"\"lost card [A]\"\".value"
                      "\",assumed,"));
  CHECK_THAT(csv.str(), Contains(",other\n"));
  bar.moves_other = false;
  CHECK(schema_faults(result) == "");
  std::ostringstream still;
  write_sensitivity_csv(result, still);
  CHECK_THAT(still.str(), Contains(",neither\n"));
}
