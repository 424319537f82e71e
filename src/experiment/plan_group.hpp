// Plans that run together: one alone, or all of a comparison, which must meet the same number of
// the same replications.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "experiment/money_accounts.hpp"
#include "experiment/plan_comparison.hpp"
#include "experiment/plan_statistics.hpp"
#include "experiment/precision_goal.hpp"
#include "experiment/replicate.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline {

/// Replications finished and known to be needed, over all plans of an experiment.
struct ProgressCount {
  std::uint64_t done = 0;
  std::uint64_t known = 0;
};

class PlanGroup {
 public:
  /// With more than one plan the first is the base of the others' differences. Keeps references.
  PlanGroup(const Scenario& scenario, std::vector<PlanId> plans, const ExperimentSpec& spec,
            ProgressCount& progress);

  /// Replications the group is sure to need, all plans together.
  [[nodiscard]] static std::uint64_t least_runs(const Scenario& scenario, std::size_t plans);

  void run();
  /// Adds runs, figures, differences, expectations and warnings; only the violation or the excess
  /// if there is one.
  void report(Result& result);

 private:
  [[nodiscard]] bool consume(std::span<const Scorecard> cards);
  void add(std::span<const Scorecard> cards);
  void add_pieces(std::span<const Scorecard> cards);
  [[nodiscard]] std::uint32_t extend(std::uint32_t done);
  [[nodiscard]] std::uint32_t thread_count() const;
  void report_expectations(Result& result);
  [[nodiscard]] GroupStatistics so_far() const { return {statistics_, comparisons_}; }
  [[nodiscard]] const std::string& name(std::size_t lane) const { return names_[lane]; }

  const Scenario& scenario_;
  std::optional<Scenario> pieces_scenario_;  ///< steady state: what is run and scored
  const std::vector<PlanId> plans_;
  const ExperimentSpec& spec_;
  ProgressCount& progress_;
  Confidence confidence_;
  const std::vector<const Metric*> catalogue_;  ///< service level in the scenario's variant
  const PrecisionGoal goal_;
  std::vector<std::string> names_;           ///< by lane
  std::vector<PlanStatistics> statistics_;   ///< by lane
  std::vector<PlanComparison> comparisons_;  ///< by lane - 1
  MoneyAccounts money_;
  std::vector<std::string> batch_warnings_;
  std::uint32_t target_ = 0;
  ReplicationEnding ending_ = ReplicationEnding::stopped;
  std::string violation_;
  std::string excess_;
};

}  // namespace holdline
