// Replications, plans, comparisons, intervals: scenario in, result out, the same bits for any
// number of threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "holdline/experiment/composite.hpp"
#include "holdline/experiment/estimate.hpp"
#include "holdline/experiment/sensitivity.hpp"
#include "holdline/experiment/verdict.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// One printed figure.
struct Figure {
  const Metric* metric = nullptr;
  PlanId plan;
  ScoreRow row;
  std::optional<std::uint32_t> interval;  ///< nullopt: over the whole horizon
  Estimate estimate;
};

/// A paired difference of two plans under common random numbers: `other` minus `base`.
struct Difference {
  const Metric* metric = nullptr;
  PlanId base;
  PlanId other;
  ScoreRow row;
  Estimate difference;
  /// Variance of the difference of independent runs over that of the paired ones [1]; > 1 means
  /// pairing helped. 0 when undefined.
  double variance_reduction = 0.0;
};

enum class ExpectationStatus : std::uint8_t { met, not_met, undecided };

struct ExpectationOutcome {
  std::size_t expectation = 0;  ///< index into Scenario::expectations
  PlanId plan;
  Estimate estimate;
  ExpectationStatus status = ExpectationStatus::undecided;  ///< undecided: the bound lies inside
                                                            ///< the interval, or there is none
};

/// What to run, beyond what the scenario says itself.
struct ExperimentSpec {
  std::vector<PlanId> plans;                ///< empty: all of the scenario
  bool compare = false;                     ///< also differences of each plan to the first
  std::uint32_t threads = 0;                ///< 0: as many as the machine has
  const std::atomic<bool>* stop = nullptr;  ///< set to true to end early with what is finished
  /// Called from the calling thread after each replication, in order: replications finished and
  /// replications known to be needed (may grow), over all plans.
  std::function<void(std::uint64_t done, std::uint64_t known)> progress;
  /// One more sink for the facts of plan `trace_plan`, replication by replication in order (forces
  /// one thread); may be null.
  RecordSink* trace = nullptr;
  PlanId trace_plan{0};
};

struct PlanRun {
  PlanId plan;
  ScoreLayout layout;
  std::uint32_t replications = 0;
  std::uint64_t contacts = 0;  ///< of all replications
  std::uint64_t events = 0;
};

struct Result {
  std::string scenario_name;
  std::uint64_t scenario_hash = 0;
  std::string currency;
  ExperimentSettings settings;  ///< as used
  ScoreSettings score;
  std::vector<std::string> plan_names;                      ///< by PlanId
  std::vector<std::vector<std::string>> agent_group_names;  ///< by PlanId
  std::vector<std::string> contact_type_names;
  std::vector<Duration> acceptable_waits;    ///< by contact type
  std::vector<std::string> segment_names;    ///< empty where the world has no customers
  std::vector<std::uint32_t> segment_sizes;  ///< customers at the start, by segment
  std::vector<double> segment_values;        ///< margin of one customer [money/year]
  std::vector<std::string> issue_type_names;
  bool has_outcomes = true;        ///< customers may leave because of an issue
  std::vector<Expectation> gates;  ///< what the scenario expects, by expectation index
  Duration horizon{};              ///< simulated time of one replication
  std::vector<PlanRun> runs;
  std::vector<Figure> figures;          ///< ordered: plan, interval (total first), row, metric
  std::vector<Difference> differences;  ///< ordered: plan, row, metric; totals only
  std::vector<ExpectationOutcome> expectations;
  /// Where the scenario asks for it: by plan, and of each plan after the first when comparing.
  std::vector<CompositeScore> composites;
  std::vector<CompositeDifference> composite_differences;
  /// When plans are compared in a world whose customers are worth something (terminating runs):
  /// by plan, and of each plan after the first.
  std::vector<PlanCurve> curves;
  std::vector<Verdict> verdicts;
  std::optional<Sensitivity> sensitivity;  ///< filled in by whoever calls run_sensitivity()
  std::vector<std::string> warnings;       ///< e.g. precision not reached, batches correlated
  bool is_complete = true;                 ///< false: stopped early; figures are over what finished
  bool precision_reached = true;
  std::string violation;  ///< conservation broken: our bug; figures must not be used
};

/// Whether comparing plans of the scenario ends in a verdict: customers must be worth something,
/// and a steady-state run has neither a beginning nor an end to sum money between.
[[nodiscard]] bool has_verdict(const Scenario& scenario);

/// Runs the experiment. Throws std::bad_alloc only; everything else is in the result.
[[nodiscard]] Result run_experiment(const Scenario& scenario, const ExperimentSpec& spec);

}  // namespace holdline
