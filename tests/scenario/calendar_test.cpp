// The calendar's questions, and rates and agents on the clock as the warnings see them.
#include "examples.hpp"
#include "scenario/staffing.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

Calendar bank() {
  Calendar calendar;
  calendar.days = 14;
  calendar.first_day = Weekday::sunday;
  calendar.open.fill(DayWindow{7 * kHour, kDay});
  calendar.open[static_cast<std::size_t>(Weekday::saturday)] = std::nullopt;
  calendar.holidays = {2, 9};
  return calendar;
}

double servable(const std::vector<double>& loads, const std::vector<double>& capacities,
                const std::vector<std::vector<std::size_t>>& serves) {
  std::size_t steps = 1'000;
  return servable_load(loads, capacities, serves, steps).value();
}

}  // namespace

TEST_CASE("weekdays go round from the first day", "[scenario][calendar]") {
  const Calendar calendar = bank();
  CHECK(calendar.weekday(0) == Weekday::sunday);
  CHECK(calendar.weekday(1) == Weekday::monday);
  CHECK(calendar.weekday(13) == Weekday::saturday);
  CHECK(calendar.weekday(3659) == Weekday::friday);
}

TEST_CASE("opening hours are counted from the start of the horizon", "[scenario][calendar]") {
  const Calendar calendar = bank();
  REQUIRE(calendar.opening(1).has_value());
  CHECK(calendar.opening(1)->begin == kDay + 7 * kHour);
  CHECK(calendar.opening(1)->end == 2 * kDay);
  CHECK_FALSE(calendar.opening(6).has_value());
  CHECK_FALSE(calendar.opening(2).has_value());
  CHECK(calendar.opening(3).has_value());
  CHECK(calendar.horizon() == 14 * kDay);
}

TEST_CASE("a profile lies on the day, the week from Monday, or the horizon",
          "[scenario][calendar]") {
  const Calendar calendar = bank();
  Profile profile;
  profile.offset = 8 * kHour;
  profile.interval = kHour;
  profile.values = {1.0, 2.0};
  profile.span = ProfileSpan::day;
  CHECK(value_at(profile, calendar, 3 * kDay + 9 * kHour) == 2.0);
  CHECK(value_at(profile, calendar, 3 * kDay + 10 * kHour) == 0.0);
  CHECK(value_at(profile, calendar, 7 * kHour) == 0.0);
  profile.span = ProfileSpan::week;
  CHECK(value_at(profile, calendar, kDay + 8 * kHour) == 1.0);  // day 1 is a Monday
  CHECK(value_at(profile, calendar, 8 * kHour) == 0.0);
  profile.span = ProfileSpan::horizon;
  CHECK(value_at(profile, calendar, 8 * kHour) == 1.0);
  CHECK(value_at(profile, calendar, kDay + 8 * kHour) == 0.0);
}

TEST_CASE("a night shift counts into the next day", "[scenario][calendar]") {
  AgentGroup group;
  Shift night;
  night.agents = 3;
  night.days = {true, false, false, false, false, false, false};
  night.hours = {22 * kHour, 30 * kHour};
  group.shifts = {night};
  const Calendar calendar = bank();  // day 1 is the Monday
  CHECK(agents_at(group, calendar, kDay + 23 * kHour) == 3.0);
  CHECK(agents_at(group, calendar, 2 * kDay + 5 * kHour) == 3.0);
  CHECK(agents_at(group, calendar, 2 * kDay + 6 * kHour) == 0.0);
  CHECK(agents_at(group, calendar, 2 * kDay + 23 * kHour) == 0.0);
}

TEST_CASE("a number of agents is there while the centre is open", "[scenario][calendar]") {
  AgentGroup group;
  group.agents.values = {4.0};
  const Calendar calendar = bank();
  CHECK(agents_at(group, calendar, kDay + 7 * kHour) == 4.0);
  CHECK(agents_at(group, calendar, kDay + 6 * kHour) == 0.0);
  CHECK(agents_at(group, calendar, 6 * kDay + 12 * kHour) == 0.0);
}

TEST_CASE("load goes where there is room for all of it", "[scenario][calendar]") {
  // An N-design: type 0 may go to both groups, type 1 only to the second.
  const std::vector<std::vector<std::size_t>> n_design{{1, 0}, {1}};
  CHECK(servable({4.0, 5.0}, {4.0, 5.0}, n_design) == Approx(9.0));
  CHECK(servable({4.0, 6.0}, {4.0, 5.0}, n_design) == Approx(9.0));
  CHECK(servable({1.0, 6.0}, {4.0, 5.0}, n_design) == Approx(6.0));
  CHECK(servable({9.0, 0.0}, {4.0, 5.0}, n_design) == Approx(9.0));
  // A chain: room must be made twice over.
  const std::vector<std::vector<std::size_t>> chain{{0, 1}, {0, 2}, {0}};
  CHECK(servable({1.0, 1.0, 1.0}, {1.0, 1.0, 1.0}, chain) == Approx(3.0));
  CHECK(servable({1.0}, {2.0}, {{}}) == 0.0);
}

TEST_CASE("a search for room ends with its steps", "[scenario][calendar]") {
  const std::vector<std::vector<std::size_t>> chain{{0, 1}, {0, 2}, {0}};
  const std::vector<double> ones(3, 1.0);
  std::size_t steps = 100;
  CHECK(servable_load(ones, ones, chain, steps) == std::optional<double>(3.0));
  const std::size_t taken = 100 - steps;
  CHECK(taken > 5);
  steps = taken - 1;
  CHECK(servable_load(ones, ones, chain, steps) == std::nullopt);
  CHECK(steps == 0);
}
