// Column counting after Unicode's East Asian Width, reduced to the ranges names are written in.
// wcwidth() would ask the C locale, and a report must not depend on it.
#include "report/display.hpp"

#include <cstdint>

namespace holdline::report {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF},
                           {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},  {0xFE30, 0xFE6F},
                           {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                           {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Range kCombining[] = {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                                {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
                                {0xFE20, 0xFE2F}};

template <std::size_t n>
bool is_in(std::uint32_t code, const Range (&ranges)[n]) {
  for (const Range& range : ranges) {
    if (code >= range.first && code <= range.last) return true;
  }
  return false;
}

// The code point that starts at text[at]; `at` moves behind it. Malformed bytes count as one each.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint32_t lead = byte(at++);
  if (lead < 0xC0) return lead;
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  std::uint32_t code = lead & (0x3Fu >> more);
  for (std::size_t i = 0; i < more && at < text.size() && (byte(at) & 0xC0) == 0x80; ++i) {
    code = (code << 6) | (byte(at++) & 0x3Fu);
  }
  return code;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t code = next_code_point(text, at);
    if (is_in(code, kCombining)) continue;
    width += is_in(code, kWide) ? 2u : 1u;
  }
  return width;
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(taken < width ? width - taken : 0, ' ') + std::string(text);
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(text) + std::string(taken < width ? width - taken : 0, ' ');
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    std::size_t column) {
  std::string out;
  bool is_first = true;  // on its line
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    const std::size_t word_width = display_width(word);
    if (!is_first && column + 1 + word_width > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
      is_first = true;
    }
    if (!is_first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word_width;
    is_first = false;
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return out;
}

std::string inked(std::string_view text, Ink ink, bool color) {
  if (!color || ink == Ink::plain || text.empty()) return std::string(text);
  std::string_view code;
  switch (ink) {
    case Ink::bold:
      code = "\x1b[1m";
      break;
    case Ink::dim:
      code = "\x1b[2m";
      break;
    case Ink::good:
      code = "\x1b[32m";
      break;
    case Ink::bad:
      code = "\x1b[31m";
      break;
    case Ink::plain:
      break;
  }
  return std::string(code) + std::string(text) + "\x1b[0m";
}

std::string grouped(std::string_view number) {
  const std::size_t first = number.find_first_of("0123456789");
  if (first == std::string_view::npos) return std::string(number);
  std::size_t end = number.find_first_not_of("0123456789", first);
  if (end == std::string_view::npos) end = number.size();
  std::string out(number.substr(0, first));
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && (end - i) % 3 == 0) out += ',';
    out += number[i];
  }
  return out + std::string(number.substr(end));
}

}  // namespace holdline::report
