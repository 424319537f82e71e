// The catalogue of metrics as a page for people.
#pragma once

#include <string>

namespace holdline {

/// docs/glossary.md: the letters, the counting rules, every metric with its definition, and the
/// traps. A test holds the file equal to this.
[[nodiscard]] std::string glossary_markdown();

}  // namespace holdline
