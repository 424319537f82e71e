// The grammars of CSV cells. Dates by H. Hinnant's days_from_civil, through std::chrono.
#include "scenario/csv_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "scenario/csv_clock.hpp"
#include "scenario/digits.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

using digits::is_digit;
using digits::skip_digits;

/// A whole text of at most 9 digits as a number.
std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 9 || skip_digits(text, 0) != text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text) value = 10 * value + (c - '0');
  return value;
}

/// The parts of a text between colons, if there are 2 or 3.
struct ColonParts {
  std::array<std::string_view, 3> part;
  std::size_t count = 0;
};
std::optional<ColonParts> split_colons(std::string_view text) {
  ColonParts parts;
  while (true) {
    if (parts.count == parts.part.size()) return std::nullopt;
    const std::size_t colon = text.find(':');
    parts.part[parts.count++] = text.substr(0, colon);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  if (parts.count < 2) return std::nullopt;
  return parts;
}

/// `4:30` as minutes and seconds, `0:04:30` as hours, minutes and seconds [s]; the seconds may have
/// a fraction.
std::optional<double> parse_colon_time(std::string_view text) {
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto parts = split_colons(text);
  if (!parts) return std::nullopt;
  int seconds = 0;
  for (std::size_t i = 0; i < parts->count; ++i) {
    const auto part = parse_digits(parts->part[i]);
    const bool is_first = i == 0;
    if (!part || *part > (is_first ? 9999 : 59)) return std::nullopt;
    if (!is_first && parts->part[i].size() != 2) return std::nullopt;
    seconds = seconds * 60 + *part;
  }
  return static_cast<double>(seconds) + *fraction;
}

/// Three numbers between two like separators.
struct DateParts {
  std::array<std::string_view, 3> part;
  char separator = 0;
};
std::optional<DateParts> split_date(std::string_view text) {
  DateParts parts;
  for (std::size_t i = 0; i < parts.part.size(); ++i) {
    const std::size_t end = skip_digits(text, 0);
    if (end == 0 || end > 4) return std::nullopt;
    parts.part[i] = text.substr(0, end);
    text.remove_prefix(end);
    if (i + 1 == parts.part.size()) break;
    if (text.empty() || (i > 0 && text[0] != parts.separator)) return std::nullopt;
    parts.separator = text[0];
    text.remove_prefix(1);
  }
  const bool is_date =
      text.empty() && std::string_view("-/.").find(parts.separator) != std::string_view::npos;
  return is_date ? std::optional(parts) : std::nullopt;
}

bool has_year_first(const DateParts& parts) {
  const auto& [first, second, third] = parts.part;
  return first.size() == 4 && second.size() <= 2 && third.size() <= 2;
}

/// Whether such a date can mean but one day.
bool is_read(const DateParts& parts) {
  const auto& [first, second, third] = parts.part;
  const bool is_day_first = parts.separator == '.' && first.size() <= 2 && second.size() <= 2;
  return has_year_first(parts) || (is_day_first && third.size() == 4);
}

}  // namespace

std::optional<double> parse_csv_number(std::string_view text, char delimiter) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return parse_number(text);
  if (delimiter == ',' || text.find('.') != std::string_view::npos) return std::nullopt;
  const std::size_t sign = !text.empty() && text[0] == '-' ? 1 : 0;
  const bool may_be_thousands =
      text.size() - comma == 4 && comma - sign <= 3 && comma > sign && text[sign] != '0';
  if (may_be_thousands) return std::nullopt;
  std::string with_point(text);
  with_point[comma] = '.';
  return parse_number(with_point);
}

std::optional<std::int64_t> parse_date(std::string_view text) {
  const std::size_t date_end = text.find_first_of(" T");
  if (date_end != std::string_view::npos) {
    if (parse_cell_time(text.substr(date_end + 1)) != Duration{0}) return std::nullopt;
  }
  const auto parts = split_date(text.substr(0, date_end));
  if (!parts || !is_read(*parts)) return std::nullopt;
  const bool is_day_first = !has_year_first(*parts);
  const auto year = parse_digits(parts->part[is_day_first ? 2 : 0]);
  const auto month = parse_digits(parts->part[1]);
  const auto day = parse_digits(parts->part[is_day_first ? 0 : 2]);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

bool is_foreign_date_text(std::string_view text) {
  const auto parts = split_date(text.substr(0, text.find_first_of(" T")));
  return parts && !is_read(*parts);
}

std::string date_text(std::int64_t date) {
  const std::chrono::year_month_day day{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(date)))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

Weekday weekday_of(std::int64_t date) {
  const std::chrono::weekday day{std::chrono::sys_days(std::chrono::days(static_cast<int>(date)))};
  return static_cast<Weekday>(day.iso_encoding() - 1);
}

std::optional<IntervalStart> parse_interval_start(std::string_view text) {
  IntervalStart start;
  const std::size_t blank = text.find_first_of(" T");
  if (blank != std::string_view::npos && split_date(text.substr(0, blank))) {
    start.date = parse_date(text.substr(0, blank));
    if (!start.date) return std::nullopt;
    text = text.substr(blank + 1);
  }
  const std::size_t dash = text.find('-');
  const auto begin = parse_cell_time(text.substr(0, dash));
  if (!begin || *begin == kDay) return std::nullopt;
  start.begin = *begin;
  if (dash == std::string_view::npos) return start;
  auto end = parse_cell_time(text.substr(dash + 1));
  if (!end) return std::nullopt;
  if (*end == Duration{0}) end = kDay;  // 23:30-00:00
  if (*end <= *begin) return std::nullopt;
  // Some systems write the last second of the interval: 08:00:00-08:29:59.
  if ((*end - *begin) % kMinute == 59 * kSecond) *end += kSecond;
  start.length = *end - *begin;
  return start;
}

std::optional<WrittenTime> parse_written_time(std::string_view text, char delimiter) {
  if (const auto number = parse_csv_number(text, delimiter)) {
    if (*number < 0.0) return std::nullopt;
    return WrittenTime{*number, true};
  }
  if (const auto seconds = parse_colon_time(text)) return WrittenTime{*seconds, false};
  if (const auto seconds = parse_duration_s(text)) return WrittenTime{*seconds, false};
  return std::nullopt;
}

}  // namespace holdline
