// Records of a CSV file, one at a time: delimiter found, quotes taken off, byte order mark and line
// ends of any system accepted. Streams, so that a large file costs no more than what is kept of it.
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "holdline/util/diagnostic.hpp"

namespace holdline {

struct CsvCell {
  std::string text;  ///< without quotes and surrounding blanks
  int column = 0;    ///< where it begins in its line, from 1
};

struct CsvRow {
  int line = 0;  ///< where the record begins, from 1
  std::vector<CsvCell> cells;
};

/// Bounds of a file; tests lower them.
struct CsvLimits {
  std::uint64_t bytes = 100u << 20;
  std::uint64_t rows = 1'000'000;
};

class CsvReader {
 public:
  /// Opens the file and reads its heading; errors are told by `is_open` and the diagnostics.
  CsvReader(const std::string& file, Diagnostics& diagnostics, const CsvLimits& limits = {});

  [[nodiscard]] bool is_open() const { return is_open_; }
  [[nodiscard]] const CsvRow& heading() const { return heading_; }
  /// `,` `;` tab `|`, or 0 for a file of one column.
  [[nodiscard]] char delimiter() const { return delimiter_; }

  /// The next record that is not blank; false at the end or when reading must stop.
  bool next(CsvRow& row);

  /// The index of the heading `name` (any case); an error with a suggestion if there is none or
  /// two.
  std::optional<std::size_t> find_column(const std::string& name);

  /// The cell's text; empty if the row is short.
  static std::string_view cell(const CsvRow& row, std::size_t column);

  void error(const CsvRow& row, std::size_t column, std::string message, std::string hint = {});
  void error_at(int line, int column, std::string message, std::string hint = {});
  void warning(std::string message, std::string hint = {});
  void warning_at(int line, int column, std::string message, std::string hint = {});

  /// False after any error.
  [[nodiscard]] bool is_good() const { return error_count_ == 0; }
  [[nodiscard]] int error_count() const { return error_count_; }

 private:
  bool read_line(std::string& line);
  bool read_record(std::string& record, int& line);
  bool check_record(std::string_view record, int line);
  bool split(std::string_view record, CsvRow& row);
  void read_heading();

  std::string file_;
  Diagnostics& diagnostics_;
  CsvLimits limits_;
  std::ifstream stream_;
  CsvRow heading_;
  std::uint64_t byte_count_ = 0;
  std::uint64_t row_count_ = 0;
  int line_count_ = 0;
  int error_count_ = 0;
  char delimiter_ = 0;
  bool is_open_ = false;
  bool is_stopped_ = false;
};

}  // namespace holdline
