// The scalar kinds of a field table that say when and how long.
#include <fmt/format.h>

#include "holdline/util/text.hpp"
#include "scenario/fields.hpp"

namespace holdline {
namespace {

std::string duration_form(DurationRange range) {
  if (range.min == Duration{0} && range.max == kLongest) return "a duration, such as 4m30s";
  if (range.min == Duration{1} && range.max == kLongest) {
    return "a duration longer than 0, such as 4m30s";
  }
  return fmt::format("a duration from {} to {}", duration_text(range.min),
                     duration_text(range.max));
}

/// Bare 0 is the only number that is a duration.
std::string duration_schema(DurationRange range) {
  const std::string text = R"("pattern":)" + json_text(pattern::kDuration);
  if (range.min > Duration{0}) return R"("type":"string",)" + text;
  return R"("type":["string","integer"],)" + text + R"(,"minimum":0,"maximum":0)";
}

/// The unit meant by a word, or empty.
std::string_view unit_of(std::string_view word) {
  constexpr std::string_view kWords[][2] = {{"ms", "ms"}, {"mil", "ms"}, {"min", "m"},  {"m", "m"},
                                            {"sec", "s"}, {"s", "s"},    {"hour", "h"}, {"hr", "h"},
                                            {"h", "h"},   {"day", "d"},  {"d", "d"}};
  std::string lower;
  for (const char c : word) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto& [beginning, unit] : kWords) {
    if (lower == unit || (beginning.size() > 1 && lower.rfind(beginning, 0) == 0)) return unit;
  }
  return {};
}

/// What a number with one word (`5 minutes`) is as a duration; or what is wrong with several.
std::string duration_hint(const std::string& text) {
  constexpr std::string_view kDigits = "0123456789.";
  if (parse_number(text) && text[0] != '-') {
    return fmt::format("give a unit: {0}s, {0}m or {0}h", text);
  }
  const std::size_t number_end = text.find_first_not_of(kDigits);
  constexpr const char* kUnits = "units are d, h, m, s and ms";
  if (number_end == 0 || number_end == std::string::npos) return kUnits;
  const std::size_t word = text.find_first_not_of(' ', number_end);
  if (word == std::string::npos) return kUnits;
  const std::size_t word_end = text.find_first_of("0123456789. ", word);
  const std::string_view unit = unit_of(std::string_view(text).substr(word, word_end - word));
  if (unit.empty()) return kUnits;
  if (word_end != std::string::npos) return "write a unit with each number, the largest first";
  const std::string meant = text.substr(0, number_end) + std::string(unit);
  return meant == text ? std::string() : fmt::format("write {}", meant);
}

}  // namespace

std::string duration_text(Duration duration) {
  constexpr struct {
    Duration unit;
    const char* name;
  } kUnits[] = {{kDay, "d"}, {kHour, "h"}, {kMinute, "m"}};
  if (duration == Duration{0}) return "0s";
  std::string text;
  for (const auto& [unit, name] : kUnits) {
    if (duration < unit) continue;
    text += fmt::format("{}{}", duration / unit, name);
    duration %= unit;
  }
  if (duration >= kSecond && duration % kSecond == Duration{0}) {
    text += fmt::format("{}s", duration / kSecond);
  } else if (duration > Duration{0} && duration < kSecond) {
    text += shortest(static_cast<double>(duration.count()) / 1e3) + "ms";
  } else if (duration > Duration{0}) {
    text += shortest(to_seconds(duration)) + "s";
  }
  return text;
}

bool Slot::duration_value(Duration& out, DurationRange range, bool has_default) {
  if (is_describing()) {
    describe(duration_schema(range));
    if (has_default) describe_default(json_text(duration_text(out)));
    return false;
  }
  const std::string what = duration_form(range);
  const std::string* value = scalar(what);
  if (value == nullptr) return false;
  const auto read = parse_duration(*value);
  if (!read || *read < range.min || *read > range.max) {
    const bool is_too_long = read && *read > range.max && range.max == kLongest;
    expected(is_too_long ? "a duration of at most " + duration_text(range.max) : what,
             read ? std::string() : duration_hint(*value));
    return false;
  }
  out = *read;
  return true;
}

bool Slot::duration(Duration& out, DurationRange range) { return duration_value(out, range, true); }

bool Slot::duration(std::optional<Duration>& out, DurationRange range) {
  Duration value{};
  if (!duration_value(value, range, false)) return false;
  out = value;
  return true;
}

bool Slot::duration_s(double& out, DurationRange range) {
  Duration rounded{};
  if (!duration_value(rounded, range, false)) return false;
  out = parse_duration_s(node_->text).value_or(to_seconds(rounded));
  return true;
}

bool Slot::time_of_day(Duration& out) {
  if (is_describing()) {
    describe(R"("type":"string","pattern":)" + json_text(pattern::kTimeOfDay));
    return false;
  }
  constexpr std::string_view kForm = "a time of day, such as 08:30";
  const std::string* value = scalar(kForm);
  if (value == nullptr) return false;
  const auto read = parse_time_of_day(*value);
  if (!read) {
    const std::string meant = time_meant_by(*value);
    expected(kForm, meant.empty() ? meant : "write " + meant);
    return false;
  }
  out = *read;
  return true;
}

bool Slot::window(DayWindow& out) {
  if (is_describing()) {
    describe(R"("type":"string","pattern":)" + json_text(pattern::kWindow));
    return false;
  }
  constexpr std::string_view kForm = "a window of the day, such as 08:00-16:30";
  const std::string* value = scalar(kForm);
  if (value == nullptr) return false;
  const auto read = parse_window(*value);
  if (!read) {
    const std::string meant = window_meant_by(*value);
    expected(kForm, meant.empty() ? meant : "write " + meant);
    return false;
  }
  out = *read;
  return true;
}

}  // namespace holdline
