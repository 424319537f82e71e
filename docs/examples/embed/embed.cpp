// Holdline inside another program, through its public headers alone: a scenario from memory, a
// break policy and a sink of the program's own, an experiment, and its figures.
#include <cstdint>
#include <iostream>
#include <memory>
#include <string_view>

#include "holdline/experiment/experiment.hpp"
#include "holdline/model/simulate.hpp"
#include "holdline/policies/registry.hpp"
#include "holdline/scenario/load.hpp"

namespace {

constexpr std::string_view kScenario = R"(
holdline: 1
name: An afternoon at the help desk
world:
  calendar: {open: 12:00-18:00}
  contact_types:
    question:
      arrivals: {poisson: {rate: 60/h}}
      patience: {exponential: {mean: 3m}}
      handle_time: {lognormal: {mean: 4m, cv: 0.9}}
plan:
  agent_groups:
    desk:
      skills: [question]
      wage: 24 EUR/h
      shifts:
        afternoon:
          agents: 6
          hours: 12:00-18:00
          breaks: [{at: 14:00, length: 20m, stagger: 20m, waves: 3}]
  breaks: {while_quiet: {longest_queue: 1}}
experiment: {replications: 20, seed: 7}
)";

// A break policy of this program: a break begins when at most `longest_queue` contacts wait, and
// is asked for again every two minutes until then.
class WhileQuiet final : public holdline::BreakPolicy {
 public:
  explicit WhileQuiet(const holdline::ParameterValues& values)
      : longest_queue_(std::get<std::int64_t>(values[0])) {}

  holdline::BreakDecision decide(const holdline::CenterView& center, holdline::AgentId,
                                 const holdline::DueBreak&, holdline::DrawSequence&) override {
    using Kind = holdline::BreakDecision::Kind;
    if (center.waiting <= static_cast<std::uint64_t>(longest_queue_)) return {Kind::start, {}};
    return {Kind::ask_again, 2 * holdline::kMinute};
  }

 private:
  std::int64_t longest_queue_;
};

holdline::PolicyEntry while_quiet() {
  holdline::PolicyEntry entry;
  entry.name = "while_quiet";
  entry.summary = "A break begins when few contacts wait";
  entry.parameters = {{.name = "longest_queue",
                       .kind = holdline::ParameterKind::integer,
                       .unit = "contacts",
                       .min = 0.0,
                       .max = 1000.0,
                       .default_value = std::int64_t{0},
                       .help = "The break begins when at most this many contacts wait."}};
  entry.factory = [](const holdline::ParameterValues& values,
                     const holdline::PolicySetup&) -> std::unique_ptr<holdline::BreakPolicy> {
    return std::make_unique<WhileQuiet>(values);
  };
  return entry;
}

// A sink of this program: facts as they happen, kept as two numbers.
class LongestWait final : public holdline::RecordSink {
 public:
  void on_contact(const holdline::ContactRecord& contact) override {
    ++contacts;
    if (contact.wait > longest) longest = contact.wait;
  }
  std::uint64_t contacts = 0;
  holdline::Duration longest{};
};

}  // namespace

int main() {
  holdline::PolicyRegistry registry = holdline::PolicyRegistry::built_in();
  registry.add(while_quiet());

  const holdline::LoadResult loaded =
      holdline::load_scenario_text(kScenario, "help_desk.yaml", registry);
  for (const holdline::Diagnostic& diagnostic : loaded.diagnostics) {
    std::cerr << to_string(diagnostic) << '\n';
  }
  if (!loaded.scenario) return 2;

  // One day, contact by contact.
  LongestWait sink;
  holdline::Simulation simulation(*loaded.scenario, holdline::PlanId{0});
  simulation.run({.seed = 7, .number = 0}, sink);
  std::cout << "one day: " << sink.contacts << " contacts, the longest wait "
            << holdline::to_seconds(sink.longest) << " s\n";

  // Twenty days, with intervals.
  const holdline::Result result = holdline::run_experiment(*loaded.scenario, {});
  for (const holdline::Figure& figure : result.figures) {
    if (figure.row.kind != holdline::ScopeKind::all || figure.interval) continue;
    if (!figure.metric->is_headline || !figure.estimate.is_defined) continue;
    std::cout << figure.metric->id << ": " << figure.estimate.value << " [" << figure.estimate.low
              << ", " << figure.estimate.high << "] " << to_string(figure.metric->unit) << '\n';
  }
  return result.violation.empty() ? 0 : 70;
}
