// The sections that the report of a run and the report of a comparison share.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "holdline/report/report.hpp"
#include "report/figure_table.hpp"
#include "report/result_view.hpp"

namespace holdline::report {

/// Scenario, plans, replications, seed, confidence; says so when the result is partial.
void write_heading(const ResultView& view, const TextStyle& style, std::ostream& out);

/// One contact type, agent group, segment or issue type, by its name, since plans may have
/// different groups.
struct NamedRow {
  ScopeKind kind = ScopeKind::all;
  std::string name;
};
/// Every one of a kind, agent groups of any plan run, in order of first appearance. Empty
/// when there is only one, whose figures are the centre's.
[[nodiscard]] std::vector<NamedRow> named_rows(const ResultView& view, ScopeKind kind);
/// Where `named` is in this plan; nullopt if the plan does not have it.
[[nodiscard]] std::optional<ScoreRow> find_row(const ResultView& view, PlanId plan,
                                               const NamedRow& named);

/// "Contact type regular", "Agent group backup".
[[nodiscard]] std::string section_title(const NamedRow& named);

/// One plan's headline metrics by reporting interval; nothing when there are none.
void write_periods(const ResultView& view, const PlanRun& run, const TextStyle& style,
                   std::ostream& out);
/// Each expectation with what was found; nothing when there are none.
void write_expectations(const ResultView& view, const TextStyle& style, std::ostream& out);
/// A sentence for each metric shown.
void write_definitions(const ResultView& view, const TextStyle& style, std::ostream& out);

}  // namespace holdline::report
