// Small questions about texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdline::testing {

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Each with a line end.
inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace holdline::testing
