// What the comparison says in words, and what it must not say.
#include <sstream>

#include "holdline/report/report.hpp"
#include "sample_result.hpp"
#include "support/catch.hpp"

using namespace holdline;
using Catch::Matchers::Contains;

namespace {

std::string comparison_text(const Result& result) {
  std::ostringstream out;
  write_comparison_text(result, TextStyle{false, 200}, out);
  return out.str();
}

Result with_asa_difference(Estimate estimate) {
  Result result = sample_result();
  for (Difference& difference : result.differences) {
    if (difference.metric->id == "asa") difference.difference = estimate;
  }
  return result;
}

}  // namespace

TEST_CASE("an interval that touches zero is undecided", "[report][comparison]") {
  CHECK_THAT(comparison_text(with_asa_difference({-5.0, -10.0, 0.0, true, true, 20})),
             Contains("Average speed of answer: undecided"));
  CHECK_THAT(
      comparison_text(with_asa_difference({5.0, 0.1, 10.0, true, true, 20})),
      Contains("Average speed of answer: “generous” is 5.0 s higher than “lean” (95% interval "
               "0.1 to 10.0 s): worse."));
}

TEST_CASE("a difference that shows as nothing is none", "[report][comparison]") {
  CHECK_THAT(comparison_text(with_asa_difference({4e-7, 4e-7, 4e-7, true, true, 20})),
             Contains("Average speed of answer: the same in both."));
}

TEST_CASE("a metric with no better side is not judged", "[report][comparison]") {
  Result result = sample_result();
  for (Difference& difference : result.differences) {
    if (difference.metric->id == "occupancy") {
      difference.difference = {-0.1, -0.12, -0.08, true, true, 20};
    }
  }
  CHECK_THAT(
      comparison_text(result),
      Contains("Occupancy: “generous” is 10.0 pp lower than “lean” (95% interval 8.0 to 12.0 "
               "pp).\n"));
}

TEST_CASE("one observation gives no verdict", "[report][comparison]") {
  CHECK_THAT(comparison_text(with_asa_difference({-5.0, 0.0, 0.0, true, false, 1})),
             Contains("Average speed of answer: the difference is −5.0 s, without an interval"));
}

TEST_CASE("a difference that is undefined is said to be", "[report][comparison]") {
  CHECK_THAT(comparison_text(with_asa_difference(Estimate{})),
             Contains("Average speed of answer: not defined in both plans."));
}

TEST_CASE("waits of types with incomparable patience are told by type, not pooled",
          "[report][text][comparison]") {
  Result result = sample_result();
  CHECK_THAT(comparison_text(result), !Contains("Waits stand by contact type alone"));
  result.acceptable_waits = {20 * kSecond, 8 * kHour};
  result.verdicts.clear();
  const std::string& first = result.contact_type_names[0];
  const std::string& second = result.contact_type_names[1];
  const std::string compared = comparison_text(result);
  CHECK_THAT(compared, Contains("Waits stand by contact type alone: 20 s are acceptable for " +
                                first + " and 8 h for " + second));
  CHECK_THAT(compared, Contains("\n  Average speed of answer, " + first + ": "));
  CHECK_THAT(compared, !Contains("\n  Average speed of answer: "));
  std::ostringstream out;
  write_text(result, TextStyle{false, 200}, out);
  CHECK_THAT(out.str(), !Contains("\nAverage speed of answer"));
  CHECK_THAT(out.str(), Contains("Contact type " + first + "\n"));
  CHECK_THAT(out.str(), Contains("\n  Average speed of answer "));
  result.acceptable_waits[1] = 199 * kSecond;  // less than ten times apart
  CHECK_THAT(comparison_text(result), Contains("\n  Average speed of answer: "));
}

TEST_CASE("a partial result says so before any figure", "[report][text]") {
  Result result = sample_of_one_plan();
  result.is_complete = false;
  std::ostringstream out;
  write_text(result, TextStyle{}, out);
  CHECK(out.str().find("PARTIAL") < out.str().find("Arrivals"));
}

TEST_CASE("the scenario's own list of metrics is shown, in its order", "[report][text]") {
  Result result = sample_of_one_plan();
  result.score.metrics = {"asa", "arrivals"};
  std::ostringstream out;
  write_text(result, TextStyle{}, out);
  const std::string text = out.str();
  CHECK(text.find("Average speed of answer") < text.find("Arrivals"));
  CHECK_THAT(text.substr(0, text.find("Expectations")), !Contains("Occupancy"));
}

TEST_CASE("colour is only put where it is asked for", "[report][text]") {
  std::ostringstream plain;
  std::ostringstream colored;
  write_text(sample_result(), TextStyle{false, 100}, plain);
  write_text(sample_result(), TextStyle{true, 100}, colored);
  CHECK(plain.str().find('\x1b') == std::string::npos);
  std::string stripped;
  for (std::size_t i = 0; i < colored.str().size(); ++i) {
    if (colored.str()[i] == '\x1b') {
      i = colored.str().find('m', i);
    } else {
      stripped += colored.str()[i];
    }
  }
  CHECK(stripped.size() >= plain.str().size());
  CHECK_THAT(colored.str(), Contains("\x1b[31mNOT MET"));
}
