// The oracles of callers who come back, against printed tables, limits and each other.
#include "theory/exact_feedback.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"
#include "theory/exact_chain.hpp"
#include "theory/exact_queues.hpp"

namespace holdline::theory {
namespace {

constexpr double kMinute = 60.0;

/// Half a unit of the last printed decimal, and a little for the printer's own rounding.
bool is_printed(double value, double printed, int decimals) {
  return std::abs(value - printed) <= 0.51 * std::pow(10.0, -decimals);
}

bool is_close(double value, double expected, double relative = 1e-10) {
  return std::abs(value - expected) <= relative * std::max(1.0, std::abs(expected));
}

TEST_CASE("redials after abandonment agree with the printed table", "[theory][oracle]") {
  const auto [again, attempts, abandoned, asa, lost] =
      GENERATE(table<double, double, double, double, double>({
          {0, 48.0000, .03091, 3.616, .03091},
          {.3, 48.5017, .03448, 4.041, .02439},
          {.6, 49.1693, .03963, 4.658, .01624},
          {.9, 50.1828, .04833, 5.708, .00505},
      }));
  CAPTURE(again);
  const FixedPoint point = redial_fixed_point(48 / kMinute, 50, 60.0, 120.0, again);
  CHECK(is_printed(point.attempts_per_s * kMinute, attempts, 4));
  CHECK(is_printed(point.abandonment_share, abandoned, 5));
  CHECK(is_printed(point.asa_s, asa, 3));
  CHECK(is_printed(point.lost_share, lost, 5));
  // Issues are served or lost.
  CHECK(is_close(point.occupancy * 50, 48 * (1 - point.lost_share), 1e-7));
}

TEST_CASE("recontacts of the unresolved agree with the printed table", "[theory][oracle]") {
  const auto [again, attempts, occupancy, abandoned, asa, within] =
      GENERATE(table<double, double, double, double, double, double>({
          {0, 10.0000, .8513, .01254, 2.09, .9471},
          {.1, 11.0634, .9167, .03883, 6.56, .8323},
          {.2, 12.2330, .9625, .08730, 15.22, .6270},
          {.3, 13.4308, .9859, .14852, 27.08, .3967},
      }));
  CAPTURE(again);
  const FixedPoint point = recontact_fixed_point(10 / kMinute, 58, 300.0, 180.0, again);
  CHECK(is_printed(point.attempts_per_s * kMinute, attempts, 4));
  CHECK(is_printed(point.occupancy, occupancy, 4));
  CHECK(is_printed(point.abandonment_share, abandoned, 5));
  CHECK(is_printed(point.asa_s, asa, 2));
  CHECK(is_printed(point.served_within, within, 4));
  // Issues are lost or resolved, the latter by a share 1 - again of the served.
  const double resolved = point.occupancy * 58 / 5.0 * (1 - again) / 10.0;
  CHECK(is_close(resolved + point.lost_share, 1.0, 1e-7));
}

TEST_CASE("a fixed point without an end is refused", "[theory][oracle]") {
  CHECK_THROWS_AS(redial_fixed_point(1.0, 50, 60.0, 120.0, 1.0), std::invalid_argument);
  CHECK_THROWS_AS(recontact_fixed_point(1.0, 50, 60.0, 120.0, -.1), std::invalid_argument);
}

TEST_CASE("without redials the retrial queue is Erlang B", "[theory][oracle]") {
  const RetrialQueue queue = retrial_queue(10 / kMinute, 10, 60.0, 0.0, 30.0);
  CHECK(is_close(queue.blocked_share, erlang_b(10, 10)));
  CHECK(is_close(queue.lost_share, erlang_b(10, 10)));
  CHECK(is_close(queue.attempts_per_s, 10 / kMinute));
  CHECK(queue.mean_orbit == 0.0);
}

TEST_CASE("the retrial queue loses nothing but what it says", "[theory][oracle]") {
  const auto [load, agents, again, delay_s] = GENERATE(table<double, int, double, double>({
      {4, 5, .5, 10.0},
      {4, 5, .9, 60.0},
      {12, 8, .8, 300.0},
      {48, 50, .7, 600.0},
      {.01, 3, .7, 600.0},
  }));
  CAPTURE(load, agents, again, delay_s);
  const double rate = load / kMinute;
  const RetrialQueue queue = retrial_queue(rate, agents, kMinute, again, delay_s);
  CHECK(is_close(queue.mean_busy / load + queue.lost_share, 1.0));
  const double blocked_per_s = queue.attempts_per_s * queue.blocked_share;
  CHECK(is_close(blocked_per_s * again * delay_s / queue.mean_orbit, 1.0));
  CHECK(
      is_close(queue.attempts_per_s * (1 - queue.blocked_share) * kMinute / queue.mean_busy, 1.0));
  CHECK(queue.blocked_share > erlang_b(load, agents));
  CHECK(queue.lost_share < erlang_b(load, agents));
}

TEST_CASE("one agent whom all keep calling has the orbit of Falin and Templeton",
          "[theory][oracle]") {
  // M/M/1 with everlasting retrials: E[orbit] = lambda rho / (1 - rho) (1 / mu + 1 / nu).
  const double load = .6, handle_s = 60.0, delay_s = 150.0;
  const RetrialQueue queue = retrial_queue(load / handle_s, 1, handle_s, 1.0, delay_s);
  CHECK(is_close(queue.mean_busy, load));
  CHECK(is_close(queue.mean_orbit, load / handle_s * load / (1 - load) * (handle_s + delay_s)));
  CHECK(queue.lost_share == 0.0);
  CHECK_THROWS_AS(retrial_queue(1.0, 1, 1.0, 1.0, 1.0), std::invalid_argument);
}

TEST_CASE("the longer the redial delay, the closer to Erlang B's fixed point", "[theory][oracle]") {
  const double load = 4.0, again = .5;
  double attempts = load;  // per handle time
  for (int i = 0; i < 200; ++i) attempts = load + attempts * erlang_b(attempts, 5) * again;
  const double blocked = erlang_b(attempts, 5);
  double before = 1.0;
  for (const double delay_s : {60.0, 600.0, 6000.0, 60000.0}) {
    CAPTURE(delay_s);
    const RetrialQueue queue = retrial_queue(load / kMinute, 5, kMinute, again, delay_s);
    const double off = std::abs(queue.blocked_share / blocked - 1.0);
    CHECK(off < .2 * before);
    before = off;
    CHECK(std::abs(queue.attempts_per_s * kMinute / attempts - 1.0) < off);
  }
  CHECK(before < 1e-3);
}

/// What the chain of (line, list) says, cut off at these lengths.
struct CallbackChain {
  double line_length = 0.0, list_length = 0.0, accepted_per_s = 0.0;
  double line_wait_s = 0.0;  ///< from what arriving callers find, not by Little's law
  double beyond = 0.0;       ///< probability of the last places
};

CallbackChain solve_callbacks(double rate, int agents, double mean_s, int offer_from,
                              double acceptance, std::size_t lines, std::size_t lists) {
  const auto all = static_cast<std::size_t>(agents);
  const auto state = [&](std::size_t line, std::size_t list) {
    return all + list * (lines + 1) + line;
  };
  const double served = agents / mean_s;
  MarkovChain chain(state(lines, lists) + 1);
  for (std::size_t busy = 0; busy < all; ++busy) {
    chain.add(busy, busy + 1, rate);  // the last into state(0, 0)
    chain.add(busy + 1, busy, static_cast<double>(busy + 1) / mean_s);
  }
  const auto accepting = [&](std::size_t line) {
    return line >= static_cast<std::size_t>(offer_from) ? rate * acceptance : 0.0;
  };
  for (std::size_t list = 0; list <= lists; ++list) {
    for (std::size_t line = 0; line <= lines; ++line) {
      const std::size_t here = state(line, list);
      if (line < lines) chain.add(here, state(line + 1, list), rate - accepting(line));
      if (list < lists) chain.add(here, state(line, list + 1), accepting(line));
      if (line > 0) {
        chain.add(here, state(line - 1, list), served);
      } else if (list > 0) {
        chain.add(here, state(line, list - 1), served);
      }
    }
  }
  const std::vector<double> steady = chain.steady_state();
  CallbackChain result;
  for (std::size_t list = 0; list <= lists; ++list) {
    for (std::size_t line = 0; line <= lines; ++line) {
      const double p = steady[state(line, list)];
      result.line_length += p * static_cast<double>(line);
      result.list_length += p * static_cast<double>(list);
      result.accepted_per_s += p * accepting(line);
      result.line_wait_s += p * (rate - accepting(line)) * static_cast<double>(line + 1) / served;
      if (line == lines || list == lists) result.beyond += p;
    }
  }
  result.line_wait_s /= rate - result.accepted_per_s;
  return result;
}

TEST_CASE("callbacks agree with the chain of line and list", "[theory][oracle]") {
  const auto [agents, load, offer_from, acceptance] = GENERATE(table<int, double, int, double>({
      {5, 4.0, 0, .5},
      {5, 4.0, 3, .4},
      {5, 4.0, 2, 1.0},
      {12, 8.4, 1, .3},
      {1, .7, 4, .9},
  }));
  CAPTURE(agents, load, offer_from, acceptance);
  const double rate = load / kMinute;
  const CallbackQueue queue = callback_queue(rate, agents, kMinute, offer_from, acceptance);
  const CallbackChain chain =
      solve_callbacks(rate, agents, kMinute, offer_from, acceptance, 90, 160);
  REQUIRE(chain.beyond < 1e-12);
  CHECK(is_close(queue.line_length / chain.line_length, 1.0, 1e-9));
  CHECK(is_close(queue.list_length / chain.list_length, 1.0, 1e-9));
  CHECK(is_close(queue.callback_share / (chain.accepted_per_s / rate), 1.0, 1e-9));
  CHECK(is_close(queue.line_wait_s / chain.line_wait_s, 1.0, 1e-9));
  CHECK(is_close(queue.callback_wait_s * chain.accepted_per_s, chain.list_length, 1e-9));
  // Work is conserved: as many wait in all as in Erlang C, whoever they are.
  const double waiting = erlang_c(load, agents) * load / (agents - load);
  CHECK(is_close((chain.line_length + chain.list_length) / waiting, 1.0, 1e-9));
  CHECK(is_close(queue.line_length + queue.list_length, waiting));
}

TEST_CASE("without callbacks the line is Erlang C's", "[theory][oracle]") {
  const CallbackQueue queue = callback_queue(4.2 / kMinute, 12, 120.0, 3, 0.0);
  CHECK(is_close(queue.line_wait_s, erlang_c(8.4, 12) / (12 - 8.4) * 120.0));
  CHECK(std::abs(queue.list_length) < 1e-12);
  CHECK(queue.callback_share == 0.0);
  CHECK(queue.callback_wait_s == 0.0);
}

TEST_CASE("a callback offered to all who must wait takes its delayed busy period",
          "[theory][oracle]") {
  // Accepted with n others waiting: n + 1 services, each the busy period of those who come to the
  // line meanwhile; and 1 / (1 - rho) = E[n + 1].
  const double load = 4.0, acceptance = .35;
  const CallbackQueue queue = callback_queue(load / kMinute, 5, kMinute, 0, acceptance);
  const double rho = load / 5;
  const double busy_period_s = kMinute / 5 / (1 - rho * (1 - acceptance));
  CHECK(is_close(queue.callback_wait_s, busy_period_s / (1 - rho)));
  CHECK(is_close(queue.callback_share, acceptance * erlang_c(load, 5)));
  // All accept: nobody waits in line.
  CHECK(callback_queue(load / kMinute, 5, kMinute, 0, 1.0).line_wait_s == 0.0);
}

TEST_CASE("a callback queue without a steady state is refused", "[theory][oracle]") {
  CHECK_THROWS_AS(callback_queue(5 / kMinute, 5, kMinute, 0, .5), std::invalid_argument);
  CHECK_THROWS_AS(callback_queue(4 / kMinute, 5, kMinute, -1, .5), std::invalid_argument);
  CHECK_THROWS_AS(callback_queue(4 / kMinute, 5, kMinute, 0, 1.5), std::invalid_argument);
}

}  // namespace
}  // namespace holdline::theory
