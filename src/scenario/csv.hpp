// CSV files a scenario names: volumes and AHT by interval, recorded values, recorded arrivals.
// Streams the file; every message has its row and column.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "holdline/scenario/scenario.hpp"
#include "holdline/util/diagnostic.hpp"

namespace holdline {

/// How to read a volumes file; empty names: found by the usual headings.
struct VolumesRequest {
  std::string file;  ///< resolved path
  std::string time_column, day_column, volume_column, handle_time_column;
  std::vector<std::pair<std::string, std::string>> select;  ///< column, value: rows to keep
  std::optional<Duration> interval;  ///< stated by the user; checked against the inferred one
};

struct Volumes {
  Profile rate_per_s;                    ///< contacts per second by interval
  std::vector<double> handle_time_s;     ///< AHT by interval [s], 0 where there were no contacts;
                                         ///< empty without the column
  std::optional<Weekday> first_weekday;  ///< of the first date, if the file has dates
  Duration first_time{};  ///< of the day: the earliest interval's start, whatever its day
  Duration last_time{};   ///< of the day: the latest interval's end
};

/// Warnings about volumes that do not match the horizon and its opening hours.
[[nodiscard]] Diagnostics compare_with_calendar(const Volumes& volumes, const Calendar& calendar,
                                                const std::string& file);

/// nullopt (and errors in `diagnostics`) if it cannot be read.
std::optional<Volumes> read_volumes(const VolumesRequest& request, Diagnostics& diagnostics);

/// One column of durations [s] (or, with `as_times`, of arrival times from the horizon's start).
std::optional<std::vector<double>> read_column(const std::string& file, const std::string& column,
                                               bool as_times, Diagnostics& diagnostics);

}  // namespace holdline
