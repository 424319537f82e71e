// A volumes file: keeps the selected rows and reads their cells. Every wrong cell is reported, not
// only the first; what the rows mean together is volumes_grid.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "holdline/util/text.hpp"
#include "scenario/csv.hpp"
#include "scenario/csv_cells.hpp"
#include "scenario/csv_faults.hpp"
#include "scenario/csv_points.hpp"
#include "scenario/csv_reader.hpp"
#include "scenario/plausibility.hpp"
#include "scenario/values.hpp"
#include "scenario/volumes_columns.hpp"
#include "scenario/volumes_grid.hpp"
#include "scenario/volumes_times.hpp"

namespace holdline {
namespace {

constexpr double kMostContacts = 1e9;         // in an interval
constexpr double kLongestHandleTime = 86400;  // [s]
constexpr double kMinutesBelow = 30.0;        // plain handle times all below this are minutes
constexpr double kShortestMean = 5.0;         // plausible mean handle times [s]
constexpr double kLongestMean = 4 * 3600.0;
constexpr double kUsualSpread = 20.0;  // between the handle times of a day
constexpr std::size_t kMostValuesNamed = 5;

class VolumesReading {
 public:
  VolumesReading(const VolumesRequest& request, Diagnostics& diagnostics)
      : request_(request), reader_(request.file, diagnostics) {}

  std::optional<Volumes> read() {
    if (!reader_.is_open()) return std::nullopt;
    const auto columns = find_volume_columns(request_, reader_);
    if (!columns) return std::nullopt;
    columns_ = *columns;
    table_.has_handle_time = columns_.handle_time.has_value();
    CsvRow row;
    while (reader_.next(row)) {
      if (is_selected(row)) read_row(row);
    }
    times_.settle(table_);
    volume_faults_.settle(reader_, volume_hint_);
    handle_time_faults_.settle(reader_, {});
    if (reader_.is_good() && table_.rows.empty()) report_no_rows();
    volume_points_.settle(reader_);
    handle_time_points_.settle(reader_);
    if (reader_.is_good() && columns_.handle_time) settle_handle_times();
    if (!reader_.is_good()) return std::nullopt;
    return build_volumes(table_, request_.interval, reader_);
  }

 private:
  bool is_selected(const CsvRow& row) {
    for (std::size_t i = 0; i < columns_.select.size(); ++i) {
      const std::string_view value = CsvReader::cell(row, columns_.select[i]);
      if (value == request_.select[i].second) continue;
      if (i == 0 && values_seen_.size() <= kMostValuesNamed) values_seen_.emplace(value);
      return false;
    }
    return true;
  }

  void report_no_rows() {
    if (request_.select.empty()) {
      reader_.error_at(0, 0, "expected rows below the heading, found none");
      return;
    }
    std::vector<std::string> names;
    for (const std::string& value : values_seen_) {
      names.push_back(names.size() < kMostValuesNamed ? quote(value) : "...");
    }
    reader_.error_at(0, 0,
                     fmt::format("expected rows that `select` keeps, found none; the column {} has "
                                 "{}",
                                 quote(request_.select[0].first),
                                 names.empty() ? quote(request_.select[0].second)
                                               : fmt::format("{}", fmt::join(names, ", "))));
  }

  void read_row(const CsvRow& row) {
    VolumeRow out;
    out.line = row.line;
    out.column = columns_.time < row.cells.size() ? row.cells[columns_.time].column : 1;
    const bool has_time = times_.read(row, out);
    const bool has_contacts = read_contacts(row, out);
    const bool has_handle_time =
        !columns_.handle_time || !has_contacts || read_handle_time(row, out);
    if (has_time && has_contacts && has_handle_time) table_.rows.push_back(out);
  }

  bool read_contacts(const CsvRow& row, VolumeRow& out) {
    const std::string_view text = CsvReader::cell(row, columns_.volume);
    const auto contacts = parse_csv_number(text, reader_.delimiter());
    if (!contacts || *contacts < 0.0 || *contacts > kMostContacts) {
      const bool has_separator = text.find_first_of(",.") != std::string_view::npos;
      const std::string hint =
          has_separator ? "write it with a decimal point and without a thousands separator" : "";
      if (volume_hint_.empty()) volume_hint_ = hint;
      volume_faults_.note(row, columns_.volume,
                          fmt::format("a number of contacts from 0 to {:.0f}", kMostContacts),
                          hint);
      return false;
    }
    volume_faults_.note_good();
    out.contacts = *contacts;
    volume_points_.note(text, row, columns_.volume);
    return true;
  }

  bool read_handle_time(const CsvRow& row, VolumeRow& out) {
    const std::string_view text = CsvReader::cell(row, *columns_.handle_time);
    if (out.contacts == 0.0 && (text.empty() || text == "-")) return true;
    const auto written = parse_written_time(text, reader_.delimiter());
    if (!written || written->value > kLongestHandleTime ||
        (out.contacts > 0.0 && written->value <= 0.0)) {
      handle_time_faults_.note(row, *columns_.handle_time,
                               "a handle time above 0 (4:30, 270, or 4m30s)", {});
      return false;
    }
    handle_time_faults_.note_good();
    if (out.contacts == 0.0) return true;
    if (!has_handle_time_) is_plain_ = written->is_plain;
    has_handle_time_ = true;
    if (written->is_plain != is_plain_) {
      reader_.error(row, *columns_.handle_time,
                    fmt::format("expected handle times written alike, found {} after others {}",
                                found_text(text), is_plain_ ? "without a unit" : "with one"));
      return false;
    }
    out.handle_time_s = written->value;
    if (written->is_plain) {
      handle_time_points_.note(text, row, *columns_.handle_time);
      ++plain_count_;
      below_count_ += written->value < kMinutesBelow ? 1u : 0u;
    }
    longest_ = std::max(longest_, written->value);
    if (shortest_.line == 0 || written->value < shortest_.handle_time_s) {
      shortest_ = out;
      shortest_.column = row.cells[*columns_.handle_time].column;
    }
    return true;
  }

  /// Plain numbers are seconds, unless all of them are too short for that.
  void settle_handle_times() {
    if (!has_handle_time_) return;
    if (!is_plain_) return check_length();
    if (longest_ >= kMinutesBelow) {
      check_magnitudes();
      return check_length();
    }
    for (VolumeRow& row : table_.rows) row.handle_time_s *= 60.0;
    reader_.warning(
        fmt::format("the handle times are all below {:.0f}: read as minutes", kMinutesBelow),
        "write 4:30 or 270 to be sure");
  }

  /// The bounds of a contact type's own handle time, which an AHT by interval replaces.
  void check_length() {
    double contacts = 0.0;
    double work_s = 0.0;
    for (const VolumeRow& row : table_.rows) {
      contacts += row.contacts;
      work_s += row.contacts * row.handle_time_s;
    }
    const double mean_s = work_s / contacts;
    if (mean_s >= kShortestMean && mean_s <= kLongestMean) return;
    reader_.warning(fmt::format("the mean handle time is {}", mean_text(mean_s)),
                    "is its unit right? 4:30 is 4 minutes and 30 seconds, 04:30:00 is 4 hours and "
                    "30 minutes");
  }

  /// Minutes that slipped among seconds would make their interval's contacts vanish; a column of
  /// minutes with a long one among them nearly all.
  void check_magnitudes() {
    const double least = shortest_.handle_time_s;
    if (2 * below_count_ > plain_count_) {
      return reader_.warning(
          fmt::format("{} of {} handle times are below {:.0f}, but the longest is {}: all are read "
                      "as seconds",
                      below_count_, plain_count_, kMinutesBelow, shortest(longest_)),
          "if they are minutes, write them as 4:30 or 270");
    }
    if (least >= kMinutesBelow || longest_ < kUsualSpread * least) return;
    reader_.warning_at(shortest_.line, shortest_.column,
                       fmt::format("the handle times reach from {} to {}, and all are read as "
                                   "seconds",
                                   shortest(least), shortest(longest_)),
                       "are some of them minutes? write 4:30 or 270");
  }

  const VolumesRequest& request_;
  CsvReader reader_;
  VolumeColumns columns_;
  VolumeTimes times_{request_, columns_, reader_};
  VolumeTable table_;
  std::set<std::string> values_seen_;  ///< of the first column of `select`, that are not selected
  double longest_ = 0.0;               ///< handle time as written
  VolumeRow shortest_;                 ///< the row with the shortest, at its cell; line 0: none
  std::size_t plain_count_ = 0;        ///< handle times without a unit
  std::size_t below_count_ = 0;        ///< of those, as short as minutes are
  CsvFaults volume_faults_, handle_time_faults_;
  std::string volume_hint_;  ///< of the first wrong volume that has one
  CsvPoints volume_points_, handle_time_points_;
  bool has_handle_time_ = false;
  bool is_plain_ = false;
};

}  // namespace

std::optional<Volumes> read_volumes(const VolumesRequest& request, Diagnostics& diagnostics) {
  return VolumesReading(request, diagnostics).read();
}

}  // namespace holdline
