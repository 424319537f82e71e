// The section `world.calendar`: days, opening hours, holidays, and what happens at closing.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr std::string_view kClosingRules[] = {"serve", "disconnect", "carry_over"};

bool is_hours(std::string_view text) { return text == "closed" || parse_window(text).has_value(); }

bool is_weekday(std::string_view text) { return parse_weekday(text).has_value(); }

constexpr std::string_view kNight =
    "00:00-24:00, and let rates and shifts bound the night: 24:00 is the latest end";

/// What to write for hours in a form that is not read, or empty.
std::string hours_meant_by(std::string_view text) {
  std::string meant = window_meant_by(text);
  const auto window = parse_window(meant);
  return window && window->end > kDay ? std::string(kNight) : meant;
}

/// A window, or `closed`.
bool read_hours(Slot& slot, std::optional<DayWindow>& out) {
  static const std::string kPattern = "^closed$|" + std::string(pattern::kWindow);
  std::string text;
  if (!slot.text_like(text, "opening hours, such as 08:00-17:30, or closed", kPattern, is_hours,
                      hours_meant_by)) {
    return false;
  }
  const auto window = parse_window(text);
  if (window && window->end > kDay) {
    slot.error(fmt::format("opening hours may not pass midnight, found \"{}\"", text),
               fmt::format("write {}", kNight));
    return false;
  }
  out = window;
  return true;
}

void read_open(Slot& slot, Calendar& out) {
  std::array<bool, 7> is_stated{};
  slot.by_shape({.expected = "opening hours, such as 08:00-17:30, or a mapping of days to them",
                 .scalar =
                     [&](Slot& hours) {
                       std::optional<DayWindow> window;
                       if (read_hours(hours, window)) out.open.fill(window);
                     },
                 .list = {},
                 .mapping =
                     [&](Slot& days) {
                       if (days.is_given()) out.open.fill(std::nullopt);
                       days.map(
                           {1, 7}, "a day or a range of days",
                           [&](Slot& hours) {
                             std::optional<DayWindow> window;
                             const bool is_read = read_hours(hours, window);
                             const auto set = parse_days(hours.key());
                             if (!set && !hours.is_describing()) {
                               hours.error(
                                   fmt::format("expected a day or a range of days, such as "
                                               "monday-friday, found \"{}\"",
                                               hours.key()));
                             }
                             for (std::size_t day = 0; set && day < 7; ++day) {
                               if (!(*set)[day]) continue;
                               if (is_stated[day]) {
                                 hours.error(fmt::format("the hours of {} are stated twice",
                                                         kWeekdayNames[day]));
                               }
                               is_stated[day] = true;
                               if (is_read) out.open[day] = window;
                             }
                           },
                           days_pattern());
                     }});
}

void read_holidays(Slot& slot, Calendar& out) {
  slot.list({0, 3660}, [&](Slot& item) {
    std::uint32_t day = 1;
    if (!item.integer(day, 1, 3660)) return;
    if (day > out.days) {
      item.error(fmt::format("expected a day of the horizon, 1 to {}, found {}", out.days, day));
    } else if (std::find(out.holidays.begin(), out.holidays.end(), day - 1) != out.holidays.end()) {
      item.error(fmt::format("day {} is named twice", day));
    } else {
      out.holidays.push_back(day - 1);
    }
  });
  std::sort(out.holidays.begin(), out.holidays.end());
}

}  // namespace

void read_calendar(Slot& slot, Calendar& out) {
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    Slot days = record.optional("days", "Days in one replication");
    if (!days.integer(out.days, 1, 3660) && days.is_given()) {
      out.days = 3660;  // so that nothing else is called too long
    }
    std::string first_day(kWeekdayNames[static_cast<std::size_t>(out.first_day)]);
    record.optional("first_day", "Weekday of the first day")
        .text_like(first_day, "a day of the week, such as monday", pattern::kWeekday, is_weekday);
    out.first_day = parse_weekday(first_day).value_or(out.first_day);
    Slot open =
        record.optional("open",
                        "Opening hours: one window for every day, or by day; default 00:00-24:00. "
                        "Days a mapping does not name are closed");
    read_open(open, out);
    Slot holidays =
        record.off_unless_given("holidays", "Days of the horizon, from 1, on which it is closed");
    read_holidays(holidays, out);
    record.optional("at_close", "What happens to those who wait at closing time")
        .choice(out.at_close, kClosingRules);
  });
  if (slot.sheet().error_count() != errors) return;
  for (std::uint32_t day = 0; day < out.days; ++day) {
    if (out.opening(day)) return;
  }
  slot.error("the centre is closed on every day of the horizon");
}

}  // namespace holdline
