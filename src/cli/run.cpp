// `holdline run`: figures of one or more plans.
#include "cli/outputs.hpp"
#include "cli/scenario_input.hpp"
#include "cli/simulate.hpp"

namespace holdline::cli {
namespace {

constexpr OptionSpec kRunOptions[] = {
    kPlanOption, kSetOption, kSeedOption,  kReplicationsOption, kPrecisionOption, kThreadsOption,
    kJsonOption, kCsvOption, kTraceOption, kStrictOption,       kQuietOption,     kColorOption};

}  // namespace

const Command kRun{
    "run",
    "SCENARIO [options]",
    "Simulate plans and report their figures.",
    "Simulates the scenario's plans and reports each metric with its confidence interval, for the "
    "centre, each contact type and each agent group. Results go to standard output, everything "
    "else "
    "to standard error.",
    kRunOptions,
    "  holdline run bank.yaml\n"
    "  holdline run bank.yaml --plan lean --precision 1%\n"
    "  holdline run bank.yaml --set plan.agent_groups.general.agents=14 --seed 2\n"
    "  holdline run bank.yaml --json - | jq '.figures[0]'\n"
    "  holdline run bank.yaml --plan lean --replications 1 --trace calls.csv\n",
    [](const Arguments& arguments) { return simulate(arguments, false); }};

}  // namespace holdline::cli
