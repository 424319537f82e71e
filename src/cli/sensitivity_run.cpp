// The scenario is read again for each value tried, with everything the command line said, so that
// what is tried is what would have been run with that value in the file.
#include "cli/sensitivity_run.hpp"

#include <fmt/format.h>

#include "cli/errors.hpp"
#include "cli/log.hpp"
#include "cli/numbers.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_input.hpp"

namespace holdline::cli {
namespace {

constexpr std::uint32_t kMostReplications = 1'000'000;

}  // namespace

std::optional<SensitivitySettings> sensitivity_settings(const Arguments& arguments,
                                                        const Scenario& scenario) {
  const auto text = arguments.value("sensitivity-replications");
  if (!arguments.has("sensitivity")) {
    if (text) throw UsageError("option '--sensitivity-replications' needs '--sensitivity'");
    return std::nullopt;
  }
  SensitivitySettings settings;
  if (text) {
    settings.replications = whole_number("sensitivity-replications", *text, kMostReplications);
  }
  if (!has_verdict(scenario)) {
    throw UsageError(
        "option '--sensitivity' needs a verdict: a scenario whose customers have a value, not in "
        "steady state");
  }
  if (doubtful_coefficients(scenario, chosen_plans(arguments, scenario)).empty()) {
    throw UsageError(
        "option '--sensitivity' has nothing to try: no figure of the scenario, of its "
        "world or these plans, is assumed or a vendor's, with a range");
  }
  return settings;
}

void add_sensitivity(const Arguments& arguments, const Scenario& scenario,
                     const ExperimentSpec& spec, const SensitivitySettings& settings,
                     Result& result) {
  Progress progress(arguments.has("quiet"), "runs of the sensitivity");
  ExperimentSpec own = spec;
  own.progress = [&](std::uint64_t done, std::uint64_t known) { progress.show(done, known); };
  const VaryScenario vary = [&](const Variation& variation) {
    return varied_scenario(arguments, scenario, spec.plans, variation);
  };
  result.sensitivity = run_sensitivity(scenario, own, result, vary, settings);
  for (const std::string& path : result.sensitivity->failed) {
    log_warning(
        fmt::format("sensitivity: {} was not tried, for at an end of its range the scenario is not "
                    "valid, or has more customers than a run can hold",
                    path));
  }
}

}  // namespace holdline::cli
