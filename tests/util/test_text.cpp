// Text questions.
#include <cstdlib>
#include <string>
#include <vector>

#include "holdline/util/text.hpp"
#include "support/catch.hpp"

using holdline::nearest;
using holdline::plain;
using holdline::rounded;
using holdline::shortest;

namespace {
const std::vector<std::string> kPolicies{"longest_idle", "least_occupied", "round_robin",
                                         "random",       "widening",       "top_down"};
}

TEST_CASE("nearest finds a word with one typing error of each sort", "[util]") {
  CHECK(nearest("longest_idel", kPolicies) == "longest_idle");  // swap
  CHECK(nearest("longst_idle", kPolicies) == "longest_idle");   // omission
  CHECK(nearest("longestt_idle", kPolicies) == "longest_idle");
  CHECK(nearest("langest_idle", kPolicies) == "longest_idle");
  CHECK(nearest("randon", kPolicies) == "random");
  CHECK(nearest("random", kPolicies) == "random");
}

TEST_CASE("nearest accepts at most a third of the word and at most three errors", "[util]") {
  const std::vector<std::string> abc{"abcdef"};
  CHECK(nearest("abcdxy", abc) == "abcdef");  // 2 of 6
  CHECK(nearest("abcxyz", abc).empty());      // 3 of 6
  CHECK(nearest("ab", abc).empty());          // a third of 2 is 0
  const std::vector<std::string> digits{"0123456789abcdef"};
  CHECK(nearest("0123456789abcxyz", digits) == "0123456789abcdef");
  CHECK(nearest("0123456789abwxyz", digits).empty());  // 4 errors, though a quarter
  CHECK(nearest("", kPolicies).empty());
  CHECK(nearest(std::string(100000, 'x'), kPolicies).empty());
}

TEST_CASE("nearest gives a tie to the earlier candidate and the closer one always wins", "[util]") {
  const std::vector<std::string> pair{"abcd1", "abcd2"};
  CHECK(nearest("abcdx", pair) == "abcd1");
  const std::vector<std::string> closer{"abcd12", "abcdxx", "abcdx"};
  CHECK(nearest("abcdx3", closer) == "abcdxx");
}

TEST_CASE("shortest reads back as the same double", "[util]") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(26.0) == "26");
  CHECK(shortest(-1.5e-300) == "-1.5e-300");
  CHECK(shortest(-2.2250738585072014e-308) == "-2.2250738585072014e-308");
  for (double x : {1.0 / 3.0, 5e-324, 1.7976931348623157e308, 123456.789}) {
    CHECK(std::strtod(shortest(x).c_str(), nullptr) == x);
  }
}

TEST_CASE("plain writes whole numbers without an exponent", "[util]") {
  CHECK(plain(100000.0) == "100000");
  CHECK(plain(-1e8) == "-100000000");
  CHECK(plain(0.0) == "0");
  CHECK(plain(0.001) == "0.001");
  CHECK(plain(2.5) == "2.5");
  CHECK(plain(1e15) == "1e+15");
}

TEST_CASE("rounded keeps four digits, or all before the point", "[util]") {
  CHECK(rounded(10.0 / 3.0) == "3.333");
  CHECK(rounded(999.96) == "1000");
  CHECK(rounded(125000.4) == "125000");
  CHECK(rounded(-14600.0) == "-14600");
  CHECK(rounded(0.00025) == "0.00025");
  CHECK(rounded(1e15) == "1e+15");
}
