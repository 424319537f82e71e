// Reads the values people write. Every grammar is a line of `pattern::` in the header; the code is
// by hand because std::regex is slow and because std::from_chars, unlike the C library, knows no
// locale, no hexadecimal and no surrounding blanks.
#include "scenario/values.hpp"

#include <array>
#include <charconv>

#include "scenario/digits.hpp"

namespace holdline {
namespace {

using digits::decimal_length;
using digits::is_digit;
using digits::skip_digits;
using digits::to_double;

/// The length of a number without sign (JSON's grammar) at the start of the text, 0 if none.
std::size_t number_length(std::string_view text) {
  std::size_t end = decimal_length(text);
  if (end == 0) return 0;
  if (text[0] == '0' && end > 1 && is_digit(text[1])) return 0;
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    const std::size_t exponent_end = skip_digits(text, exponent);
    if (exponent_end == exponent) return 0;
    end = exponent_end;
  }
  return end;
}

/// A number without sign followed by exactly `rest`.
struct AmountWithUnit {
  double value = 0.0;
  std::string_view rest;
};
std::optional<AmountWithUnit> split_quantity(std::string_view text) {
  const std::size_t length = number_length(text);
  if (length == 0) return std::nullopt;
  const auto value = to_double(text.substr(0, length));
  if (!value) return std::nullopt;
  return AmountWithUnit{*value, text.substr(length)};
}

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  const bool is_negative = !text.empty() && text[0] == '-';
  const std::string_view magnitude = text.substr(is_negative ? 1 : 0);
  if (magnitude.empty() || number_length(magnitude) != magnitude.size()) return std::nullopt;
  return to_double(text);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  const std::string_view magnitude = text.substr(!text.empty() && text[0] == '-' ? 1 : 0);
  if (magnitude.empty() || skip_digits(magnitude, 0) != magnitude.size()) return std::nullopt;
  if (magnitude.size() > 1 && magnitude[0] == '0') return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<bool> parse_boolean(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

std::optional<double> parse_share(std::string_view text) {
  if (text.empty() || text.back() != '%') return parse_number(text);
  text.remove_suffix(1);
  if (text.find_first_of("eE") != std::string_view::npos || !parse_number(text)) {
    return std::nullopt;
  }
  // The exponent makes 12.3% the double nearest to 0.123; dividing by 100 would round twice.
  return to_double(std::string(text) + "e-2");
}

std::optional<double> parse_rate_per_s(std::string_view text) {
  const auto quantity = split_quantity(text);
  if (!quantity) return std::nullopt;
  if (quantity->rest == "/s") return quantity->value;
  if (quantity->rest == "/min") return quantity->value / 60.0;
  if (quantity->rest == "/h") return quantity->value / 3600.0;
  if (quantity->rest == "/day") return quantity->value / 86400.0;
  return std::nullopt;
}

std::optional<double> parse_rate_per_h(std::string_view text) {
  const auto quantity = split_quantity(text);
  if (!quantity) return std::nullopt;
  if (quantity->rest == "/s") return quantity->value * 3600.0;
  if (quantity->rest == "/min") return quantity->value * 60.0;
  if (quantity->rest == "/h") return quantity->value;
  if (quantity->rest == "/day") return quantity->value / 24.0;
  return std::nullopt;
}

std::optional<double> parse_share_per_year(std::string_view text) {
  constexpr std::string_view kPerYear = "/year";
  if (!text.ends_with(kPerYear) || text[0] == '-') return std::nullopt;
  text.remove_suffix(kPerYear.size());
  return parse_share(text);
}

std::optional<double> parse_number_per_year(std::string_view text) {
  const auto quantity = split_quantity(text);
  if (!quantity || quantity->rest != "/year") return std::nullopt;
  return quantity->value;
}

std::optional<Money> parse_money(std::string_view text) {
  const auto quantity = split_quantity(text);
  if (!quantity) return std::nullopt;
  const std::string_view rest = quantity->rest;  // " EUR"
  if (rest.size() != 4 || rest[0] != ' ') return std::nullopt;
  for (const char c : rest.substr(1)) {
    if (c < 'A' || c > 'Z') return std::nullopt;
  }
  return Money{quantity->value, std::string(rest.substr(1))};
}

std::optional<Money> parse_money_per(std::string_view text, std::string_view unit) {
  if (!text.ends_with(unit)) return std::nullopt;
  text.remove_suffix(unit.size());
  if (text.empty() || text.back() != '/') return std::nullopt;
  text.remove_suffix(1);
  return parse_money(text);
}

std::optional<MoneyRate> parse_money_per_h(std::string_view text) {
  const auto money = parse_money_per(text, "h");
  if (!money) return std::nullopt;
  return MoneyRate{money->amount, money->currency};
}

std::optional<Weekday> parse_weekday(std::string_view text) {
  for (std::size_t i = 0; i < kWeekdayNames.size(); ++i) {
    const std::string_view name = kWeekdayNames[i];
    if (equal_ignoring_case(text, name) || equal_ignoring_case(text, name.substr(0, 3))) {
      return static_cast<Weekday>(i);
    }
  }
  return std::nullopt;
}

}  // namespace holdline
