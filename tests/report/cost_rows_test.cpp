// What a cost is made of, below it in the verdict.
#include <algorithm>
#include <sstream>

#include "holdline/report/report.hpp"
#include "sample_verdict.hpp"
#include "support/catch.hpp"

using namespace holdline;
using Catch::Matchers::Contains;

namespace {

std::string words(const Result& result) {
  std::ostringstream out;
  write_comparison_text(result, TextStyle{false, 100'000}, out);
  return out.str();
}

Estimate about(double value) { return {value, value - 1.0, value + 1.0, true, true, 20}; }

void add_metric(Result& result, const char* id, double base, double other) {
  const Metric& metric = *find_metric(id);
  result.figures.push_back({&metric, PlanId{0}, {}, std::nullopt, about(base)});
  result.figures.push_back({&metric, PlanId{1}, {}, std::nullopt, about(other)});
  result.differences.push_back({&metric, PlanId{0}, PlanId{1}, {}, about(other - base), 0.0});
}

}  // namespace

TEST_CASE("what a cost is made of stands below it, where it is more than one thing",
          "[report][verdict]") {
  Result result = sample_verdict();
  const auto add = [&result](const char* id, double base, double other) {
    add_metric(result, id, base, other);
  };
  add("labour_cost", 900'000.0, 1'180'000.0);
  add("menu_cost", 0.0, 0.3);  // nothing as printed
  CHECK_THAT(words(result), !Contains("of it labour"));
  add("acquisition_cost_total", 0.0, 20'000.0);
  const std::string text = words(result);
  CHECK_THAT(text, Contains("\n  of it labour                 900,000 EUR "));
  CHECK_THAT(text, Contains("\n  of it acquiring customers          0 EUR "));
  CHECK_THAT(text, Contains("+20,000 EUR"));
  CHECK_THAT(text, !Contains("of it menus"));
  CHECK(text.find("\nCost ") < text.find("\n  of it labour"));
  CHECK(text.find("\n  of it acquiring customers") < text.find("\nCustomers lost"));
}

TEST_CASE("the parts of a cost add up to it, in every column", "[report][verdict]") {
  const auto with_parts = [](double menus, double callbacks) {
    Result result = sample_verdict();  // 900,000 and 1,200,000 EUR
    const auto add = [&result](const char* id, double base, double other) {
      add_metric(result, id, base, other);
    };
    add("labour_cost", 870'000.0 - menus, 1'176'000.0);
    add("menu_cost", menus, 0.0);
    add("callback_cost", 0.0, callbacks);
    add("acquisition_cost_total", 30'000.0, 24'000.0 - callbacks);
    return words(result);
  };
  const auto sum_of = [](const std::string& text, std::size_t column) {
    double sum = 0.0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (line.rfind("  of it ", 0) != 0 || line.rfind("  of it margin", 0) == 0) continue;
      std::size_t at = 0;
      for (std::size_t i = 0; i <= column; ++i) at = line.find(" EUR", at) + 1;
      const std::size_t begin = line.find_last_of(' ', at - 2) + 1;
      std::string number = line.substr(begin, at - 1 - begin);
      const bool is_negative = number.rfind("\u2212", 0) == 0;
      if (is_negative) number.erase(0, 3);
      number.erase(std::remove(number.begin(), number.end(), ','), number.end());
      sum += (is_negative ? -1.0 : 1.0) * std::stod(number);
    }
    return sum;
  };
  const std::string two = with_parts(1'000.0, 1'200.0);  // each below a hundredth
  CHECK_THAT(two, Contains("\n  of it other                    1,000 EUR "));
  CHECK_THAT(two, !Contains("of it menus"));
  const std::string one = with_parts(1'000.0, 0.0);  // no more rows than by its name
  CHECK_THAT(one, Contains("\n  of it menus                    1,000 EUR ") && !Contains("other"));
  // 4,000 of 870,000 EUR is little, but not of a difference of 300,000 EUR.
  const std::string differing = with_parts(4'000.0, 1'200.0);
  CHECK_THAT(differing, Contains("\n  of it menus                    4,000 EUR "));
  CHECK_THAT(differing, Contains("\n  of it callbacks "));
  for (const std::string& text : {two, one, differing}) {
    CHECK(sum_of(text, 0) == 900'000.0);
    CHECK(sum_of(text, 1) == 1'200'000.0);
    CHECK(sum_of(text, 2) == 300'000.0);
  }
}

TEST_CASE("parts of a cost that have a row are defined", "[report][verdict]") {
  Result result = sample_verdict();
  CHECK_THAT(words(result), !Contains("(customers acquired + kept away)"));
  add_metric(result, "labour_cost", 870'000.0, 1'176'000.0);
  add_metric(result, "acquisition_cost_total", 30'000.0, 24'000.0);
  CHECK_THAT(words(result), Contains("(customers acquired + kept away)"));
}
