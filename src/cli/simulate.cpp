// In this order: everything that can be refused, then the simulation, then the results.
#include "cli/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/errors.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/log.hpp"
#include "cli/numbers.hpp"
#include "cli/output_names.hpp"
#include "cli/outputs.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_input.hpp"
#include "cli/sensitivity_run.hpp"
#include "holdline/experiment/experiment.hpp"
#include "holdline/record/trace_writer.hpp"
#include "holdline/report/version.hpp"
#include "holdline/score/metric.hpp"

namespace holdline::cli {
namespace {

constexpr std::uint32_t kMostThreads = 1024;

std::uint32_t thread_count(const Arguments& arguments) {
  const auto text = arguments.value("threads");
  if (!text) return 0;
  return whole_number("threads", *text, kMostThreads);
}

/// The trace of one plan, if it is asked for.
class Trace {
 public:
  Trace(const Arguments& arguments, const Scenario& scenario, const std::vector<PlanId>& plans) {
    const auto path = arguments.value("trace");
    if (!path) return;
    const Plan& plan = scenario.plans[plans.front().index()];
    std::vector<std::string> types;
    std::vector<std::string> groups;
    for (const ContactType& type : scenario.world.contact_types) types.push_back(type.name);
    for (const AgentGroup& group : plan.agent_groups) groups.push_back(group.name);
    plan_ = plans.front();
    file_ = std::make_unique<OutputFile>(*path);
    std::optional<JourneyNames> journeys;
    if (has_issues(scenario)) {
      journeys.emplace();
      for (const IssueType& type : scenario.world.issue_types) {
        journeys->issue_types.push_back(type.name);
      }
      for (const Segment& segment : scenario.world.segments) {
        journeys->segments.push_back(segment.name);
      }
    }
    writer_ = std::make_unique<TraceWriter>(file_->stream(), plan.name, types, groups, journeys);
  }

  void attach(ExperimentSpec& spec) const {
    if (!writer_) return;
    spec.trace = writer_.get();
    spec.trace_plan = plan_;
  }
  [[nodiscard]] bool has_failed() const { return file_ && file_->has_failed(); }
  void commit() {
    if (!writer_) return;
    writer_->flush();
    file_->commit();
  }

 private:
  PlanId plan_;
  std::unique_ptr<OutputFile> file_;
  std::unique_ptr<TraceWriter> writer_;
};

void report_violation(const std::string& violation) {
  log_error(fmt::format("INTERNAL ERROR: {}", violation));
  log_error(
      "This is a bug in Holdline, not in your scenario: what came in did not go out. No results "
      "were written, for they cannot be trusted.");
  log_error(fmt::format(
      "Please report it with the scenario and its files, the command line, the seed, and the "
      "version ({}).",
      kEngineVersion));
}

int verdict(const Result& result, bool is_strict) {
  const auto has = [&](ExpectationStatus status) {
    return std::any_of(result.expectations.begin(), result.expectations.end(),
                       [&](const ExpectationOutcome& outcome) { return outcome.status == status; });
  };
  if (has(ExpectationStatus::not_met)) return kNotMet;
  const bool is_undecided = has(ExpectationStatus::undecided) || !result.precision_reached;
  return is_strict && is_undecided ? kUndecided : kDone;
}

Result run(const Scenario& scenario, ExperimentSpec& spec, const Trace& trace, bool is_quiet) {
  Progress progress(is_quiet);
  spec.stop = &stop_flag();
  spec.progress = [&](std::uint64_t done, std::uint64_t known) {
    if (trace.has_failed()) stop_flag().store(true);
    progress.show(done, known);
  };
  catch_interrupts();
  return run_experiment(scenario, spec);
}

}  // namespace

int simulate(const Arguments& arguments, bool is_comparison) {
  ExperimentSpec spec;
  spec.compare = is_comparison;
  spec.threads = thread_count(arguments);
  const ScenarioInput input = read_scenario(arguments);
  const Scenario& scenario = input.scenario;
  spec.plans = chosen_plans(arguments, scenario);
  if (is_comparison && spec.plans.size() < 2) {
    throw UsageError(fmt::format("a comparison needs two plans; {} {}", scenario.file,
                                 scenario.plans.size() < 2 ? "has only one" : "has more to name"));
  }
  if (arguments.has("trace") && spec.plans.size() != 1) {
    throw UsageError("option '--trace' follows one plan: choose it with --plan");
  }
  const std::optional<SensitivitySettings> sensitivity =
      is_comparison ? sensitivity_settings(arguments, scenario) : std::nullopt;
  const OutputKinds kinds{is_comparison, is_comparison && has_verdict(scenario),
                          sensitivity.has_value()};
  require_separate_files(arguments, input, kinds);
  Outputs outputs(arguments, kinds);
  Trace trace(arguments, scenario, spec.plans);
  trace.attach(spec);
  Result result = run(scenario, spec, trace, arguments.has("quiet"));
  if (sensitivity && result.violation.empty()) {
    add_sensitivity(arguments, scenario, spec, *sensitivity, result);
    result.violation = result.sensitivity->violation;
  }
  if (!result.violation.empty()) {
    report_violation(result.violation);
    return kOurBug;
  }
  if (!result.excess.empty()) {
    log_error(fmt::format("{}: {}", scenario.file, result.excess));
    return kBadInput;
  }
  for (const std::string& warning : result.warnings) log_warning(warning);
  const int signal = interrupting_signal();
  if (signal != 0) log_warning("interrupted: the results are partial and marked so");
  trace.commit();
  outputs.write(result);
  return signal != 0 ? kSignalBase + signal : verdict(result, arguments.has("strict"));
}

}  // namespace holdline::cli
