// One pass over the bytes. UTF-8 is decoded strictly (no overlong forms, surrogates, or values
// above U+10FFFF); control characters other than tab and line ends are refused.
#include "scenario/text_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace holdline {
namespace {

// libfyaml 0.7.12 reads tags and directives in time quadratic in their length: 10 s for 100 kB.
// None is allowed, so a short bound costs nobody anything.
constexpr std::size_t kLongestTag = 256;  // [bytes]
// Likewise a run of blank lines in a text: 1 s for 40,000. Outside a text they would cost nothing,
// but which lines are a text only the parser knows.
constexpr std::size_t kMostBlankLines = 200;
// It keeps a flow collection's tokens, 400 bytes each, until the collection ends: a 1 MB file of
// brackets takes 370 MB before its first event.
constexpr std::size_t kMostOpenBrackets = 10'000;
constexpr std::size_t kMostCommas = 400'000;

struct Character {
  std::uint32_t code = 0;
  std::size_t length = 0;
};

std::uint32_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

/// The character at an offset, or nullopt if the bytes are not UTF-8.
std::optional<Character> decode(std::string_view text, std::size_t offset) {
  const std::uint32_t lead = byte_at(text, offset);
  if (lead < 0x80) return Character{lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || offset + length > text.size()) return std::nullopt;
  std::uint32_t code = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint32_t next = byte_at(text, offset + i);
    if ((next & 0xC0u) != 0x80u) return std::nullopt;
    code = (code << 6) | (next & 0x3Fu);
  }
  const bool is_overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (is_overlong || is_surrogate || code > 0x10FFFF) return std::nullopt;
  return Character{code, length};
}

bool is_printable(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  if (code < 0x7F) return true;
  if (code < 0xA0) return code == 0x85;
  return code != 0xFEFF && code != 0xFFFE && code != 0xFFFF;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether a tag (or, at the start of a line, a directive) may begin at an offset.
bool begins_tag_or_directive(std::string_view text, std::size_t offset) {
  const char before = offset == 0 ? '\n' : text[offset - 1];
  if (text[offset] == '%') return before == '\n' || before == '\r';
  constexpr std::string_view kIndicators = "[{,:?-";
  return text[offset] == '!' &&
         (is_blank(before) || kIndicators.find(before) != std::string_view::npos);
}

/// Length of the tag or directive that begins at an offset, counted to kLongestTag + 1.
std::size_t tag_length(std::string_view text, std::size_t offset) {
  const std::size_t end = std::min(text.size(), offset + kLongestTag + 1);
  std::size_t i = offset;
  const bool is_line = text[offset] == '%';
  while (i < end && !(is_line ? text[i] == '\n' || text[i] == '\r' : is_blank(text[i]))) ++i;
  return i - offset;
}

std::optional<std::string> utf16_or_32(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const std::uint32_t mark = (byte_at(text, 0) << 8) | byte_at(text, 1);
  if (mark != 0xFFFE && mark != 0xFEFF) return std::nullopt;
  return "expected UTF-8 text, found UTF-16 or UTF-32";
}

/// What is wrong with the text at an offset, and how many bytes to go on if nothing is.
struct Step {
  std::string problem;
  std::size_t length = 1;
};
Step check_at(std::string_view text, std::size_t offset) {
  const auto character = decode(text, offset);
  if (!character) {
    return {fmt::format("expected UTF-8 text, found the byte 0x{:02X}", byte_at(text, offset)), 1};
  }
  if (!is_printable(character->code)) {
    return {fmt::format("expected text, found the control character U+{:04X}", character->code), 1};
  }
  return {{}, character->length};
}

std::optional<std::size_t> find_long_tag(std::string_view text) {
  for (std::size_t offset = text.find_first_of("!%"); offset != std::string_view::npos;
       offset = text.find_first_of("!%", offset + 1)) {
    if (begins_tag_or_directive(text, offset) && tag_length(text, offset) > kLongestTag) {
      return offset;
    }
  }
  return std::nullopt;
}

/// The offset at which so many brackets are open or there are so many items that the file is beyond
/// every limit. Brackets in texts count too; no real file has a tenth as many.
std::optional<std::size_t> find_too_much_flow(std::string_view text) {
  std::size_t open_count = 0;
  std::size_t item_count = 0;
  for (std::size_t i = text.find_first_of("[]{},"); i != std::string_view::npos;
       i = text.find_first_of("[]{},", i + 1)) {
    if (text[i] == '[' || text[i] == '{') {
      ++open_count;
    } else if (text[i] == ',') {
      ++item_count;
    } else if (open_count > 0) {
      --open_count;
    }
    if (open_count > kMostOpenBrackets || item_count > kMostCommas) return i;
  }
  return std::nullopt;
}

/// The offset of the first blank line too many in a row.
std::optional<std::size_t> find_long_blank(std::string_view text) {
  std::size_t run = 0;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t content = std::min(text.find_first_not_of(" \t", begin), text.size());
    const std::size_t end = std::min(text.find_first_of("\r\n", content), text.size());
    run = content == end ? run + 1 : 0;
    if (run > kMostBlankLines) return begin;
    const bool is_crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (is_crlf ? 2 : 1);
  }
  return std::nullopt;
}

}  // namespace

TextPlace place_of(std::string_view text, std::size_t offset) {
  TextPlace place;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || (c == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'))) {
      ++place.line;
      place.column = 1;
    } else if (c != '\r' && (byte_at(text, i) & 0xC0u) != 0x80u) {
      ++place.column;
    }
  }
  return place;
}

std::string_view without_bom(std::string_view text) {
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

namespace {

bool refuse(std::string_view text, std::size_t offset, const std::string& file, std::string message,
            std::string hint, Diagnostics& diagnostics) {
  const TextPlace place = place_of(text, offset);
  diagnostics.push_back(
      {Severity::error, file, place.line, place.column, {}, std::move(message), std::move(hint)});
  return false;
}

}  // namespace

bool check_text(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  if (const auto problem = utf16_or_32(text)) {
    return refuse(text, 0, file, *problem, "save the file as UTF-8", diagnostics);
  }
  std::size_t offset = 0;
  while (offset < text.size()) {
    Step step = check_at(text, offset);
    if (!step.problem.empty()) {
      return refuse(text, offset, file, std::move(step.problem),
                    byte_at(text, offset) < 0x80 ? "remove it" : "save the file as UTF-8",
                    diagnostics);
    }
    offset += step.length;
  }
  return true;
}

bool check_cost(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  if (const auto tag = find_long_tag(text)) {
    return refuse(text, *tag, file,
                  fmt::format("expected a value, found a tag or directive of more than {} bytes",
                              kLongestTag),
                  "put a text that begins with ! or % in quotes", diagnostics);
  }
  if (const auto flow = find_too_much_flow(text)) {
    return refuse(
        text, *flow, file,
        fmt::format("expected at most {} commas, and {} brackets open at once; found more",
                    kMostCommas, kMostOpenBrackets),
        "", diagnostics);
  }
  if (const auto line = find_long_blank(text)) {
    return refuse(
        text, *line, file,
        fmt::format("expected at most {} blank lines in a row, found more", kMostBlankLines),
        "remove some", diagnostics);
  }
  return true;
}

}  // namespace holdline
