// Numbers as people write them and no grammar here reads them: `1,060 EUR/year`, `8,5%`. Told apart
// from other mistakes, for the hint that fits those would state another number.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "scenario/tree.hpp"

namespace holdline {

/// What to write for a number with separators of thousands or a decimal comma, and its unit if it
/// has one; empty if the text is none.
[[nodiscard]] std::string separators_hint(std::string_view text);

/// A number with a point that may separate thousands, as in `12.500 EUR`, and three digits behind
/// it, and its unit if it has one.
struct PointInDoubt {
  std::string as_thousands;  ///< `12500 EUR`
  std::string as_decimal;    ///< `12.5 EUR`
  bool ends_in_zero;         ///< which nobody writes behind a decimal point's two digits
};
[[nodiscard]] std::optional<PointInDoubt> point_in_doubt(std::string_view text);

/// Whether an entry in braces is what a comma cut off the number before it: the `060 EUR/year` of
/// `{value: 1,060 EUR/year}`.
[[nodiscard]] bool is_rest_of_number(const Node& mapping, std::size_t entry);

/// What is said of such an entry: the number as it was meant, `0,7`.
[[nodiscard]] std::string cut_number_text(const Node& mapping, std::size_t entry);
inline constexpr std::string_view kCommaInBraces =
    "in braces a comma begins the next entry: write numbers with a decimal point and without a "
    "separator of thousands";

/// Whether the rest of a value of `mapping` is its next entry.
[[nodiscard]] bool is_cut_off(const Node& mapping, const Node& value);

}  // namespace holdline
