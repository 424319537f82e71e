#include "experiment/warnings.hpp"

#include <cmath>

#include "experiment/batches.hpp"
#include "experiment/expectations.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

constexpr std::size_t kPieces = 16;  // of a batch
constexpr std::size_t kCount = 480;

/// Pieces of an autoregression whose correlation falls by a factor e in `decay_time` pieces.
std::vector<double> autoregression(Draws& draws, double decay_time) {
  const double keep = std::exp(-1.0 / decay_time);
  double state = draws.normal();
  std::vector<double> values;
  for (std::size_t i = 0; i < kCount; ++i) {
    values.push_back(10.0 + state);
    state = keep * state + std::sqrt(1.0 - keep * keep) * draws.normal();
  }
  return values;
}

/// Share of runs of 30 batches that are told to be too short, when they last this many decay times.
double warned_share(double decay_times) {
  Draws draws(31);
  const std::vector<double> ones(kCount, 1.0);
  int warned = 0;
  for (int i = 0; i < 500; ++i) {
    const std::vector<double> x = autoregression(draws, kCount / decay_times);
    warned += is_batch_short(correlation_time(x, ones), kPieces) ? 1 : 0;
  }
  return warned / 500.0;
}

}  // namespace

TEST_CASE("runs of 20 decay times are found too short", "[experiment][warnings]") {
  CHECK(warned_share(20.0) > 0.95);
}

TEST_CASE("runs of 700 and more decay times are rarely accused", "[experiment][warnings]") {
  CHECK(warned_share(700.0) < 0.02);
  CHECK(warned_share(2000.0) < 0.01);
}

TEST_CASE("the correlation time of an autoregression is estimated", "[experiment][warnings]") {
  Draws draws(33);
  const std::vector<double> ones(kCount, 1.0);
  double sum = 0.0;
  for (int i = 0; i < 200; ++i) sum += correlation_time(autoregression(draws, 2.0), ones);
  // (1 + k) / (1 - k) with k = e^-1/2: 4.083, less a bias of some per cent in 480 pieces.
  CHECK(sum / 200.0 == Approx(4.083).epsilon(0.1));
}

TEST_CASE("correlation without variation is none", "[experiment][warnings]") {
  const std::vector<double> ones(30, 1.0);
  const std::vector<double> thirds(30, 1.0 / 3.0);
  CHECK(correlation_time(thirds, ones) == 1.0);
  CHECK(correlation_time(thirds, std::vector<double>(30, 0.0)) == 1.0);
}

TEST_CASE("a run whose batches drift says that it is too short", "[experiment][warnings]") {
  const ScoreLayout layout = made_up_layout(0, 0, kCount);
  Scorecard card = made_up_card(layout);
  Draws draws(32);
  for (std::size_t i = 0; i < kCount; ++i) {
    count_of(card.intervals[i], Counter::arrivals) = 1000.0;
    count_of(card.intervals[i], Counter::served_within) = 900.0 - static_cast<double>(i);
  }
  const std::string warning = batch_warning(card, 1, kPieces, made_up_catalogue(), "lean");
  CHECK(warning.find("plan lean: run too short") == 0);
  CHECK(warning.find("level") != std::string::npos);
  for (std::size_t i = 0; i < kCount; ++i) {
    count_of(card.intervals[i], Counter::served_within) = 800.0 + 10.0 * draws.normal();
  }
  CHECK(batch_warning(card, 1, kPieces, made_up_catalogue(), "lean").empty());
}

TEST_CASE("pieces add up to batches", "[experiment][steady_state]") {
  const ScoreLayout layout = made_up_layout(1, 0, 6);
  Scorecard card = made_up_card(layout);
  for (std::size_t i = 0; i < 6; ++i) {
    count_of(card.intervals[2 * i], Counter::arrivals) = static_cast<double>(i);
    count_of(card.intervals[2 * i + 1], Counter::served) = 10.0 * static_cast<double>(i);
  }
  const Scorecard merged = merge_pieces(card, 2, 3);
  REQUIRE(merged.intervals.size() == 4);
  CHECK(count_of(merged.intervals[0], Counter::arrivals) == 3.0);
  CHECK(count_of(merged.intervals[1], Counter::served) == 30.0);
  CHECK(count_of(merged.intervals[2], Counter::arrivals) == 12.0);
  CHECK(count_of(merged.intervals[3], Counter::served) == 120.0);
}

TEST_CASE("plans of which different shares of issues have no outcome yet are told",
          "[experiment][warnings]") {
  const ScoreLayout layout = made_up_layout(1, 0, 0);
  const auto with_open = [&layout](double open) {
    Scorecard card = made_up_card(layout);
    count_of(card.totals[0], Counter::issues) = 1000.0;
    count_of(card.totals[0], Counter::issues_open) = open;
    PlanStatistics statistics(made_up_catalogue(), layout, RunMode::terminating,
                              Estimation::pooled);
    statistics.add(card);
    return statistics;
  };
  const std::string told = open_issues_warning(with_open(5), with_open(40), "lean", "full");
  CHECK(told.find("0.5 % of the issues of plan lean and 4.0 % of those of plan full") == 0);
  CHECK(open_issues_warning(with_open(35), with_open(40), "lean", "full").empty());
  CHECK(open_issues_warning(with_open(0), with_open(9), "lean", "full").empty());
}

TEST_CASE("customers valued against the churn that the run shows are told by segment",
          "[experiment][warnings]") {
  World world;
  world.outcomes.is_given = true;
  world.segments.resize(1);
  world.segments[0].name = "firms";
  world.segments[0].value_per_year = 100.0;
  const ScoreLayout layout = [] {
    ScoreLayout some = made_up_layout(1, 0, 0);
    some.segment_count = 1;
    return some;
  }();
  // Of 4,000 customers for a quarter.
  const auto losing = [&layout](double lost) {
    Scorecard card = made_up_card(layout);
    Tally& tally = card.totals[layout.first_segment()];
    count_of(tally, Counter::customer_s) = 1000.0 * 365.0 * 86400.0;
    count_of(tally, Counter::customers_lost) = lost;
    PlanStatistics statistics(made_up_catalogue(), layout, RunMode::terminating,
                              Estimation::pooled);
    statistics.add(card);
    return statistics;
  };
  const auto told = [&](double stated, double lost, double other) {
    world.segments[0].service_churn_per_year = stated;
    const std::vector<PlanStatistics> plans = {losing(lost), losing(other)};
    const auto warnings = churn_warnings(plans, world, "lean");
    CHECK(warnings.size() <= 1);
    return warnings.empty() ? std::string() : warnings.front();
  };
  // 1 - exp(-0.3) and 1 - exp(-0.4).
  CHECK(told(0.10, 300, 400) ==
        "segment firms: customers are valued as if service drove 10 % of them away a year, but in "
        "this run it drives 25.9 to 33 % away; set service_churn between these, or what is lost "
        "and won "
        "counts too much");
  CHECK(told(0.10, 300, 300).find("drives 25.9 % away; set service_churn near that,") !=
        std::string::npos);
  CHECK(told(0.60, 300, 400).find("counts too little") != std::string::npos);
  CHECK(told(0.18, 300, 400).empty());  // 1.44 times the least
  CHECK(told(0.10, 120, 400).empty());  // near the one
  CHECK(told(0.45, 120, 400).empty());  // near the other
  CHECK(told(0.003, 12, 12).empty());   // may be 4.5, if the true mean is 4
  CHECK(!told(0.003, 20, 20).empty());  // 8.8 at least
  CHECK(!told(0.30, 0, 0).empty());
  CHECK(told(0.003, 0, 0).empty());  // 2.25 at most, 3 expected
  CHECK(told(0.0, 300, 400).empty());
  world.segments[0].service_churn_per_year = 0.10;
  const std::vector<PlanStatistics> alone = {losing(300)};
  CHECK(churn_warnings(alone, world, "lean").at(0).find("plan lean, segment firms: ") == 0);
  world.segments[0].value_per_year = 0.0;
  CHECK(told(0.10, 300, 400).empty());
  world.segments[0].value_per_year = 100.0;
  world.outcomes.is_given = false;
  CHECK(told(0.10, 300, 400).empty());
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
  for (const Comparison either : {Comparison::at_least, Comparison::at_most}) {
    CHECK(judge(estimate, either, 0.0) == ExpectationStatus::not_met);  // 0/0: never green
  }
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
  estimate.has_interval = false;  // one observation: nothing says how sure its value is
  for (const double bound : {0.1, 0.79, 0.81, 0.99}) {
    CHECK(judge(estimate, Comparison::at_least, bound) == ExpectationStatus::undecided);
    CHECK(judge(estimate, Comparison::at_most, bound) == ExpectationStatus::undecided);
  }
}

}  // namespace holdline
