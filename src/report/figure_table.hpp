// A table of figures: labels down, plans across, sections between. All sections share their
// columns, so that the eye can run down a plan. Columns that do not fit go below, labels repeated.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "holdline/report/report.hpp"
#include "report/figure_format.hpp"

namespace holdline::report {

class FigureTable {
 public:
  /// Titles may have several lines.
  explicit FigureTable(const std::vector<std::string>& column_titles);

  /// A heading over the rows that follow, after an empty line.
  void add_section(std::string title);
  /// `figures` in the order of the columns, one for each.
  void add_row(std::string label, std::vector<FigureText> figures);

  /// Where it is too wide to stand unbroken, the first `plain` columns show their values alone;
  /// whether that took an interval away.
  bool fit(std::size_t plain, const TextStyle& style);

  void write(const TextStyle& style, std::ostream& out) const;

 private:
  struct Row {
    std::string label;
    std::vector<FigureText> figures;  ///< empty: a section's heading
  };
  struct Column {
    std::size_t value = 0;   ///< width of the values
    std::size_t spread = 0;  ///< width of the uncertainties
    std::size_t width = 0;   ///< of the whole, title included
  };
  [[nodiscard]] std::vector<Column> measured() const;
  /// Columns it needs to stand unbroken.
  [[nodiscard]] std::size_t width() const;
  void write_titles(std::size_t first, std::size_t last, const std::vector<Column>& columns,
                    const TextStyle& style, std::ostream& out) const;
  void write_columns(std::size_t first, std::size_t last, const std::vector<Column>& columns,
                     const TextStyle& style, std::ostream& out) const;

  std::vector<std::vector<std::string>> titles_;  ///< by column, their lines
  std::vector<Row> rows_;
  std::size_t label_width_ = 0;
};

}  // namespace holdline::report
