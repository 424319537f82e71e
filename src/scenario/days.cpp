// Days of the week as people write them, and how a profile lies on them.
#include <fmt/format.h>

#include "scenario/sections.hpp"

namespace holdline {

std::optional<DaySet> parse_days(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = parse_weekday(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_weekday(text.substr(dash + 1));
  if (!first || !last) return std::nullopt;
  DaySet days{};
  std::size_t day = static_cast<std::size_t>(*first);
  for (; day != static_cast<std::size_t>(*last); day = (day + 1) % 7) days[day] = true;
  days[day] = true;
  return days;
}

const std::string& days_pattern() {
  static const std::string kPattern = [] {
    const std::string day(pattern::kWeekday.substr(1, pattern::kWeekday.size() - 2));
    return "^" + day + "(-" + day + ")?$";
  }();
  return kPattern;
}

void profile_fields(Record& record, Profile& out) {
  static constexpr std::string_view kRepeats[] = {"day", "week", "none"};
  record.required("interval", "Length of one interval").duration(out.interval, {kSecond, kWeek});
  record.optional("from", "Time of day at which the first interval begins; default 00:00")
      .time_of_day(out.offset);
  std::size_t repeat = 0;
  record
      .optional("repeat",
                "Repeats each day, each week from Monday, or is laid once from the first day on")
      .word(repeat, kRepeats);
  out.span = repeat == 0   ? ProfileSpan::day
             : repeat == 1 ? ProfileSpan::week
                           : ProfileSpan::horizon;
}

bool fits_span(const Slot& slot, const Profile& profile, const Calendar& calendar) {
  const bool is_week = profile.span == ProfileSpan::week;
  const Duration span = is_week                                ? kWeek
                        : profile.span == ProfileSpan::horizon ? calendar.horizon()
                                                               : kDay;
  const auto count = static_cast<std::int64_t>(profile.values.size());
  const Duration end = profile.offset + count * profile.interval;
  if (end <= span) return true;
  const std::string_view name = profile.span == ProfileSpan::horizon ? "the horizon"
                                : is_week                            ? "the week"
                                                                     : "the day";
  slot.error(
      fmt::format("{} intervals of {} end {} after the first midnight, beyond {} of {}", count,
                  duration_text(profile.interval), duration_text(end), name, duration_text(span)),
      profile.span == ProfileSpan::day ? "for a profile of several days say repeat: week or none"
                                       : "");
  return false;
}

}  // namespace holdline
