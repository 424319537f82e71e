// Kept until the end of the file, for the first cell cannot say what the others are.
#include "scenario/csv_faults.hpp"

#include <fmt/format.h>

#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr std::size_t kMostFaults = 21;      // a reader stops after as many errors
constexpr std::size_t kFaultsToOneGood = 3;  // from here on they are the column's

}  // namespace

std::string found_text(std::string_view text) { return text.empty() ? "nothing" : quote(text); }

void CsvFaults::note(const CsvRow& row, std::size_t column, std::string_view expected,
                     std::string hint) {
  const std::string_view text = CsvReader::cell(row, column);
  if (fault_count_++ == 0) first_text_ = text;
  if (faults_.size() >= kMostFaults) return;
  const int place = column < row.cells.size() ? row.cells[column].column : 1;
  faults_.push_back({row.line, place,
                     fmt::format("expected {}, found {}", expected, found_text(text)),
                     std::move(hint)});
}

void CsvFaults::settle(CsvReader& reader, std::string_view hint_of_all) const {
  if (fault_count_ == 0) return;
  if (fault_count_ <= kFaultsToOneGood * good_count_) {
    for (const Fault& fault : faults_) {
      reader.error_at(fault.line, fault.column, fault.message, fault.hint);
    }
    return;
  }
  const Fault& first = faults_.front();
  const std::size_t more = fault_count_ - 1;
  const std::string others =
      more == 0 ? std::string()
                : fmt::format(", and {} more such {}{}", more, noun_, more == 1 ? "" : "s");
  reader.error_at(first.line, first.column, first.message + others, std::string(hint_of_all));
}

}  // namespace holdline
