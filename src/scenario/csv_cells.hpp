// What the cells of a CSV say: calls, clock times, dates, handle times. Spreadsheets write these
// differently from scenario files, hence grammars of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// A number, with `,` for the decimal point where that is not the delimiter. `1,200`, which may
/// mean 1.2 or 1200, is refused.
std::optional<double> parse_csv_number(std::string_view text, char delimiter);

/// When an interval begins: `08:00`, `08:00-08:30`, or either after a date, `2024-03-01 08:00`.
struct IntervalStart {
  std::optional<std::int64_t> date;  ///< days since 1970-01-01
  Duration begin{};                  ///< from midnight
  std::optional<Duration> length;    ///< of a range
};
std::optional<IntervalStart> parse_interval_start(std::string_view text);

/// `2024-03-01` (also with slashes or points, and parts of one digit) or `01.03.2024` (where the
/// year is last, points only: the day always comes first), alone or with midnight behind it as
/// spreadsheets and databases export a date, as days since 1970-01-01 (proleptic Gregorian
/// calendar); nullopt if there is no such day.
std::optional<std::int64_t> parse_date(std::string_view text);
/// Whether a text, or what stands before its first blank, is a date in a form that is not read:
/// `03/01/2024`, `1.3.24`.
bool is_foreign_date_text(std::string_view text);
std::string date_text(std::int64_t date);
Weekday weekday_of(std::int64_t date);

/// A handle time as written: `4:30` (minutes and seconds), `0:04:30`, either with a fraction of the
/// seconds, `4m30s`, or a plain number, whose unit the whole column decides.
struct WrittenTime {
  double value = 0.0;  ///< [s], or the number itself
  bool is_plain = false;
};
std::optional<WrittenTime> parse_written_time(std::string_view text, char delimiter);

}  // namespace holdline
