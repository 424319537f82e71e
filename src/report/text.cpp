// The report of a run: plans across, metrics down, first for the centre, then by contact type and
// agent group. A report computes nothing; it chooses, aligns and names.
#include <algorithm>
#include <ostream>

#include "holdline/report/report.hpp"
#include "report/display.hpp"
#include "report/figure_table.hpp"
#include "report/text_sections.hpp"
#include "report/verdict_text.hpp"

namespace holdline {
namespace report {
namespace {

void add_metric(const ResultView& view, const Metric& metric, const std::string& label,
                const std::vector<std::optional<ScoreRow>>& rows, FigureTable& table) {
  std::vector<Estimate> estimates;
  const std::vector<PlanRun>& runs = view.result().runs;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    estimates.push_back(rows[i] ? view.estimate(metric, runs[i].plan, *rows[i]) : Estimate{});
  }
  const FigureFormat format(metric.unit, view.result().currency, estimates);
  std::vector<FigureText> figures;
  for (const Estimate& estimate : estimates) figures.push_back(format.figure(estimate));
  // What customers think is known of some rows only.
  const bool is_blank = metric.needs != MetricNeeds::nothing &&
                        std::none_of(estimates.begin(), estimates.end(),
                                     [](const Estimate& each) { return each.is_defined; });
  if (!is_blank) table.add_row(label, std::move(figures));
}

void add_named(const ResultView& view, ScopeKind kind, FigureTable& table) {
  const std::vector<const Metric*> metrics = view.shown_for(kind);
  if (metrics.empty()) return;
  for (const NamedRow& named : named_rows(view, kind)) {
    table.add_section(section_title(named));
    std::vector<std::optional<ScoreRow>> rows;
    for (const PlanRun& run : view.result().runs) rows.push_back(find_row(view, run.plan, named));
    const auto some = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row; });
    for (const Metric* metric : metrics) {
      add_metric(view, *metric, "  " + view.label(*metric, **some), rows, table);
    }
  }
}

void write_figures(const ResultView& view, const TextStyle& style, std::ostream& out) {
  std::vector<std::string> titles;
  for (const PlanRun& run : view.result().runs) titles.push_back(view.plan_name(run.plan));
  FigureTable table(titles);
  const std::vector<std::optional<ScoreRow>> centre(view.result().runs.size(), ScoreRow{});
  for (const Metric* metric : view.shown()) {
    add_metric(view, *metric, view.label(*metric), centre, table);
  }
  add_named(view, ScopeKind::contact_type, table);
  add_named(view, ScopeKind::agent_group, table);
  add_named(view, ScopeKind::segment, table);
  add_named(view, ScopeKind::issue_type, table);
  table.write(style, out);
}

}  // namespace
}  // namespace report

void write_text(const Result& result, const TextStyle& style, std::ostream& out) {
  const report::ResultView view(result);
  report::write_heading(view, style, out);
  if (view.shown().empty()) return;
  report::write_figures(view, style, out);
  report::write_composites(view, style, out);
  for (const PlanRun& run : result.runs) report::write_periods(view, run, style, out);
  report::write_expectations(view, style, out);
  report::write_definitions(view, style, out);
}

}  // namespace holdline
