// Goldens a reviewer can read: tests/report/golden/. With HOLDLINE_APPROVE=1 in the environment the
// files are rewritten, and the review is the diff.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

inline std::string golden_path(const std::string& name) {
  return std::string(HOLDLINE_SOURCE_DIR) + "/tests/report/golden/" + name;
}

/// The recorded text; first rewritten with `actual` when approving.
inline std::string golden_text(const std::string& name, const std::string& actual) {
  const char* approve = std::getenv("HOLDLINE_APPROVE");
  if (approve != nullptr && std::string(approve) == "1") {
    std::ofstream(golden_path(name), std::ios::binary) << actual;
  }
  std::ifstream in(golden_path(name), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}
