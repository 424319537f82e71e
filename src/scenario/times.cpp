// Durations, times of day and windows: 4m30s, 08:30, 22:00-06:00.
// Whole units are counted in integer microseconds, so that 30m is the same bits as 1800s.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string>

#include "scenario/digits.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

using digits::decimal_length;
using digits::skip_digits;
using digits::to_double;

struct DurationUnit {
  std::string_view name;
  double seconds;
  std::int64_t microseconds;
};
// Largest first: parts of a duration must be in this order, each at most once.
constexpr std::array<DurationUnit, 5> kDurationUnits{{{"d", 86400.0, 86'400'000'000},
                                                      {"h", 3600.0, 3'600'000'000},
                                                      {"m", 60.0, 60'000'000},
                                                      {"s", 1.0, 1'000'000},
                                                      {"ms", 1e-3, 1'000}}};

/// One part of a duration: its decimal text and its unit's index.
struct DurationPart {
  std::string_view digits;
  std::size_t unit = 0;
};

/// Takes the next part off the text, whose unit must come after `previous` in the table.
std::optional<DurationPart> take_duration_part(std::string_view& text, std::size_t first_unit) {
  const std::size_t length = decimal_length(text);
  if (length == 0) return std::nullopt;
  const std::string_view rest = text.substr(length);
  std::size_t unit_length = 0;
  while (unit_length < rest.size() && rest[unit_length] >= 'a' && rest[unit_length] <= 'z') {
    ++unit_length;
  }
  for (std::size_t unit = first_unit; unit < kDurationUnits.size(); ++unit) {
    if (kDurationUnits[unit].name != rest.substr(0, unit_length)) continue;
    const DurationPart part{text.substr(0, length), unit};
    text = rest.substr(unit_length);
    return part;
  }
  return std::nullopt;
}

/// Calls `add(part)` for each part; false if the text is not a duration or `add` refuses.
template <class Add>
bool for_each_duration_part(std::string_view text, Add add) {
  if (text == "0") return true;
  std::size_t first_unit = 0;
  do {
    const auto part = take_duration_part(text, first_unit);
    if (!part || !add(*part)) return false;
    first_unit = part->unit + 1;
    if (!text.empty() && text[0] == ' ') {
      text.remove_prefix(1);
      if (text.empty()) return false;
    }
  } while (!text.empty());
  return true;
}

/// Microseconds of one part: whole units exactly, the fraction rounded to the nearest.
std::optional<std::int64_t> part_microseconds(const DurationPart& part) {
  const std::size_t whole_length = skip_digits(part.digits, 0);
  std::int64_t whole = 0;
  const auto [end, error] =
      std::from_chars(part.digits.data(), part.digits.data() + whole_length, whole);
  if (error != std::errc{} || end != part.digits.data() + whole_length) return std::nullopt;
  const std::int64_t unit = kDurationUnits[part.unit].microseconds;
  if (whole > kForever.count() / unit) return std::nullopt;
  std::int64_t ticks = whole * unit;
  if (whole_length < part.digits.size()) {
    const std::string fraction = "0" + std::string(part.digits.substr(whole_length));
    const auto value = to_double(fraction);
    if (!value) return std::nullopt;
    ticks += static_cast<std::int64_t>(*value * static_cast<double>(unit) + 0.5);
  }
  return ticks;
}

/// Takes a run of one (unless `exactly_two`) or two digits off the text.
std::optional<int> take_two_digits(std::string_view& text, bool exactly_two) {
  const std::size_t length = skip_digits(text, 0);
  if (length == 0 || length > 2 || (exactly_two && length != 2)) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, length)) value = 10 * value + (c - '0');
  text.remove_prefix(length);
  return value;
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  std::int64_t ticks = 0;
  const bool is_duration = for_each_duration_part(text, [&ticks](const DurationPart& part) {
    const auto added = part_microseconds(part);
    if (!added || *added > kForever.count() - ticks) return false;
    ticks += *added;
    return true;
  });
  if (!is_duration) return std::nullopt;
  return Duration{ticks};
}

std::optional<double> parse_duration_s(std::string_view text) {
  if (!parse_duration(text)) return std::nullopt;
  double seconds = 0.0;
  const bool is_duration = for_each_duration_part(text, [&seconds](const DurationPart& part) {
    const auto value = to_double(part.digits);
    if (!value) return false;
    // Milliseconds by division: 250 / 1000 is the double nearest to 0.25, 250 x 1e-3 may not be.
    seconds += kDurationUnits[part.unit].name == "ms" ? *value / 1e3
                                                      : *value * kDurationUnits[part.unit].seconds;
    return true;
  });
  if (!is_duration) return std::nullopt;
  return seconds;
}

std::optional<Duration> parse_time_of_day(std::string_view text) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      if (text.empty() && i == 2) break;
      if (text.empty() || text[0] != ':') return std::nullopt;
      text.remove_prefix(1);
    }
    const auto part = take_two_digits(text, i > 0);
    if (!part) return std::nullopt;
    parts[i] = *part;
  }
  const bool is_midnight = parts[0] == 24 && parts[1] == 0 && parts[2] == 0;
  if (!text.empty() || (parts[0] > 23 && !is_midnight) || parts[1] > 59 || parts[2] > 59) {
    return std::nullopt;
  }
  return parts[0] * kHour + parts[1] * kMinute + parts[2] * kSecond;
}

std::optional<DayWindow> parse_window(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = parse_time_of_day(text.substr(0, dash));
  const auto end = parse_time_of_day(text.substr(dash + 1));
  if (!begin || !end || *begin == kDay) return std::nullopt;
  return DayWindow{*begin, *end > *begin ? *end : *end + kDay};
}

std::string clock_text(Duration time) {
  const std::int64_t seconds = time / kSecond;
  const std::string minutes = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return seconds % 60 == 0 ? minutes : fmt::format("{}:{:02}", minutes, seconds % 60);
}

}  // namespace holdline
