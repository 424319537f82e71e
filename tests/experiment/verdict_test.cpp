// Verdicts against hand calculations, and their probabilities and break-even intervals against
// made-up normals with known truths.
#include "experiment/verdict_statistics.hpp"
#include "money.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

constexpr int kRepeats = 2000;
constexpr int kLow = 1867;   // 93.35 %: 95 % less 3.4 standard errors
constexpr int kHigh = 1931;  // 96.55 %

/// One pair of replications of a single week.
void add_pair(VerdictStatistics& statistics, double base_cost, double base_value, double other_cost,
              double other_value) {
  statistics.add(card_of_weeks({{base_cost, base_value}}),
                 card_of_weeks({{other_cost, other_value}}));
}

}  // namespace

TEST_CASE("a verdict equals the hand calculation to the cent", "[experiment][verdict]") {
  // Differences of cost 20, 40, 30; of value 100, 160, 100; of net value 80, 120, 70.
  VerdictStatistics statistics;
  add_pair(statistics, 100.0, 500.0, 120.0, 600.0);
  add_pair(statistics, 110.0, 480.0, 150.0, 640.0);
  add_pair(statistics, 90.0, 520.0, 120.0, 620.0);
  Confidence confidence(0.95);
  const Verdict verdict = statistics.verdict(PlanId(0), PlanId(1), 200.0, confidence);
  CHECK(verdict.cost.value == Approx(30.0));
  CHECK(verdict.value.value == Approx(120.0));
  CHECK(verdict.net_value.value == Approx(90.0));
  // Standard deviation of 80, 120, 70: 26.4575; t(2) = 4.30265; half-width 65.7241.
  CHECK(verdict.net_value.high - 90.0 == Approx(65.72414).epsilon(1e-6));
  CHECK(verdict.cost.high - 30.0 == Approx(4.302653 * 10.0 / std::sqrt(3.0)).epsilon(1e-6));
  // t = 90 / (26.4575 / sqrt 3) = 5.89188; Student's t with 2 degrees: 1/2 + t / (2 sqrt(2 + t^2)).
  const double t = 5.891883;
  REQUIRE(verdict.probability);
  CHECK(*verdict.probability == Approx(0.5 + 0.5 * t / std::sqrt(2.0 + t * t)).epsilon(1e-6));
  CHECK(verdict.wins == 3);
  CHECK(verdict.losses == 0);
  CHECK(verdict.replications == 3);
  CHECK(verdict.break_even.side == BreakEvenSide::other_above);
  CHECK(verdict.break_even.factor.value == 0.25);
  CHECK(verdict.break_even.mean_value == 200.0);
  // Net values of the base 400, 370, 430 (variance 900), of the other 480, 490, 500 (100); of
  // their differences 700.
  CHECK(verdict.variance_reduction == Approx(1000.0 / 700.0));
  REQUIRE(verdict.cumulative_net.size() == 1);
  CHECK(verdict.cumulative_net[0].value == Approx(90.0));
}

TEST_CASE("Fieller's interval of the break-even factor equals the hand calculation",
          "[experiment][verdict]") {
  // Mean cost 30, variance 100; mean value 120, variance 1200; covariance 300 (n = 3).
  RatioMoments moments;
  moments.add(20.0, 100.0);
  moments.add(40.0, 160.0);
  moments.add(30.0, 100.0);
  Confidence narrow(0.5);  // t(2) = 0.816497, t^2 / n = 2/9
  const BreakEven even = break_even_of(moments, narrow);
  const double a = 14400.0 - 1200.0 * 2.0 / 9.0;
  const double b = 3600.0 - 300.0 * 2.0 / 9.0;
  const double c = 900.0 - 100.0 * 2.0 / 9.0;
  REQUIRE(even.factor.has_interval);
  CHECK(even.factor.low == Approx((b - std::sqrt(b * b - a * c)) / a).epsilon(1e-6));
  CHECK(even.factor.high == Approx((b + std::sqrt(b * b - a * c)) / a).epsilon(1e-6));
}

TEST_CASE("a break-even factor says for which customers who wins", "[experiment][verdict]") {
  Confidence confidence(0.95);
  const auto side = [&](double cost, double value) {
    RatioMoments moments;
    moments.add(cost, value);
    return break_even_of(moments, confidence).side;
  };
  CHECK(side(10.0, 40.0) == BreakEvenSide::other_above);
  CHECK(side(-10.0, -40.0) == BreakEvenSide::other_below);
  CHECK(side(-10.0, 40.0) == BreakEvenSide::other_always);
  CHECK(side(0.0, 40.0) == BreakEvenSide::other_always);
  CHECK(side(10.0, -40.0) == BreakEvenSide::base_always);
  CHECK(side(10.0, 0.0) == BreakEvenSide::undefined);
}

TEST_CASE("a factor whose value difference may be zero has no interval", "[experiment][verdict]") {
  RatioMoments moments;
  moments.add(10.0, 40.0);
  moments.add(12.0, -30.0);
  moments.add(11.0, 5.0);
  Confidence confidence(0.95);
  const BreakEven even = break_even_of(moments, confidence);
  CHECK(even.factor.is_defined);
  CHECK_FALSE(even.factor.has_interval);
}

TEST_CASE("one replication has a verdict without certainty", "[experiment][verdict]") {
  VerdictStatistics statistics;
  add_pair(statistics, 100.0, 500.0, 120.0, 600.0);
  Confidence confidence(0.95);
  const Verdict verdict = statistics.verdict(PlanId(0), PlanId(1), 0.0, confidence);
  CHECK(verdict.net_value.value == 80.0);
  CHECK_FALSE(verdict.net_value.has_interval);
  CHECK_FALSE(verdict.probability);
  CHECK(verdict.wins == 1);
  CHECK_FALSE(verdict.break_even.factor.has_interval);
  CHECK(verdict.other_payback.week == 1u);
  CHECK_FALSE(verdict.other_payback.latest);
}

TEST_CASE("differences without spread are certain, equal plans are nothing",
          "[experiment][verdict]") {
  Confidence confidence(0.95);
  VerdictStatistics better, equal;
  for (int i = 0; i < 3; ++i) {
    add_pair(better, 100.0, 500.0, 120.0, 600.0);
    add_pair(equal, 100.0 + i, 500.0, 100.0 + i, 500.0);
  }
  CHECK(better.verdict(PlanId(0), PlanId(1), 0.0, confidence).probability == 1.0);
  const Verdict none = equal.verdict(PlanId(0), PlanId(1), 0.0, confidence);
  CHECK_FALSE(none.probability);
  CHECK(none.wins + none.losses == 0);
  CHECK(none.break_even.side == BreakEvenSide::undefined);
}

TEST_CASE("payback is the first week from which the advantage stays", "[experiment][verdict]") {
  const auto weeks = [](const std::vector<double>& values, double half, double sign = 1.0) {
    const Payback payback = payback_of(band_of(values, half), sign);
    return std::vector<std::uint32_t>{payback.earliest.value_or(0), payback.week.value_or(0),
                                      payback.latest.value_or(0)};
  };
  using Weeks = std::vector<std::uint32_t>;
  CHECK(weeks({-10, -20, -5, 5, 30, 60}, 8.0) == Weeks{3, 4, 5});
  CHECK(weeks({-10, -20, -30}, 8.0) == Weeks{0, 0, 0});            // never
  CHECK(weeks({-10, -20, -3}, 8.0) == Weeks{3, 0, 0});             // perhaps at the very end
  CHECK(weeks({10, 20, 30}, 8.0) == Weeks{1, 1, 1});               // from the start
  CHECK(weeks({-10, 10, -10, 10, 20}, 5.0) == Weeks{4, 4, 4});     // the second crossing counts
  CHECK(weeks({10, 10, -10, -20}, 5.0) == Weeks{0, 0, 0});         // lost again
  CHECK(weeks({10, 10, -10, -20}, 12.0, -1.0) == Weeks{1, 3, 4});  // seen from the base
  CHECK(weeks({0.0}, 0.0) == Weeks{1, 1, 1});
}

TEST_CASE("weeks add up", "[experiment][verdict]") {
  VerdictStatistics statistics;
  CurveStatistics curve;
  for (int i = 0; i < 4; ++i) {
    const double luck = i;
    const Scorecard base = card_of_weeks({{10.0, 50.0 + luck}, {10.0, 40.0}});
    const Scorecard other = card_of_weeks({{30.0, 60.0 + luck}, {12.0, 65.0}});
    statistics.add(base, other);
    curve.add(other);
  }
  Confidence confidence(0.95);
  const Verdict verdict = statistics.verdict(PlanId(0), PlanId(1), 0.0, confidence);
  REQUIRE(verdict.cumulative_net.size() == 2);
  CHECK(verdict.cumulative_net[0].value == Approx(-10.0));
  CHECK(verdict.cumulative_net[1].value == Approx(13.0));
  CHECK(verdict.other_payback.week == 2u);
  const PlanCurve money = curve.curve(PlanId(1), confidence);
  REQUIRE(money.weeks.size() == 2);
  CHECK(money.weeks[1].cost.value == Approx(42.0));
  CHECK(money.weeks[1].value.value == Approx(126.5));
  CHECK(money.weeks[1].net.value == Approx(84.5));
  CHECK(money.weeks[1].net.has_interval);
}

TEST_CASE("cash pays back by margin alone, with the interval of its weeks",
          "[experiment][verdict][cash]") {
  // The other costs 20 more in the first week and earns 5 + 10 + 10 more; one customer worth 100 in
  // equity stays. Cumulative cash: -15, -5, 5, with deviations of -4, 0, 4 from the first week on.
  VerdictStatistics statistics;
  CurveStatistics curve;
  for (const double luck : {-4.0, 0.0, 4.0}) {
    const Scorecard base = card_of_money({{10, 50}, {10, 50}, {10, 50}});
    const Scorecard other = card_of_money({{30, 55 + luck, 100}, {10, 60}, {10, 60}});
    statistics.add(base, other);
    curve.add(other);
  }
  Confidence confidence(0.95);
  const Verdict verdict = statistics.verdict(PlanId(0), PlanId(1), 0.0, confidence);
  REQUIRE(verdict.cumulative_cash.size() == 3);
  CHECK(verdict.cumulative_cash[0].value == Approx(-15.0));
  CHECK(verdict.cumulative_cash[1].value == Approx(-5.0));
  CHECK(verdict.cumulative_cash[2].value == Approx(5.0));
  // Standard deviation 4, t(2) = 4.302653: half-width 9.93655.
  CHECK(verdict.cumulative_cash[1].high == Approx(-5.0 + 9.93655).epsilon(1e-5));
  CHECK(verdict.other_cash_payback.week == 3u);
  CHECK(verdict.other_cash_payback.earliest == 2u);
  CHECK_FALSE(verdict.other_cash_payback.latest);
  CHECK_FALSE(verdict.base_cash_payback.week);
  CHECK(verdict.cash.value == Approx(5.0));
  CHECK(verdict.cash.high == Approx(verdict.cumulative_cash[2].high).epsilon(1e-12));
  CHECK(verdict.net_value.value == Approx(105.0));
  CHECK(verdict.other_payback.week == 1u);
  const PlanCurve money = curve.curve(PlanId(1), confidence);
  CHECK(money.weeks[0].margin.value == Approx(55.0));
  CHECK(money.weeks[0].value.value == Approx(155.0));
  CHECK(money.weeks[2].cash.value == Approx(175.0 - 50.0));
  CHECK(money.weeks[2].net.value == Approx(275.0 - 50.0));
}

TEST_CASE("rounding decides nothing, a cent does", "[experiment][verdict]") {
  Confidence confidence(0.95);
  const auto verdict_of = [&](double gain, double scale) {
    VerdictStatistics statistics;
    for (int i = 0; i < 3; ++i)
      add_pair(statistics, 50.0, scale * (i + 1), 50.0, scale * (i + 1) + gain);
    return statistics.verdict(PlanId(0), PlanId(1), 0.0, confidence);
  };
  for (const auto& [gain, scale] :
       {std::pair{4e-5, 1e3}, std::pair{-4e-5, 1e3}, std::pair{1e-3, 1e10}}) {
    const Verdict none = verdict_of(gain, scale);
    CHECK(none.net_value.value == 0.0);
    CHECK(none.value.value == 0.0);
    CHECK(none.wins + none.losses == 0);
    CHECK_FALSE(none.probability);
    CHECK(none.cumulative_net[0].value == 0.0);
    CHECK(none.break_even.side == BreakEvenSide::undefined);
  }
  const Verdict cent = verdict_of(0.01, 1e3);
  CHECK(cent.net_value.value == Approx(0.01));
  CHECK(cent.wins == 3);
  CHECK(cent.probability == 1.0);
}

TEST_CASE("the probability that a plan is better is calibrated",
          "[experiment][verdict][coverage]") {
  // Below 2.5 % or above 97.5 % in 5 of 100 repeats when the plans are equal.
  Draws draws(71);
  int inside = 0;
  for (int repeat = 0; repeat < kRepeats; ++repeat) {
    VerdictStatistics statistics;
    for (int i = 0; i < 8; ++i) {
      const double luck = 100.0 * draws.normal();
      add_pair(statistics, 50.0, luck, 60.0, luck + 10.0 + 20.0 * draws.normal());
    }
    Confidence confidence(0.95);
    const double p = *statistics.verdict(PlanId(0), PlanId(1), 0.0, confidence).probability;
    inside += p > 0.025 && p < 0.975 ? 1 : 0;
  }
  CHECK(inside >= kLow);
  CHECK(inside <= kHigh);
}

TEST_CASE("the break-even interval covers", "[experiment][verdict][coverage]") {
  // Means 30 and 60 with spreads and a correlation: the factor is 0.5.
  const double spread = GENERATE(10.0, 40.0);
  Draws draws(72);
  Confidence confidence(0.95);
  int covering = 0;
  int bounded = 0;
  for (int repeat = 0; repeat < kRepeats; ++repeat) {
    RatioMoments moments;
    for (int i = 0; i < 20; ++i) {
      const double shared = draws.normal();
      moments.add(30.0 + 8.0 * shared + 5.0 * draws.normal(),
                  60.0 + spread * (0.6 * shared + 0.8 * draws.normal()));
    }
    const BreakEven even = break_even_of(moments, confidence);
    bounded += even.factor.has_interval ? 1 : 0;
    covering += even.factor.has_interval && even.factor.low <= 0.5 && even.factor.high >= 0.5;
  }
  CHECK(bounded > 0.99 * kRepeats);
  CHECK(covering >= kLow);
  CHECK(covering <= kHigh);
}

}  // namespace holdline
