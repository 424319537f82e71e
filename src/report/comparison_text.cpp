// The report of a comparison: plans side by side, then each plan's paired difference to the first,
// then in words what is decided and what is not. On a narrow terminal the plans' own intervals give
// way to those of the differences, which decide.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "holdline/report/report.hpp"
#include "report/comparison_words.hpp"
#include "report/display.hpp"
#include "report/figure_table.hpp"
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

void add_metric(const ResultView& view, const Metric& metric, const std::string& label,
                const std::vector<std::optional<ScoreRow>>& rows, FigureTable& table) {
  const std::vector<PlanRun>& runs = view.result().runs;
  std::vector<Estimate> estimates;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    estimates.push_back(rows[i] ? view.estimate(metric, runs[i].plan, *rows[i]) : Estimate{});
  }
  const FigureFormat format(metric.unit, view.result().currency, estimates);
  std::vector<FigureText> figures;
  for (const Estimate& estimate : estimates) figures.push_back(format.figure(estimate));
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const Difference* difference =
        rows[i] ? view.difference(metric, runs[i].plan, *rows[i]) : nullptr;
    const Estimate estimate = difference ? difference->difference : Estimate{};
    figures.push_back(format.refined_for(estimate).difference(estimate));
    figures.push_back(gain_text(difference));
  }
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

void add_every_named(const ResultView& view, FigureTable& table) {
  for (const ScopeKind kind : {ScopeKind::contact_type, ScopeKind::agent_group, ScopeKind::segment,
                               ScopeKind::issue_type}) {
    add_named(view, kind, table);
  }
}

void write_note(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const std::string note = fmt::format(
      "Differences are paired: the same customers meet every plan. \u201cpairing \u00d73\u201d "
      "says "
      "that independent runs would need 3 times the replications for the same interval. Each "
      "interval stands alone at {:g}%.",
      view.result().settings.confidence * 100.0);
  const auto width = static_cast<std::size_t>(std::max(style.width, 60));
  out << '\n' << inked(wrapped(note, width, 0), Ink::dim, style.color) << '\n';
}

}  // namespace
}  // namespace report

void write_comparison_text(const Result& result, const TextStyle& style, std::ostream& out) {
  const report::ResultView view(result);
  report::write_heading(view, style, out);
  report::write_verdict(view, style, out);
  if (view.shown().empty()) return;
  report::FigureTable table(report::column_titles(view));
  const std::vector<std::optional<ScoreRow>> centre(result.runs.size(), ScoreRow{});
  for (const Metric* metric : view.shown()) {
    report::add_metric(view, *metric, view.label(*metric), centre, table);
  }
  const bool is_one_page = !style.has_details && !result.verdicts.empty();
  if (!is_one_page) report::add_every_named(view, table);
  table.fit(result.runs.size(), style);
  table.write(style, out);
  report::write_note(view, style, out);
  if (is_one_page) {
    out << report::inked(
               "--details shows the same by contact type, agent group, segment and issue type.",
               report::Ink::dim, style.color)
        << '\n';
  }
  report::write_composites(view, style, out);
  if (!is_one_page) report::write_comparison_words(view, style, out);
  report::write_expectations(view, style, out);
  report::write_definitions(view, style, out);
}

}  // namespace holdline
