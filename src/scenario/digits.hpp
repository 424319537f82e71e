// Runs of digits: what the grammars of numbers, durations and CSV cells are made of. Shared by the
// value parsers only; ASCII, no locale.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace holdline::digits {

/// 0 to 9, whatever the locale.
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of `[0-9]+` at `begin`; `begin` itself if there is no digit.
inline std::size_t skip_digits(std::string_view text, std::size_t begin) {
  while (begin < text.size() && is_digit(text[begin])) ++begin;
  return begin;
}

/// The length of `[0-9]+(\.[0-9]+)?` at the start of the text, 0 if there is none.
inline std::size_t decimal_length(std::string_view text) {
  const std::size_t whole = skip_digits(text, 0);
  if (whole == 0 || whole == text.size() || text[whole] != '.') return whole;
  const std::size_t fraction = skip_digits(text, whole + 1);
  return fraction == whole + 1 ? 0 : fraction;
}

/// The double nearest to a text that is known to be a decimal number.
inline std::optional<double> to_double(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value == 0.0 ? 0.0 : value;  // -0 is 0
}

}  // namespace holdline::digits
