// Where facts count: contacts by their arrival, agent time by the clock, the warm-up nowhere, what
// comes after the horizon in the last interval.
#include <string>

#include "fact_stream.hpp"
#include "score/interval_map.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

constexpr double kHourS = 3600.0;
constexpr double kDayS = 24 * kHourS;
constexpr std::size_t kRows = 5;  // all, a, b, g, h
constexpr std::size_t kA = 1;
constexpr std::size_t kG = 3;

Scenario by_interval(Duration interval, std::uint32_t days = 1, bool fold_days = true) {
  Scenario scenario = two_types_and_groups();
  scenario.world.calendar.days = days;
  scenario.score.interval = interval;
  scenario.score.fold_days = fold_days;
  return scenario;
}

void add_served(FactStream& facts, double arrival, double wait, double talk) {
  facts.add(kTypeA, ContactOutcome::served, arrival, wait, wait > 0, kGroupG, {talk, 0, 0});
}

/// A counter of each interval.
std::vector<double> by_slot(const Scorecard& card, std::size_t row, Counter counter) {
  std::vector<double> values;
  for (std::size_t slot = 0; slot * kRows < card.intervals.size(); ++slot) {
    values.push_back(card.intervals[slot * kRows + row][static_cast<std::size_t>(counter)]);
  }
  return values;
}

/// The intervals of each row add up to its total.
void check_intervals_sum_to_totals(const Scorecard& card) {
  for (std::size_t row = 0; row < card.totals.size(); ++row) {
    for (std::size_t counter = 0; counter < kCounterCount; ++counter) {
      double sum = 0.0;
      for (std::size_t slot = 0; slot * kRows < card.intervals.size(); ++slot) {
        sum += card.intervals[slot * kRows + row][counter];
      }
      INFO("row " << row << ", counter " << counter);
      CHECK(sum == Approx(card.totals[row][counter]).margin(1e-9));
    }
  }
}

}  // namespace

TEST_CASE("without an interval there are totals only", "[score][intervals]") {
  const Scorecard card = score(two_types_and_groups(), FactStream{});
  CHECK(card.intervals.empty());
  CHECK(card.totals.size() == kRows);
}

TEST_CASE("a contact counts in the interval of its arrival, however late it ends",
          "[score][intervals]") {
  FactStream facts;
  add_served(facts, 0, 0, 10);
  add_served(facts, 6 * kHourS - 1e-6, 20 * kHourS, 10);
  add_served(facts, 6 * kHourS, 0, 10);
  add_served(facts, 24 * kHourS - 1e-6, 30, 10);
  add_served(facts, 24 * kHourS + 5, 0, 10);  // after the horizon
  const Scorecard card = score(by_interval(6 * kHour), facts);
  CHECK(by_slot(card, kA, Counter::arrivals) == std::vector<double>{2, 1, 0, 2});
  CHECK(by_slot(card, kA, Counter::wait_s) == std::vector<double>{20 * kHourS, 0, 0, 30});
  CHECK(by_slot(card, kG, Counter::talk_s) == std::vector<double>{20, 10, 0, 20});
  CHECK(by_slot(card, 0, Counter::elapsed_s) == std::vector<double>(4, 6 * kHourS));
  check_intervals_sum_to_totals(card);
}

TEST_CASE("agent time is split at the intervals' boundaries", "[score][intervals]") {
  FactStream facts;
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 5 * kHourS + 0.000001);
  facts.add_time(AgentId{0}, kGroupG, AgentState::talking, 20 * kHourS);
  facts.add_time(AgentId{0}, kGroupG, AgentState::meal, 24 * kHourS, false);
  facts.add_time(AgentId{0}, kGroupG, AgentState::wrap_up, 25 * kHourS, true, true);
  facts.add_time(AgentId{1}, kGroupG, AgentState::talking, 6 * kHourS);
  const Scorecard card = score(by_interval(6 * kHour), facts);
  CHECK(by_slot(card, kG, Counter::available_s) ==
        std::vector<double>{5 * kHourS + 0.000001, 0, 0, 0});
  CHECK(by_slot(card, kG, Counter::busy_s) ==
        std::vector<double>{7 * kHourS - 0.000001, 6 * kHourS, 6 * kHourS, 2 * kHourS});
  CHECK(by_slot(card, kG, Counter::pause_s) == std::vector<double>{0, 0, 0, 4 * kHourS});
  CHECK(by_slot(card, kG, Counter::busy_overrun_s) == std::vector<double>{0, 0, 0, kHourS});
  CHECK(by_slot(card, kG, Counter::labour_cost) ==
        std::vector<double>{12 * 36, 6 * 36, 6 * 36, 3 * 36});
  check_intervals_sum_to_totals(card);
}

TEST_CASE("facts around a boundary may come in any order", "[score][intervals]") {
  FactStream facts;
  for (int i = 0; i < 50; ++i) {
    add_served(facts, kHourS - 1 - i, 0, 1);
    add_served(facts, kHourS + i, 0, 1);
    add_served(facts, 10 * kHourS + i, 0, 1);
  }
  const Scorecard card = score(by_interval(kHour), facts);
  const auto arrivals = by_slot(card, kA, Counter::arrivals);
  CHECK(arrivals[0] == 50);
  CHECK(arrivals[1] == 50);
  CHECK(arrivals[10] == 50);
  CHECK(value("arrivals", card.totals[kA]) == 150);
}

TEST_CASE("days fold onto the time of day", "[score][intervals]") {
  FactStream facts;
  for (int day = 0; day < 3; ++day) add_served(facts, day * kDayS + 9 * kHourS, 10, 60);
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 2 * kDayS + 12 * kHourS);
  const Scorecard card = score(by_interval(12 * kHour, 3), facts);
  CHECK(by_slot(card, kA, Counter::arrivals) == std::vector<double>{3, 0});
  CHECK(by_slot(card, kG, Counter::available_s) == std::vector<double>{36 * kHourS, 24 * kHourS});
  CHECK(by_slot(card, 0, Counter::elapsed_s) == std::vector<double>(2, 36 * kHourS));
  check_intervals_sum_to_totals(card);
}

TEST_CASE("unfolded, each day has its own intervals", "[score][intervals]") {
  FactStream facts;
  for (int day = 0; day < 3; ++day) add_served(facts, day * kDayS + 9 * kHourS, 10, 60);
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 2 * kDayS + 12 * kHourS);
  const Scorecard card = score(by_interval(12 * kHour, 3, false), facts);
  CHECK(by_slot(card, kA, Counter::arrivals) == std::vector<double>{1, 0, 1, 0, 1, 0});
  CHECK(by_slot(card, kG, Counter::available_s) ==
        std::vector<double>{12 * kHourS, 12 * kHourS, 12 * kHourS, 12 * kHourS, 12 * kHourS, 0});
  check_intervals_sum_to_totals(card);
}

TEST_CASE("an interval that does not divide the day leaves a shorter last one",
          "[score][intervals]") {
  FactStream facts;
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 2 * kDayS);
  const Scorecard card = score(by_interval(10 * kHour, 2), facts);
  const std::vector<double> expected{20 * kHourS, 20 * kHourS, 8 * kHourS};
  CHECK(by_slot(card, kG, Counter::available_s) == expected);
  CHECK(by_slot(card, 0, Counter::elapsed_s) == expected);
}

TEST_CASE("what comes before the warm-up's end is not scored, agent time up to it",
          "[score][intervals]") {
  Scenario scenario = by_interval(12 * kHour, 2);
  scenario.experiment.warm_up = 9 * kHour;
  FactStream facts;
  add_served(facts, 9 * kHourS - 1e-6, 100, 60);
  add_served(facts, 9 * kHourS, 10, 60);
  facts.add(kTypeA, ContactOutcome::abandoned, 8 * kHourS, 4 * kHourS, true);
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 10 * kHourS);
  facts.add_time(AgentId{0}, kGroupG, AgentState::meal, 2 * kDayS);
  const Scorecard card = score(scenario, facts);
  CHECK(card.contacts == 3);
  CHECK(by_slot(card, kA, Counter::arrivals) == std::vector<double>{1, 0});
  CHECK(value("asa", card.totals[kA]) == 10);
  CHECK(card.waits[kA].count() == 1);
  CHECK(by_slot(card, kG, Counter::available_s) == std::vector<double>{kHourS, 0});
  CHECK(by_slot(card, kG, Counter::pause_s) == std::vector<double>{14 * kHourS, 24 * kHourS});
  CHECK(by_slot(card, 0, Counter::elapsed_s) == std::vector<double>{15 * kHourS, 24 * kHourS});
  check_intervals_sum_to_totals(card);
}

TEST_CASE("without intervals the warm-up is left out of the totals all the same",
          "[score][intervals]") {
  Scenario scenario = two_types_and_groups();
  scenario.experiment.warm_up = kHour;
  FactStream facts;
  add_served(facts, 10, 0, 60);
  add_served(facts, kHourS, 0, 60);
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 3 * kHourS);
  const Scorecard card = score(scenario, facts);
  CHECK(value("arrivals", card.totals[kA]) == 1);
  CHECK(value("scheduled_hours", card.totals[kG]) == 2);
  CHECK(value("mean_agents_scheduled", card.totals[kG]) == Approx(2 / 23.0));
}

TEST_CASE("in steady state the intervals are the batches after the warm-up", "[score][intervals]") {
  Scenario scenario = by_interval(kHour, 2);
  scenario.experiment.mode = RunMode::steady_state;
  scenario.experiment.warm_up = 8 * kHour;
  scenario.experiment.batches = 10;
  const ScoreLayout layout(scenario, PlanId{0});
  CHECK(layout.interval_count == 10);
  CHECK(layout.interval == 4 * kHour);
  CHECK(layout.origin == 8 * kHour);
  CHECK_FALSE(layout.fold_days);

  FactStream facts;
  add_served(facts, 8 * kHourS - 1, 0, 1);
  for (int batch = 0; batch < 10; ++batch) {
    for (int i = 0; i <= batch; ++i) add_served(facts, (8 + 4 * batch) * kHourS, 0, 1);
  }
  facts.add_time(AgentId{0}, kGroupG, AgentState::talking, 2 * kDayS);
  const Scorecard card = score(scenario, facts);
  CHECK(by_slot(card, kA, Counter::arrivals) == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(by_slot(card, kG, Counter::busy_s) == std::vector<double>(10, 4 * kHourS));
  check_intervals_sum_to_totals(card);
}

TEST_CASE("batches that do not divide the run leave the rest to the last", "[score][intervals]") {
  Scenario scenario = two_types_and_groups();
  scenario.experiment.mode = RunMode::steady_state;
  scenario.experiment.batches = 7;
  FactStream facts;
  facts.add_time(AgentId{0}, kGroupG, AgentState::talking, kDayS);
  const Scorecard card = score(scenario, facts);
  const auto busy = by_slot(card, kG, Counter::busy_s);
  REQUIRE(busy.size() == 7);
  CHECK(busy[0] == 12342.857142);
  CHECK(busy[6] == Approx(kDayS - 6 * 12342.857142).epsilon(1e-14));
  CHECK(busy == by_slot(card, 0, Counter::elapsed_s));
}

TEST_CASE("rows are the centre, then contact types, then agent groups", "[score][intervals]") {
  const ScoreLayout layout(two_types_and_groups(), PlanId{0});
  REQUIRE(layout.row_count() == 5);
  CHECK(layout.row(0).kind == ScopeKind::all);
  CHECK((layout.row(2).kind == ScopeKind::contact_type && layout.row(2).index == 1));
  CHECK((layout.row(3).kind == ScopeKind::agent_group && layout.row(3).index == 0));
}

TEST_CASE("windows tile the time line without gap or overlap, each in one slot",
          "[score][intervals]") {
  const std::uint32_t days = 3;
  const bool fold_days = GENERATE(true, false);
  for (const Duration interval : {kHour, 7 * kHour, kDay - Duration{1}, 90 * kMinute}) {
    Scenario scenario = by_interval(interval, days, fold_days);
    scenario.experiment.warm_up = 5 * kHour + Duration{1};
    const IntervalMap map(ScoreLayout(scenario, PlanId{0}), days * kDay);
    std::vector<Duration> covered(map.slot_count(), Duration{0});
    std::int64_t time = 0;
    while (time < (days * kDay).count()) {
      const Window window = map.locate(time);
      REQUIRE(window.begin == time);
      REQUIRE(window.end() > time);
      CHECK(map.locate(window.end() - 1).slot == window.slot);
      covered[window.slot] += Duration{window.end() - time};
      time = window.end();
    }
    CHECK(time == (days * kDay).count());
    CHECK(covered[map.unscored_slot()] == scenario.experiment.warm_up);
    for (std::size_t slot = 0; slot < map.unscored_slot(); ++slot) {
      CHECK(covered[slot] == map.elapsed(slot));
    }
    CHECK(map.locate(time).slot == map.unscored_slot() - 1);
  }
}

}  // namespace holdline::test
