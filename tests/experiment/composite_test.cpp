// Composite scores by hand.
#include <array>

#include "experiment/composite_statistics.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

/// Service level from 50 % to 90 % weighs 3, arrivals from 200 down to 100 weigh 1.
ScoreSettings two_parts() {
  ScoreSettings score;
  score.composite = {{"service_level_all_offered", 3.0, 0.5, 0.9}, {"arrivals", 1.0, 200.0, 100.0}};
  return score;
}

Scorecard card_of(double arrivals, double within) {
  Scorecard card = made_up_card(made_up_layout(0, 0, 0));
  count_of(card.totals[0], Counter::arrivals) = arrivals;
  count_of(card.totals[0], Counter::offered) = arrivals;
  count_of(card.totals[0], Counter::served_within) = within;
  return card;
}

}  // namespace

TEST_CASE("a part is 0 at worst, 1 at best and cut beyond", "[experiment][composite]") {
  const CompositePart shorter{"asa", 1.0, 300.0, 10.0};
  CHECK(part_score(shorter, 300.0) == 0.0);
  CHECK(part_score(shorter, 155.0) == Approx(0.5));
  CHECK(part_score(shorter, 10.0) == 1.0);
  CHECK(part_score(shorter, 0.0) == 1.0);
  CHECK(part_score(shorter, 1000.0) == 0.0);
}

TEST_CASE("a composite score is the mean of the replications' weighted parts",
          "[experiment][composite]") {
  CompositeStatistics statistics(two_parts(), 2);
  Confidence confidence(0.95);
  // Base: level 70 % -> 0.5, arrivals 150 -> 0.5: 0.5; then 90 % -> 1, 200 -> 0: 0.75.
  // Other: 80 % -> 0.75, 150 -> 0.5: 0.6875; then 90 % -> 1, 200 -> 0: 0.75.
  statistics.add(std::array{card_of(150.0, 105.0), card_of(150.0, 120.0)});
  statistics.add(std::array{card_of(200.0, 180.0), card_of(200.0, 180.0)});
  const CompositeScore base = statistics.score(0, PlanId(0), confidence);
  CHECK(base.score.value == Approx(0.625));
  CHECK(base.score.high - 0.625 == Approx(12.7062 * 0.125).epsilon(1e-4));
  REQUIRE(base.parts.size() == 2);
  CHECK(base.parts[0].metric->id == "service_level_all_offered");
  CHECK(base.parts[0].value.value == Approx(0.8));
  CHECK(base.parts[0].score.value == Approx(0.75));
  CHECK(base.parts[0].weight == 3.0);
  CHECK(base.parts[1].score.value == Approx(0.25));
  const CompositeDifference difference = statistics.difference(1, PlanId(0), PlanId(1), confidence);
  CHECK(difference.difference.value == Approx(0.09375));
  CHECK(difference.difference.observations == 2);
}

TEST_CASE("a replication without a part has no score, and no pair", "[experiment][composite]") {
  CompositeStatistics statistics(two_parts(), 2);
  Confidence confidence(0.95);
  statistics.add(std::array{card_of(0.0, 0.0), card_of(150.0, 120.0)});
  CHECK_FALSE(statistics.score(0, PlanId(0), confidence).score.is_defined);
  CHECK(statistics.score(0, PlanId(0), confidence).parts[1].score.is_defined);
  CHECK(statistics.score(1, PlanId(1), confidence).score.observations == 1);
  CHECK_FALSE(statistics.difference(1, PlanId(0), PlanId(1), confidence).difference.is_defined);
}

TEST_CASE("without parts there is no composite", "[experiment][composite]") {
  CHECK_FALSE(CompositeStatistics(ScoreSettings{}, 1).is_wanted());
}

}  // namespace holdline
