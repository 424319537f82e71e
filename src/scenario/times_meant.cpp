// Times of day and windows as people write them where 08:30 and 08:00-16:30 are read: for hints.
// What cannot be told for sure, as in `1-5pm`, gets none.
#include <array>
#include <string>

#include "scenario/csv_clock.hpp"
#include "scenario/digits.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

/// Whether a time says which half of the day it is in.
bool says_half(std::string_view text) { return text.find_first_of("mM") != text.npos; }

/// `8.30`, `8h30`, `0830` and `8` as `8:30` and `8:00`.
std::string with_colon(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ') plain += c == '.' || c == 'h' || c == 'H' ? ':' : c;
  }
  if (plain.ends_with(':')) plain += "00";
  if (digits::skip_digits(plain, 0) < plain.size()) return plain;
  if (plain.size() <= 2) return plain + ":00";
  return plain.size() == 4 ? plain.substr(0, 2) + ":" + plain.substr(2) : plain;
}

/// The two ends of a window, between which stands a dash, long or short, or the word `to`.
std::optional<std::array<std::string_view, 2>> split_window(std::string_view text) {
  for (const std::string_view between : {"\u2013", " to ", "-"}) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos) continue;
    return std::array<std::string_view, 2>{text.substr(0, at), text.substr(at + between.size())};
  }
  return std::nullopt;
}

}  // namespace

std::string time_meant_by(std::string_view text) {
  auto time = parse_cell_time(text);
  if (!time) time = parse_time_of_day(with_colon(text));
  return time && *time % kMinute == Duration{0} ? clock_text(*time) : std::string();
}

std::string window_meant_by(std::string_view text) {
  const auto ends = split_window(text);
  if (!ends || says_half((*ends)[0]) != says_half((*ends)[1])) return {};
  const std::string begin = time_meant_by((*ends)[0]);
  std::string end = time_meant_by((*ends)[1]);
  if (begin.empty() || end.empty()) return {};
  // `9-5` is hardly 20 hours.
  if (!says_half((*ends)[0]) && end <= begin && begin <= "12:00") return {};
  if (end == "00:00") end = "24:00";
  const std::string meant = begin + "-" + end;
  return parse_window(meant) ? meant : std::string();
}

}  // namespace holdline
