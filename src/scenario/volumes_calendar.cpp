// What a volumes file says against the calendar: days of the one that the other does not have. Such
// volume is dropped, and such days pass without a contact; both look like a quiet centre.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "scenario/csv.hpp"
#include "scenario/csv_cells.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                          "friday", "saturday", "sunday"};

std::string_view name_of(Weekday day) { return kWeekdays[static_cast<std::size_t>(day)]; }

class Comparing {
 public:
  Comparing(const Volumes& volumes, const Calendar& calendar, const std::string& file)
      : volumes_(volumes), profile_(volumes.rate_per_s), calendar_(calendar), file_(file) {}

  Diagnostics compare() {
    first_day_ = profile_.offset / kDay;
    const auto count = static_cast<std::int64_t>(profile_.values.size());
    last_day_ = (profile_.offset + count * profile_.interval - Duration{1}) / kDay;
    if (profile_.span == ProfileSpan::horizon) {
      compare_first_day();
      compare_dropped_days();
    }
    if (profile_.span != ProfileSpan::day) compare_missing_days();
    compare_times();
    return std::move(warnings_);
  }

 private:
  void warn(std::string message, std::string hint = {}) {
    warnings_.push_back({Severity::warning, file_, 0, 0, {}, std::move(message), std::move(hint)});
  }

  void compare_first_day() {
    if (*volumes_.first_weekday == calendar_.first_day) return;
    warn(fmt::format("the first date is a {}, but the horizon begins on a {}",
                     name_of(*volumes_.first_weekday), name_of(calendar_.first_day)),
         fmt::format("set world.calendar.first_day: {}", name_of(*volumes_.first_weekday)));
  }

  void compare_dropped_days() {
    const std::int64_t days = last_day_ + 1;
    if (days <= calendar_.days) return;
    double dropped = 0.0;
    Duration begin = profile_.offset;
    for (const double rate : profile_.values) {
      if (begin >= calendar_.horizon()) dropped += rate * to_seconds(profile_.interval);
      begin += profile_.interval;
    }
    warn(
        fmt::format("the dates cover {} days, but the horizon has {}: {:.6g} contacts are not used",
                    days, calendar_.days, dropped),
        fmt::format("set world.calendar.days: {}", days));
  }

  [[nodiscard]] bool has_rows(std::uint32_t day) const {
    if (profile_.span == ProfileSpan::day) return true;
    const std::int64_t at = profile_.span == ProfileSpan::week
                                ? static_cast<std::int64_t>(calendar_.weekday(day))
                                : std::int64_t{day};
    return at >= first_day_ && at <= last_day_;
  }

  /// Days between the first and the last of the file are told as gaps when it is read.
  void compare_missing_days() {
    std::int64_t missing = 0;
    std::int64_t open = 0;
    for (std::uint32_t day = 0; day < calendar_.days; ++day) {
      if (!calendar_.opening(day)) continue;
      ++open;
      missing += has_rows(day) ? 0 : 1;
    }
    if (missing == 0) return;
    const std::string rows = profile_.span == ProfileSpan::horizon
                                 ? fmt::format("the dates cover {} days", last_day_ + 1)
                                 : fmt::format("the rows are of {} to {}",
                                               kWeekdays[static_cast<std::size_t>(first_day_)],
                                               kWeekdays[static_cast<std::size_t>(last_day_)]);
    warn(fmt::format("{}; no contacts come on {} of the {} open days of the horizon", rows, missing,
                     open));
  }

  void compare_times() {
    std::int64_t intervals = 0;
    std::int64_t days = 0;
    for (std::uint32_t day = 0; day < calendar_.days; ++day) {
      const auto opening = calendar_.opening(day);
      if (!opening || !has_rows(day)) continue;
      const Duration midnight = std::int64_t{day} * kDay;
      const Duration begin = std::max(opening->begin, midnight + volumes_.first_time);
      const Duration end = std::min(opening->end, midnight + volumes_.last_time);
      const Duration outside = opening->end - opening->begin - std::max(Duration{0}, end - begin);
      intervals += (outside + profile_.interval - Duration{1}) / profile_.interval;
      days += outside > Duration{0} ? 1 : 0;
    }
    if (intervals == 0) return;
    warn(fmt::format("the times are {} to {}; no contacts come in {} open intervals outside them, "
                     "on {} day{}",
                     clock_text(volumes_.first_time), clock_text(volumes_.last_time), intervals,
                     days, days == 1 ? "" : "s"),
         is_open_round_the_clock(calendar_)
             ? fmt::format("it is open round the clock; if these are its hours, set "
                           "world.calendar.open: {}-{}",
                           clock_text(volumes_.first_time), clock_text(volumes_.last_time))
             : std::string());
  }

  const Volumes& volumes_;
  const Profile& profile_;
  const Calendar& calendar_;
  const std::string& file_;
  std::int64_t first_day_ = 0;
  std::int64_t last_day_ = 0;
  Diagnostics warnings_;
};

}  // namespace

Diagnostics compare_with_calendar(const Volumes& volumes, const Calendar& calendar,
                                  const std::string& file) {
  return Comparing(volumes, calendar, file).compare();
}

}  // namespace holdline
