// The reports of a hand-made result, whole, against recorded text.
#include <locale>

#include "golden_file.hpp"
#include "holdline/report/report.hpp"
#include "sample_result.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

template <class Write>
std::string written(Write write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

/// Groups digits and writes a decimal comma, as a German locale does.
struct German : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("the report of one plan reads as recorded", "[report][text]") {
  const auto text = written([](auto& out) {
    write_text(sample_of_one_plan(), TextStyle{false, 100}, out);
  });
  CHECK(text == golden_text("one_plan.txt", text));
}

TEST_CASE("the report of two plans puts them side by side", "[report][text]") {
  const auto text = written([](auto& out) {
    write_text(sample_result(), TextStyle{false, 100}, out);
  });
  CHECK(text == golden_text("two_plans.txt", text));
}

TEST_CASE("the comparison shows differences with intervals and says them in words",
          "[report][comparison]") {
  const auto text = written([](auto& out) {
    write_comparison_text(sample_result(), TextStyle{false, 120}, out);
  });
  CHECK(text == golden_text("comparison.txt", text));
}

TEST_CASE("on a narrow terminal the comparison keeps to the width and keeps the differences",
          "[report][comparison]") {
  const auto text = written([](auto& out) {
    write_comparison_text(sample_result(), TextStyle{false, 100}, out);
  });
  CHECK(text == golden_text("comparison_narrow.txt", text));
}

TEST_CASE("the JSON is as recorded, byte for byte", "[report][json]") {
  const auto text = written([](auto& out) { write_json(sample_result(), out); });
  CHECK(text == golden_text("result.json", text));
}

TEST_CASE("the CSV is tidy and exact", "[report][csv]") {
  const auto figures = written([](auto& out) { write_figures_csv(sample_result(), out); });
  CHECK(figures == golden_text("figures.csv", figures));
  const auto differences = written([](auto& out) { write_differences_csv(sample_result(), out); });
  CHECK(differences == golden_text("differences.csv", differences));
}

TEST_CASE("no locale reaches a report", "[report]") {
  const auto all = [](std::ostream& out) {
    write_text(sample_result(), TextStyle{false, 100}, out);
    write_comparison_text(sample_result(), TextStyle{false, 100}, out);
    write_json(sample_result(), out);
    write_figures_csv(sample_result(), out);
    write_differences_csv(sample_result(), out);
  };
  const auto plain = written(all);
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new German));
  const auto german = written(all);
  std::locale::global(before);
  CHECK(german == plain);
}
