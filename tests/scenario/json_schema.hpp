// A JSON Schema validator for the tests: the keywords the scenario's schema uses, and a failure for
// any other, so that the schema cannot quietly say something nobody checks.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "scenario/tree.hpp"

namespace holdline::testing {

using Json = nlohmann::json;

/// A located tree as the JSON an editor would see: plain numbers and booleans as such, every other
/// scalar as text. (5.0 stays a number that is not an integer, as the reader has it.)
Json to_json(const Node& node);

class SchemaValidator {
 public:
  explicit SchemaValidator(Json schema) : schema_(std::move(schema)) {}

  /// Throws std::logic_error on a keyword or reference it does not know.
  [[nodiscard]] bool accepts(const Json& instance) { return accepts(schema_, instance); }
  [[nodiscard]] bool accepts(const Json& schema, const Json& instance);
  [[nodiscard]] const Json& schema() const { return schema_; }

 private:
  bool accepts_keyword(const Json& schema, const std::string& keyword, const Json& value,
                       const Json& instance);
  bool accepts_text(const std::string& keyword, const Json& value, const std::string& text);
  bool accepts_object(const Json& schema, const std::string& keyword, const Json& value,
                      const Json& object);
  bool accepts_alternatives(const std::string& keyword, const Json& value, const Json& instance);
  bool has_type(const std::string& type, const Json& instance) const;
  bool matches(const std::string& pattern, const std::string& text);

  Json schema_;
  std::map<std::string, std::regex> patterns_;
};

}  // namespace holdline::testing
