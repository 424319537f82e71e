// The report of a comparison: plans side by side, then each plan's paired difference to the first,
// then in words what is decided and what is not. On a narrow terminal the plans' own intervals give
// way to those of the differences, which decide.
#include <fmt/format.h>

#include <ostream>

#include "holdline/report/report.hpp"
#include "report/comparison_words.hpp"
#include "report/cost_rows.hpp"
#include "report/display.hpp"
#include "report/metric_rows.hpp"
#include "report/text_sections.hpp"
#include "report/verdict_text.hpp"

namespace holdline {
namespace report {
namespace {

FigureText gain_text(const Difference* difference) {
  if (difference == nullptr || difference->variance_reduction <= 0.0) return {"\u2013", ""};
  const double gain = difference->variance_reduction;
  return {fmt::format("\u00d7{:.{}f}", gain, gain < 10.0 ? 1 : 0), ""};
}

std::vector<std::string> column_titles(const ResultView& view) {
  std::vector<std::string> titles;
  const std::vector<PlanRun>& runs = view.result().runs;
  for (const PlanRun& run : runs) titles.push_back(view.plan_name(run.plan));
  for (std::size_t i = 1; i < runs.size(); ++i) {
    titles.push_back(view.difference_name(runs[i].plan, runs[0].plan));
    titles.push_back("pairing");
  }
  return titles;
}

/// Each plan's difference to the first, and what pairing gained.
void add_differences(const ResultView& view, const Metric& metric, const RowByPlan& rows,
                     const FigureFormat& format, std::vector<FigureText>& line) {
  const std::vector<PlanRun>& runs = view.result().runs;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const Difference* difference =
        rows[i] ? view.difference(metric, runs[i].plan, *rows[i]) : nullptr;
    const Estimate estimate = difference ? difference->difference : Estimate{};
    line.push_back(format.refined_for(estimate).difference(estimate));
    line.push_back(gain_text(difference));
  }
}

void write_figures(const ResultView& view, bool has_parts, const TextStyle& style,
                   std::ostream& out) {
  FigureTable table(column_titles(view));
  add_centre(view, add_differences, has_parts, table);
  if (has_parts) add_parts(view, add_differences, table);
  const bool is_narrow = table.fit(view.result().runs.size(), style);
  table.write(style, out);
  out << '\n';
  write_note(
      fmt::format("Differences are paired: the same customers meet every plan. "
                  "\u201cpairing \u00d73\u201d says that independent runs would need 3 times "
                  "the replications for the same interval. Each interval stands alone at "
                  "{:g}%.",
                  view.result().settings.confidence * 100.0),
      style, out);
  if (is_narrow) write_intervals_note(style, out);
  if (const std::string note = waits_note(view); !note.empty()) write_note(note, style, out);
  if (has_parts) return;
  write_note(
      "--details shows the same by contact type, agent group, segment and issue type, and money by "
      "week.",
      style, out);
}

}  // namespace
}  // namespace report

void write_comparison_text(const Result& result, const TextStyle& style, std::ostream& out) {
  const report::ResultView view(result);
  report::write_heading(view, style, out);
  report::write_verdict(view, style, out);
  if (view.shown().empty()) return;
  const bool has_details = style.has_details || result.verdicts.empty();
  report::write_figures(view, has_details, style, out);
  report::write_composites(view, style, out);
  if (has_details) report::write_curves(view, style, out);
  if (has_details) report::write_comparison_words(view, style, out);
  report::write_expectations(view, style, out);
  std::vector<const Metric*> parts;
  for (const report::CostRows::Row& row : report::cost_rows(view).parts) {
    parts.push_back(row.metric);
  }
  report::write_definitions(view, parts, style, out);
}

}  // namespace holdline
