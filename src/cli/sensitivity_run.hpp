// --sensitivity: which assumptions a verdict rests on.
#pragma once

#include "cli/command.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline::cli {

/// What --sensitivity and --sensitivity-replications ask for; nullopt: nothing. Throws UsageError
/// where they cannot be: without customers worth something, or in steady state.
[[nodiscard]] std::optional<SensitivitySettings> sensitivity_settings(const Arguments& arguments,
                                                                      const Scenario& scenario);

/// Adds the tornados to `result`, unless it was stopped; progress on standard error.
void add_sensitivity(const Arguments& arguments, const Scenario& scenario,
                     const ExperimentSpec& spec, const SensitivitySettings& settings,
                     Result& result);

}  // namespace holdline::cli
