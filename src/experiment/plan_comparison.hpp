// Differences between two plans that met the same replications (common random numbers): the same
// customers came, so what differs is the plan. Paired differences keep that; their variance is
// what is left when the shared luck cancels.
#pragma once

#include <span>
#include <vector>

#include "experiment/confidence.hpp"
#include "experiment/moments.hpp"
#include "experiment/plan_statistics.hpp"

namespace holdline {

/// Which row of another plan's scores means the same as a row of the base's.
struct MatchedRow {
  std::size_t base = 0;
  std::size_t other = 0;
};

/// Contact types, segments and issue types match by index (they belong to the world), agent groups
/// by name.
[[nodiscard]] std::vector<MatchedRow> match_rows(const ScoreLayout& base_layout,
                                                 std::span<const AgentGroup> base_groups,
                                                 const ScoreLayout& other_layout,
                                                 std::span<const AgentGroup> other_groups);

/// Accumulates paired observations of one other plan against the base, in the order of
/// replications.
class PlanComparison {
 public:
  PlanComparison(std::span<const Metric* const> catalogue, const ScoreLayout& base_layout,
                 const ScoreLayout& other_layout, std::vector<MatchedRow> rows, RunMode mode,
                 Estimation estimation);

  /// The same replication under both plans; in steady state the batches are the pairs.
  void add(const Scorecard& base, const Scorecard& other);

  /// Difference other - base of a metric over all contacts; undefined if the plans do not share it.
  [[nodiscard]] Estimate centre_difference(const Metric& metric, const PlanStatistics& base,
                                           const PlanStatistics& other,
                                           Confidence& confidence) const;
  /// Differences other - base of the totals, by row, by metric. The statistics are those of the
  /// same replications; quantiles come from their waits.
  void append_differences(PlanId base, const PlanStatistics& base_statistics, PlanId other,
                          const PlanStatistics& other_statistics, Confidence& confidence,
                          std::vector<Difference>& differences) const;

 private:
  struct Cell {
    const Metric* metric = nullptr;
    MatchedRow row;
    PairedMoments moments;
  };
  struct CellDifference {
    Estimate estimate;
    double variance_reduction = 0.0;
  };
  void add_rows(std::span<const Tally> base, std::span<const Tally> other);
  [[nodiscard]] static CellDifference difference_of(const Cell& cell, const PlanStatistics& base,
                                                    const PlanStatistics& other,
                                                    Confidence& confidence);

  ScoreLayout base_layout_;
  std::size_t other_row_count_;
  RunMode mode_;
  Estimation estimation_;
  std::vector<Cell> cells_;
};

}  // namespace holdline
