// Widths are measured first, colour is put on last: escape codes take no columns.
#include "report/figure_table.hpp"

#include <algorithm>
#include <cassert>
#include <ostream>
#include <utility>

#include "report/display.hpp"

namespace holdline::report {
namespace {

constexpr std::size_t kGap = 2;  // between columns

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::size_t widest(const std::vector<std::string>& lines) {
  std::size_t width = 0;
  for (const std::string& line : lines) width = std::max(width, display_width(line));
  return width;
}

void end_line(std::string& line, std::ostream& out) {
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
  line.clear();
}

}  // namespace

FigureTable::FigureTable(const std::vector<std::string>& column_titles) {
  for (const std::string& title : column_titles) titles_.push_back(lines_of(title));
}

void FigureTable::add_section(std::string title) { rows_.push_back({std::move(title), {}}); }

void FigureTable::add_row(std::string label, std::vector<FigureText> figures) {
  assert(figures.size() == titles_.size());
  label_width_ = std::max(label_width_, display_width(label));
  rows_.push_back({std::move(label), std::move(figures)});
}

std::vector<FigureTable::Column> FigureTable::measured() const {
  std::vector<Column> columns(titles_.size());
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      columns[i].value = std::max(columns[i].value, display_width(row.figures[i].value));
      columns[i].spread = std::max(columns[i].spread, display_width(row.figures[i].spread));
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Column& column = columns[i];
    const std::size_t title = widest(titles_[i]);
    const std::size_t gap = column.spread > 0 ? 1 : 0;
    column.width = std::max(column.value + gap + column.spread, title);
    column.value = column.width - gap - column.spread;
  }
  return columns;
}

std::size_t FigureTable::width() const {
  std::size_t width = label_width_;
  for (const Column& column : measured()) width += kGap + column.width;
  return width;
}

bool FigureTable::fit(std::size_t plain, const TextStyle& style) {
  if (width() <= static_cast<std::size_t>(std::max(style.width, 1))) return false;
  bool has_lost = false;
  for (Row& row : rows_) {
    for (std::size_t i = 0; i < std::min(plain, row.figures.size()); ++i) {
      has_lost = has_lost || !row.figures[i].spread.empty();
      row.figures[i].spread.clear();
    }
  }
  return has_lost;
}

void FigureTable::write(const TextStyle& style, std::ostream& out) const {
  const std::vector<Column> columns = measured();
  const auto budget = static_cast<std::size_t>(std::max(style.width, 1));
  for (std::size_t first = 0; first < columns.size();) {
    std::size_t last = first;
    std::size_t width = label_width_;
    while (last < columns.size() &&
           (last == first || width + kGap + columns[last].width <= budget)) {
      width += kGap + columns[last].width;
      ++last;
    }
    if (first > 0) out << '\n';
    write_columns(first, last, columns, style, out);
    first = last;
  }
}

// The last lines of all titles stand on one line, right above the figures.
void FigureTable::write_titles(std::size_t first, std::size_t last,
                               const std::vector<Column>& columns, const TextStyle& style,
                               std::ostream& out) const {
  std::size_t height = 0;
  for (std::size_t i = first; i < last; ++i) height = std::max(height, titles_[i].size());
  for (std::size_t level = 0; level < height; ++level) {
    std::string line(label_width_, ' ');
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t skipped = height - titles_[i].size();
      const std::string text = level < skipped ? "" : titles_[i][level - skipped];
      // Over the values, so that the eye falls from the plan's name to its numbers.
      const std::string cell = pad_right(pad_left(text, columns[i].value), columns[i].width);
      line += std::string(kGap, ' ') + inked(cell, Ink::bold, style.color);
    }
    end_line(line, out);
  }
}

void FigureTable::write_columns(std::size_t first, std::size_t last,
                                const std::vector<Column>& columns, const TextStyle& style,
                                std::ostream& out) const {
  write_titles(first, last, columns, style, out);
  const std::string gap(kGap, ' ');
  std::string line;
  for (const Row& row : rows_) {
    if (row.figures.empty()) {
      out << '\n' << inked(row.label, Ink::bold, style.color) << '\n';
      continue;
    }
    line = pad_right(row.label, label_width_);
    for (std::size_t i = first; i < last; ++i) {
      const FigureText& figure = row.figures[i];
      line += gap + pad_left(figure.value, columns[i].value);
      if (columns[i].spread == 0) continue;
      const std::string spread = pad_right(figure.spread, columns[i].spread);
      line += ' ' + inked(spread, Ink::dim, style.color && !figure.spread.empty());
    }
    end_line(line, out);
  }
}

}  // namespace holdline::report
