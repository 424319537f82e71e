// The engine's version and the version of the result format: what a reader of a result must know.
#pragma once

#include <string_view>

namespace holdline {

/// Semantic version of the engine; results may change only with its minor version. Held equal to
/// the project's version by cmake/holdline_cli.cmake.
inline constexpr std::string_view kEngineVersion = "0.1.0";

/// Version of the JSON result format (docs/result.schema.json).
inline constexpr int kResultFormat = 1;

}  // namespace holdline
