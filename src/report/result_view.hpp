// Questions a text report asks of a result: which metrics it shows, what they are called, which
// figure belongs in which cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "holdline/experiment/experiment.hpp"

namespace holdline::report {

/// Keeps a reference to the result.
class ResultView {
 public:
  explicit ResultView(const Result& result);

  [[nodiscard]] const Result& result() const { return result_; }
  /// The metrics the scenario lists, in its order, or else the headline ones in the catalogue's.
  [[nodiscard]] const std::vector<const Metric*>& shown() const { return shown_; }
  /// Those of `shown` that have a meaning for rows of `kind`.
  [[nodiscard]] std::vector<const Metric*> shown_for(ScopeKind kind) const;

  /// The metric of this name; nullptr if the result has no figure of it.
  [[nodiscard]] const Metric* metric(std::string_view id) const;
  /// An undefined estimate if there is no such figure. By interval there are those of the shown
  /// metrics only.
  [[nodiscard]] Estimate estimate(const Metric& metric, PlanId plan, ScoreRow row,
                                  std::optional<std::uint32_t> interval = std::nullopt) const;
  /// nullptr if there is none.
  [[nodiscard]] const Difference* difference(const Metric& metric, PlanId other,
                                             ScoreRow row) const;

  /// Whether a figure of the metric over several contact types means anything: one of waits does
  /// not where acceptable waits lie ten times apart or more, as those of calls and mails do. The
  /// mean is that of neither then, and may be above the 90th percentile.
  [[nodiscard]] bool is_pooled(const Metric& metric) const;
  /// The rows in which a metric is told of the centre: the centre, or if it is not pooled each
  /// contact type.
  [[nodiscard]] std::vector<ScoreRow> centre_rows(const Metric& metric) const;
  /// Its label in such a row: "Average speed of answer, phone".
  [[nodiscard]] std::string centre_label(const Metric& metric, ScoreRow row) const;

  /// The metric's title; a service level's with its variant and acceptable wait.
  [[nodiscard]] std::string label(const Metric& metric, ScoreRow row = {}) const;
  [[nodiscard]] const std::string& plan_name(PlanId plan) const;
  /// As it stands in a sentence, where a plan called `now` would read as a word of it.
  [[nodiscard]] std::string quoted_plan(PlanId plan) const;
  /// "lean − generous".
  [[nodiscard]] std::string difference_name(PlanId other, PlanId base) const;
  /// Name of what the row is about; "all" for the centre.
  [[nodiscard]] std::string row_name(PlanId plan, ScoreRow row) const;

 private:
  /// Metric, plan, kind of row, index of row, interval + 1 (0: the whole horizon).
  using Place = std::tuple<const Metric*, std::uint32_t, ScopeKind, std::uint32_t, std::uint32_t>;
  [[nodiscard]] static Place place(const Metric& metric, PlanId plan, ScoreRow row,
                                   std::optional<std::uint32_t> interval);
  [[nodiscard]] std::string acceptable_wait(ScoreRow row) const;

  const Result& result_;
  std::vector<const Metric*> told_;  ///< every metric the result has, in its order
  std::vector<const Metric*> shown_;
  std::map<Place, std::size_t> figures_;  ///< index into result.figures
};

/// The layout of a plan's scores; nullptr if it was not run.
[[nodiscard]] const ScoreLayout* layout_of(const Result& result, PlanId plan);
/// Start of a reporting interval (or batch) from the beginning of the horizon, or of the day when
/// days are folded.
[[nodiscard]] Duration period_start(const Result& result, const ScoreLayout& layout,
                                    std::uint32_t interval);
/// "08:30", "day 2 08:30", or "batch 3".
[[nodiscard]] std::string period_label(const Result& result, const ScoreLayout& layout,
                                       std::uint32_t interval);
/// What figures are summed over: the horizon without the warm-up.
[[nodiscard]] Duration counted_time(const Result& result);
/// "20 s", "2 min", "1 h 30 min", "5 days".
[[nodiscard]] std::string duration_text(Duration duration);
/// "share", "s", "count", ...; money by its currency: "EUR".
[[nodiscard]] std::string unit_name(MetricUnit unit, const Result& result);
/// The name scenario files use: standard, all_offered, ...
[[nodiscard]] std::string_view to_string(ServiceLevelVariant variant);
[[nodiscard]] std::string_view to_string(Estimation estimation);
/// "met", "not_met", "undecided".
[[nodiscard]] std::string_view to_string(ExpectationStatus status);
[[nodiscard]] std::string_view to_string(RunMode mode);

}  // namespace holdline::report
