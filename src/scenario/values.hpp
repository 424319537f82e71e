// The values people write: 4m30s, 08:30, 85%, 252/h, 26 EUR/h. Each function reads the whole text
// or returns nullopt; none accepts what another would (docs/scenario.md, "Values").
#pragma once

#include "holdline/scenario/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace holdline {

struct Node;

std::optional<double> parse_number(std::string_view text);           ///< finite decimal, no leading zeros, no underscore
std::optional<std::int64_t> parse_integer(std::string_view text);    ///< decimal; 5.0 is not one
std::optional<bool> parse_boolean(std::string_view text);            ///< true, false
std::optional<Duration> parse_duration(std::string_view text);       ///< 4m30s; nullopt also on overflow (> kForever) or negative
std::optional<double> parse_duration_s(std::string_view text);       ///< the same without rounding to microseconds [s]
std::optional<Duration> parse_time_of_day(std::string_view text);    ///< 08:30, 24:00
std::optional<DayWindow> parse_window(std::string_view text);        ///< 22:00-06:00 ends on the next day
std::optional<double> parse_share(std::string_view text);            ///< 0.85 or 85%; any finite value, bounds are the caller's
std::optional<double> parse_rate_per_s(std::string_view text);       ///< 252/h
struct MoneyRate {
  double per_h = 0.0;
  std::string currency;
};
std::optional<MoneyRate> parse_money_per_h(std::string_view text);   ///< 26 EUR/h
std::optional<Weekday> parse_weekday(std::string_view text);         ///< monday or mon, any case

/// What the node is, for "found ..." in messages: `"two"`, `a list`, `a mapping`, `nothing`.
std::string describe(const Node& node);

}  // namespace holdline
