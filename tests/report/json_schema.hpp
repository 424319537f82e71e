// A validator of the part of JSON Schema that docs/result.schema.json uses; an unknown keyword is a
// failure, so that the schema cannot promise what nobody checks.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// What is wrong with `value`, as "path: reason"; empty when it is valid.
std::vector<std::string> schema_errors(const nlohmann::json& schema, const nlohmann::json& value);
