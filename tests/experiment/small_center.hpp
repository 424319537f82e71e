// Small scenarios for tests of whole experiments, and results as text that shows every bit.
#pragma once

#include <fmt/format.h>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "holdline/experiment/experiment.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/score/metric.hpp"
#include "support/catch.hpp"

namespace holdline {

/// Two contact types, two plans with different groups, breaks of the day, busyness, abandonment.
inline constexpr std::string_view kTwoPlans = R"(holdline: 1
name: two plans
world:
  calendar: {open: 08:00-12:00}
  busyness: {cv: 0.1}
  contact_types:
    regular:
      arrivals: {poisson: {rates: [30, 60, 45, 30], per: h, interval: 1h, from: 08:00}}
      patience: {exponential: {mean: 3m}}
      handle_time: {lognormal: {mean: 4m, cv: 1.0}}
    urgent:
      arrivals: {poisson: {rate: 10/h}}
      patience: {exponential: {mean: 5m}}
      handle_time: {exponential: {mean: 3m}}
      priority: 1
plan:
  agent_groups:
    general: {agents: 4, skills: [regular, urgent], wage: 26 EUR/h}
plans:
  lean: {agent_groups: {general: {agents: 4}}}
  generous:
    agent_groups:
      general: {agents: 4}
      backup: {agents: 1, skills: [urgent], wage: 30 EUR/h}
experiment: {replications: 40, seed: 7}
score: {interval: 30m}
expect:
  - {metric: service_level, at_least: 1%}
  - {metric: asa, at_most: 1s, plan: generous, contact_type: urgent}
)";

/// Few customers worth something; two plans of which one pays more people.
inline constexpr std::string_view kCustomers = R"(holdline: 1
name: customers
world:
  calendar: {days: 8, open: 08:00-12:00}
  contact_types:
    phone: {handle_time: {exponential: {mean: 4m}}, patience: {exponential: {mean: 3m}}}
  customers:
    segments:
      all: {count: 400, value: 300 EUR/year, leaves: 10%/year}
  issues:
    question: {per_customer: 60/year, contact_type: phone}
  behaviour:
    redial: {}
    recontact: {}
  outcomes: {}
plan:
  agent_groups:
    desk: {agents: 3, skills: [phone], wage: 20 EUR/h}
plans:
  lean: {agent_groups: {desk: {agents: 2}}}
  generous: {agent_groups: {desk: {agents: 4}}}
experiment: {replications: 6, seed: 5}
)";

/// M/M/4 at load 0.6 in steady state: 4 days after a warm-up, about 1150 relaxation times.
inline constexpr std::string_view kErlangC = R"(holdline: 1
name: M/M/4
world:
  calendar: {days: 4}
  contact_types:
    call: {arrivals: {poisson: {rate: 2.4/min}}, handle_time: {exponential: {mean: 1m}}}
plan:
  agent_groups: {agents: {agents: 4, skills: [call]}}
experiment: {mode: steady_state, warm_up: 2h}
)";

inline Scenario scenario_of(std::string_view text) {
  LoadResult loaded = load_scenario_text(text, "test.yaml", PolicyRegistry::built_in());
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(loaded.scenario.has_value());
  return std::move(*loaded.scenario);
}

/// With another value for one of its coefficients, or (nullptr) as it is. Throws, for a study may
/// ask from any of its threads.
inline Scenario scenario_varied(std::string_view text, const Variation* variation) {
  const std::span<const Variation> variations =
      variation == nullptr ? std::span<const Variation>() : std::span(variation, 1);
  LoadResult loaded = load_scenario_text(text, "test.yaml", PolicyRegistry::built_in(), {},
                                         known_metrics(), variations);
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(diagnostic.message);
  if (!loaded.scenario) throw std::runtime_error("not valid");
  return std::move(*loaded.scenario);
}

inline std::string bits_of(const Estimate& estimate) {
  return fmt::format("{:a} {:a} {:a} {} {} {}", estimate.value, estimate.low, estimate.high,
                     estimate.is_defined, estimate.has_interval, estimate.observations);
}

/// One line for each figure, difference, outcome, warning and run.
inline std::string bits_of(const Result& result) {
  std::string text;
  for (const PlanRun& run : result.runs) {
    text += fmt::format("run {} {} {} {}\n", run.plan.value, run.replications, run.contacts,
                        run.events);
  }
  for (const Figure& figure : result.figures) {
    text += fmt::format("{} {} {}/{} {} {}\n", std::string(figure.metric->id), figure.plan.value,
                        static_cast<int>(figure.row.kind), figure.row.index,
                        figure.interval ? static_cast<int>(*figure.interval) : -1,
                        bits_of(figure.estimate));
  }
  for (const Difference& difference : result.differences) {
    text += fmt::format("{} {}-{} {}/{} {} {:a}\n", std::string(difference.metric->id),
                        difference.other.value, difference.base.value,
                        static_cast<int>(difference.row.kind), difference.row.index,
                        bits_of(difference.difference), difference.variance_reduction);
  }
  for (const ExpectationOutcome& outcome : result.expectations) {
    text += fmt::format("expect {} {} {} {}\n", outcome.expectation, outcome.plan.value,
                        static_cast<int>(outcome.status), bits_of(outcome.estimate));
  }
  for (const std::string& warning : result.warnings) text += warning + "\n";
  text += fmt::format("complete {} precise {} violation '{}'\n", result.is_complete,
                      result.precision_reached, result.violation);
  return text;
}

/// The figure of a metric over the whole horizon for a row.
inline Estimate total_of(const Result& result, std::string_view metric, PlanId plan = PlanId(0),
                         ScopeKind kind = ScopeKind::all, std::uint32_t index = 0) {
  for (const Figure& figure : result.figures) {
    if (figure.metric->id == metric && figure.plan == plan && figure.row.kind == kind &&
        figure.row.index == index && !figure.interval) {
      return figure.estimate;
    }
  }
  FAIL("no figure " << metric);
  return {};
}

/// The first other plan's difference to the base over all contacts.
inline Estimate difference_of(const Result& result, std::string_view metric) {
  for (const Difference& difference : result.differences) {
    if (difference.metric->id == metric && difference.row.kind == ScopeKind::all) {
      return difference.difference;
    }
  }
  FAIL("no difference of " << metric);
  return {};
}

}  // namespace holdline
