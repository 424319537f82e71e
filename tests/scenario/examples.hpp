// The example files of the tests: where they are, and what loading them says.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "holdline/scenario/load.hpp"
#include "support/catch.hpp"

namespace holdline::testing {

inline const std::filesystem::path kSource = HOLDLINE_SOURCE_DIR;
inline const std::filesystem::path kExamples = kSource / "tests" / "scenario";
inline constexpr KnownMetric kMetrics[] = {
    {"asa", BoundUnit::seconds, true, true},
    {"service_level", BoundUnit::share, true, false},
    {"abandonment_share", BoundUnit::share, true, false},
    {"labour_cost", BoundUnit::money, false, true},
    {"occupancy", BoundUnit::share, false, true},
    {"paid_hours", BoundUnit::hours, false, true},
    {"arrivals", BoundUnit::number, true, false},
    {"fcr", BoundUnit::share, true, false, true, true},
    {"csat_true", BoundUnit::share, true, false, true, true}};

inline const PolicyRegistry& built_in() {
  static const PolicyRegistry kRegistry = PolicyRegistry::built_in();
  return kRegistry;
}

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The scenario files below a folder, by name; nothing if there is no such folder.
inline std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".yaml" || extension == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// What loading says, a line each, with the file's name instead of its path.
inline std::string findings(const std::filesystem::path& path) {
  LoadResult result = load_scenario(path.string(), built_in(), {}, kMetrics);
  std::string lines;
  for (Diagnostic& diagnostic : result.diagnostics) {
    const auto file = std::filesystem::path(diagnostic.file);
    if (!diagnostic.file.empty()) diagnostic.file = file.filename().string();
    lines += to_string(diagnostic) + "\n";
  }
  return lines;
}

/// A small scenario to change: two contact types, two groups.
inline const std::string kSmall = R"(holdline: 1
name: Small
world:
  contact_types:
    calls:
      arrivals: {poisson: {rate: 60/h}}
      handle_time: {exponential: {mean: 3m}}
    mail:
      arrivals: {poisson: {rate: 12/h}}
      handle_time: {exponential: {mean: 5m}}
plan:
  agent_groups:
    desk: {agents: 5, skills: [calls, mail]}
    backup: {agents: 2, skills: [calls]}
)";

inline LoadResult load_text(const std::string& text, std::span<const Override> overrides = {}) {
  return load_scenario_text(text, "test.yaml", built_in(), overrides, kMetrics);
}

/// The scenario of a text; prints why not if there is none.
inline Scenario scenario_of(const std::string& text, std::span<const Override> overrides = {}) {
  const LoadResult result = load_text(text, overrides);
  for (const Diagnostic& diagnostic : result.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  REQUIRE(result.scenario.has_value());
  return *result.scenario;
}

/// The text with the first occurrence of `from` replaced; throws if there is none.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("no \"" + from + "\" in the text");
  return text.replace(at, from.size(), to);
}

}  // namespace holdline::testing
