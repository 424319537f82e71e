// The values people write: 4m30s, 08:30, 85%, 252/h, 26 EUR/h. Each function reads the whole text
// or returns nullopt; none accepts what another would (docs/scenario.md, "Values").
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

struct Node;

std::optional<double> parse_number(
    std::string_view text);  ///< finite decimal, no leading zeros, no underscore
std::optional<std::int64_t> parse_integer(std::string_view text);  ///< decimal; 5.0 is not one
std::optional<bool> parse_boolean(std::string_view text);          ///< true, false
std::optional<Duration> parse_duration(
    std::string_view text);  ///< 4m30s; nullopt also on overflow (> kForever) or negative
std::optional<double> parse_duration_s(
    std::string_view text);  ///< the same without rounding to microseconds [s]
std::optional<Duration> parse_time_of_day(std::string_view text);  ///< 08:30, 24:00
std::string clock_text(Duration time);  ///< the reverse; with seconds if there are any
std::optional<DayWindow> parse_window(std::string_view text);  ///< 22:00-06:00 ends on the next day
std::optional<double> parse_share(
    std::string_view text);  ///< 0.85 or 85%; any finite value, bounds are the caller's
std::optional<double> parse_rate_per_s(std::string_view text);  ///< 252/h; nullopt if negative
struct MoneyRate {
  double per_h = 0.0;
  std::string currency;
};
std::optional<MoneyRate> parse_money_per_h(
    std::string_view text);  ///< 26 EUR/h; nullopt if negative
struct Money {
  double amount = 0.0;
  std::string currency;
};
std::optional<Money> parse_money(std::string_view text);  ///< 5 EUR; nullopt if negative
std::optional<Money> parse_money_per(std::string_view text,
                                     std::string_view unit);  ///< 800 EUR/week, of this unit only
std::optional<double> parse_share_per_year(std::string_view text);   ///< 9%/year, 0.09/year
std::optional<double> parse_number_per_year(std::string_view text);  ///< 2.4/year
std::optional<double> parse_rate_per_h(std::string_view text);       ///< 12/h; nullopt if negative
/// By Weekday.
inline constexpr std::array<std::string_view, 7> kWeekdayNames{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
std::optional<Weekday> parse_weekday(std::string_view text);  ///< monday or mon, any case

/// `16:30` for what some people write instead: `16.30`, `4:30 pm`, `16h30`; empty if it is not
/// that.
std::string time_meant_by(std::string_view text);
/// `09:00-17:00` likewise: `9-17`, `9.00 - 17.00`, `9am to 5pm`.
std::string window_meant_by(std::string_view text);

/// What each function reads, as an ECMAScript regular expression for the JSON Schema; the functions
/// additionally refuse what overflows. A test holds each pair to the same verdict.
namespace pattern {
inline constexpr std::string_view kNumber = R"(^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$)";
inline constexpr std::string_view kInteger = R"(^-?(0|[1-9][0-9]*)$)";
inline constexpr std::string_view kDuration =
    R"(^(0|(?=[0-9])([0-9]+(\.[0-9]+)?d)?( ?[0-9]+(\.[0-9]+)?h)?( ?[0-9]+(\.[0-9]+)?m)?)"
    R"(( ?[0-9]+(\.[0-9]+)?s)?( ?[0-9]+(\.[0-9]+)?ms)?)$)";
inline constexpr std::string_view kTimeOfDay =
    R"(^(([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?)$)";
inline constexpr std::string_view kWindow =
    R"(^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)"
    R"(-(([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?)$)";
inline constexpr std::string_view kShare =
    R"(^-?(0|[1-9][0-9]*)(\.[0-9]+)?(%|([eE][+-]?[0-9]+)?)$)";
inline constexpr std::string_view kRate =
    R"(^(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/(s|min|h|day)$)";
inline constexpr std::string_view kMoneyPerHour =
    R"(^(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? [A-Z]{3}/h$)";
inline constexpr std::string_view kSharePerYear =
    R"(^(0|[1-9][0-9]*)(\.[0-9]+)?(%|([eE][+-]?[0-9]+)?)/year$)";
inline constexpr std::string_view kNumberPerYear =
    R"(^(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/year$)";
inline constexpr std::string_view kMoneyAmount =  ///< of parse_money; kMoney may be negative
    R"(^(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? [A-Z]{3}$)";
inline constexpr std::string_view kMoney =
    R"(^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? [A-Z]{3}$)";
inline constexpr std::string_view kWeekday =
    R"(^([Mm][Oo][Nn]([Dd][Aa][Yy])?|[Tt][Uu][Ee]([Ss][Dd][Aa][Yy])?)"
    R"(|[Ww][Ee][Dd]([Nn][Ee][Ss][Dd][Aa][Yy])?|[Tt][Hh][Uu]([Rr][Ss][Dd][Aa][Yy])?)"
    R"(|[Ff][Rr][Ii]([Dd][Aa][Yy])?|[Ss][Aa][Tt]([Uu][Rr][Dd][Aa][Yy])?|[Ss][Uu][Nn]([Dd][Aa][Yy])?)$)";
}  // namespace pattern

/// Text in double quotes for a message: cut at a character, control characters escaped.
std::string quote(std::string_view text);

/// What the node is, for "found ..." in messages: `"two"`, `12`, `the text "5"` (a number in
/// quotes), `a list`, `a mapping`, `nothing`. Long text is cut, control characters are escaped.
std::string describe(const Node& node);

}  // namespace holdline
