// `holdline check`: the verdict of `run` without running, and what a planner can tell from the file
// alone. Through the same reader, with the same options, so that the verdicts agree.
#include <fmt/format.h>

#include "cli/doubt_table.hpp"
#include "cli/exit_code.hpp"
#include "cli/front_end_table.hpp"
#include "cli/scenario_input.hpp"
#include "cli/standard_streams.hpp"
#include "cli/workload.hpp"

namespace holdline::cli {
namespace {

constexpr OptionSpec kCheckOptions[] = {kPlanOption,         kSetOption,       kSeedOption,
                                        kReplicationsOption, kPrecisionOption, kQuietOption,
                                        kColorOption};

int check(const Arguments& arguments) {
  const Scenario scenario = read_scenario(arguments).scenario;
  const std::vector<PlanId> plans = chosen_plans(arguments, scenario);
  std::string text = workload_text(scenario, plans);
  for (const std::string& more : {front_end_text(scenario, plans), doubts_text(scenario, plans)}) {
    if (!more.empty()) text += "\n" + more;
  }
  write_standard_output(fmt::format("{}: no errors\n\n{}", scenario.file, text));
  return kDone;
}

}  // namespace

const Command kCheck{
    "check",
    "SCENARIO [options]",
    "Find every mistake in a scenario without running it.",
    "Reads the scenario as `run` does and prints every mistake at once, each with "
    "file, line, column "
    "and a hint. When there is none it prints the offered load of each contact "
    "type and the staffed "
    "hours of each plan, where a plan has menus or a machine before the queue what "
    "they do to callers with each need, and where customers are worth something "
    "the figures on which a verdict may rest.",
    kCheckOptions,
    "  holdline check bank.yaml\n"
    "  holdline check bank.yaml --set plan.trunks=24\n",
    check};

}  // namespace holdline::cli
