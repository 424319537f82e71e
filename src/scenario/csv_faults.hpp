// The wrong cells of one CSV column. Where nearly all of them are wrong, it is the column that is
// written in another way, and one error says so; where a few are, each is told at its place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv_reader.hpp"

namespace holdline {

/// A cell's text for `expected ..., found ...`.
[[nodiscard]] std::string found_text(std::string_view text);

class CsvFaults {
 public:
  /// `noun` is what one such cell is called.
  explicit CsvFaults(std::string_view noun = "cell") : noun_(noun) {}

  /// A cell that was read.
  void note_good() { ++good_count_; }
  /// A cell that was not. `hint` is for this cell among good ones.
  void note(const CsvRow& row, std::size_t column, std::string_view expected, std::string hint);

  /// The first such cell, or "".
  [[nodiscard]] std::string_view first_text() const { return first_text_; }
  /// Once all rows were read. `hint_of_all`: what to do with a column of such cells.
  void settle(CsvReader& reader, std::string_view hint_of_all) const;

 private:
  struct Fault {
    int line = 0;
    int column = 0;
    std::string message;
    std::string hint;
  };

  std::string_view noun_;
  std::vector<Fault> faults_;  ///< the first ones
  std::string first_text_;
  std::size_t fault_count_ = 0;
  std::size_t good_count_ = 0;
};

}  // namespace holdline
