// The values people write: what each parser reads, what it refuses, and that the patterns of the
// JSON Schema say the same.
#include "scenario/values.hpp"

// g++ 12 warns about its own <regex> when sanitizers are on.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <clocale>
#include <cmath>
#include <functional>
#include <regex>
#include <string>
#include <vector>

#include "scenario/tree.hpp"
#include "support/catch.hpp"

using namespace holdline;

TEST_CASE("a number is a finite decimal without leading zeros", "[scenario][values]") {
  CHECK(parse_number("12") == 12.0);
  CHECK(parse_number("1.5") == 1.5);
  CHECK(parse_number("1e3") == 1000.0);
  CHECK(parse_number("-2.5E-2") == -0.025);
  CHECK(parse_number("-0") == 0.0);
  CHECK_FALSE(std::signbit(*parse_number("-0")));
  CHECK(parse_number("0.1") == 0.1);
  for (const char* bad : {"",      "-",    "+5",  ".5",    "5.",   "010",    "00", "1_000", "0x10",
                          "1e999", ".nan", "nan", ".inf",  "inf",  "1:30",   " 1", "1 ",    "1,5",
                          "1e",    "1e+",  "--1", "1.2.3", "five", "1e-999", "٣"}) {
    INFO(bad);
    CHECK_FALSE(parse_number(bad));
  }
}

TEST_CASE("an integer is decimal, in 64 bits, and 5.0 is not one", "[scenario][values]") {
  CHECK(parse_integer("0") == 0);
  CHECK(parse_integer("-7") == -7);
  CHECK(parse_integer("9007199254740993") == INT64_C(9007199254740993));
  CHECK(parse_integer("9223372036854775807") == INT64_MAX);
  for (const char* bad :
       {"", "-", "5.0", "1e3", "007", "9223372036854775808", "0x10", "1_0", "+1"}) {
    INFO(bad);
    CHECK_FALSE(parse_integer(bad));
  }
}

TEST_CASE("a boolean is true or false and no other word", "[scenario][values]") {
  CHECK(parse_boolean("true") == true);
  CHECK(parse_boolean("false") == false);
  for (const char* bad : {"True", "yes", "no", "on", "1", ""}) CHECK_FALSE(parse_boolean(bad));
}

TEST_CASE("a duration is parts with units, largest first", "[scenario][values]") {
  CHECK(parse_duration("45s") == 45 * kSecond);
  CHECK(parse_duration("4m30s") == 270 * kSecond);
  CHECK(parse_duration("4m 30s") == 270 * kSecond);
  CHECK(parse_duration("1h30m") == 90 * kMinute);
  CHECK(parse_duration("2d") == 2 * kDay);
  CHECK(parse_duration("250ms") == Duration{250'000});
  CHECK(parse_duration("0.5h") == 30 * kMinute);
  CHECK(parse_duration("0") == Duration{0});
  CHECK(parse_duration("1d2h3m4s5ms") ==
        kDay + 2 * kHour + 3 * kMinute + 4 * kSecond + Duration{5000});
  CHECK(parse_duration("0.0000005s") == Duration{1});  // halves away from zero
  for (const char* bad :
       {"",     "240", "5 minutes", "5 m", "1h30", "-5s", "30s4m", "5s5s", "s",  "5.s",  ".5s",
        "1e3s", "00",  "4m  30s",   "4m ", " 4m",  "5S",  "5min",  "1:30", "1w", "2e9d", "5µs"}) {
    INFO(bad);
    CHECK_FALSE(parse_duration(bad));
    CHECK_FALSE(parse_duration_s(bad));
  }
}

TEST_CASE("a duration that overflows the clock is refused", "[scenario][values]") {
  CHECK(parse_duration("1000000d"));
  CHECK_FALSE(parse_duration("9999999d"));
  CHECK_FALSE(parse_duration("99999999999999999999999s"));
  CHECK_FALSE(parse_duration("1668000d999999999999999h"));
}

TEST_CASE("a duration in seconds keeps what microseconds would round away", "[scenario][values]") {
  CHECK(parse_duration_s("250ms") == 0.25);
  CHECK(parse_duration_s("0.0000001s") == 1e-7);
  CHECK(parse_duration_s("4m30s") == 270.0);
  CHECK(parse_duration_s("0") == 0.0);
}

TEST_CASE("a time of day runs from 00:00 to 24:00", "[scenario][values]") {
  CHECK(parse_time_of_day("00:00") == Duration{0});
  CHECK(parse_time_of_day("08:30") == 510 * kMinute);
  CHECK(parse_time_of_day("8:30") == 510 * kMinute);
  CHECK(parse_time_of_day("08:30:15") == 510 * kMinute + 15 * kSecond);
  CHECK(parse_time_of_day("24:00") == kDay);
  for (const char* bad : {"", "8.30", "8h", "24:01", "25:00", "08:60", "08:30:60", "8:3",
                          "08:30:", "008:30", "-8:30", "08:30 ", "08:30:15:00"}) {
    INFO(bad);
    CHECK_FALSE(parse_time_of_day(bad));
  }
}

TEST_CASE("a window that ends at or before its start ends on the next day", "[scenario][values]") {
  const auto window = parse_window("08:00-16:30");
  REQUIRE(window);
  CHECK(window->begin == 8 * kHour);
  CHECK(window->end == 16 * kHour + 30 * kMinute);
  CHECK(parse_window("22:00-06:00")->end == 30 * kHour);
  CHECK(parse_window("07:00-07:00")->end == 31 * kHour);
  CHECK(parse_window("00:00-24:00")->end == kDay);
  for (const char* bad :
       {"", "08:00", "08:00-", "-16:00", "24:00-06:00", "08:00 - 16:00", "8-16"}) {
    INFO(bad);
    CHECK_FALSE(parse_window(bad));
  }
}

TEST_CASE("a share is a number or a percentage, rounded once", "[scenario][values]") {
  CHECK(parse_share("0.85") == 0.85);
  CHECK(parse_share("85%") == 0.85);
  CHECK(parse_share("12.3%") == 0.123);
  CHECK(parse_share("0.1%") == 0.001);
  CHECK(parse_share("85") == 85.0);  // bounds are the caller's
  CHECK(parse_share("-5%") == -0.05);
  for (const char* bad : {"", "%", "90 %", "1e1%", "85%%", "1_0%", ".nan"}) {
    INFO(bad);
    CHECK_FALSE(parse_share(bad));
  }
}

TEST_CASE("a rate has a number and a unit of time", "[scenario][values]") {
  CHECK(parse_rate_per_s("252/h") == 0.07);
  CHECK(parse_rate_per_s("4.2/min") == 4.2 / 60.0);
  CHECK(parse_rate_per_s("0.07/s") == 0.07);
  CHECK(parse_rate_per_s("6000/day") == 6000.0 / 86400.0);
  for (const char* bad :
       {"", "252", "/h", "252/hour", "252 /h", "-3/h", "1/m", "1e999/h", "0x1/h"}) {
    INFO(bad);
    CHECK_FALSE(parse_rate_per_s(bad));
  }
}

TEST_CASE("money per hour names its currency", "[scenario][values]") {
  const auto money = parse_money_per_h("26.50 EUR/h");
  REQUIRE(money);
  CHECK(money->per_h == 26.5);
  CHECK(money->currency == "EUR");
  for (const char* bad : {"", "26", "26 EUR", "26EUR/h", "26 eur/h", "26 EURO/h", "-1 EUR/h",
                          "26  EUR/h", "26 EUR/min"}) {
    INFO(bad);
    CHECK_FALSE(parse_money_per_h(bad));
  }
}

TEST_CASE("a share or a number a year says so", "[scenario][values]") {
  CHECK(parse_share_per_year("9%/year") == 0.09);
  CHECK(parse_share_per_year("0.09/year") == 0.09);
  CHECK(parse_share_per_year("12.3%/year") == 0.123);
  CHECK(parse_share_per_year("150%/year") == 1.5);  // bounds are the caller's
  CHECK(parse_number_per_year("2.4/year") == 2.4);
  CHECK(parse_number_per_year("1e3/year") == 1000.0);
  for (const char* bad :
       {"", "9%", "/year", "%/year", "9 %/year", "9%/day", "0.02%/day", "-9%/year", "9%/years",
        "9%/a", "1e1%/year", "9%/year ", "nan/year", "1e999/year"}) {
    INFO(bad);
    CHECK_FALSE(parse_share_per_year(bad));
  }
  for (const char* bad : {"", "2.4", "0.2/month", "2.4/y", "2.4 /year", "-2/year", "24%/year"}) {
    INFO(bad);
    CHECK_FALSE(parse_number_per_year(bad));
  }
}

TEST_CASE("a rate an hour is exact when it is written so", "[scenario][values]") {
  CHECK(parse_rate_per_h("12/h") == 12.0);
  CHECK(parse_rate_per_h("0.2/min") == 12.0);
  CHECK(parse_rate_per_h("0.01/s") == 36.0);
  CHECK(parse_rate_per_h("24/day") == 1.0);
  for (const char* bad : {"", "12", "12/hour", "-1/h", "12 /h"}) CHECK_FALSE(parse_rate_per_h(bad));
}

TEST_CASE("a weekday is its name or its first three letters in any case", "[scenario][values]") {
  CHECK(parse_weekday("monday") == Weekday::monday);
  CHECK(parse_weekday("Sun") == Weekday::sunday);
  CHECK(parse_weekday("THURSDAY") == Weekday::thursday);
  for (const char* bad : {"", "mo", "thur", "mondays", "funday"}) CHECK_FALSE(parse_weekday(bad));
}

TEST_CASE("values do not depend on the locale", "[scenario][values]") {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"})
    std::setlocale(LC_ALL, name);
  CHECK(parse_number("1.5") == 1.5);
  CHECK_FALSE(parse_number("1,5"));
  CHECK(parse_duration("0.5h") == 30 * kMinute);
  std::setlocale(LC_ALL, before.c_str());
}

namespace {

/// Every text obtained from a good one by deleting, doubling or replacing one character.
std::vector<std::string> variations(const std::vector<std::string>& good) {
  std::vector<std::string> all = good;
  const std::string replacements = "0159.:-+%/ eEdhmsx";
  for (const std::string& text : good) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      all.push_back(std::string(text).erase(i, 1));
      all.push_back(std::string(text).insert(i, 1, text[i]));
      for (const char c : replacements) {
        std::string replaced = text;
        replaced[i] = c;
        all.push_back(replaced);
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the schema's patterns and the parsers give the same verdict", "[scenario][values]") {
  struct Pair {
    std::string_view pattern;
    std::function<bool(std::string_view)> parses;
    std::vector<std::string> good;
  };
  const std::vector<Pair> pairs = {
      {pattern::kNumber,
       [](auto t) { return parse_number(t).has_value(); },
       {"12", "-1.5", "1e3", "0.25"}},
      {pattern::kInteger, [](auto t) { return parse_integer(t).has_value(); }, {"12", "-7", "0"}},
      {pattern::kDuration,
       [](auto t) { return parse_duration(t).has_value(); },
       {"45s", "4m30s", "4m 30s", "1h30m", "250ms", "0.5h", "0", "1d 2h 3m 4s 5ms"}},
      {pattern::kTimeOfDay,
       [](auto t) { return parse_time_of_day(t).has_value(); },
       {"08:30", "24:00", "08:30:15", "7:59"}},
      {pattern::kWindow,
       [](auto t) { return parse_window(t).has_value(); },
       {"08:00-16:30", "22:00-06:00", "00:00-24:00"}},
      {pattern::kShare,
       [](auto t) { return parse_share(t).has_value(); },
       {"0.85", "85%", "12.3%", "1e-2"}},
      {pattern::kRate,
       [](auto t) { return parse_rate_per_s(t).has_value(); },
       {"252/h", "4.2/min", "6000/day", "1e1/s"}},
      {pattern::kMoneyPerHour,
       [](auto t) { return parse_money_per_h(t).has_value(); },
       {"26 EUR/h", "26.5 USD/h"}},
      {pattern::kRate,
       [](auto t) { return parse_rate_per_h(t).has_value(); },
       {"252/h", "4.2/min", "6000/day", "1e1/s"}},
      {pattern::kSharePerYear,
       [](auto t) { return parse_share_per_year(t).has_value(); },
       {"9%/year", "0.09/year", "1e-2/year"}},
      {pattern::kNumberPerYear,
       [](auto t) { return parse_number_per_year(t).has_value(); },
       {"2.4/year", "1e3/year"}},
      {pattern::kWeekday,
       [](auto t) { return parse_weekday(t).has_value(); },
       {"monday", "Mon", "thu", "SUNDAY"}},
  };
  for (const Pair& pair : pairs) {
    const std::regex expression{std::string(pair.pattern)};
    for (const std::string& text : pair.good) {
      INFO(text);
      CHECK(pair.parses(text));
    }
    for (const std::string& text : variations(pair.good)) {
      // Only what overflows may match and not parse; no variation gets that far.
      if (std::regex_match(text, expression) != pair.parses(text)) {
        FAIL_CHECK("pattern and parser disagree on \"" << text << '"');
      }
    }
  }
}

TEST_CASE("a node is described in the user's words", "[scenario][values]") {
  Node node;
  CHECK(describe(node) == "nothing");
  node.kind = NodeKind::sequence;
  CHECK(describe(node) == "a list");
  node.kind = NodeKind::mapping;
  CHECK(describe(node) == "a mapping");
  node.kind = NodeKind::scalar;
  node.text = "two";
  CHECK(describe(node) == "\"two\"");
  node.text = "12";
  CHECK(describe(node) == "12");
  node.is_quoted = true;
  CHECK(describe(node) == "the text \"12\"");
  node.text = "a\tb\nc\x01";
  CHECK(describe(node) == "\"a\\tb\\nc?\"");
  node.text = std::string(59, 'x') + "éé";
  CHECK(describe(node) == "\"" + std::string(59, 'x') + "...\"");
}
