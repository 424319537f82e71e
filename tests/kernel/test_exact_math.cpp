// The exact functions against long double libm, and the hash of their bits.
#include <cmath>
#include <limits>
#include <numbers>

#include "holdline/kernel/random.hpp"
#include "kernel/bits_hash.hpp"
#include "kernel/exact_math.hpp"
#include "kernel/exact_tables.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

// Distance in units in the last place of the double nearest to the truth.
double ulps(double value, long double truth) {
  const auto nearest = static_cast<double>(truth);
  const double ulp = std::nextafter(std::fabs(nearest), std::numeric_limits<double>::infinity()) -
                     std::fabs(nearest);
  return static_cast<double>(std::fabs(static_cast<long double>(value) - truth)) / ulp;
}

double unit_at(std::uint64_t i) { return to_unit(block_at({2026}, 0, i)[0]); }

// The largest error of f over points of [low, high] drawn uniformly.
template <class Function, class Truth>
double largest_error(Function f, Truth truth, double low, double high, int points) {
  double largest = 0.0;
  for (int i = 0; i < points; ++i) {
    const double x = low + (high - low) * unit_at(static_cast<std::uint64_t>(i));
    largest = std::fmax(largest, ulps(f(x), truth(x)));
  }
  return largest;
}

// Newton's step from z in long double gives the true quantile of p to 30 digits, about.
long double true_quantile(double p, double z) {
  const long double x = z;
  const long double density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi_v<long double>);
  const long double root2 = std::numbers::sqrt2_v<long double>;
  // From the nearer tail: 1 - p is exact there.
  if (p > 0.5) return x + (std::erfc(x / root2) / 2 - (1.0L - p)) / density;
  return x - (std::erfc(-x / root2) / 2 - p) / density;
}

}  // namespace

TEST_CASE("log is within 1 ulp", "[kernel][exact]") {
  const auto truth = [](double x) { return std::log(static_cast<long double>(x)); };
  CHECK(largest_error(exact::log, truth, 0.0, 1.0, 400'000) < 1.0);
  CHECK(largest_error(exact::log, truth, 0.9, 1.1, 200'000) < 1.0);
  CHECK(largest_error(exact::log, truth, 0.9999, 1.0001, 100'000) < 1.0);
  CHECK(largest_error(exact::log, truth, 1.0, 1e6, 100'000) < 1.0);
  const auto of_power = [](double t) { return exact::log(std::exp2(t)); };
  const auto true_of_power = [](double t) {
    return std::log(static_cast<long double>(std::exp2(t)));
  };
  CHECK(largest_error(of_power, true_of_power, -1074.0, 1024.0, 200'000) < 1.0);
  CHECK(exact::log(1.0) == 0.0);
  CHECK(ulps(exact::log(0x1p-1074), -1074 * std::numbers::ln2_v<long double>) < 1.0);
  CHECK(ulps(exact::log(std::numeric_limits<double>::max()),
             1024 * std::numbers::ln2_v<long double>) < 1.0);
}

TEST_CASE("exp is within 0.52 ulp and ends at 0 and infinity", "[kernel][exact]") {
  const auto truth = [](double x) { return std::exp(static_cast<long double>(x)); };
  CHECK(largest_error(exact::exp, truth, -708.0, 709.0, 400'000) < 0.52);
  CHECK(largest_error(exact::exp, truth, -20.0, 20.0, 400'000) < 0.52);
  CHECK(largest_error(exact::exp, truth, -1e-3, 1e-3, 200'000) < 0.52);
  CHECK(exact::exp(0.0) == 1.0);
  CHECK(exact::exp(-709.0) == 0.0);
  CHECK(exact::exp(-1e300) == 0.0);
  CHECK(exact::exp(-std::numeric_limits<double>::infinity()) == 0.0);
  CHECK(exact::exp(709.5) == std::numeric_limits<double>::infinity());
}

TEST_CASE("pow keeps its relative error", "[kernel][exact]") {
  double largest = 0.0;
  for (std::uint64_t i = 0; i < 200'000; ++i) {
    const double x = 1e-6 + 1e4 * unit_at(2 * i);
    const double y = 10.0 * unit_at(2 * i + 1) - 5.0;
    const long double truth = std::pow(static_cast<long double>(x), static_cast<long double>(y));
    largest = std::fmax(largest, std::fabs(static_cast<double>(exact::pow(x, y) / truth - 1)));
  }
  CHECK(largest < 1e-14);
  CHECK(exact::pow(3.0, 0.0) == 1.0);
}

TEST_CASE("the normal quantile has a relative error below 1e-15", "[kernel][exact]") {
  double largest = 0.0;
  for (std::uint64_t i = 0; i < 300'000; ++i) {
    // Uniform over the line, then over the exponents of both tails.
    const double unit = unit_at(i);
    const double small = std::exp2(-53.0 * unit - 1.0);
    const double p = i % 3 == 0 ? unit : i % 3 == 1 ? small : 1.0 - small;
    if (p >= 1.0) continue;
    const double z = exact::normal_quantile(p);
    const long double truth = true_quantile(p, z);
    if (std::fabs(z) < 1e-6) continue;  // there p itself has no more digits
    largest = std::fmax(largest, std::fabs(static_cast<double>(z / truth - 1)));
  }
  CHECK(largest < 1e-15);
  CHECK(exact::normal_quantile(0.5) == 0.0);
  CHECK(exact::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
  // Odd, so that antithetic units give antithetic draws.
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const double unit = unit_at(i);
    REQUIRE(exact::normal_quantile(unit) == -exact::normal_quantile(1.0 - unit));
  }
}

TEST_CASE("the gamma function agrees with libm's", "[kernel][exact]") {
  double largest = 0.0;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const double x = i % 2 == 0 ? 1e-3 + 5.0 * unit_at(i) : 170.0 * unit_at(i) + 1e-9;
    const long double truth = std::tgamma(static_cast<long double>(x));
    largest =
        std::fmax(largest, std::fabs(static_cast<double>(exact::gamma_function(x) / truth - 1)));
  }
  CHECK(largest < 1e-14);
  CHECK(exact::gamma_function(1.0) == 1.0);
  CHECK(exact::gamma_function(5.0) == 24.0);
  CHECK(exact::gamma_function(0.5) == Approx(1.7724538509055161).epsilon(1e-15));
}

TEST_CASE("the table of exp holds what libm computes in long double", "[kernel][exact]") {
  for (std::size_t i = 0; i < exact::kExpTable.size(); ++i) {
    const exact::ExpStep& step = exact::kExpTable[i];
    const long double held = static_cast<long double>(step.power) * (1.0L + step.tail);
    const long double truth = std::exp2(static_cast<long double>(i) / 128);
    REQUIRE(std::fabs(static_cast<double>(held - truth)) < 4e-19);
  }
}

TEST_CASE("the exact functions have the committed bits", "[kernel][exact][bits]") {
  BitsHash hash;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const double unit = unit_at(i);
    const double wide = (unit - 0.5) * 1400.0;
    hash.add(exact::log(unit));
    hash.add(exact::log(1e9 * unit));
    hash.add(exact::exp(wide));
    hash.add(exact::exp(unit));
    hash.add(exact::pow(unit, 0.37));
    hash.add(exact::normal_quantile(unit));
    hash.add(exact::normal_quantile(unit * unit * unit));
    hash.add(exact::gamma_function(1e-6 + 169.0 * unit));
  }
  CHECK(hash.value() == 0x65af210f5caed301u);
}
