// How single figures read.
#include "report/figure_format.hpp"

#include <array>

#include "report/display.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::report;

namespace {

std::string shown(MetricUnit unit, double value, double half) {
  const std::array<Estimate, 1> row{
      Estimate{value, value - half, value + half, true, half > 0, 20}};
  const FigureText text = FigureFormat(unit, "EUR", row).figure(row[0]);
  return text.spread.empty() ? text.value : text.value + " " + text.spread;
}

std::string difference(MetricUnit unit, double low, double value, double high) {
  const std::array<Estimate, 1> row{Estimate{value, low, high, true, true, 20}};
  const FigureText text = FigureFormat(unit, "EUR", row).difference(row[0]);
  return text.value + " " + text.spread;
}

}  // namespace

TEST_CASE("figures carry their unit and no digits that mean nothing", "[report]") {
  CHECK(shown(MetricUnit::share, 0.8312, 0.0114) == "83.1% ± 1.1");
  CHECK(shown(MetricUnit::seconds, 9.318, 1.2) == "9.32 s ± 1.20");
  CHECK(shown(MetricUnit::seconds, 61.27, 5.44) == "61.3 s ± 5.4");
  CHECK(shown(MetricUnit::seconds, 4210.0, 52.0) == "4,210 s ± 52");
  CHECK(shown(MetricUnit::seconds, 18'098.0, 152.0) == "5.03 h ± 0.04");
  CHECK(shown(MetricUnit::money, 1234567.8, 900.0) == "1,234,568 EUR ± 900");
  CHECK(shown(MetricUnit::money, 2.416, 0.031) == "2.42 EUR ± 0.03");
  CHECK(shown(MetricUnit::hours, 96.0, 0.0) == "96.0 h");
  CHECK(shown(MetricUnit::erlang, 12.346, 0.12) == "12.35 erl ± 0.12");
  CHECK(shown(MetricUnit::count, 42.0, 0.0) == "42");
}

TEST_CASE("a narrow interval gets the decimals it needs", "[report]") {
  CHECK(shown(MetricUnit::share, 0.83124, 0.0002) == "83.12% ± 0.02");
  CHECK(shown(MetricUnit::share, 0.83124, 0.000001) == "83.124% ± 0.000");
}

TEST_CASE("a lopsided interval shows both arms", "[report]") {
  const std::array<Estimate, 1> row{Estimate{184.2, 171.0, 203.9, true, true, 20}};
  const FigureText text = FigureFormat(MetricUnit::seconds, "EUR", row).figure(row[0]);
  CHECK(text.spread == "−13.2/+19.7");
}

TEST_CASE("an undefined figure is a dash, not a zero", "[report]") {
  const std::array<Estimate, 1> row{Estimate{}};
  CHECK(FigureFormat(MetricUnit::seconds, "EUR", row).figure(row[0]).value == "–");
  CHECK(FigureFormat(MetricUnit::seconds, "EUR", row).difference(row[0]).value == "–");
}

TEST_CASE("differences are signed, those of shares in percentage points", "[report]") {
  CHECK(difference(MetricUnit::share, 0.298, 0.3163, 0.3346) == "+31.6 pp [+29.8, +33.5]");
  CHECK(difference(MetricUnit::seconds, -56.3, -51.95, -47.6) == "−52.0 s [−56.3, −47.6]");
  CHECK(difference(MetricUnit::seconds, -0.001, 0.0004, 0.002) == "0.000 s [−0.001, +0.002]");
}

TEST_CASE("a small difference of large figures gets the decimals it needs", "[report]") {
  const std::array<Estimate, 1> row{Estimate{0.9, 0.88, 0.92, true, true, 20}};
  const Estimate small{0.0002, 0.0001, 0.0003, true, true, 20};
  const FigureFormat format(MetricUnit::share, "EUR", row);
  CHECK(format.figure(row[0]).value == "90.0%");
  CHECK(format.refined_for(small).difference(small).value == "+0.02 pp");
  CHECK(format.refined_for(small).difference(small).spread == "[+0.01, +0.03]");
}

TEST_CASE("a value that rounds to zero has no sign", "[report]") {
  const std::array<Estimate, 1> row{Estimate{-0.0001, -1.0, 1.0, true, true, 20}};
  CHECK(FigureFormat(MetricUnit::share, "EUR", row).difference(row[0]).value == "0.0 pp");
}

TEST_CASE("thousands are grouped whatever the length", "[report]") {
  CHECK(grouped("1") == "1");
  CHECK(grouped("123") == "123");
  CHECK(grouped("1234") == "1,234");
  CHECK(grouped("-123456.78") == "-123,456.78");
  CHECK(grouped("1234567") == "1,234,567");
}

TEST_CASE("widths count columns, not bytes", "[report]") {
  CHECK(display_width("ASA") == 3);
  CHECK(display_width("Köln") == 4);
  CHECK(display_width("Ko\u0308ln") == 4);  // a combining mark
  CHECK(display_width("電話") == 4);
  CHECK(display_width("\xff\xfe") == 2);  // malformed bytes must not stop a report
  CHECK(pad_left("é", 3) == "  é");
}

TEST_CASE("text is wrapped at spaces, with a hanging indent", "[report]") {
  CHECK(wrapped("one two three", 8, 2) == "one two\n  three");
  CHECK(wrapped("one two three", 80, 2) == "one two three");
  CHECK(wrapped("extraordinarily long", 5, 0) == "extraordinarily\nlong");
  CHECK(wrapped("a b", 5, 4, 4) == "a\n    b");
}
