#include "scenario/volumes_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenario/csv_cells.hpp"
#include "scenario/csv_clock.hpp"
#include "scenario/digits.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr std::string_view kZoneHint =
    "times are the centre's local ones: convert them, and write them without a zone, as "
    "2024-03-01 08:00";

/// What to do with a row that is not one of the intervals, as far as its cell tells.
std::string stray_row_hint(std::string_view text) {
  if (has_time_zone(text)) return std::string(kZoneHint);
  if (std::any_of(text.begin(), text.end(), digits::is_digit)) return {};
  return "if it is a line of totals, a second heading or a note, take it out of the file";
}

}  // namespace

bool VolumeTimes::read(const CsvRow& row, VolumeRow& out) {
  const std::string_view text = CsvReader::cell(row, columns_.time);
  const auto start = parse_interval_start(text);
  if (!start) {
    if (is_foreign_date(row, columns_.time)) return false;
    time_faults_.note(row, columns_.time,
                      "the interval's start (08:00, 08:00-08:30, or 2024-03-01 08:00)",
                      stray_row_hint(text));
    return false;
  }
  time_faults_.note_good();
  out.begin = start->begin;
  out.length = start->length.value_or(Duration{0});
  if (start->date) {
    if (!request_.day_column.empty()) {
      reader_.error(row, columns_.time,
                    fmt::format("expected a time without a date, since `columns` names a column "
                                "for the day; found {}",
                                found_text(text)));
      return false;
    }
    out.day = *start->date;
    return set_day_kind(row, columns_.time, DayKind::date);
  }
  if (columns_.day) return read_day(row, *columns_.day, out);
  find_unused_day(row);
  return set_day_kind(row, columns_.time, DayKind::none);
}

bool VolumeTimes::read_day(const CsvRow& row, std::size_t column, VolumeRow& out) {
  const std::string_view text = CsvReader::cell(row, column);
  if (const auto weekday = parse_weekday(text)) {
    day_faults_.note_good();
    out.day = static_cast<std::int64_t>(*weekday);
    return set_day_kind(row, column, DayKind::weekday);
  }
  if (const auto date = parse_date(text)) {
    day_faults_.note_good();
    out.day = *date;
    return set_day_kind(row, column, DayKind::date);
  }
  if (is_foreign_date(row, column)) return false;
  day_faults_.note(row, column, "a weekday (monday) or a date (2024-03-01 or 01.03.2024)",
                   stray_row_hint(text));
  return false;
}

/// All rows must tell their days in the same way.
bool VolumeTimes::set_day_kind(const CsvRow& row, std::size_t column, DayKind kind) {
  constexpr std::array<std::string_view, 3> kNames{"no day", "a weekday", "a date"};
  if (!day_kind_) day_kind_ = kind;
  if (*day_kind_ == kind) return true;
  reader_.error(row, column,
                fmt::format("expected {} as in the rows above, found {}",
                            kNames[static_cast<std::size_t>(*day_kind_)],
                            kNames[static_cast<std::size_t>(kind)]));
  return false;
}

bool VolumeTimes::is_foreign_date(const CsvRow& row, std::size_t column) {
  if (!is_foreign_date_text(CsvReader::cell(row, column))) return false;
  foreign_dates_.note(row, column, "dates as 2024-03-01 or 01.03.2024", {});
  return true;
}

/// Looked for in the first row alone: a column of days has one in every row.
void VolumeTimes::find_unused_day(const CsvRow& row) {
  if (has_looked_for_days_) return;
  has_looked_for_days_ = true;
  const std::vector<CsvCell>& heading = reader_.heading().cells;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const std::string_view text = CsvReader::cell(row, i);
    const bool is_selected =
        std::find(columns_.select.begin(), columns_.select.end(), i) != columns_.select.end();
    if (is_selected || i == columns_.time || i == columns_.volume || i == columns_.handle_time) {
      continue;
    }
    if (!parse_weekday(text) && !parse_date(text) && !is_foreign_date_text(text)) continue;
    unused_day_ = heading[i].text;
    return;
  }
}

void VolumeTimes::settle(VolumeTable& table) {
  table.day_kind = day_kind_.value_or(DayKind::none);
  table.unused_day = unused_day_;
  const bool has_digit =
      day_faults_.first_text().find_first_of("0123456789") != std::string_view::npos;
  time_faults_.settle(reader_, has_time_zone(time_faults_.first_text())
                                   ? kZoneHint
                                   : "write times of the 24-hour clock alone: 08:00, 13:30");
  day_faults_.settle(reader_, has_digit ? "write dates alone: 2024-03-01 or 01.03.2024"
                                        : "write weekdays in English, in full or as mon, tue, wed");
  foreign_dates_.settle(reader_,
                        "which is the day and which the month cannot be told for sure: give the "
                        "column the format yyyy-mm-dd in the spreadsheet, and export it again");
}

}  // namespace holdline
