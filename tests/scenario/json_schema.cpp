#include "json_schema.hpp"

#include <algorithm>
#include <stdexcept>

#include "scenario/values.hpp"

namespace holdline::testing {
namespace {

/// Keywords that only describe, or are read together with others.
bool is_annotation(const std::string& keyword) {
  return keyword == "$schema" || keyword == "$defs" || keyword == "title" ||
         keyword == "description" || keyword == "default" || keyword == "patternProperties";
}

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

}  // namespace

Json to_json(const Node& node) {
  switch (node.kind) {
    case NodeKind::null:
      return nullptr;
    case NodeKind::sequence: {
      Json list = Json::array();
      for (const Node* item : node.items) list.push_back(to_json(*item));
      return list;
    }
    case NodeKind::mapping: {
      Json object = Json::object();
      for (const Node::Entry& entry : node.entries) object[entry.key] = to_json(*entry.value);
      return object;
    }
    case NodeKind::scalar:
      break;
  }
  if (node.is_quoted) return node.text;
  if (const auto value = parse_boolean(node.text)) return *value;
  if (const auto value = parse_integer(node.text)) return *value;
  if (const auto value = parse_number(node.text)) return *value;
  return node.text;
}

bool SchemaValidator::accepts(const Json& schema, const Json& instance) {
  if (schema.is_boolean()) return schema.get<bool>();
  return std::all_of(schema.items().begin(), schema.items().end(), [&](const auto& item) {
    return accepts_keyword(schema, item.key(), item.value(), instance);
  });
}

bool SchemaValidator::has_type(const std::string& type, const Json& instance) const {
  if (type == "null") return instance.is_null();
  if (type == "boolean") return instance.is_boolean();
  if (type == "integer") return instance.is_number_integer();
  if (type == "number") return instance.is_number();
  if (type == "string") return instance.is_string();
  if (type == "array") return instance.is_array();
  if (type == "object") return instance.is_object();
  throw std::logic_error("unknown type " + type);
}

bool SchemaValidator::matches(const std::string& pattern, const std::string& text) {
  auto found = patterns_.find(pattern);
  if (found == patterns_.end()) found = patterns_.emplace(pattern, std::regex(pattern)).first;
  return std::regex_search(text, found->second);
}

bool SchemaValidator::accepts_keyword(const Json& schema, const std::string& keyword,
                                      const Json& value, const Json& instance) {
  if (is_annotation(keyword)) return true;
  if (keyword == "$ref") {
    const std::string target = value.get<std::string>().substr(1);
    return accepts(schema_.at(Json::json_pointer(target)), instance);
  }
  if (keyword == "type") {
    if (value.is_string()) return has_type(value, instance);
    return std::any_of(value.begin(), value.end(),
                       [&](const Json& type) { return has_type(type, instance); });
  }
  if (keyword == "enum") return std::find(value.begin(), value.end(), instance) != value.end();
  if (keyword == "anyOf" || keyword == "oneOf" || keyword == "allOf") {
    return accepts_alternatives(keyword, value, instance);
  }
  if (keyword == "minimum") return !instance.is_number() || instance >= value;
  if (keyword == "maximum") return !instance.is_number() || instance <= value;
  if (keyword == "pattern" || keyword == "minLength" || keyword == "maxLength") {
    return !instance.is_string() || accepts_text(keyword, value, instance.get<std::string>());
  }
  if (keyword == "minItems") return !instance.is_array() || instance.size() >= value;
  if (keyword == "maxItems") return !instance.is_array() || instance.size() <= value;
  if (keyword == "items") {
    return !instance.is_array() ||
           std::all_of(instance.begin(), instance.end(),
                       [&](const Json& item) { return accepts(value, item); });
  }
  return !instance.is_object() || accepts_object(schema, keyword, value, instance);
}

bool SchemaValidator::accepts_alternatives(const std::string& keyword, const Json& value,
                                           const Json& instance) {
  const auto count = std::count_if(value.begin(), value.end(), [&](const Json& alternative) {
    return accepts(alternative, instance);
  });
  if (keyword == "allOf") return count == static_cast<std::ptrdiff_t>(value.size());
  return keyword == "anyOf" ? count >= 1 : count == 1;
}

bool SchemaValidator::accepts_text(const std::string& keyword, const Json& value,
                                   const std::string& text) {
  if (keyword == "pattern") return matches(value.get<std::string>(), text);
  const std::size_t length = code_points(text);
  return keyword == "minLength" ? length >= value : length <= value;
}

bool SchemaValidator::accepts_object(const Json& schema, const std::string& keyword,
                                     const Json& value, const Json& object) {
  if (keyword == "required") {
    return std::all_of(value.begin(), value.end(),
                       [&](const Json& key) { return object.contains(key.get<std::string>()); });
  }
  if (keyword == "minProperties") return object.size() >= value;
  if (keyword == "maxProperties") return object.size() <= value;
  if (keyword == "propertyNames") {
    return std::all_of(object.items().begin(), object.items().end(),
                       [&](const auto& item) { return accepts(value, Json(item.key())); });
  }
  if (keyword == "properties") {
    return std::all_of(value.items().begin(), value.items().end(), [&](const auto& item) {
      return !object.contains(item.key()) || accepts(item.value(), object.at(item.key()));
    });
  }
  if (keyword != "additionalProperties") throw std::logic_error("unknown keyword " + keyword);
  for (const auto& [key, property] : object.items()) {
    bool is_known = schema.contains("properties") && schema.at("properties").contains(key);
    if (schema.contains("patternProperties")) {
      for (const auto& [pattern, of_pattern] : schema.at("patternProperties").items()) {
        if (of_pattern != Json(true)) throw std::logic_error("patternProperties must allow all");
        is_known = is_known || matches(pattern, key);
      }
    }
    if (!is_known && !accepts(value, property)) return false;
  }
  return true;
}

}  // namespace holdline::testing
