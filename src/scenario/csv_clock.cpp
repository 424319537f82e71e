// A day of 12 hours twice begins with 12: 12am is midnight, 12pm noon.
#include "scenario/csv_clock.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "scenario/csv_cells.hpp"
#include "scenario/digits.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

using digits::is_digit;
using digits::skip_digits;

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

enum class Half { none, morning, afternoon };

/// Takes `am`, `PM`, `a.m.` off the end of a text, with the blanks before it.
Half take_half(std::string_view& text) {
  constexpr std::size_t kLongest = 4;
  const std::size_t begin = text.size() - std::min(text.size(), kLongest);
  std::string end;
  for (const char c : text.substr(begin)) {
    end += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const std::string_view suffix : {"am", "a.m.", "pm", "p.m."}) {
    if (!end.ends_with(suffix)) continue;
    text = without_blanks(text.substr(0, text.size() - suffix.size()));
    return suffix[0] == 'a' ? Half::morning : Half::afternoon;
  }
  return Half::none;
}

/// A time of day with the fraction of its seconds, if it has one.
struct Clock {
  Duration time{};
  double fraction_s = 0.0;
  bool has_seconds = false;
  bool has_half = false;
};

std::optional<Clock> parse_clock(std::string_view text) {
  text = without_blanks(text);
  const Half half = take_half(text);
  const std::size_t length = text.size();
  const auto fraction = take_fraction(text);
  const bool has_seconds = std::count(text.begin(), text.end(), ':') == 2;
  if (!fraction || (text.size() < length && !has_seconds)) return std::nullopt;
  const bool is_hour = half != Half::none && !text.empty() && skip_digits(text, 0) == text.size();
  const auto time = parse_time_of_day(is_hour ? std::string(text) + ":00" : std::string(text));
  if (!time || (*time == kDay && *fraction > 0.0)) return std::nullopt;
  Clock clock{*time, *fraction, has_seconds, half != Half::none};
  if (half == Half::none) return clock;
  const std::int64_t hour = *time / kHour;
  if (hour < 1 || hour > 12) return std::nullopt;
  if (hour == 12) clock.time -= 12 * kHour;
  if (half == Half::afternoon) clock.time += 12 * kHour;
  return clock;
}

/// Where `+01:00`, `-0500` or `+01` begins at the end of a text; its size if there is none.
std::size_t offset_begin(std::string_view text) {
  const std::size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos) return text.size();
  const std::string_view offset = text.substr(sign + 1);
  const auto figures = std::count_if(offset.begin(), offset.end(), is_digit);
  const bool has_colon = offset.size() == 5 && offset[2] == ':';
  const bool is_offset = figures == (offset.size() == 2 ? 2 : 4) &&
                         (offset.size() == 2 || offset.size() == 4 || has_colon);
  return is_offset ? sign : text.size();
}

/// The text without the zone behind it; all of it if there is none.
std::string_view without_zone(std::string_view text) {
  if (text.ends_with('Z') || text.ends_with('z')) return text.substr(0, text.size() - 1);
  const std::size_t offset = offset_begin(text);
  if (offset < text.size()) return without_blanks(text.substr(0, offset));
  const std::size_t blank = text.find_last_of(' ');
  if (blank == std::string_view::npos || text.size() - blank < 3) return text;
  const std::string_view word = text.substr(blank + 1);
  const bool is_word =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_word ? without_blanks(text.substr(0, blank)) : text;
}

}  // namespace

std::optional<double> take_fraction(std::string_view& text) {
  const std::size_t point = text.find_first_of(".,");
  if (point == std::string_view::npos || point < text.rfind(':') + 1) return 0.0;
  if (text.find(':') == std::string_view::npos) return 0.0;
  const std::string_view figures = text.substr(point + 1);
  if (figures.empty() || skip_digits(figures, 0) != figures.size()) return std::nullopt;
  text = text.substr(0, point);
  return digits::to_double("0." + std::string(figures));
}

std::optional<Duration> parse_cell_time(std::string_view text) {
  const auto clock = parse_clock(text);
  if (!clock || clock->fraction_s > 0.0) return std::nullopt;
  return clock->time;
}

std::optional<double> parse_arrival_time_s(std::string_view text, char delimiter) {
  if (const auto seconds = parse_csv_number(text, delimiter)) {
    if (*seconds < 0.0) return std::nullopt;
    return seconds;
  }
  double days = 0.0;
  const std::size_t figures = skip_digits(text, 0);
  const bool has_day = figures < text.size() && text[figures] == ' ' &&
                       text.find_first_of("0123456789", figures) != std::string_view::npos;
  if (has_day) {
    if (figures == 0 || figures > 9) return std::nullopt;
    days = digits::to_double(text.substr(0, figures)).value_or(0.0);
    text.remove_prefix(figures + 1);
  }
  const auto clock = parse_clock(text);
  if (!clock || !(clock->has_seconds || clock->has_half)) return std::nullopt;  // 8:30 may be m:ss
  return days * 86400.0 + to_seconds(clock->time) + clock->fraction_s;
}

bool has_time_zone(std::string_view text) {
  text = without_blanks(text);
  const std::string_view time = without_zone(text);
  if (time.size() == text.size() || time.find(':') == std::string_view::npos) return false;
  return parse_interval_start(time).has_value() || parse_clock(time).has_value();
}

}  // namespace holdline
