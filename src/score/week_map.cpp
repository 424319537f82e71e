// Weeks begin with what is scored, not on Mondays: the first is as long as the others.
#include "score/week_map.hpp"

#include <algorithm>
#include <limits>

namespace holdline {
namespace {

constexpr std::int64_t kWeekTicks = kWeek.count();

}  // namespace

WeekMap::WeekMap(const IntervalMap& intervals, Duration warm_up, Duration horizon, bool by_week)
    : intervals_(intervals),
      slots_(intervals.unscored_slot()),
      warm_up_(warm_up.count()),
      horizon_(horizon.count()) {
  if (!by_week) return;
  const std::int64_t weeks = (horizon_ - warm_up_ + kWeekTicks - 1) / kWeekTicks;
  week_count_ = static_cast<std::size_t>(std::max<std::int64_t>(1, weeks));
}

std::int64_t WeekMap::begin_of(std::size_t week) const {
  return warm_up_ + static_cast<std::int64_t>(week) * kWeekTicks;
}

Window WeekMap::week_around(std::int64_t time) const {
  const std::int64_t weeks = std::max<std::int64_t>(0, time - warm_up_) / kWeekTicks;
  const std::size_t week = std::min(week_count_ - 1, static_cast<std::size_t>(weeks));
  const std::int64_t begin = begin_of(week);
  const std::int64_t end =
      week + 1 < week_count_ ? begin + kWeekTicks : std::numeric_limits<std::int64_t>::max();
  return {begin, static_cast<std::uint64_t>(end - begin), week};
}

Window WeekMap::locate(std::int64_t time) const {
  Window window = intervals_.locate(time);
  if (window.slot == slots_) {
    window.slot = unscored_cell();
    return window;
  }
  const Window week = week_around(time);
  const std::int64_t begin = std::max(window.begin, week.begin);
  const std::int64_t end = std::min(window.end(), week.end());
  return {begin, static_cast<std::uint64_t>(end - begin), cell(week.slot, window.slot)};
}

Duration WeekMap::elapsed(std::size_t week) const {
  const std::int64_t end = week + 1 < week_count_ ? begin_of(week + 1) : horizon_;
  return Duration{std::max<std::int64_t>(0, end - begin_of(week))};
}

}  // namespace holdline
