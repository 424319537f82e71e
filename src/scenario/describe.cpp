// What a node is, in the words of an error message: the user sees what she wrote, never our types.
#include "scenario/tree.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr std::size_t kLongestQuote = 60;  // [bytes]; a message is a line, not a copy of the file

}  // namespace

std::string quote(std::string_view text) {
  std::size_t length = text.size();
  if (length > kLongestQuote) {
    length = kLongestQuote;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0u) == 0x80u) --length;
  }
  std::string quoted = "\"";
  for (const char c : text.substr(0, length)) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += '?';
    } else {
      quoted += c;
    }
  }
  if (length < text.size()) quoted += "...";
  quoted += '"';
  return quoted;
}

std::string describe(const Node& node) {
  switch (node.kind) {
    case NodeKind::null:
      return "nothing";
    case NodeKind::sequence:
      return "a list";
    case NodeKind::mapping:
      return "a mapping";
    case NodeKind::scalar:
      break;
  }
  const bool looks_plain =
      node.text.size() <= kLongestQuote && (parse_number(node.text) || parse_boolean(node.text));
  if (looks_plain) return node.is_quoted ? "the text " + quote(node.text) : node.text;
  return quote(node.text);
}

}  // namespace holdline
