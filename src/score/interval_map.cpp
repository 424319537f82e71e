// Interval arithmetic in integer microseconds.
#include "score/interval_map.hpp"

#include <algorithm>

namespace holdline {
namespace {

constexpr std::int64_t kDayTicks = kDay.count();
constexpr std::int64_t kEndOfTime = 2 * kForever.count();

Window window(std::int64_t begin, std::int64_t end, std::size_t slot) {
  return {begin, static_cast<std::uint64_t>(end - begin), slot};
}

}  // namespace

IntervalMap::IntervalMap(const ScoreLayout& layout, Duration horizon)
    : warm_up_(layout.warm_up.count()),
      horizon_(horizon.count()),
      origin_(layout.origin.count()),
      interval_(layout.interval_count == 0 ? 0 : layout.interval.count()),
      fold_days_(layout.fold_days) {
  if (interval_ == 0) {
    elapsed_.push_back(elapsed_in_horizon(0, kEndOfTime));
    return;
  }
  elapsed_.reserve(layout.interval_count);
  for (std::size_t slot = 0; slot < layout.interval_count; ++slot) {
    const std::int64_t begin = origin_ + static_cast<std::int64_t>(slot) * interval_;
    const bool is_last = slot + 1 == layout.interval_count;
    elapsed_.push_back(fold_days_
                           ? elapsed_in_days(begin, begin + interval_)
                           : elapsed_in_horizon(begin, is_last ? kEndOfTime : begin + interval_));
  }
}

Duration IntervalMap::elapsed_in_horizon(std::int64_t begin, std::int64_t end) const {
  const std::int64_t scored = std::min(end, horizon_) - std::max(begin, warm_up_);
  return Duration{std::max<std::int64_t>(0, scored)};
}

Duration IntervalMap::elapsed_in_days(std::int64_t begin, std::int64_t end) const {
  const std::int64_t length = std::min(end, kDayTicks) - begin;
  // Up to a time: whole days, and the part of the day it is in.
  const auto until = [&](std::int64_t time) {
    const std::int64_t part = std::clamp<std::int64_t>(time % kDayTicks - begin, 0, length);
    return time / kDayTicks * length + part;
  };
  return Duration{std::max<std::int64_t>(0, until(horizon_) - until(warm_up_))};
}

Window IntervalMap::locate_in_day(std::int64_t time) const {
  const std::int64_t midnight = time / kDayTicks * kDayTicks;
  const std::int64_t slot = (time - midnight) / interval_;
  const std::int64_t begin = midnight + slot * interval_;
  const std::int64_t end = std::min(begin + interval_, midnight + kDayTicks);
  return window(std::max(begin, warm_up_), std::min(end, horizon_), static_cast<std::size_t>(slot));
}

Window IntervalMap::locate(std::int64_t time) const {
  if (time < warm_up_) return window(0, warm_up_, unscored_slot());
  if (interval_ == 0) return window(warm_up_, kEndOfTime, 0);
  const std::size_t last = elapsed_.size() - 1;
  if (time >= horizon_) return window(std::max(horizon_, warm_up_), kEndOfTime, last);
  if (fold_days_) return locate_in_day(time);
  const auto slot = std::min(last, static_cast<std::size_t>((time - origin_) / interval_));
  const std::int64_t begin = origin_ + static_cast<std::int64_t>(slot) * interval_;
  return window(std::max(begin, warm_up_), slot == last ? horizon_ : begin + interval_, slot);
}

}  // namespace holdline
