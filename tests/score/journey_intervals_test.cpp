// Issues, customers and money by interval, from the warm-up's end on, and over the horizon's end.
#include <algorithm>

#include "journey_stream.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

constexpr std::size_t kRows = 9;
constexpr std::size_t kAll = 0;
constexpr std::size_t kRetailRow = 5;
constexpr std::size_t kClaimRow = 8;

double counter(const Tally& tally, Counter counter) {
  return tally[static_cast<std::size_t>(counter)];
}

Scorecard score_by(Duration interval, bool fold_days) {
  Scenario scenario = two_segments_and_issue_types();
  scenario.score.interval = interval;
  scenario.score.fold_days = fold_days;
  return score(scenario, nine_issues());
}

/// The counters of intervals add up to those of the horizon, but for the customers there at one
/// time.
void check_additive(const Scorecard& card) {
  for (std::size_t row = 0; row < kRows; ++row) {
    for (std::size_t k = 0; k < kCounterCount; ++k) {
      const auto which = static_cast<Counter>(k);
      if (which == Counter::customer_periods || which == Counter::customers_at_start ||
          which == Counter::customers_at_end) {
        continue;
      }
      double sum = 0.0;
      for (std::size_t i = row; i < card.intervals.size(); i += kRows) sum += card.intervals[i][k];
      INFO("row " << row << ", counter " << k);
      CHECK(sum == Approx(card.totals[row][k]).epsilon(1e-12).margin(1e-9));
    }
  }
}

}  // namespace

TEST_CASE("an issue counts in the interval in which it opens, a customer when she comes or goes",
          "[score][journey][interval]") {
  const Scorecard card = score_by(kDay, false);
  REQUIRE(card.violation == "");
  REQUIRE(card.intervals.size() == 14 * kRows);
  const auto of_day = [&](std::size_t day, std::size_t row) {
    return card.intervals[day * kRows + row];
  };
  CHECK(value("issues", of_day(0, kAll)) == 8);
  CHECK(value("issues_resolved", of_day(0, kAll)) == 5);
  CHECK(value("lateness_cost", of_day(0, kClaimRow)) == 5);
  CHECK(value("issues_open", of_day(13, kAll)) == 1);
  CHECK(value("arrivals", of_day(8, kClaimRow)) == 1);
  CHECK(value("customers_lost", of_day(8, kAll)) == 1);
  CHECK(value("customers_at_start", of_day(3, kRetailRow)) == 100);
  CHECK(value("customers_at_end", of_day(3, kRetailRow)) == 101);
  CHECK(value("margin", of_day(3, kRetailRow)) == Approx(100.5));
  CHECK(value("margin", of_day(4, kRetailRow)) == Approx(101));
  CHECK(value("margin", of_day(7, kRetailRow)) == Approx(100));
  CHECK(value("fixed_cost", of_day(5, kAll)) == Approx(100));
  check_additive(card);
}

TEST_CASE("times of day have no customers at their start, but all their margin",
          "[score][journey][interval]") {
  const Scorecard card = score_by(6 * kHour, true);
  REQUIRE(card.intervals.size() == 4 * kRows);
  CHECK(is_blank("customers_at_start", card.intervals[kAll]));
  CHECK(value("customers_at_start", card.totals[kAll]) == 110);
  CHECK(value("margin", card.intervals[kRetailRow]) == Approx((100 * 14 + 10 + 4 - 7) / 4.0));
  CHECK(value("margin", card.intervals[2 * kRows + kRetailRow]) ==
        Approx((100 * 14 + 10 + 4 - 7 + 1) / 4.0));
  check_additive(card);
}

TEST_CASE("batches of a steady state have no customers at their start, but all who leave",
          "[score][journey][interval]") {
  Scenario scenario = two_segments_and_issue_types();
  scenario.experiment.mode = RunMode::steady_state;
  scenario.experiment.batches = 14;
  const Scorecard card = score(scenario, nine_issues());
  REQUIRE(card.violation == "");
  REQUIRE(card.intervals.size() == 14 * kRows);
  for (std::size_t i = 0; i < card.intervals.size(); ++i) {
    for (const char* stock : {"customers_at_start", "customers_at_end", "churn_share"}) {
      INFO(stock << " of row " << i);
      CHECK(is_blank(stock, card.intervals[i]));
    }
  }
  CHECK(value("customers_lost", card.intervals[8 * kRows + kAll]) == 1);
  CHECK_FALSE(is_blank("churn_per_year", card.intervals[8 * kRows + kAll]));
  check_additive(card);
}

TEST_CASE("the curve is the same whatever the intervals", "[score][journey][curve]") {
  const Scorecard whole = score(two_segments_and_issue_types(), nine_issues());
  for (const bool fold_days : {false, true}) {
    for (const Duration interval : {kHour, 5 * kHour, 3 * kDay}) {
      if (fold_days && interval > kDay) continue;
      const Scorecard card = score_by(interval, fold_days);
      REQUIRE(card.curve.size() == whole.curve.size());
      for (std::size_t week = 0; week < whole.curve.size(); ++week) {
        CHECK(card.curve[week].cost == Approx(whole.curve[week].cost).epsilon(1e-12));
        CHECK(card.curve[week].margin == Approx(whole.curve[week].margin).epsilon(1e-12));
        CHECK(card.curve[week].equity_change == whole.curve[week].equity_change);
        CHECK(card.curve[week].lost == whole.curve[week].lost);
      }
    }
  }
}

TEST_CASE("nothing before the warm-up's end is scored but how many customers there are",
          "[score][journey][warm_up]") {
  Scenario scenario = two_segments_and_issue_types();
  scenario.experiment.warm_up = 4 * kDay;
  const Scorecard card = score(scenario, nine_issues());
  REQUIRE(card.violation == "");
  const Tally& all = card.totals[kAll];
  CHECK(value("issues", all) == 1);
  CHECK(value("arrivals", all) == 2);
  CHECK(value("customers_acquired", all) == 0);
  CHECK(value("customers_at_start", all) == 111);
  CHECK(value("customers_at_end", all) == 110);
  CHECK(value("customers_lost", all) == 1);
  CHECK(value("margin", card.totals[kRetailRow]) == Approx(101 * 10 + 4 - 7));
  CHECK(value("acquisition_cost_total", all) == 50);
  CHECK(value("lateness_cost", all) == 0);
  CHECK(value("fixed_cost", all) == Approx(1000));
  CHECK(value("total_cost", all) == Approx(0.50 + 1000 + 0.08 + 50));
  // Days 4 to 11, with one of the contacts and whom bad word of mouth kept away, and 11 to 14, with
  // the other and its agent.
  REQUIRE(card.curve.size() == 2);
  CHECK(card.curve[0].cost == Approx(700 + 0.04 + 50));
  CHECK(card.curve[1].cost == Approx(300 + 0.04 + 0.50));
  CHECK(card.curve[0].margin + card.curve[1].margin == Approx(value("margin", all)));
  CHECK(card.curve[0].cost + card.curve[1].cost == Approx(value("total_cost", all)));
}

TEST_CASE("who leaves after the horizon's end counts in its last interval and earned to its end",
          "[score][journey][interval]") {
  Scenario scenario = two_segments_and_issue_types();
  scenario.score.interval = kDay;
  scenario.score.fold_days = false;
  JourneyStream facts = nine_issues();
  const double margin = value("margin", score(scenario, facts).totals[kAll]);
  facts.change(kRetail, CustomerChange::left_service, 14 * 86400 + 60);
  const Scorecard card = score(scenario, facts);
  CHECK(card.violation == "");
  CHECK(value("margin", card.totals[kAll]) == margin);
  CHECK(value("customers_lost", card.totals[kAll]) == 2);
  CHECK(value("customers_lost", card.intervals[13 * kRows]) == 1);
  CHECK(value("customers_at_end", card.totals[kRetailRow]) == 100);
  CHECK(card.curve[1].lost == 2);
  check_additive(card);
}

TEST_CASE("the order in which customers' changes are told does not matter", "[score][journey]") {
  const Scenario scenario = two_segments_and_issue_types();
  JourneyStream facts = nine_issues();
  const Scorecard told = score(scenario, facts);
  std::reverse(facts.customers.begin(), facts.customers.end());
  CHECK(score(scenario, facts).totals == told.totals);
}

TEST_CASE("the next replication forgets issues and customers of the one before",
          "[score][journey]") {
  const Scenario scenario = two_segments_and_issue_types();
  const JourneyStream facts = nine_issues();
  const Scorecard once = score(scenario, facts);
  Scorer scorer(scenario, PlanId{0});
  Scorecard card;
  for (std::uint32_t replication = 0; replication < 2; ++replication) {
    scorer.on_replication_start({replication, 1, Time{scenario.world.calendar.horizon()}});
    for (const IssueRecord& issue : facts.issues) scorer.on_issue(issue);
    for (const CustomerRecord& customer : facts.customers) scorer.on_customer(customer);
    scorer.on_replication_end(facts.end(scenario));
    scorer.finish(card);
  }
  for (const Counter which : {Counter::issues, Counter::margin, Counter::effort}) {
    CHECK(counter(card.totals[kAll], which) == counter(once.totals[kAll], which));
  }
}

TEST_CASE("facts told in spans count as facts told one by one", "[score][journey]") {
  const Scenario scenario = two_segments_and_issue_types();
  const JourneyStream facts = nine_issues();
  std::vector<ContactRecord> contacts = facts.queues.contacts;
  for (std::size_t i = 0; i < contacts.size(); ++i) contacts[i].journey = &facts.journeys[i];
  Scorer scorer(scenario, PlanId{0});
  scorer.on_replication_start({0, 1, Time{scenario.world.calendar.horizon()}});
  const std::vector<FactKind> order(contacts.size(), FactKind::contact);
  scorer.on_facts({order, contacts, facts.queues.agent_time});
  for (const IssueRecord& issue : facts.issues) scorer.on_issue(issue);
  for (const CustomerRecord& customer : facts.customers) scorer.on_customer(customer);
  scorer.on_replication_end(facts.end(scenario));
  Scorecard card;
  scorer.finish(card);
  CHECK(card.violation == "");
  CHECK(card.totals == score(scenario, facts).totals);
}

}  // namespace holdline::test
