// The chain solver against queues with a formula, and chains one can solve by eye.
#include "theory/exact_chain.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"
#include "theory/exact_queues.hpp"

namespace holdline::theory {
namespace {

constexpr double kMinute = 60.0;
constexpr double kNever = std::numeric_limits<double>::infinity();

bool is_close(double value, double expected, double relative = 1e-10) {
  return std::abs(value - expected) <= relative * std::max(1.0, std::abs(expected));
}

double expected_of(const std::vector<double>& probabilities, auto value) {
  double sum = 0.0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) sum += probabilities[i] * value(i);
  return sum;
}

/// M/M/c+M by the number in system, kNever as patience for M/M/c.
MarkovChain line_chain(double rate_per_s, int agents, double mean_s, double mean_patience_s,
                       std::size_t places) {
  MarkovChain chain(places + 1);
  for (std::size_t i = 0; i < places; ++i) {
    chain.add(i, i + 1, rate_per_s);
    const double served = std::min(static_cast<double>(i + 1), static_cast<double>(agents));
    const double waiting = static_cast<double>(i + 1) - served;
    chain.add(i + 1, i, served / mean_s + waiting / mean_patience_s);
  }
  return chain;
}

TEST_CASE("the chain of a line agrees with Erlang C and A", "[theory][oracle]") {
  const auto waiting = [](std::size_t i) { return i > 50 ? static_cast<double>(i - 50) : 0.0; };
  const auto all_busy = [](std::size_t i) { return i >= 50 ? 1.0 : 0.0; };
  SECTION("Erlang C") {
    const MarkovChain chain = line_chain(48 / kMinute, 50, 60.0, kNever, 1000);
    const std::vector<double> steady = chain.steady_state();
    CHECK(chain.imbalance(steady) < 1e-15);
    CHECK(is_close(expected_of(steady, all_busy), erlang_c(48, 50)));
    CHECK(is_close(expected_of(steady, waiting), erlang_c(48, 50) * 48 / 2));
  }
  SECTION("Erlang A") {
    const MarkovChain chain = line_chain(48 / kMinute, 50, 60.0, 120.0, 400);
    const std::vector<double> steady = chain.steady_state();
    const AbandonmentQueue queue =
        abandonment_queue(48 / kMinute, 60.0, 50, exponential_patience(120.0), 20.0);
    CHECK(is_close(expected_of(steady, all_busy), queue.delayed_share, 1e-9));
    CHECK(is_close(expected_of(steady, waiting), queue.queue_length, 1e-8));
  }
}

TEST_CASE(
    "the chain solver finds what runs one way or is barely there, and refuses what has no end",
    "[theory][oracle]") {
  SECTION("a ring, run one way: in each state as long as it takes to leave it") {
    MarkovChain ring(4);
    for (std::size_t i = 0; i < 4; ++i) ring.add(i, (i + 1) % 4, 1.0 / static_cast<double>(i + 1));
    const std::vector<double> steady = ring.steady_state();
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(is_close(steady[i], static_cast<double>(i + 1) / 10.0, 1e-15));
    }
    CHECK(ring.imbalance(steady) < 1e-15);
    CHECK(ring.imbalance({.25, .25, .25, .25}) > .01);
  }
  SECTION("state 0 less likely than any double: an infinite server's Poisson distribution") {
    const MarkovChain chain = line_chain(2000.0, 100000, 1.0, kNever, 3000);
    const std::vector<double> steady = chain.steady_state();
    CHECK(steady[0] == 0.0);
    CHECK(is_close(steady[2000] * 1e3,
                   1e3 * std::exp(2000 * std::log(2000.0) - 2000.0 - std::lgamma(2001.0))));
    CHECK(is_close(expected_of(steady, [](std::size_t i) { return static_cast<double>(i); }),
                   2000.0));
  }
  SECTION("no way back to state 0") {
    MarkovChain chain(3);
    chain.add(0, 1, 1.0);
    chain.add(1, 2, 1.0);
    CHECK_THROWS_AS(chain.steady_state(), std::invalid_argument);
  }
  SECTION("more than a test should wait for") {
    MarkovChain chain(100000);
    chain.add(0, 99999, 1.0);
    CHECK_THROWS_AS(chain.steady_state(), std::length_error);
  }
}

}  // namespace
}  // namespace holdline::theory
