// The usual headings, and what to say when none or several are there.
#include "scenario/volumes_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv_text.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr std::array<std::string_view, 3> kTimeHeadings{"time", "interval", "start"};
constexpr std::array<std::string_view, 3> kDayHeadings{"day", "weekday", "date"};
constexpr std::array<std::string_view, 6> kVolumeHeadings{
    "volume", "calls", "offered", "contacts", "calls_offered", "contacts_offered"};
constexpr std::array<std::string_view, 2> kHandleTimeHeadings{"aht", "handle_time"};
constexpr std::size_t kMostHeadingsNamed = 20;
constexpr int kMostPreambleLines = 30;

using Names = std::vector<std::string>;

bool has_one_of(const Names& headings, const std::string& named,
                std::span<const std::string_view> usual) {
  return std::any_of(headings.begin(), headings.end(), [&](const std::string& heading) {
    return named.empty() ? std::find(usual.begin(), usual.end(), heading) != usual.end()
                         : heading == normalized_heading(named);
  });
}

bool is_heading(const Names& headings, const VolumesRequest& request) {
  return has_one_of(headings, request.time_column, kTimeHeadings) &&
         has_one_of(headings, request.volume_column, kVolumeHeadings);
}

Names headings_in(std::string_view line) {
  Names names;
  const char delimiter = detect_delimiter(line);
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = cell_end(line, begin, delimiter);
    names.push_back(normalized_heading(unquoted(line.substr(begin, end - begin))));
    begin = end + 1;
  }
  return names;
}

std::size_t filled_count(const Names& cells) {
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

/// Says so where the heading is not the first line, as below a report's title. A heading in a
/// language whose words are not known is told by the lines below it, which have more cells.
bool report_title(const VolumesRequest& request, CsvReader& reader) {
  Names first;
  for (const CsvCell& cell : reader.heading().cells) first.push_back(normalized_heading(cell.text));
  if (is_heading(first, request)) return false;
  // A title's cells, or those of a heading whatever they hold: one column may have no name.
  const std::size_t own = filled_count(first) <= 1 ? filled_count(first) : first.size();
  std::size_t most = own;
  int widest_line = 0;
  std::ifstream in(request.file, std::ios::binary);
  std::array<char, 4096> buffer{};
  for (int line = 1; line <= kMostPreambleLines && in.getline(buffer.data(), buffer.size());
       ++line) {
    std::string_view text(buffer.data());
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (line <= reader.heading().line) continue;
    const Names cells = headings_in(text);
    if (is_heading(cells, request)) {
      reader.error(
          reader.heading(), 0,
          fmt::format("expected the heading in the first line, found one in line {}", line),
          "take out the lines above it");
      return true;
    }
    if (filled_count(cells) <= most) continue;
    most = filled_count(cells);
    widest_line = line;
  }
  if (widest_line == 0) return false;
  reader.error(
      reader.heading(), 0,
      fmt::format("expected the heading in the first line, found {} cell{} there and {} in "
                  "line {}",
                  own, own == 1 ? "" : "s", most, widest_line),
      "if a title stands above the heading, take it out; name the columns with "
      "`columns: {time: ..., volume: ...}`");
  return true;
}

void report_missing(std::string_view key, std::span<const std::string_view> usual,
                    CsvReader& reader) {
  std::vector<std::string> names;
  for (const CsvCell& cell : reader.heading().cells) {
    if (names.size() < kMostHeadingsNamed) names.push_back(quote(cell.text));
  }
  reader.error(reader.heading(), 0,
               fmt::format("expected a column for the {} ({}), found the columns {}", key,
                           fmt::join(usual, ", "), fmt::join(names, ", ")),
               fmt::format("name it with `columns: {{{}: ...}}`", key));
}

/// The column the user names, or the only one with a usual heading.
std::optional<std::size_t> find_one(const std::string& named, std::string_view key,
                                    std::span<const std::string_view> usual, CsvReader& reader) {
  if (!named.empty()) return reader.find_column(named);
  std::optional<std::size_t> place;
  const std::vector<CsvCell>& heading = reader.heading().cells;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const std::string name = normalized_heading(heading[i].text);
    if (std::find(usual.begin(), usual.end(), name) == usual.end()) continue;
    if (place) {
      reader.error(reader.heading(), i,
                   fmt::format("expected one column for the {}, found {} and {}", key,
                               quote(heading[*place].text), quote(heading[i].text)),
                   fmt::format("choose one with `columns: {{{}: ...}}`", key));
      return std::nullopt;
    }
    place = i;
  }
  return place;
}

std::size_t find_required(const std::string& named, std::string_view key,
                          std::span<const std::string_view> usual, CsvReader& reader) {
  const int errors = reader.error_count();
  const auto place = find_one(named, key, usual, reader);
  if (!place && reader.error_count() == errors) report_missing(key, usual, reader);
  return place.value_or(0);
}

/// A column that looks like handle times and is not used would leave those of the scenario in
/// force, unsaid.
void warn_of_handle_times(CsvReader& reader) {
  for (const CsvCell& cell : reader.heading().cells) {
    const std::string name = normalized_heading(cell.text);
    if (name.find("aht") == std::string::npos && name.find("handl") == std::string::npos) continue;
    reader.warning(fmt::format("the column {} is not used", quote(cell.text)),
                   fmt::format("if it holds handle times, say so: `columns: {{handle_time: {}}}`",
                               quote(cell.text)));
  }
}

}  // namespace

std::optional<VolumeColumns> find_volume_columns(const VolumesRequest& request, CsvReader& reader) {
  if (report_title(request, reader)) return std::nullopt;
  VolumeColumns columns;
  columns.time = find_required(request.time_column, "time", kTimeHeadings, reader);
  columns.volume = find_required(request.volume_column, "volume", kVolumeHeadings, reader);
  columns.day = find_one(request.day_column, "day", kDayHeadings, reader);
  columns.handle_time =
      find_one(request.handle_time_column, "handle_time", kHandleTimeHeadings, reader);
  if (!columns.handle_time) warn_of_handle_times(reader);
  for (const auto& [column, value] : request.select) {
    columns.select.push_back(reader.find_column(column).value_or(0));
  }
  if (!reader.is_good()) return std::nullopt;
  return columns;
}

}  // namespace holdline
