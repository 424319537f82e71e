// Rows are found by name, since plans may have different agent groups.
#include "report/metric_rows.hpp"

#include <algorithm>
#include <string>

namespace holdline::report {
namespace {

const std::vector<std::string>& names_of(const Result& result, PlanId plan, ScopeKind kind) {
  static const std::vector<std::string> none;
  switch (kind) {
    case ScopeKind::contact_type:
      return result.contact_type_names;
    case ScopeKind::agent_group:
      return result.agent_group_names.at(plan.index());
    case ScopeKind::segment:
      return result.segment_names;
    case ScopeKind::issue_type:
      return result.issue_type_names;
    case ScopeKind::all:
      break;
  }
  return none;
}

std::string_view title_of(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::contact_type:
      return "Contact type ";
    case ScopeKind::agent_group:
      return "Agent group ";
    case ScopeKind::segment:
      return "Segment ";
    case ScopeKind::issue_type:
      return "Issue type ";
    case ScopeKind::all:
      break;
  }
  return "";
}

/// Of any plan run, in order of first appearance.
std::vector<std::string> names_of(const Result& result, ScopeKind kind) {
  std::vector<std::string> names;
  for (const PlanRun& run : result.runs) {
    for (const std::string& name : names_of(result, run.plan, kind)) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

RowByPlan rows_of(const Result& result, ScopeKind kind, const std::string& name) {
  RowByPlan rows;
  for (const PlanRun& run : result.runs) {
    const std::vector<std::string>& names = names_of(result, run.plan, kind);
    const auto at = std::find(names.begin(), names.end(), name);
    rows.emplace_back();
    if (at == names.end()) continue;
    rows.back() = ScoreRow{kind, static_cast<std::uint32_t>(at - names.begin())};
  }
  return rows;
}

/// `is_partial`: of some of the contacts alone, of which there may be none.
void add_line(const ResultView& view, const Metric& metric, const std::string& label,
              const RowByPlan& rows, AddCells add_cells, FigureTable& table,
              bool is_partial = false) {
  std::vector<Estimate> estimates;
  const std::vector<PlanRun>& runs = view.result().runs;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    estimates.push_back(rows[i] ? view.estimate(metric, runs[i].plan, *rows[i]) : Estimate{});
  }
  // What customers think is known of some rows only.
  if ((is_partial || metric.needs != MetricNeeds::nothing) &&
      std::none_of(estimates.begin(), estimates.end(),
                   [](const Estimate& each) { return each.is_defined; })) {
    return;
  }
  const FigureFormat format(metric.unit, view.result().currency, estimates);
  std::vector<FigureText> line;
  for (const Estimate& estimate : estimates) line.push_back(format.figure(estimate));
  if (add_cells != nullptr) add_cells(view, metric, rows, format, line);
  table.add_row(label, std::move(line));
}

}  // namespace

void add_centre(const ResultView& view, AddCells add_cells, bool has_parts, FigureTable& table) {
  const std::size_t plans = view.result().runs.size();
  for (const Metric* metric : view.shown()) {
    if (has_parts && !view.is_pooled(*metric)) continue;
    for (const ScoreRow row : view.centre_rows(*metric)) {
      add_line(view, *metric, view.centre_label(*metric, row), RowByPlan(plans, row), add_cells,
               table, row.kind != ScopeKind::all);
    }
  }
}

void add_parts(const ResultView& view, AddCells add_cells, FigureTable& table) {
  for (const ScopeKind kind : {ScopeKind::contact_type, ScopeKind::agent_group, ScopeKind::segment,
                               ScopeKind::issue_type}) {
    const std::vector<const Metric*> metrics = view.shown_for(kind);
    const std::vector<std::string> names = names_of(view.result(), kind);
    if (metrics.empty() || names.size() < 2) continue;
    for (const std::string& name : names) {
      table.add_section(std::string(title_of(kind)) + name);
      const RowByPlan rows = rows_of(view.result(), kind, name);
      const auto some = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row; });
      for (const Metric* metric : metrics) {
        if (kind != ScopeKind::contact_type && !view.is_pooled(*metric)) continue;
        add_line(view, *metric, "  " + view.label(*metric, **some), rows, add_cells, table);
      }
    }
  }
}

}  // namespace holdline::report
