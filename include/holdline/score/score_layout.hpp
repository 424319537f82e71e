// The rows and intervals of scores: what a figure can belong to.
#pragma once

#include <cstddef>
#include <cstdint>

#include "holdline/scenario/scenario.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

/// Where a tally belongs: row 0 is the centre (`all`), then contact types, agent groups, segments,
/// and issue types.
struct ScoreRow {
  ScopeKind kind = ScopeKind::all;
  std::uint32_t index = 0;  ///< of the contact type, agent group, segment or issue type
};

/// The rows and intervals of a plan's scores.
struct ScoreLayout {
  std::size_t contact_type_count = 0;
  std::size_t agent_group_count = 0;
  std::size_t segment_count = 0;
  std::size_t issue_type_count = 0;
  std::size_t interval_count = 0;  ///< reporting intervals (or batches); 0: totals only
  Duration interval{};             ///< length; the last one is what remains
  Duration origin{};               ///< where the first begins: the batches, at the warm-up's end
  bool fold_days = false;          ///< interval = time of day / length, over all days
  Duration warm_up{};              ///< contacts arriving and agent time before it are not scored

  ScoreLayout() = default;
  /// The layout a scenario asks for; in steady state the intervals are the batches.
  ScoreLayout(const Scenario& scenario, PlanId plan);
  [[nodiscard]] std::size_t row_count() const { return first_issue_type() + issue_type_count; }
  [[nodiscard]] ScoreRow row(std::size_t index) const;
  /// The inverse: where the tally of `row` is.
  [[nodiscard]] std::size_t place(ScoreRow row) const;

  [[nodiscard]] std::size_t first_agent_group() const { return 1 + contact_type_count; }
  [[nodiscard]] std::size_t first_segment() const {
    return first_agent_group() + agent_group_count;
  }
  [[nodiscard]] std::size_t first_issue_type() const { return first_segment() + segment_count; }
};

}  // namespace holdline
