// When the rows of a volumes file are: the cells of time and day, alike in all rows. What is wrong
// with a whole column is told once, and not at every row of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "scenario/csv.hpp"
#include "scenario/csv_faults.hpp"
#include "scenario/csv_reader.hpp"
#include "scenario/volumes_columns.hpp"
#include "scenario/volumes_grid.hpp"

namespace holdline {

class VolumeTimes {
 public:
  /// Keeps references; `columns` may be filled until the first row is read.
  VolumeTimes(const VolumesRequest& request, const VolumeColumns& columns, CsvReader& reader)
      : request_(request), columns_(columns), reader_(reader) {}

  /// The day and the time of a row into `out`; false if they are wrong.
  bool read(const CsvRow& row, VolumeRow& out);

  /// Once all rows were read: tells what is wrong with a column, and the table what the rows have
  /// in common.
  void settle(VolumeTable& table);

 private:
  bool read_day(const CsvRow& row, std::size_t column, VolumeRow& out);
  bool set_day_kind(const CsvRow& row, std::size_t column, DayKind kind);
  /// A date in a form that is not read: kept for settle().
  bool is_foreign_date(const CsvRow& row, std::size_t column);
  void find_unused_day(const CsvRow& row);

  const VolumesRequest& request_;
  const VolumeColumns& columns_;
  CsvReader& reader_;
  CsvFaults time_faults_, day_faults_;
  CsvFaults foreign_dates_{"date"};  ///< in a form that is not read
  std::optional<DayKind> day_kind_;
  bool has_looked_for_days_ = false;
  std::string unused_day_;  ///< the heading of a column that looks like days, and is none
};

}  // namespace holdline
