// Replications, plans, comparisons, intervals: scenario in, result out, the same bits for any
// number of threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "holdline/scenario/scenario.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// An estimate with its confidence interval. A single observation has a value but no interval.
/// Intervals of ratios and totals are symmetric (Student's t) and not cut at 0 or 1; their length
/// is zero when all observations agree, as for an event never seen. Quantiles of waits have
/// intervals from 10 replications on, not symmetric, and none when the data do not bound them.
struct Estimate {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  bool is_defined = false;  ///< false: 0/0, e.g. the ASA of a type nobody called
  bool has_interval = false;
  std::uint64_t observations = 0;  ///< replications (or batches) behind it
};

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
  std::vector<Duration> acceptable_waits;  ///< by contact type
  std::vector<Expectation> gates;          ///< what the scenario expects, by expectation index
  Duration horizon{};                      ///< simulated time of one replication
  std::vector<PlanRun> runs;
  std::vector<Figure> figures;          ///< ordered: plan, interval (total first), row, metric
  std::vector<Difference> differences;  ///< ordered: plan, row, metric; totals only
  std::vector<ExpectationOutcome> expectations;
  std::vector<std::string> warnings;  ///< e.g. precision not reached, batches correlated
  bool is_complete = true;            ///< false: stopped early; figures are over what finished
  bool precision_reached = true;
  std::string violation;  ///< conservation broken: our bug; figures must not be used
};

/// Runs the experiment. Throws std::bad_alloc only; everything else is in the result.
[[nodiscard]] Result run_experiment(const Scenario& scenario, const ExperimentSpec& spec);

}  // namespace holdline
