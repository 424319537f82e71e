// Whether the points of a CSV column are decimal points or separate thousands. A spreadsheet with
// decimal commas writes 1100 as `1.100`, and read as 1.1 it would be a slip nobody sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv_reader.hpp"

namespace holdline {

/// What the numbers of one column tell of its points; asked once all of them were noted.
class CsvPoints {
 public:
  /// `text` was read as a number.
  void note(std::string_view text, const CsvRow& row, std::size_t column);

  /// Refuses numbers such as `1.100` where other cells speak against a decimal point, and warns
  /// where none speaks for one. Only files with `;` or tabs and columns with decimal commas are in
  /// doubt.
  void settle(CsvReader& reader) const;

 private:
  struct Place {
    std::string text;
    int line = 0;
    int column = 0;
  };

  std::vector<Place> doubtful_;  ///< 1 to 3 digits, a point, 3 digits
  std::string whole_;            ///< the first number above 0 without point or comma
  std::string with_comma_;       ///< the first one with a decimal comma
  bool has_decimal_point_ = false;
};

}  // namespace holdline
