// Kinds and parameters as docs/scenario.md has them; tests/cli holds the names to the schema's.
#include <fmt/format.h>

#include <string_view>

#include "cli/catalogue.hpp"
#include "cli/command.hpp"
#include "cli/errors.hpp"

namespace holdline::cli {
namespace {

struct Kind {
  std::string_view name;
  std::string_view parameters;
  std::string_view meaning;
  std::string_view example;
};

constexpr Kind kKinds[] = {
    {"deterministic", "value", "always the same", "{deterministic: {value: 3m}}"},
    {"exponential", "mean; or median", "memoryless: the past says nothing of the rest",
     "{exponential: {mean: 5m}}"},
    {"lognormal", "mean, cv; or median, p90; or log_mean, log_sd (of seconds)",
     "what handle times usually are", "{lognormal: {mean: 3m, cv: 1.2}}"},
    {"gamma", "mean, cv; or mean, shape; or shape, scale", "a sum of exponential-like phases",
     "{gamma: {mean: 4m, cv: 0.8}}"},
    {"erlang", "k, mean", "a sum of k exponential phases", "{erlang: {k: 3, mean: 4m}}"},
    {"weibull", "shape, mean; or shape, scale; or median, p90",
     "a hazard that rises or falls with a power of time", "{weibull: {shape: 0.7, mean: 5m}}"},
    {"uniform", "min, max", "between two bounds", "{uniform: {min: 1m, max: 5m}}"},
    {"triangular", "min, mode, max", "between two bounds, with a most likely value",
     "{triangular: {min: 1m, mode: 2m, max: 6m}}"},
    {"hyperexponential", "mean, cv; or weights, means",
     "one of several exponential phases; cv >= 1", "{hyperexponential: {mean: 3m, cv: 2}}"},
    {"mixture", "a list of {weight, of: distribution}", "one of several distributions",
     "{mixture: [{weight: 0.8, of: {exponential: {mean: 2m}}}, {weight: 0.2, of: {exponential: "
     "{mean: 9m}}}]}"},
    {"piecewise_hazard", "a list of {from, rate}, the first from 0s",
     "the rate of ending by the time elapsed",
     "{piecewise_hazard: [{from: 0s, rate: 0.5/min}, {from: 1m, rate: 0.1/min}]}"},
    {"empirical", "values; or file, column (a CSV of durations)",
     "recorded values, each equally likely", "{empirical: {values: [45s, 2m, 3m10s]}}"},
};

}  // namespace

std::string distributions_text() {
  std::vector<Entry> entries;
  for (const Kind& kind : kKinds) {
    entries.push_back(
        {std::string(kind.name), fmt::format("{}: {}", kind.meaning, kind.parameters)});
  }
  entries.push_back({"infinite", "never ends; for patience only"});
  return entries_text(
      "Distributions of durations, each with an optional mass_at_zero beside the kind", entries);
}

std::string distribution_text(const std::string& name) {
  std::vector<std::string> names;
  for (const Kind& kind : kKinds) {
    names.emplace_back(kind.name);
    if (kind.name != name) continue;
    return entries_text(fmt::format("{}: {}", kind.name, kind.meaning),
                        {{"parameters", std::string(kind.parameters)},
                         {"also", "mass_at_zero, a probability of 0 beside the kind"},
                         {"example", std::string(kind.example)}});
  }
  throw UsageError(fmt::format("no distribution '{}'{}", name, suggestion(name, names)));
}

}  // namespace holdline::cli
