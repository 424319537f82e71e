// The statistics of one plan: scorecards in, figures out. Knows nothing of clocks or threads.
#pragma once

#include <span>
#include <vector>

#include "experiment/confidence.hpp"
#include "experiment/moments.hpp"
#include "experiment/wait_sections.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline {

/// A metric of a row: what has one accumulator.
struct StatisticsCell {
  const Metric* metric = nullptr;
  std::size_t row = 0;  ///< of the score layout
};

/// Whether `metric` has figures for rows of this kind: quantiles only where waits are kept.
[[nodiscard]] bool has_figures(const Metric& metric, ScopeKind kind);
/// The cells of a layout: rows in order, in each the metrics in the order of the catalogue.
/// Quantiles of waits exist for the centre and for contact types.
[[nodiscard]] std::vector<StatisticsCell> statistics_cells(std::span<const Metric* const> catalogue,
                                                           const ScoreLayout& layout);

/// One observation of a metric as numerator and denominator; false: none in this observation.
/// Pooled ratios observe numerator and denominator; per-replication ratios their quotient over 1,
/// when there is one; totals the sum over 1.
struct MetricObservation {
  double numerator = 0.0;
  double denominator = 1.0;
  bool is_there = true;
};
[[nodiscard]] inline MetricObservation observe(const Metric& metric, const Tally& tally,
                                               Estimation estimation) {
  MetricObservation seen{metric.numerator(tally), 1.0, true};
  if (metric.denominator == nullptr) return seen;
  const double denominator = metric.denominator(tally);
  if (estimation == Estimation::pooled) {
    seen.denominator = denominator;
  } else if (denominator == 0.0) {
    seen.is_there = false;
  } else {
    seen.numerator /= denominator;
  }
  return seen;
}

/// Adds up scorecards, strictly in the order of replications. In steady state the one scorecard's
/// batches are the observations.
class PlanStatistics {
 public:
  PlanStatistics(std::span<const Metric* const> catalogue, const ScoreLayout& layout, RunMode mode,
                 Estimation estimation);

  /// Allocates nothing once the histograms have met their largest wait.
  void add(const Scorecard& card);

  [[nodiscard]] const ScoreLayout& layout() const { return layout_; }
  [[nodiscard]] std::uint32_t replications() const { return replications_; }
  [[nodiscard]] std::uint64_t contacts() const { return contacts_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }
  /// Counters of a row over all replications.
  [[nodiscard]] const Tally& sum(std::size_t row) const { return sums_[row]; }
  /// Waits of the centre (row 0) or a contact type.
  [[nodiscard]] const WaitSections& waits(std::size_t row) const { return waits_[row]; }
  /// Batches of a run whose totals are the sums over batches; 1 in terminating mode.
  [[nodiscard]] double total_scale() const { return total_scale_; }

  /// A metric over the whole horizon; not defined for a row the metric has no meaning for.
  [[nodiscard]] Estimate total(const Metric& metric, std::size_t row, Confidence& confidence) const;
  /// All figures: totals first, then by interval (none in steady state), by row, by metric.
  void append_figures(PlanId plan, Confidence& confidence, std::vector<Figure>& figures) const;

 private:
  void add_rows(std::span<const Tally> rows, std::span<RatioMoments> moments) const;
  [[nodiscard]] Estimate total(std::size_t cell, Confidence& confidence) const;

  ScoreLayout layout_;
  RunMode mode_;
  Estimation estimation_;
  double total_scale_ = 1.0;
  std::vector<StatisticsCell> cells_;
  std::vector<RatioMoments> totals_;     ///< by cell
  std::vector<RatioMoments> intervals_;  ///< [interval * cells + cell]
  std::vector<Tally> sums_;              ///< by row
  std::vector<WaitSections> waits_;      ///< by row: centre and contact types
  std::uint32_t replications_ = 0;
  std::uint64_t contacts_ = 0;
  std::uint64_t events_ = 0;
};

}  // namespace holdline
