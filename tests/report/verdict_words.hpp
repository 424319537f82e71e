// The words of a verdict as text to be searched, and what the schema says against its JSON.
#pragma once

#include <sstream>
#include <string>

#include "holdline/report/report.hpp"
#include "json_schema.hpp"
#include "support/text.hpp"

namespace holdline {

inline std::string compared(const Result& result, int width = 110) {
  std::ostringstream out;
  write_comparison_text(result, TextStyle{false, width}, out);
  const std::string text = out.str();
  return text.substr(0, text.find("Differences are paired"));
}

/// All on one line, so that words can be looked for wherever they wrap.
inline std::string words(const Result& result) { return compared(result, 100'000); }

inline std::string schema_faults(const Result& result) {
  std::ifstream in(std::string(HOLDLINE_SOURCE_DIR) + "/docs/result.schema.json");
  std::ostringstream out;
  write_json(result, out);
  return testing::joined(
      schema_errors(nlohmann::json::parse(in), nlohmann::json::parse(out.str())));
}

}  // namespace holdline
