// Diagnostics as compiler-style lines, which editors already know how to jump to.
#include "holdline/util/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace holdline {

std::string to_string(const Diagnostic& diagnostic) {
  std::string text;
  const auto out = std::back_inserter(text);
  if (!diagnostic.file.empty()) fmt::format_to(out, "{}:", diagnostic.file);
  if (diagnostic.line > 0) fmt::format_to(out, "{}:", diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) fmt::format_to(out, "{}:", diagnostic.column);
  if (!text.empty()) text += ' ';
  text += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  if (!diagnostic.path.empty()) fmt::format_to(out, "{}: ", diagnostic.path);
  text += diagnostic.message;
  if (!diagnostic.hint.empty()) fmt::format_to(out, "; {}", diagnostic.hint);
  // One finding, one line: a quoted value may hold a newline.
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

bool has_error(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace holdline
