#include "experiment/plan_statistics.hpp"

#include <cassert>

namespace holdline {

bool has_figures(const Metric& metric, ScopeKind kind) {
  const bool has_waits = kind == ScopeKind::all || kind == ScopeKind::contact_type;
  return has_rows(metric, kind) && (metric.quantile == 0.0 || has_waits);
}

std::vector<StatisticsCell> statistics_cells(std::span<const Metric* const> catalogue,
                                             const ScoreLayout& layout) {
  std::vector<StatisticsCell> cells;
  for (std::size_t row = 0; row < layout.row_count(); ++row) {
    for (const Metric* metric : catalogue) {
      if (has_figures(*metric, layout.row(row).kind)) cells.push_back({metric, row});
    }
  }
  return cells;
}

PlanStatistics::PlanStatistics(std::span<const Metric* const> catalogue, const ScoreLayout& layout,
                               RunMode mode, Estimation estimation)
    : layout_(layout),
      mode_(mode),
      estimation_(estimation),
      cells_(statistics_cells(catalogue, layout)),
      totals_(cells_.size()),
      sums_(layout.row_count()),
      waits_(1 + layout.contact_type_count) {
  if (mode_ == RunMode::steady_state) {
    assert(layout_.interval_count > 0);
    total_scale_ = static_cast<double>(layout_.interval_count);
  } else {
    intervals_.resize(cells_.size() * layout_.interval_count);
  }
}

void PlanStatistics::add_rows(std::span<const Tally> rows, std::span<RatioMoments> moments) const {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    const Metric& metric = *cells_[cell].metric;
    if (metric.quantile != 0.0) continue;
    const MetricObservation seen = observe(metric, rows[cells_[cell].row], estimation_);
    if (seen.is_there) moments[cell].add(seen.numerator, seen.denominator);
  }
}

void PlanStatistics::add(const Scorecard& card) {
  const std::size_t rows = layout_.row_count();
  const std::span<const Tally> intervals(card.intervals);
  assert(card.totals.size() == rows && intervals.size() == rows * layout_.interval_count);
  if (mode_ == RunMode::steady_state) {
    assert(replications_ == 0);
    for (std::size_t i = 0; i < layout_.interval_count; ++i) {
      add_rows(intervals.subspan(i * rows, rows), totals_);
    }
  } else {
    add_rows(card.totals, totals_);
    const std::span<RatioMoments> moments(intervals_);
    for (std::size_t i = 0; i < layout_.interval_count; ++i) {
      add_rows(intervals.subspan(i * rows, rows),
               moments.subspan(i * cells_.size(), cells_.size()));
    }
  }
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t k = 0; k < kCounterCount; ++k) sums_[row][k] += card.totals[row][k];
  }
  for (std::size_t row = 0; row < waits_.size(); ++row) waits_[row].add(card.waits[row]);
  ++replications_;
  contacts_ += card.contacts;
  events_ += card.events;
}

Estimate PlanStatistics::total(std::size_t cell, Confidence& confidence) const {
  const Metric& metric = *cells_[cell].metric;
  if (metric.quantile != 0.0) return waits_[cells_[cell].row].quantile(metric.quantile, confidence);
  return confidence.ratio(totals_[cell], metric.denominator == nullptr ? total_scale_ : 1.0);
}

Estimate PlanStatistics::total(const Metric& metric, std::size_t row,
                               Confidence& confidence) const {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    if (cells_[cell].metric == &metric && cells_[cell].row == row) return total(cell, confidence);
  }
  return {};
}

void PlanStatistics::append_figures(PlanId plan, Confidence& confidence,
                                    std::vector<Figure>& figures) const {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    figures.push_back({cells_[cell].metric, plan, layout_.row(cells_[cell].row), std::nullopt,
                       total(cell, confidence)});
  }
  if (mode_ == RunMode::steady_state) return;
  for (std::size_t i = 0; i < layout_.interval_count; ++i) {
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (cells_[cell].metric->quantile != 0.0) continue;
      figures.push_back({cells_[cell].metric, plan, layout_.row(cells_[cell].row),
                         static_cast<std::uint32_t>(i),
                         confidence.ratio(intervals_[i * cells_.size() + cell])});
    }
  }
}

}  // namespace holdline
