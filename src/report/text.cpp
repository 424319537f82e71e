// The report of a run: plans across, metrics down, first for the centre, then by contact type and
// agent group. A report computes nothing; it chooses, aligns and names.
#include <ostream>

#include "holdline/report/report.hpp"
#include "report/metric_rows.hpp"
#include "report/text_sections.hpp"
#include "report/verdict_text.hpp"

namespace holdline {
namespace report {
namespace {

void write_figures(const ResultView& view, const TextStyle& style, std::ostream& out) {
  std::vector<std::string> titles;
  for (const PlanRun& run : view.result().runs) titles.push_back(view.plan_name(run.plan));
  FigureTable table(titles);
  add_centre(view, nullptr, true, table);
  add_parts(view, nullptr, table);
  table.write(style, out);
  const std::string note = waits_note(view);
  if (note.empty()) return;
  out << '\n';
  write_note(note, style, out);
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
  report::write_definitions(view, {}, style, out);
}

}  // namespace holdline
