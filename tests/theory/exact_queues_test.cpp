// The oracles against the printed tables: a wrong oracle would let a wrong simulator pass.
#include "theory/exact_queues.hpp"

#include <cmath>
#include <numbers>
#include <string>

#include "support/catch.hpp"

namespace holdline::theory {
namespace {

constexpr double kMinute = 60.0;

/// Half a unit of the last printed decimal, and a little for the printer's own rounding.
bool is_printed(double value, double printed, int decimals) {
  return std::abs(value - printed) <= 0.51 * std::pow(10.0, -decimals);
}

TEST_CASE("Erlang B agrees with the printed table", "[theory][oracle]") {
  const auto [load, agents, blocked] = GENERATE(table<double, int, double>({
      {1, 1, .5},
      {5, 10, .01838457},
      {8.4, 12, .06331687},
      {10, 10, .21458234},
      {20, 25, .05022178},
      {48, 50, .08333735},
      {100, 110, .02746345},
      {180, 200, .01032500},
  }));
  CHECK(is_printed(erlang_b(load, agents), blocked, 8));
}

TEST_CASE("Erlang C agrees with the printed table", "[theory][oracle]") {
  const auto [load, agents, delayed, wait] = GENERATE(table<double, int, double, double>({
      {.8, 1, .8, 4.0},
      {2, 3, .44444444, .44444444},
      {5, 7, .32414995, .16207497},
      {8.4, 12, .18388863, .05108018},
      {10, 14, .17413193, .04353298},
      {20, 25, .20910283, .04182057},
      {48, 50, .69445561, .34722781},
      {95, 100, .50645685, .10129137},
      {180, 200, .09447122, .00472356},
  }));
  CHECK(is_printed(erlang_c(load, agents), delayed, 8));
  CHECK(is_printed(erlang_c(load, agents) / (agents - load), wait, 8));
}

TEST_CASE("Pollaczek-Khinchine and Cobham agree with the printed values", "[theory][oracle]") {
  CHECK(mg1_mean_wait_s(.8, 1.0, 1.0) == Approx(4.0));
  CHECK(mg1_mean_wait_s(.8, 1.0, 0.0) == Approx(2.0));
  CHECK(mg1_mean_wait_s(.8, 1.0, 1.2) == Approx(4.88));
  const auto two = priority_mean_waits_s({1.4, 2.8}, 2.0, 12);  // in minutes
  CHECK(is_printed(two[0], .039976, 6));
  CHECK(is_printed(two[1], .133253, 6));
  const auto three = priority_mean_waits_s({8 / kMinute, 16 / kMinute, 24 / kMinute}, 60.0, 50);
  CHECK(is_printed(three[0], .992079, 6));
  CHECK(is_printed(three[1], 1.907845, 6));
  CHECK(is_printed(three[2], 40.064747, 6));
}

struct ErlangARow {
  double rate_per_min, aht_min, patience_min;
  int agents;
  double delayed, abandoned, wait, asa, to_abandon, queue, occupancy, within, within_excluding;
};

TEST_CASE("Erlang A agrees with the printed table", "[theory][oracle]") {
  const ErlangARow row = GENERATE(values<ErlangARow>({
      {48, 1, 2, 40, .962356, .169468, 20.3362, 21.6012, 14.137, 16.26896, .996638, .389505,
       .445128},
      {48, 1, 2, 45, .786867, .083602, 10.0323, 10.0705, 9.614, 8.02584, .977491, .764747, .826230},
      {48, 1, 2, 50, .467774, .030912, 3.7095, 3.6159, 6.643, 2.96758, .930324, .943019, .972030},
      {48, 1, 2, 55, .193599, .008640, 1.0368, 1.0040, 4.801, .82941, .865187, .988795, .997334},
      {48, 1, .5, 50, .342309, .048022, 1.4407, 1.3346, 3.543, 1.15252, .913899, .951616, .999593},
      {48, 1, 10, 50, .588815, .014406, 8.6436, 8.5850, 12.655, 6.91489, .946170, .828740, .838259},
      {4.2, 2, 1, 12, .127372, .029679, 1.7807, 1.4436, 12.803, .12465, .679225, .945270, .967872},
      {100. / 30, 3, 5, 13, .225797, .024963, 7.4890, 6.9140, 29.949, .41606, .750028, .858178,
       .868275},
      {100. / 30, 3, 5, 14, .145260, .013984, 4.1951, 3.8785, 26.522, .23306, .704297, .916792,
       .923407},
      {3.5, 3, 5, 13, .281255, .033043, 9.9128, 9.1770, 31.446, .57825, .781004, .816310, .828537},
      {3.5, 3, 5, 9, .789839, .188728, 56.6184, 56.5867, 56.755, 3.30274, .946484, .302079,
       .317301},
      {10, 5, 3, 50, .457965, .063447, 11.4204, 10.8033, 20.531, 1.90341, .936553, .731105,
       .759637},
      {10, 5, 3, 40, .873747, .208380, 37.5083, 39.0510, 31.648, 6.25139, .989526, .266448,
       .291146},
      {1, 5, 2, 5, .466432, .212543, 25.5052, 18.8591, 50.128, .42509, .787457, .598275, .640786},
  }));
  CAPTURE(row.rate_per_min, row.agents, row.patience_min);
  const AbandonmentQueue queue =
      abandonment_queue(row.rate_per_min / kMinute, row.aht_min * kMinute, row.agents,
                        exponential_patience(row.patience_min * kMinute), 20.0);
  CHECK(is_printed(queue.delayed_share, row.delayed, 6));
  CHECK(is_printed(queue.abandonment_share, row.abandoned, 6));
  CHECK(is_printed(queue.mean_wait_s, row.wait, 4));
  CHECK(is_printed(queue.asa_s, row.asa, 4));
  CHECK(is_printed(queue.time_to_abandon_s, row.to_abandon, 3));
  CHECK(is_printed(queue.queue_length, row.queue, 5));
  CHECK(is_printed(queue.occupancy, row.occupancy, 6));
  CHECK(is_printed(queue.served_within, row.within, 6));
  CHECK(is_printed(queue.served_within / (1 - queue.abandoned_within), row.within_excluding, 6));
  CHECK(queue.mean_wait_s / (row.patience_min * kMinute) == Approx(queue.abandonment_share));
}

struct GeneralRow {
  const char* patience;
  int agents;
  double delayed, abandoned, wait, asa, within, occupancy;
};

Patience patience_named(const std::string& name) {
  if (name == "exponential") return exponential_patience(120.0);
  if (name == "deterministic") return deterministic_patience(120.0);
  if (name == "uniform") return uniform_patience(240.0);
  if (name == "lognormal sd 2") return lognormal_patience(120.0, 1.0);
  if (name == "lognormal sd 4") return lognormal_patience(120.0, 2.0);
  if (name == "balking") return with_balking(.1, exponential_patience(120.0));
  return weibull_patience(120.0, .5);
}

TEST_CASE("M/M/n+G agrees with the printed table", "[theory][oracle]") {
  const GeneralRow row = GENERATE(values<GeneralRow>({
      {"exponential", 50, .467774, .030912, 3.7095, 3.6159, .94301, .930324},
      {"exponential", 45, .786867, .083602, 10.0323, 10.0705, .76471, .977491},
      {"deterministic", 50, .690678, .000515, 19.2214, 19.1695, .651385, .959505},
      {"deterministic", 45, .999099, .062589, 101.438, 100.199, .004899, .999905},
      {"uniform", 50, .522724, .023419, 5.4109, 5.3260, .908049, .937518},
      {"uniform", 45, .868159, .075554, 17.0236, 17.2150, .564287, .986076},
      {"lognormal sd 2", 50, .58159, .015391, 7.3813, 7.1984, .865868, .945224},
      {"lognormal sd 2", 45, .912379, .071175, 20.6673, 20.4232, .454873, .990746},
      {"lognormal sd 4", 50, .462352, .031652, 3.3708, 3.2227, .954518, .929614},
      {"lognormal sd 4", 45, .762745, .085991, 8.0911, 7.9310, .836263, .974943},
      {"balking", 50, .340472, .048272, 1.7070, 1.7188, .946671, .913659},
      {"balking", 45, .616058, .100514, 4.6690, 4.8858, .861198, .959451},
      {"Weibull", 50, .279086, .056643, .8976, .8539, .943101, .905622},
      {"Weibull", 45, .490942, .112902, 2.0205, 2.0154, .885072, .946238},
  }));
  CAPTURE(row.patience, row.agents);
  const AbandonmentQueue queue =
      abandonment_queue(48 / kMinute, 60.0, row.agents, patience_named(row.patience), 20.0);
  // The table was integrated less finely than it is printed: up to 4e-5 in the service level.
  CHECK(std::abs(queue.delayed_share - row.delayed) < 2e-5);
  CHECK(std::abs(queue.abandonment_share - row.abandoned) < 2e-5);
  CHECK(std::abs(queue.mean_wait_s - row.wait) < 2e-4 * std::max(1.0, row.wait));
  CHECK(std::abs(queue.asa_s - row.asa) < 2e-4 * std::max(1.0, row.asa));
  CHECK(std::abs(queue.served_within - row.within) < 1e-4);
  CHECK(std::abs(queue.occupancy - row.occupancy) < 2e-5);
}

TEST_CASE("the load of a sine wave lags behind its rate", "[theory][oracle]") {
  // 96 steps of a period 2 pi, unit service time: close to m(t) = 100 + 10 (sin t - cos t).
  const double interval = 2.0 * std::numbers::pi / 96;
  std::vector<double> rates;
  for (int i = 0; i < 96; ++i) {
    rates.push_back(100.0 +
                    20.0 * (std::cos(i * interval) - std::cos((i + 1) * interval)) / interval);
  }
  const PeriodicLoad load(rates, interval, 1.0);
  CHECK(load.at(0, 0.0) == Approx(90.0).margin(0.01));
  CHECK(load.at(24, 0.0) == Approx(110.0).margin(0.01));
  CHECK(load.at(48, 0.0) == Approx(110.0).margin(0.01));
  CHECK(load.at(72, 0.0) == Approx(90.0).margin(0.01));
  CHECK(load.at(95, interval) == Approx(load.at(0, 0.0)));
  CHECK(poisson_at_least(90.0, 100) == Approx(.15822).margin(6e-6));
  CHECK(poisson_at_least(110.0, 121) == Approx(.15830).margin(6e-6));
}

}  // namespace
}  // namespace holdline::theory
