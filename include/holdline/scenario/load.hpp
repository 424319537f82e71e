// Text to scenario, or every mistake at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "holdline/policies/registry.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/util/diagnostic.hpp"

namespace holdline {

/// One `--set path=value`: replaces (or adds) the value at a dotted path such as
/// `plans.lean.agent_groups.general.agents`, before anything is checked. The value is YAML.
struct Override {
  std::string path;
  std::string value;
};

/// Another value for one coefficient (Scenario::coefficients), by its path and in its unit; in all
/// plans at once where it belongs to plans. It need not stand in the file.
struct Variation {
  std::string path;
  double value = 0.0;
};

struct LoadResult {
  std::optional<Scenario> scenario;  ///< nullopt if there is any error
  Diagnostics diagnostics;           ///< errors and warnings, in order of position
  std::vector<std::string> files;    ///< the files the text names, as they were opened
  bool could_read = true;            ///< false: the file could not be read at all (exit 4, not 2)
};

/// Reads `path` (YAML, or JSON if it ends in .json) and the files it names, relative to its folder.
/// Names of metrics, and the units and scopes of expectations, are checked against `known_metrics`,
/// if there are any (score/metric.hpp lists Holdline's own). Does not throw on any input.
[[nodiscard]] LoadResult load_scenario(const std::string& path, const PolicyRegistry& registry,
                                       std::span<const Override> overrides = {},
                                       std::span<const KnownMetric> known_metrics = {},
                                       std::span<const Variation> variations = {});

/// The same from memory; `file` is used in messages and to find files the text names.
[[nodiscard]] LoadResult load_scenario_text(std::string_view text, const std::string& file,
                                            const PolicyRegistry& registry,
                                            std::span<const Override> overrides = {},
                                            std::span<const KnownMetric> known_metrics = {},
                                            std::span<const Variation> variations = {});

/// The JSON Schema (draft 2020-12) of the scenario format, from the same tables the reader uses.
[[nodiscard]] std::string scenario_schema(const PolicyRegistry& registry,
                                          std::span<const KnownMetric> known_metrics = {});

}  // namespace holdline
