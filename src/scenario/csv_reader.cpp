// A record is collected as raw text first (quotes may hold line ends), checked to be UTF-8, then
// split. Reading stops at the first thing that makes the rest unreadable, and goes on otherwise, so
// that all wrong cells are reported at once.
#include "scenario/csv_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "holdline/util/text.hpp"
#include "scenario/csv_text.hpp"
#include "scenario/text_check.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr int kMostErrors = 20;
constexpr std::size_t kLongestRecord = 1u << 20;  // [bytes]
constexpr std::size_t kMostColumns = 1000;

bool is_empty(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const CsvCell& cell) { return cell.text.empty(); });
}

}  // namespace

CsvReader::CsvReader(const std::string& file, Diagnostics& diagnostics, const CsvLimits& limits)
    : file_(file), diagnostics_(diagnostics), limits_(limits) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure)) {
    error_at(0, 0,
             failure || !std::filesystem::exists(file, failure) ? "cannot be read: no such file"
                                                                : "cannot be read: not a file");
    return;
  }
  stream_.open(file, std::ios::binary);
  if (!stream_) {
    error_at(0, 0, "cannot be read: permission denied or a failing disk");
    return;
  }
  read_heading();
}

void CsvReader::read_heading() {
  std::string record;
  int line = 0;
  bool is_stated = false;
  while (read_record(record, line)) {
    if (line == 1) record = std::string(without_bom(record));
    if (!check_record(record, line)) return;
    if (line == 1 && record.size() == 5 && record.substr(0, 4) == "sep=") {  // written by Excel
      delimiter_ = record[4];
      is_stated = true;
      continue;
    }
    if (trimmed(record).empty()) continue;
    if (!is_stated) delimiter_ = detect_delimiter(record);
    heading_.line = line;
    if (!split(record, heading_)) return;
    if (is_empty(heading_)) continue;
    is_open_ = true;
    return;
  }
  if (!is_stopped_) error_at(0, 0, "expected a heading and rows, found an empty file");
}

bool CsvReader::next(CsvRow& row) {
  std::string record;
  while (is_open_ && !is_stopped_ && read_record(record, row.line)) {
    if (!check_record(record, row.line)) return false;
    if (trimmed(record).empty()) continue;
    if (++row_count_ > limits_.rows) {
      error_at(row.line, 1, fmt::format("expected at most {} rows, found more", limits_.rows));
      is_stopped_ = true;
      return false;
    }
    if (!split(record, row)) return false;
    if (is_empty(row)) continue;  // `;;;`, as spreadsheets end a sheet
    const bool has_more = std::any_of(
        row.cells.begin() +
            static_cast<std::ptrdiff_t>(std::min(row.cells.size(), heading_.cells.size())),
        row.cells.end(), [](const CsvCell& cell) { return !cell.text.empty(); });
    if (!has_more) return true;
    error(row, heading_.cells.size(),
          fmt::format("expected {} cells as in the heading, found {}", heading_.cells.size(),
                      row.cells.size()),
          "put a cell that holds the delimiter in quotes");
  }
  return false;
}

bool CsvReader::read_line(std::string& line) {
  line.clear();
  std::streambuf& bytes = *stream_.rdbuf();
  using Traits = std::char_traits<char>;
  int c = bytes.sbumpc();
  if (c == Traits::eof()) return false;
  for (; c != Traits::eof(); c = bytes.sbumpc()) {
    ++byte_count_;
    if (c == '\n') break;
    if (c == '\r') {
      if (bytes.sgetc() == '\n') bytes.sbumpc();
      break;
    }
    line += Traits::to_char_type(c);
    if (line.size() > kLongestRecord || byte_count_ > limits_.bytes) break;
  }
  ++line_count_;
  return true;
}

bool CsvReader::read_record(std::string& record, int& line) {
  record.clear();
  std::string part;
  bool is_quoted = false;
  line = line_count_ + 1;
  while (read_line(part)) {
    if (is_quoted) record += '\n';
    record += part;
    if (std::count(part.begin(), part.end(), '"') % 2 == 1) is_quoted = !is_quoted;
    if (byte_count_ > limits_.bytes) {
      error_at(line, 1, fmt::format("expected a file of at most {} bytes", limits_.bytes));
    } else if (record.size() > kLongestRecord) {
      error_at(line, 1,
               fmt::format("expected a row of at most {} bytes, found more", kLongestRecord),
               is_quoted ? "a quote that is opened here is not closed" : "");
    } else if (is_quoted) {
      continue;
    } else {
      return true;
    }
    is_stopped_ = true;
    return false;
  }
  if (!is_quoted) return false;
  error_at(line, 1, "expected a closing quote, found the end of the file");
  is_stopped_ = true;
  return false;
}

bool CsvReader::check_record(std::string_view record, int line) {
  Diagnostics found;
  if (check_text(record, file_, found)) return true;
  Diagnostic& problem = found.front();
  error_at(line + problem.line - 1, problem.column, std::move(problem.message),
           std::move(problem.hint));
  is_stopped_ = true;
  return false;
}

bool CsvReader::split(std::string_view record, CsvRow& row) {
  std::size_t count = 0;
  int column = 1;
  for (std::size_t begin = 0; begin <= record.size(); ++count) {
    if (count == kMostColumns) {
      error_at(row.line, 1, fmt::format("expected at most {} columns, found more", kMostColumns));
      is_stopped_ = true;
      return false;
    }
    const std::size_t end = cell_end(record, begin, delimiter_);
    if (row.cells.size() <= count) row.cells.emplace_back();
    row.cells[count] = {unquoted(record.substr(begin, end - begin)), column};
    column += static_cast<int>(std::count_if(
                  record.begin() + static_cast<std::ptrdiff_t>(begin),
                  record.begin() + static_cast<std::ptrdiff_t>(end),
                  [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; })) +
              1;
    begin = end + 1;
  }
  row.cells.resize(count);
  return true;
}

std::optional<std::size_t> CsvReader::find_column(const std::string& name) {
  const std::string wanted = normalized_heading(name);
  std::optional<std::size_t> found;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < heading_.cells.size(); ++i) {
    names.push_back(normalized_heading(heading_.cells[i].text));
    if (names.back() != wanted) continue;
    if (found) {
      error(heading_, i, fmt::format("expected one column {}, found two", quote(name)),
            "give each column a name of its own");
      return std::nullopt;
    }
    found = i;
  }
  if (found) return found;
  const std::string near = nearest(wanted, names);
  std::string all;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 20); ++i) {
    all += (i > 0 ? ", " : "") + quote(heading_.cells[i].text);
  }
  error_at(heading_.line, 1,
           fmt::format("expected a column {}, found the columns {}", quote(name), all),
           near.empty() ? "" : fmt::format("did you mean {}?", quote(near)));
  return std::nullopt;
}

std::string_view CsvReader::cell(const CsvRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column].text) : std::string_view();
}

void CsvReader::error(const CsvRow& row, std::size_t column, std::string message,
                      std::string hint) {
  const int place = column < row.cells.size() ? row.cells[column].column : 1;
  error_at(row.line, place, std::move(message), std::move(hint));
}

void CsvReader::error_at(int line, int column, std::string message, std::string hint) {
  if (error_count_ > kMostErrors) return;
  if (error_count_ == kMostErrors) {
    message = "too many errors; the rest of the file was not read";
    hint.clear();
    is_stopped_ = true;
  }
  ++error_count_;
  diagnostics_.push_back(
      {Severity::error, file_, line, column, {}, std::move(message), std::move(hint)});
}

void CsvReader::warning(std::string message, std::string hint) {
  warning_at(0, 0, std::move(message), std::move(hint));
}

void CsvReader::warning_at(int line, int column, std::string message, std::string hint) {
  diagnostics_.push_back(
      {Severity::warning, file_, line, column, {}, std::move(message), std::move(hint)});
}

}  // namespace holdline
