#include "experiment/warnings.hpp"

#include <cmath>

#include "experiment/expectations.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

/// Means of `batches` batches of an autoregression whose correlation falls by a factor e in
/// `batch / length` of a batch; the batch is 20 steps.
std::vector<double> autoregression(Draws& draws, int batches, double batch_lengths) {
  const double keep = std::exp(-batch_lengths / 20.0);
  double state = draws.normal();
  std::vector<double> means;
  for (int i = 0; i < batches; ++i) {
    double sum = 0.0;
    for (int k = 0; k < 20; ++k) {
      state = keep * state + std::sqrt(1.0 - keep * keep) * draws.normal();
      sum += state;
    }
    means.push_back(10.0 + sum / 20.0);
  }
  return means;
}

double warned_share(double batch_lengths) {
  Draws draws(31);
  const std::vector<double> ones(30, 1.0);
  int warned = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::vector<double> x = autoregression(draws, 30, batch_lengths);
    warned += is_correlated(lag_one_correlation(x, ones), 30) ? 1 : 0;
  }
  return warned / 1000.0;
}

}  // namespace

TEST_CASE("batches of a run of 20 relaxation times are found correlated",
          "[experiment][warnings]") {
  CHECK(warned_share(20.0 / 30.0) > 0.7);
}

TEST_CASE("batches of a run of 2000 relaxation times are rarely accused",
          "[experiment][warnings]") {
  CHECK(warned_share(2000.0 / 30.0) < 0.03);
}

TEST_CASE("correlation without variation is none", "[experiment][warnings]") {
  const std::vector<double> ones(30, 1.0);
  const std::vector<double> thirds(30, 1.0 / 3.0);
  CHECK(lag_one_correlation(thirds, ones) == 0.0);
  CHECK(lag_one_correlation(std::vector<double>{1.0, 2.0}, std::vector<double>{1.0, 1.0}) == 0.0);
  const std::vector<double> rising{1.0, 2.0, 3.0, 4.0, 5.0};  // residuals -2 .. 2: (2 + 2) / 10
  CHECK(lag_one_correlation(rising, std::vector<double>(5, 1.0)) == Approx(0.4));
}

TEST_CASE("a run whose batches drift says that it is too short", "[experiment][warnings]") {
  const ScoreLayout layout = made_up_layout(0, 0, 30);
  Scorecard card = made_up_card(layout);
  Draws draws(32);
  for (std::size_t i = 0; i < 30; ++i) {
    count_of(card.intervals[i], Counter::arrivals) = 1000.0;
    count_of(card.intervals[i], Counter::served_within) = 900.0 - 10.0 * static_cast<double>(i);
  }
  const std::string warning = batch_warning(card, layout, made_up_catalogue(), "lean");
  CHECK(warning.find("plan lean: run too short") == 0);
  CHECK(warning.find("level") != std::string::npos);
  for (std::size_t i = 0; i < 30; ++i) {
    count_of(card.intervals[i], Counter::served_within) = 800.0 + 10.0 * draws.normal();
  }
  CHECK(batch_warning(card, layout, made_up_catalogue(), "lean").empty());
}

TEST_CASE("contacts that pile up are told by type", "[experiment][warnings]") {
  World world;
  world.contact_types.resize(2);
  world.contact_types[0].name = "regular";
  world.contact_types[1].name = "internet";
  world.contact_types[1].patience = exponential(60.0);
  const ScoreLayout layout = made_up_layout(2, 0, 0);
  Scorecard card = made_up_card(layout);
  for (Tally& tally : card.totals) {
    count_of(tally, Counter::arrivals) = 1000.0;
    count_of(tally, Counter::in_system) = 150.0;
  }
  PlanStatistics statistics(made_up_catalogue(), layout, RunMode::terminating, Estimation::pooled);
  statistics.add(card);
  const auto warnings = leftover_warnings(statistics, world, RunMode::terminating, "lean");
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].find("plan lean: 15.0 % of the contacts of type regular") == 0);
  CHECK(warnings[0].find("grow for ever") != std::string::npos);
  CHECK(warnings[1].find("grow for ever") == std::string::npos);

  count_of(card.totals[1], Counter::in_system) = 50.0;
  count_of(card.totals[2], Counter::in_system) = 0.0;
  PlanStatistics fewer(made_up_catalogue(), layout, RunMode::terminating, Estimation::pooled);
  fewer.add(card);
  CHECK(leftover_warnings(fewer, world, RunMode::terminating, "lean").empty());
  CHECK(leftover_warnings(fewer, world, RunMode::steady_state, "lean").size() == 1);
}

TEST_CASE("an expectation is met, not met, or undecided by the interval", "[experiment][expect]") {
  Estimate estimate;
  CHECK(judge(estimate, Comparison::at_least, 0.0) == ExpectationStatus::undecided);
  estimate.is_defined = estimate.has_interval = true;
  estimate.value = 0.8;
  estimate.low = 0.78;
  estimate.high = 0.82;
  CHECK(judge(estimate, Comparison::at_least, 0.78) == ExpectationStatus::met);
  CHECK(judge(estimate, Comparison::at_least, 0.79) == ExpectationStatus::undecided);
  CHECK(judge(estimate, Comparison::at_least, 0.82) == ExpectationStatus::undecided);
  CHECK(judge(estimate, Comparison::at_least, 0.83) == ExpectationStatus::not_met);
  CHECK(judge(estimate, Comparison::at_most, 0.82) == ExpectationStatus::met);
  CHECK(judge(estimate, Comparison::at_most, 0.79) == ExpectationStatus::undecided);
  CHECK(judge(estimate, Comparison::at_most, 0.77) == ExpectationStatus::not_met);
  estimate.has_interval = false;  // one observation: its value decides
  CHECK(judge(estimate, Comparison::at_least, 0.79) == ExpectationStatus::met);
  CHECK(judge(estimate, Comparison::at_least, 0.81) == ExpectationStatus::not_met);
}

}  // namespace holdline
