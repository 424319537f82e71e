// Rows of a volumes file laid on a regular grid of intervals: the interval's length found or
// checked, duplicates refused, gaps listed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/csv.hpp"
#include "scenario/csv_reader.hpp"

namespace holdline {

/// What tells the days of a volumes file apart.
enum class DayKind : std::uint8_t { none, weekday, date };

struct VolumeRow {
  std::int64_t day = 0;  ///< 0; weekday from Monday; or days since 1970-01-01
  Duration begin{};      ///< from the day's midnight
  Duration length{};     ///< of a range such as 08:00-08:30, else 0
  double contacts = 0.0;
  double handle_time_s = 0.0;
  int line = 0;
  int column = 0;  ///< of the time, for messages
};

struct VolumeTable {
  std::vector<VolumeRow> rows;  ///< in file order; build_volumes sorts them
  DayKind day_kind = DayKind::none;
  bool has_handle_time = false;
  std::string unused_day;  ///< the heading of a column that looks like days, where none is in use
};

/// nullopt (and errors through `reader`) if the rows are no grid.
std::optional<Volumes> build_volumes(VolumeTable& table, std::optional<Duration> stated_interval,
                                     CsvReader& reader);

}  // namespace holdline
