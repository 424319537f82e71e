#include "json_schema.hpp"

#include <regex>

namespace {

using nlohmann::json;

class Check {
 public:
  explicit Check(const json& root) : root_(root) {}

  void check(const json& schema, const json& value, const std::string& path) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (is_comment(keyword)) continue;
      apply(keyword, rule, schema, value, path);
    }
  }
  std::vector<std::string> errors;

 private:
  static bool is_comment(const std::string& keyword) {
    return keyword == "$schema" || keyword == "$id" || keyword == "title" ||
           keyword == "description" || keyword == "$defs";
  }

  void apply(const std::string& keyword, const json& rule, const json& schema, const json& value,
             const std::string& path) {
    if (keyword == "$ref") {
      check(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value, path);
    } else if (keyword == "anyOf") {
      require(matches_any(rule, value), path, "matches none of anyOf");
    } else if (keyword == "const") {
      require(value == rule, path, "is not " + rule.dump());
    } else if (keyword == "enum") {
      require(std::find(rule.begin(), rule.end(), value) != rule.end(), path, "is not in the enum");
    } else if (keyword == "type") {
      require(has_type(rule, value), path, "is not of type " + rule.dump());
    } else if (value.is_object() || keyword == "properties" || keyword == "required" ||
               keyword == "additionalProperties") {
      apply_to_object(keyword, rule, schema, value, path);
    } else {
      apply_to_others(keyword, rule, value, path);
    }
  }

  void apply_to_object(const std::string& keyword, const json& rule, const json& schema,
                       const json& value, const std::string& path) {
    if (!value.is_object()) return;
    if (keyword == "required") {
      for (const json& name : rule) {
        require(value.contains(name.get<std::string>()), path, "lacks " + name.dump());
      }
    } else if (keyword == "properties") {
      for (const auto& [name, inner] : rule.items()) {
        if (value.contains(name)) check(inner, value.at(name), path + "." + name);
      }
    } else if (keyword == "additionalProperties" && rule == false) {
      for (const auto& [name, inner] : value.items()) {
        require(schema.at("properties").contains(name), path, "has an unknown key " + name);
      }
    } else {
      require(false, path, "schema keyword not known to the test: " + keyword);
    }
  }

  void apply_to_others(const std::string& keyword, const json& rule, const json& value,
                       const std::string& path) {
    if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        check(rule, value[i], path + "[" + std::to_string(i) + "]");
      }
    } else if (keyword == "minItems") {
      require(!value.is_array() || value.size() >= rule.get<std::size_t>(), path, "is too short");
    } else if (keyword == "maxItems") {
      require(!value.is_array() || value.size() <= rule.get<std::size_t>(), path, "is too long");
    } else if (keyword == "minimum") {
      require(!value.is_number() || value >= rule, path, "is below the minimum");
    } else if (keyword == "maximum") {
      require(!value.is_number() || value <= rule, path, "is above the maximum");
    } else if (keyword == "pattern") {
      require(!value.is_string() ||
                  std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>())),
              path, "does not match " + rule.dump());
    } else {
      require(false, path, "schema keyword not known to the test: " + keyword);
    }
  }

  bool matches_any(const json& schemas, const json& value) const {
    for (const json& schema : schemas) {
      Check inner(root_);
      inner.check(schema, value, "");
      if (inner.errors.empty()) return true;
    }
    return false;
  }

  static bool has_type(const json& rule, const json& value) {
    if (rule.is_array()) {
      return std::any_of(rule.begin(), rule.end(),
                         [&](const json& type) { return has_type(type, value); });
    }
    const std::string type = rule.get<std::string>();
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "null" && value.is_null()) || (type == "number" && value.is_number()) ||
           (type == "integer" && value.is_number_integer());
  }

  void require(bool holds, const std::string& path, const std::string& reason) {
    if (!holds) errors.push_back(path + ": " + reason);
  }

  const json& root_;
};

}  // namespace

std::vector<std::string> schema_errors(const json& schema, const json& value) {
  Check check(schema);
  check.check(schema, value, "$");
  return check.errors;
}
