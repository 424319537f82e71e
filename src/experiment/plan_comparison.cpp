#include "experiment/plan_comparison.hpp"

#include <cassert>

namespace holdline {
std::vector<MatchedRow> match_rows(const ScoreLayout& base_layout,
                                   std::span<const AgentGroup> base_groups,
                                   const ScoreLayout& other_layout,
                                   std::span<const AgentGroup> other_groups) {
  std::vector<MatchedRow> rows;
  assert(base_layout.contact_type_count == other_layout.contact_type_count &&
         base_layout.segment_count == other_layout.segment_count &&
         base_layout.issue_type_count == other_layout.issue_type_count);
  for (std::size_t row = 0; row < base_layout.first_agent_group(); ++row)
    rows.push_back({row, row});
  for (std::size_t i = 0; i < base_layout.agent_group_count; ++i) {
    for (std::size_t j = 0; j < other_layout.agent_group_count; ++j) {
      if (base_groups[i].name != other_groups[j].name) continue;
      rows.push_back({base_layout.first_agent_group() + i, other_layout.first_agent_group() + j});
    }
  }
  const std::size_t rest = base_layout.segment_count + base_layout.issue_type_count;
  for (std::size_t i = 0; i < rest; ++i) {
    rows.push_back({base_layout.first_segment() + i, other_layout.first_segment() + i});
  }
  return rows;
}

PlanComparison::PlanComparison(std::span<const Metric* const> catalogue,
                               const ScoreLayout& base_layout, const ScoreLayout& other_layout,
                               std::vector<MatchedRow> rows, RunMode mode, Estimation estimation)
    : base_layout_(base_layout),
      other_row_count_(other_layout.row_count()),
      mode_(mode),
      estimation_(estimation) {
  assert(mode != RunMode::steady_state ||
         base_layout.interval_count == other_layout.interval_count);
  for (const MatchedRow& row : rows) {
    for (const Metric* metric : catalogue) {
      if (has_figures(*metric, base_layout.row(row.base).kind)) cells_.push_back({metric, row, {}});
    }
  }
}

void PlanComparison::add_rows(std::span<const Tally> base, std::span<const Tally> other) {
  for (Cell& cell : cells_) {
    if (cell.metric->quantile != 0.0) continue;
    const MetricObservation in_base = observe(*cell.metric, base[cell.row.base], estimation_);
    const MetricObservation in_other = observe(*cell.metric, other[cell.row.other], estimation_);
    if (!in_base.is_there || !in_other.is_there) continue;
    cell.moments.add(in_base.numerator, in_base.denominator, in_other.numerator,
                     in_other.denominator);
  }
}

void PlanComparison::add(const Scorecard& base, const Scorecard& other) {
  if (mode_ != RunMode::steady_state) {
    add_rows(base.totals, other.totals);
    return;
  }
  const std::span<const Tally> base_batches(base.intervals);
  const std::span<const Tally> other_batches(other.intervals);
  const std::size_t rows = base_layout_.row_count();
  for (std::size_t i = 0; i < base_layout_.interval_count; ++i) {
    add_rows(base_batches.subspan(i * rows, rows),
             other_batches.subspan(i * other_row_count_, other_row_count_));
  }
}

PlanComparison::CellDifference PlanComparison::difference_of(const Cell& cell,
                                                             const PlanStatistics& base,
                                                             const PlanStatistics& other,
                                                             Confidence& confidence) {
  if (cell.metric->quantile != 0.0) {
    const QuantileDifference quantiles = quantile_difference(
        base.waits(cell.row.base), other.waits(cell.row.other), cell.metric->quantile, confidence);
    return {quantiles.estimate, quantiles.variances.reduction()};
  }
  const bool is_total = cell.metric->denominator == nullptr;
  CellDifference result;
  result.estimate = confidence.difference(cell.moments, is_total ? base.total_scale() : 1.0);
  if (result.estimate.has_interval) {
    result.variance_reduction = cell.moments.variances().reduction();
  }
  return result;
}

Estimate PlanComparison::centre_difference(const Metric& metric, const PlanStatistics& base,
                                           const PlanStatistics& other,
                                           Confidence& confidence) const {
  for (const Cell& cell : cells_) {
    if (cell.metric == &metric && cell.row.base == 0) {
      return difference_of(cell, base, other, confidence).estimate;
    }
  }
  return {};
}

void PlanComparison::append_differences(PlanId base, const PlanStatistics& base_statistics,
                                        PlanId other, const PlanStatistics& other_statistics,
                                        Confidence& confidence,
                                        std::vector<Difference>& differences) const {
  for (const Cell& cell : cells_) {
    const CellDifference found = difference_of(cell, base_statistics, other_statistics, confidence);
    differences.push_back({cell.metric, base, other, base_layout_.row(cell.row.base),
                           found.estimate, found.variance_reduction});
  }
}

}  // namespace holdline
