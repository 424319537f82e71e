// Every metric of issues, customers and money against a calculation by hand.
#include <cmath>
#include <map>
#include <string>

#include "journey_stream.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

// Rows: all, a, b, g, h, retail, firms, balance, claim.
constexpr std::size_t kAll = 0;
constexpr std::size_t kA = 1;
constexpr std::size_t kB = 2;
constexpr std::size_t kH = 4;
constexpr std::size_t kRetailRow = 5;
constexpr std::size_t kFirmsRow = 6;
constexpr std::size_t kBalanceRow = 7;
constexpr std::size_t kClaimRow = 8;

using Expected = std::map<std::string, double>;

void check(const Tally& tally, const Expected& expected) {
  for (const auto& [id, hand_value] : expected) {
    INFO(id);
    CHECK(value(id, tally) == Approx(hand_value).epsilon(1e-12));
  }
}

constexpr double kHorizonS = 1'209'600.0;
// Days of all customers together.
const double kRetailDays = 100 * 14 + 10.5 + 4 - 7;
const double kFirmsDays = 10 * 14 - (kHorizonS - 700'060) / 86400.0;

double equity(double value, double leaves) {
  return value / (std::log(1.08) - std::log(1.0 - leaves));
}

const Expected kContacts = {{"contained", 1},
                            {"hung_up", 1},
                            {"called_back", 1},
                            {"callback_failed", 1},
                            {"handled", 7},
                            {"contained_share", 1 / 5.0},
                            {"pseudo_containment_share", 1 / 5.0},
                            {"misrouted_share", 1 / 7.0},
                            {"opted_out_share", 1 / 5.0},
                            {"mean_menu_time", (30 + 20 + 10 + 60 + 15) / 5.0},
                            {"menu_errors_per_walk", 3 / 5.0},
                            {"self_service_share", 1 / 13.0},
                            {"self_service_success_share", 1},
                            {"mean_time_to_human", (20 + 0 + 65 + 15 + 0 + 2) / 6.0},
                            {"unreached_share", (1 + 1 + 1 + 1) / 13.0},  // U, L, B and F
                            {"retrial_share", 1 / 13.0},
                            {"transfer_share", 2 / 13.0},
                            {"callback_promised_share", 2 / 11.0},
                            {"callback_success_share", 1 / 2.0},
                            {"mean_callback_delay", 600},
                            {"reserved_hours", 40 / 3600.0},
                            {"wait_prediction_error", (15 - 10) / 2.0},
                            {"wait_prediction_abs_error", (15 + 10) / 2.0},
                            {"offered_load", 11 * (355 / 7.0) / kHorizonS},
                            {"fte", (1000 + 1100) / 3600.0 / 8 / 14}};

const Expected kIssues = {{"issues", 9},
                          {"issues_resolved", 5},
                          {"issues_given_up", 3},
                          {"issues_open", 1},
                          {"resolution_share", 5 / 9.0},
                          {"fcr", 3 / 9.0},
                          {"fcr_reported", 4 / 9.0},
                          {"fcr_measured", 4 / 9.0},
                          {"contacts_per_issue", 13 / 9.0},
                          {"redials_per_issue", 1 / 9.0},
                          {"recontacts_per_issue", 1 / 9.0},
                          {"escalation_share", 1 / 9.0},
                          {"mean_time_to_resolution", (90 + 699'060 + 175 + 640 + 1012) / 5.0},
                          {"late_share", 1 / 2.0},
                          {"mean_effort", (1 + 6 + 2 + 3) / 4.0},
                          {"ces_true", (7 + 2 + 5 + 1) / 4.0},
                          {"ces", (7 + 5) / 2.0},
                          {"csat_true", 2 / 4.0},
                          {"csat", 1},
                          {"nps_true", -25},
                          {"nps", 50},
                          {"survey_response_share", 2 / 4.0}};

const Expected kCustomersAndMoney = {
    {"customers_at_start", 110},
    {"customers_at_end", 110},
    {"customers_lost", 1},
    {"customers_left_anyway", 1},
    {"customers_acquired", 1},
    {"customers_referred", 1},
    {"customers_kept_away", 1},
    {"churn_share", 1 / 110.0},
    {"churn_per_year", 365 / (kRetailDays + kFirmsDays)},
    {"margin", kRetailDays + 10 * kFirmsDays},
    {"equity_change", equity(365, 0.1) - equity(3650, 0.05)},
    {"self_service_cost", 0.10},
    {"menu_cost", 1.35},
    {"callback_cost", 0.10},
    {"contact_cost", 0.52},
    {"fixed_cost", 1400},
    {"lateness_cost", 5},
    {"acquisition_cost_total", 100},
    {"total_cost", 1522.57},
    {"net_value", kRetailDays + 10 * kFirmsDays + equity(365, 0.1) - equity(3650, 0.05) - 1522.57},
    {"net_cash", kRetailDays + 10 * kFirmsDays - 1522.57},
    {"cost_per_issue_resolved", 1522.57 / 5}};

}  // namespace

TEST_CASE("every metric of journeys, issues, customers and money is what the hand calculation says",
          "[score][journey]") {
  const Scenario scenario = two_segments_and_issue_types();
  const Scorecard card = score(scenario, nine_issues());
  REQUIRE(card.violation == "");
  REQUIRE(card.totals.size() == 9);
  const Tally& all = card.totals[kAll];
  check(all, kContacts);
  check(all, kIssues);
  check(all, kCustomersAndMoney);
  for (const Metric& metric : metrics()) {
    if (metric.needs == MetricNeeds::nothing) continue;
    const std::string id(metric.id);
    INFO("forgotten: " << id);
    CHECK(kContacts.count(id) + kIssues.count(id) + kCustomersAndMoney.count(id) == 1);
    CHECK(applies(metric, scenario, PlanId{0}));
  }
}

TEST_CASE("waits are over the queue, handle times over the handled, with menus and callbacks",
          "[score][journey]") {
  const Tally all = score(two_segments_and_issue_types(), nine_issues()).totals[kAll];
  check(all, {{"arrivals", 13},
              {"offered", 10},
              {"served", 6},
              {"asa", (10 + 0 + 5 + 15 + 0 + 2) / 6.0},
              {"mean_wait", (32 + 40) / 9.0},
              {"abandonment_share", 1 / 11.0},
              {"service_level", 6 / 11.0},
              {"service_level_all_offered", 6 / 10.0},
              {"aht", 355 / 7.0},
              {"mean_wrap_up", 20 / 7.0},
              {"labour_cost", 15.5},
              {"cost_per_served", 15.5 / 7},
              {"occupancy", (200 + 255) / (200 + 255 + 800 + 805.0)},
              {"paid_utilization", 1}});
}

TEST_CASE("contacts, issues and customers belong to their segments", "[score][journey]") {
  const Scorecard card = score(two_segments_and_issue_types(), nine_issues());
  check(card.totals[kRetailRow], {{"arrivals", 5},
                                  {"served", 2},
                                  {"asa", (5 + 15) / 2.0},
                                  {"blocked_share", 1 / 5.0},
                                  {"in_system_at_end", 1},
                                  {"aht", (45 + 50) / 2.0},
                                  {"contained_share", 1 / 2.0},
                                  {"issues", 4},
                                  {"fcr", 2 / 4.0},
                                  {"csat_true", 2 / 3.0},
                                  {"late_share", 0},
                                  {"customers_at_start", 100},
                                  {"customers_at_end", 101},
                                  {"customers_lost", 0},
                                  {"margin", kRetailDays},
                                  {"equity_change", equity(365, 0.1)},
                                  {"customers_kept_away", 1},
                                  {"acquisition_cost_total", 100},
                                  {"contact_cost", 0.2}});
  check(card.totals[kFirmsRow], {{"arrivals", 3},
                                 {"abandonment_share", 1 / 3.0},
                                 {"service_level_with_abandoned", 2 / 3.0},
                                 {"mean_wait", (10 + 40) / 3.0},
                                 {"issues", 1},
                                 {"redials_per_issue", 1},
                                 {"lateness_cost", 5},
                                 {"customers_lost", 1},
                                 {"margin", 10 * kFirmsDays},
                                 {"equity_change", -equity(3650, 0.05)}});
}

TEST_CASE("an issue counts for its type or, without one, for the contact type that raised it",
          "[score][journey]") {
  const Scorecard card = score(two_segments_and_issue_types(), nine_issues());
  check(card.totals[kA], {{"arrivals", 7}, {"issues", 2}, {"fcr", 0}, {"fcr_reported", 1 / 2.0}});
  check(card.totals[kB],
        {{"arrivals", 6}, {"issues", 2}, {"fcr", 1 / 2.0}, {"callback_success_share", 1 / 2.0}});
  check(card.totals[kBalanceRow], {{"arrivals", 4}, {"issues", 3}, {"fcr", 2 / 3.0}});
  check(card.totals[kClaimRow], {{"arrivals", 4},
                                 {"issues", 2},
                                 {"resolution_share", 1 / 2.0},
                                 {"late_share", 1 / 2.0},
                                 {"lateness_cost", 5}});
  CHECK(is_blank("late_share", card.totals[kBalanceRow]));
  check(card.totals[kH], {{"served", 3}, {"handled", 4}, {"aht", (60 + 45 + 40 + 10) / 4.0}});
}

TEST_CASE("the curve says week by week what the totals say together", "[score][journey][curve]") {
  const Scorecard card = score(two_segments_and_issue_types(), nine_issues());
  REQUIRE(card.curve.size() == 2);
  const double firms_in_second = 10 * kFirmsDays - 700;
  CHECK(card.curve[0].cost == Approx(15.00 + 0.44 + 1.35 + 0.10 + 0.10 + 50 + 700).epsilon(1e-12));
  CHECK(card.curve[1].cost == Approx(0.50 + 0.08 + 5 + 50 + 700).epsilon(1e-12));
  CHECK(card.curve[0].margin == Approx(703.5 + 700).epsilon(1e-12));
  CHECK(card.curve[1].margin == Approx(704 + firms_in_second).epsilon(1e-12));
  CHECK(card.curve[0].equity_change == Approx(equity(365, 0.1)).epsilon(1e-12));
  CHECK(card.curve[1].equity_change == Approx(-equity(3650, 0.05)).epsilon(1e-12));
  CHECK(card.curve[0].lost == 0);
  CHECK(card.curve[1].lost == 1);
}

}  // namespace holdline::test
