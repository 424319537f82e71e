// Every metric of the catalogue against a calculation by hand.
#include "hand_example.hpp"

#include <map>
#include <string>

#include "support/catch.hpp"

namespace holdline::test {
namespace {

// Rows: all, a, b, g, h.
constexpr std::size_t kAll = 0;
constexpr std::size_t kA = 1;
constexpr std::size_t kB = 2;
constexpr std::size_t kG = 3;
constexpr std::size_t kH = 4;

using Expected = std::map<std::string, double>;

/// Checks each expected value, and that no metric of these rows was forgotten.
void check_row(const Tally& tally, const Expected& expected, bool (*applies)(const Metric&)) {
  for (const auto& [id, hand_value] : expected) {
    INFO(id);
    CHECK(value(id, tally) == Approx(hand_value).epsilon(1e-12));
  }
  for (const Metric& metric : metrics()) {
    if (metric.quantile > 0.0 || !applies(metric)) continue;
    if (!holdline::applies(metric, two_types_and_groups())) continue;
    INFO("forgotten: " << std::string(metric.id));
    CHECK(expected.count(std::string(metric.id)) == 1);
  }
}

constexpr double kDayS = 86400.0;

}  // namespace

TEST_CASE("every metric of a contact type is what the hand calculation says", "[score]") {
  const Scorecard card = score(two_types_and_groups(), hand_example());
  REQUIRE(card.violation == "");
  CHECK(card.contacts == 13);
  check_row(card.totals[kA],
            {{"arrivals", 11},
             {"offered", 9},
             {"served", 3},
             {"served_within", 2},
             {"abandoned", 2},
             {"short_abandon", 1},
             {"balked", 1},
             {"blocked", 2},
             {"disconnected", 1},
             {"in_system_at_end", 2},
             {"asa", (0 + 15 + 40) / 3.0},
             {"mean_wait", (0 + 15 + 40 + 4 + 25) / 11.0},
             {"mean_wait_delayed", (15 + 40 + 4 + 25) / 4.0},
             {"mean_excess_wait", (20 + 5) / 11.0},
             {"delayed_share", 7 / 9.0},
             {"mean_queue_length", (0 + 15 + 40 + 4 + 25 + 33 + 7) / kDayS},
             {"service_level", 2 / (11.0 - 1.0)},
             {"service_level_standard", 2 / (11.0 - 1.0)},
             {"service_level_all_offered", 2 / 9.0},
             {"service_level_with_abandoned", (2 + 1) / 11.0},
             {"service_level_answered", 2 / 3.0},
             {"abandonment_share", 2 / 11.0},
             {"mean_time_to_abandon", (4 + 25) / 2.0},
             {"balked_share", 1 / 11.0},
             {"blocked_share", 2 / 11.0},
             {"disconnected_share", 1 / 11.0},
             {"aht", (150 + 100 + 50) / 3.0},
             {"mean_talk", (100 + 60 + 50) / 3.0},
             {"mean_hold", 20 / 3.0},
             {"mean_wrap_up", (30 + 40) / 3.0}},
            [](const Metric& metric) { return metric.by_contact_type; });
}

TEST_CASE("every metric of an agent group is what the hand calculation says", "[score]") {
  const Scorecard card = score(two_types_and_groups(), hand_example());
  const double paid_s = (390 - 30) + 15 + (20 + 12);
  check_row(card.totals[kG],
            {{"served", 3},
             {"served_within", 2},
             {"asa", 55 / 3.0},
             {"service_level_answered", 2 / 3.0},
             {"aht", 100},
             {"mean_talk", 70},
             {"mean_hold", 20 / 3.0},
             {"mean_wrap_up", 70 / 3.0},
             {"occupancy", (290 + 12) / (290 + 12 + 55.0)},
             {"occupancy_scheduled", (290 + 10 + 12) / (390 + 100.0)},
             {"carried_load", 312 / kDayS},
             {"mean_agents_scheduled", 490 / kDayS},
             {"scheduled_hours", 490 / 3600.0},
             {"paid_hours", paid_s / 3600.0},
             {"overrun_hours", 15 / 3600.0},
             {"paid_utilization", (302 + 55 + 15) / paid_s},
             {"shrinkage", (15 + 20) / paid_s},
             {"labour_cost", paid_s / 100.0},
             {"cost_per_served", paid_s / 300.0}},
            [](const Metric& metric) { return metric.by_agent_group; });
}

TEST_CASE("the centre's row sums types and groups, each type with its own acceptable wait",
          "[score]") {
  const Scorecard card = score(two_types_and_groups(), hand_example());
  const Tally& all = card.totals[kAll];
  CHECK(value("arrivals", all) == 13);
  CHECK(value("served", all) == 5);
  CHECK(value("service_level", all) == Approx((2 + 1) / (13.0 - 1.0)));
  CHECK(value("asa", all) == Approx((55 + 12) / 5.0));
  CHECK(value("mean_excess_wait", all) == Approx((20 + 5 + 2) / 13.0));
  CHECK(value("aht", all) == Approx((300 + 60) / 5.0));
  CHECK(value("occupancy", all) == Approx((302 + 60) / (302 + 60 + 55 + 50.0)));
  CHECK(value("labour_cost", all) == Approx(4.07 + 0.55));
  CHECK(value("cost_per_served", all) == Approx(4.62 / 5.0));
  CHECK(value("paid_hours", all) == Approx(517 / 3600.0));
}

TEST_CASE("a group's contacts are those it served, whatever their type", "[score]") {
  FactStream facts = hand_example();
  facts.add(kTypeB, ContactOutcome::served, 300, 6, true, kGroupG, {10, 0, 0});
  facts.add_time(AgentId{1}, kGroupG, AgentState::talking, 110);
  const Scorecard card = score(two_types_and_groups(), facts);
  REQUIRE(card.violation == "");
  CHECK(value("served", card.totals[kG]) == 4);
  CHECK(value("asa", card.totals[kG]) == Approx((55 + 6) / 4.0));
  CHECK(value("aht", card.totals[kG]) == Approx((300 + 10) / 4.0));
  CHECK(value("served", card.totals[kH]) == 2);
  CHECK(value("served", card.totals[kB]) == 3);
}

TEST_CASE("a group's counters leave out the contact in service at the end", "[score]") {
  const Tally tally = score(two_types_and_groups(), hand_example()).totals[kG];
  CHECK(tally[static_cast<std::size_t>(Counter::arrivals)] == 3);
  CHECK(tally[static_cast<std::size_t>(Counter::in_system)] == 0);
  CHECK(tally[static_cast<std::size_t>(Counter::delayed)] == 2);
}

TEST_CASE("quantiles are over the waits of served and abandoned, zeros included", "[score]") {
  const Scorecard card = score(two_types_and_groups(), hand_example());
  REQUIRE(card.waits.size() == 3);
  const WaitHistogram& waits = card.waits[kA];  // 0, 4, 15, 25, 40 s
  CHECK(waits.count() == 5);
  CHECK(waits.quantile_s(0.2) == 0.0);
  CHECK(waits.quantile_s(0.5) == Approx(15).epsilon(0.008));
  CHECK(waits.quantile_s(0.8) == Approx(25).epsilon(0.008));
  CHECK(waits.quantile_s(0.9) == Approx(40).epsilon(0.008));
  CHECK(card.waits[kAll].count() == 7);
  CHECK(card.waits[kAll].quantile_s(0.5) == Approx(12).epsilon(0.008));
  CHECK(card.waits[kB].count() == 2);
}

TEST_CASE("a wait equal to a threshold is within it", "[score]") {
  FactStream facts;
  facts.add(kTypeA, ContactOutcome::served, 0, 20, true, kGroupG);
  facts.add(kTypeA, ContactOutcome::served, 0, 20.000001, true, kGroupG);
  facts.add(kTypeA, ContactOutcome::abandoned, 0, 5, true);
  facts.add(kTypeA, ContactOutcome::abandoned, 0, 5.000001, true);
  facts.add(kTypeA, ContactOutcome::abandoned, 0, 20, true);
  facts.add(kTypeA, ContactOutcome::abandoned, 0, 20.000001, true);
  const Scorecard card = score(two_types_and_groups(), facts);
  CHECK(value("served_within", card.totals[kA]) == 1);
  CHECK(value("short_abandon", card.totals[kA]) == 1);
  CHECK(value("service_level_with_abandoned", card.totals[kA]) == Approx(4 / 6.0));
}

TEST_CASE("a row where nothing happened has blank ratios and zero totals", "[score]") {
  const Scorecard card = score(two_types_and_groups(), FactStream{});
  CHECK(card.violation == "");
  for (const char* id : {"asa", "service_level", "mean_wait", "abandonment_share", "occupancy",
                         "aht", "shrinkage", "cost_per_served", "mean_time_to_abandon"}) {
    INFO(id);
    CHECK(is_blank(id, card.totals[kAll]));
  }
  CHECK(value("arrivals", card.totals[kAll]) == 0);
  CHECK(value("labour_cost", card.totals[kAll]) == 0);
  CHECK(card.waits[kAll].count() == 0);
}

}  // namespace holdline::test
