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
/// the plans it acts in at once. It need not stand in the file.
struct Variation {
  std::string path;
  double value = 0.0;
};

/// What an override sets in the base plan and named plans overrule: they state it themselves, or
/// leave it out. Of a mapping that is set, the mapping and the values in it which it changes, each
/// by itself.
struct OverruledOverride {
  struct By {
    PlanId plan;
    std::string path;         ///< where the plan states it, as an override takes it
    bool is_removed = false;  ///< what the plan states is `null`: it has none of it
  };
  std::size_t change = 0;  ///< index of the override
  std::string path;        ///< of what is overruled, as an override takes it
  std::vector<By> by;      ///< in the order of the plans
};

struct LoadResult {
  std::optional<Scenario> scenario;          ///< nullopt if there is any error
  Diagnostics diagnostics;                   ///< errors and warnings, in order of position
  std::vector<std::string> files;            ///< the files the text names, as they were opened
  std::vector<OverruledOverride> overruled;  ///< if there is a scenario
  bool could_read = true;  ///< false: the file could not be read at all (exit 4, not 2)
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

/// A coefficient of the format, before any scenario has stated it.
struct KnownCoefficient {
  Coefficient at_default;    ///< path with NAME for a scenario's own names; value, source and range
                             ///< are the default's
  bool has_default = false;  ///< false: it must be given, or means nothing where it is not
  double min = 0.0;          ///< bounds of its value
  double max = 0.0;
};

/// All of them, in the order of the file's sections; those of a plan once, under `plan`.
[[nodiscard]] std::vector<KnownCoefficient> known_coefficients(const PolicyRegistry& registry);

/// The JSON Schema (draft 2020-12) of the scenario format, from the same tables the reader uses.
[[nodiscard]] std::string scenario_schema(const PolicyRegistry& registry,
                                          std::span<const KnownMetric> known_metrics = {});

}  // namespace holdline
