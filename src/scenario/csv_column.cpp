// One column of a CSV as numbers: recorded durations or arrival times.
#include <fmt/format.h>

#include "scenario/csv.hpp"
#include "scenario/csv_cells.hpp"
#include "scenario/csv_clock.hpp"
#include "scenario/csv_points.hpp"
#include "scenario/csv_reader.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr double kLongestTime = 3660.0 * 86400.0;  // [s], the longest horizon

std::optional<double> parse_cell(std::string_view text, bool as_times, char delimiter) {
  if (as_times) return parse_arrival_time_s(text, delimiter);
  const auto written = parse_written_time(text, delimiter);
  return written ? std::optional<double>(written->value) : std::nullopt;
}

/// What to write for a time as logs have them, or empty.
std::string time_hint(std::string_view text) {
  const bool has_date = parse_interval_start(text).value_or(IntervalStart{}).date.has_value();
  if (!has_date && !has_time_zone(text)) return {};
  return "times count from 00:00 of the first day in the centre's local time: write seconds, or "
         "the days since then before the time, as in 0 08:00:00";
}

}  // namespace

std::optional<std::vector<double>> read_column(const std::string& file, const std::string& column,
                                               bool as_times, Diagnostics& diagnostics) {
  CsvReader reader(file, diagnostics);
  if (!reader.is_open()) return std::nullopt;
  const auto place = reader.find_column(column);
  if (!place) return std::nullopt;
  std::vector<double> values;
  CsvPoints points;
  CsvRow row;
  while (reader.next(row)) {
    const std::string_view text = CsvReader::cell(row, *place);
    const auto value = parse_cell(text, as_times, reader.delimiter());
    if (!value || *value > kLongestTime) {
      reader.error(row, *place,
                   fmt::format("expected {} of at most ten years, found {}",
                               as_times ? "a time (seconds, hh:mm:ss, or d hh:mm:ss)"
                                        : "a duration (seconds, m:ss, h:mm:ss, or 4m30s)",
                               text.empty() ? "nothing" : quote(text)),
                   as_times ? time_hint(text) : std::string());
      continue;
    }
    values.push_back(*value);
    if (parse_csv_number(text, reader.delimiter())) points.note(text, row, *place);
  }
  points.settle(reader);
  if (values.empty() && reader.is_good()) {
    reader.error_at(0, 0, "expected rows below the heading, found none");
  }
  if (!reader.is_good()) return std::nullopt;
  return values;
}

}  // namespace holdline
