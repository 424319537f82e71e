// One cell cannot say it: the column decides. Whole numbers beside `1.100` mean thousands, `9.5`
// beside it a decimal point.
#include "scenario/csv_points.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/digits.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr std::size_t kMostPlaces = 20;  // a reader stops after as many errors

bool may_be_thousands(std::string_view text, std::size_t point) {
  return point >= 1 && point <= 3 && text[0] != '0' && text.size() == point + 4 &&
         digits::skip_digits(text, point + 1) == text.size();
}

std::string without_point(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  return text;
}

}  // namespace

void CsvPoints::note(std::string_view text, const CsvRow& row, std::size_t column) {
  const std::size_t point = text.find('.');
  if (text.find(',') != std::string_view::npos) {
    if (with_comma_.empty()) with_comma_ = text;
  } else if (point == std::string_view::npos) {
    if (whole_.empty() && text != "0") whole_ = text;
  } else if (!may_be_thousands(text, point)) {
    // A system that writes every zero as 0.0 has said nothing of its other points.
    has_decimal_point_ = has_decimal_point_ || text.find_first_of("123456789") != text.npos;
  } else if (doubtful_.size() < kMostPlaces) {
    doubtful_.push_back({std::string(text), row.line, row.cells[column].column});
  }
}

void CsvPoints::settle(CsvReader& reader) const {
  if (doubtful_.empty()) return;
  const bool is_continental = !with_comma_.empty();
  const bool is_from_spreadsheet = reader.delimiter() == ';' || reader.delimiter() == '\t';
  if (!is_continental && (!is_from_spreadsheet || has_decimal_point_)) return;
  const std::string& other = is_continental ? with_comma_ : whole_;
  if (other.empty()) {
    const Place& first = doubtful_.front();
    return reader.warning_at(
        first.line, first.column,
        fmt::format("{} is read as {}", quote(first.text),
                    shortest(parse_number(first.text).value_or(0.0))),
        fmt::format("if the point separates thousands, write {}", without_point(first.text)));
  }
  for (const Place& place : doubtful_) {
    reader.error_at(place.line, place.column,
                    fmt::format("expected numbers without a thousands separator, found {} in a "
                                "column with {}",
                                quote(place.text), quote(other)),
                    fmt::format("write {}, or {}0 if the point is a decimal one",
                                without_point(place.text), place.text));
  }
}

}  // namespace holdline
