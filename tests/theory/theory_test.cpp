// Every case of theory, held at error probability 1e-6; and the set of all deviations, which must
// be neither too large nor too small. Set HOLDLINE_THEORY_PRINT to see every figure.
#include <fmt/format.h>

#include <cstdlib>

#include "support/catch.hpp"
#include "theory/student_t.hpp"
#include "theory/theory_case.hpp"

namespace holdline::theory {
namespace {

void check_family(const std::string& name) {
  const bool is_printing = std::getenv("HOLDLINE_THEORY_PRINT") != nullptr;
  for (const Family& family : all_families()) {
    if (family.name != name) continue;
    REQUIRE_FALSE(family.outcomes.empty());
    for (const CaseOutcome& outcome : family.outcomes) {
      INFO(outcome.file);
      CHECK(outcome.error == "");
      CHECK_FALSE(outcome.checks.empty());
      for (const CheckOutcome& check : outcome.checks) {
        const std::string line = fmt::format(
            "{}: {}: {:.7g} +- {:.2g}, expected {:.7g}, z {:+.2f}, detects {:.2g} %, asked {:.2g} "
            "%",
            outcome.file, check.label, check.value, check.half_width, check.expected, check.z,
            100 * check.detects, 100 * check.detects_limit);
        if (is_printing) fmt::print("{}{}\n", line, check.is_sharp() ? "" : "  BLUNT");
        INFO(line);
        CHECK(check.covers());
        CHECK(check.is_sharp());
      }
    }
  }
}

TEST_CASE("loss systems block as Erlang B says, whatever the service time", "[theory]") {
  check_family("loss");
}

TEST_CASE("delay systems wait as Erlang C and Pollaczek-Khinchine say", "[theory]") {
  check_family("delay");
}

TEST_CASE("queues with exponential patience follow Erlang A", "[theory]") {
  check_family("abandonment");
}

TEST_CASE("queues with any patience follow Baccelli and Hebuterne", "[theory]") {
  check_family("general patience");
}

TEST_CASE("priority classes wait as Cobham says", "[theory]") { check_family("priorities"); }

TEST_CASE("redials, recontacts, retrials and callbacks feed back as theory says", "[theory]") {
  check_family("feedback");
}

TEST_CASE("days that start empty agree with published programs", "[theory]") {
  check_family("days");
}

TEST_CASE("the delay under staffing that follows the load is that of a Poisson number",
          "[theory]") {
  check_family("time-varying");
}

TEST_CASE("over all cases the deviations are as large as their errors say", "[theory]") {
  // The first figure of each case: cases share no draws, for their contact types have names of
  // their own. With about 50 values the mean square has standard deviation .2.
  double sum = 0.0;
  int count = 0;
  for (const Family& family : all_families()) {
    for (const CaseOutcome& outcome : family.outcomes) {
      REQUIRE_FALSE(outcome.checks.empty());
      sum += outcome.checks.front().z * outcome.checks.front().z;
      ++count;
    }
  }
  CAPTURE(count);
  CHECK(count >= 50);
  CHECK(sum / count > 0.5);
  CHECK(sum / count < 1.7);
}

TEST_CASE("Student's t has its known bounds", "[theory][oracle]") {
  CHECK(student_t_bound(1e-6, 19) == Approx(7.07).margin(.005));
  CHECK(student_t_bound(1e-6, 63) == Approx(5.42).margin(.005));
  CHECK(student_t_bound(.05, 1) == Approx(12.7062).margin(1e-4));
  CHECK(student_t_bound(.05, 29) == Approx(2.04523).margin(1e-5));
  CHECK(student_t_bound(.05, 1e7) == Approx(1.95996).margin(1e-5));
  CHECK(normal_equivalent(-2.04523, 29) == Approx(-1.95996).margin(1e-5));
}

}  // namespace
}  // namespace holdline::theory
