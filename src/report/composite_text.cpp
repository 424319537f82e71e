// The composite score never stands alone: whoever reads it sees what went in and how it was
// weighed.
#include <fmt/format.h>

#include <ostream>

#include "report/display.hpp"
#include "report/figure_table.hpp"
#include "report/text_sections.hpp"
#include "report/verdict_text.hpp"

namespace holdline::report {
namespace {

/// Three decimals, as of every number below 10.
FigureFormat score_format(const Estimate& score) {
  return FigureFormat(MetricUnit::one, "", {&score, 1});
}

FigureText score_text(const Estimate& score) { return score_format(score).figure(score); }

void add_difference_cells(const Result& result, std::vector<FigureText>& cells) {
  for (const CompositeDifference& paired : result.composite_differences) {
    cells.push_back(score_format(paired.difference).difference(paired.difference));
  }
}

}  // namespace

void write_composites(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const Result& result = view.result();
  if (result.composites.empty()) return;
  std::vector<std::string> titles;
  for (const CompositeScore& composite : result.composites) {
    titles.push_back(view.plan_name(composite.plan));
  }
  for (const CompositeDifference& paired : result.composite_differences) {
    titles.push_back(view.difference_name(paired.other, paired.base));
  }
  FigureTable table(titles);
  std::vector<FigureText> cells;
  for (const CompositeScore& composite : result.composites) {
    cells.push_back(score_text(composite.score));
  }
  add_difference_cells(result, cells);
  table.add_row("Composite score", std::move(cells));
  for (std::size_t part = 0; part < result.composites.front().parts.size(); ++part) {
    const CompositePartScore& first = result.composites.front().parts[part];
    std::vector<FigureText> scores;
    for (const CompositeScore& composite : result.composites) {
      scores.push_back(score_text(composite.parts[part].score));
    }
    scores.resize(titles.size());
    table.add_row(fmt::format("  {}, weight {:g}", view.label(*first.metric), first.weight),
                  std::move(scores));
  }
  out << '\n' << inked("Composite score, 0 worst to 1 best", Ink::bold, style.color) << '\n';
  table.write(style, out);
  write_note(
      "In each replication the weighted mean of the parts, each 0 at the scenario\u2019s worst and "
      "1 at its best, cut beyond; here the mean over replications. The weights are the "
      "scenario\u2019s opinion.",
      style, out);
}

}  // namespace holdline::report
