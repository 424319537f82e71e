// From the command line to a checked scenario, the same way for every command, so that `check` and
// `run` cannot come to different verdicts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline::cli {

inline constexpr OptionSpec kPlanOption{
    "plan", "NAME", "Only this plan; repeat it for several. Default: every plan of the scenario.",
    true};
inline constexpr OptionSpec kSetOption{
    "set", "PATH=VALUE",
    "Replace a value of the scenario before it is checked, as in "
    "plan.agent_groups.general.agents=12; repeatable.",
    true};
inline constexpr OptionSpec kSeedOption{"seed", "N", "Seed of all random numbers."};
inline constexpr OptionSpec kReplicationsOption{
    "replications", "N",
    "Run N replications; without --precision exactly N, whatever precision the scenario asks for."};
inline constexpr OptionSpec kPrecisionOption{
    "precision", "SHARE",
    "Run until the headline metrics' intervals are this narrow, relative to their values: 2%."};
inline constexpr OptionSpec kQuietOption{"quiet", "", "No progress and no warnings."};
inline constexpr OptionSpec kColorOption{
    "color", "WHEN", "auto (default: on a terminal, unless NO_COLOR is set), always or never."};

/// The scenario was wrong and every diagnostic has been printed: exit code 2.
struct BadScenario {};

struct ScenarioInput {
  Scenario scenario;
  std::vector<std::string> files;  ///< those the scenario names
};

/// Reads the scenario named by the only operand, with --set, --seed, --replications and --precision
/// applied in the order written. Prints all diagnostics. Throws BadScenario, IoError or UsageError.
[[nodiscard]] ScenarioInput read_scenario(const Arguments& arguments);

/// The same scenario, everything on the command line included, with one coefficient changed, and of
/// its plans only these; nullopt if it is not valid there. Prints nothing.
[[nodiscard]] std::optional<Scenario> varied_scenario(const Arguments& arguments,
                                                      const Scenario& scenario,
                                                      std::span<const PlanId> plans,
                                                      const Variation& variation);

/// The plans of --plan in the order given, or all of them. Throws UsageError.
[[nodiscard]] std::vector<PlanId> chosen_plans(const Arguments& arguments,
                                               const Scenario& scenario);

}  // namespace holdline::cli
