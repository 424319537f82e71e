// The comma is the decimal one unless exactly three digits follow each: `24,50` but `1,500`. A
// leading 0 settles it too, as in `0,125`.
#include "scenario/written_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scenario/digits.hpp"

namespace holdline {
namespace {

using digits::is_digit;
using digits::skip_digits;

/// The end of the digits at the start of a text and of the separators between them.
std::size_t numeral_length(std::string_view text) {
  constexpr std::string_view kSeparators = ",._' ";
  std::size_t end = skip_digits(text, 0);
  while (end > 0 && end + 1 < text.size() && kSeparators.find(text[end]) != kSeparators.npos &&
         is_digit(text[end + 1])) {
    end = skip_digits(text, end + 1);
  }
  return end;
}

bool is_unit(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '/' || c == ' ';
  });
}

/// `1060` of `1,060`: one to three digits, then groups of three after one separator; nullopt if
/// they are not.
std::optional<std::string> without_thousands(std::string_view text) {
  std::size_t end = skip_digits(text, 0);
  std::string all(text.substr(0, end));
  if (end == text.size()) return all;
  if (end > 3 || text[0] == '0') return std::nullopt;
  const char separator = text[end];
  while (end < text.size()) {
    if (text[end] != separator || skip_digits(text, end + 1) != end + 4) return std::nullopt;
    all += text.substr(end + 1, 3);
    end += 4;
  }
  return all;
}

}  // namespace

std::string separators_hint(std::string_view text) {
  const std::size_t length = numeral_length(text);
  const std::string_view numeral = text.substr(0, length);
  const std::string_view unit = text.substr(length);
  const std::size_t separators =
      length - static_cast<std::size_t>(std::count_if(numeral.begin(), numeral.end(), is_digit));
  const std::size_t last = numeral.find_last_of(",.");
  const bool is_plain = separators == 0 || (separators == 1 && numeral.find('.') != numeral.npos);
  if (is_plain || !is_unit(unit)) return {};
  if (const auto whole = without_thousands(numeral)) {
    return fmt::format("write {}{}, without a separator of thousands", *whole, unit);
  }
  const bool has_one =
      last != numeral.npos && std::count(numeral.begin(), numeral.end(), numeral[last]) == 1;
  if (!has_one) return {};
  const auto whole = without_thousands(numeral.substr(0, last));
  const std::string_view fraction = numeral.substr(last + 1);
  if (!whole || skip_digits(fraction, 0) != fraction.size()) return {};
  return fmt::format("write {}.{}{}, with a decimal point{}", *whole, fraction, unit,
                     separators > 1 ? " and without a separator of thousands" : "");
}

std::optional<PointInDoubt> point_in_doubt(std::string_view text) {
  const std::size_t length = numeral_length(text);
  const std::string_view numeral = text.substr(0, length);
  const std::string_view unit = text.substr(length);
  const std::size_t point = numeral.find('.');
  if (point == numeral.npos || length - point != 4 || !is_unit(unit)) return std::nullopt;
  const auto whole = without_thousands(numeral);
  if (!whole) return std::nullopt;
  const std::string_view fraction = numeral.substr(0, numeral.find_last_not_of('0') + 1);
  const std::string_view decimal = fraction.ends_with('.') ? numeral.substr(0, point) : fraction;
  return PointInDoubt{*whole + std::string(unit), std::string(decimal) + std::string(unit),
                      numeral.ends_with('0')};
}

bool is_rest_of_number(const Node& mapping, std::size_t entry) {
  if (entry == 0 || entry >= mapping.entries.size()) return false;
  const Node& before = *mapping.entries[entry - 1].value;
  const Node::Entry& rest = mapping.entries[entry];
  const std::size_t length = numeral_length(rest.key);
  return before.kind == NodeKind::scalar && !before.text.empty() && is_digit(before.text.back()) &&
         rest.value->kind == NodeKind::null && length > 0 &&
         is_unit(std::string_view(rest.key).substr(length));
}

std::string cut_number_text(const Node& mapping, std::size_t entry) {
  return fmt::format("expected one number, found `{},{}`", mapping.entries[entry - 1].value->text,
                     mapping.entries[entry].key);
}

bool is_cut_off(const Node& mapping, const Node& value) {
  const auto entry = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                                  [&value](const auto& each) { return each.value == &value; });
  return is_rest_of_number(mapping, static_cast<std::size_t>(entry - mapping.entries.begin()) + 1);
}

}  // namespace holdline
