// `holdline compare`: paired differences of plans.
#include "cli/outputs.hpp"
#include "cli/scenario_input.hpp"
#include "cli/simulate.hpp"

namespace holdline::cli {
namespace {

constexpr OptionSpec kDifferencePrecisionOption{
    "precision", "SHARE",
    "Run until the difference of net value is known to this share of what the dearer plan costs, "
    "or of itself where it is larger: 2%. Where customers are worth nothing: the differences of "
    "the headline metrics, to this share of the larger plan's value."};

constexpr OptionSpec kCompareOptions[] = {kPlanOption,
                                          kSetOption,
                                          kSeedOption,
                                          kReplicationsOption,
                                          kDifferencePrecisionOption,
                                          kThreadsOption,
                                          kJsonOption,
                                          kCsvOption,
                                          kStrictOption,
                                          kDetailsOption,
                                          kSensitivityOption,
                                          kSensitivityReplicationsOption,
                                          kQuietOption,
                                          kColorOption};

}  // namespace

const Command kCompare{
    "compare",
    "SCENARIO [options]",
    "Compare plans: differences, how sure, and in words.",
    "Simulates the plans with the same customers and reports the difference of each plan to the "
    "first, with its interval and what pairing gained, then says in words what is decided and what "
    "is not. Where customers are worth something it begins with a verdict: who wins, by how much, "
    "how surely, since when, and what that rests on. The first --plan (or the scenario's first "
    "plan) is the one the others are compared "
    "to.",
    kCompareOptions,
    "  holdline compare bank.yaml\n"
    "  holdline compare bank.yaml --plan lean --plan generous --precision 2%\n"
    "  holdline compare bank.yaml --sensitivity\n"
    "  holdline compare bank.yaml --csv results --json results/bank.json\n",
    [](const Arguments& arguments) { return simulate(arguments, true); }};

}  // namespace holdline::cli
