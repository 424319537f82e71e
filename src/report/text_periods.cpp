// Metrics across, intervals down: a day's shape at a glance. Uncertainties are left to the JSON
// and the CSV, which have them for every interval, contact type and group.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "report/display.hpp"
#include "report/figure_table.hpp"
#include "report/text_sections.hpp"

namespace holdline::report {
namespace {

constexpr std::size_t kTitleWidth = 14;

// Without what stands in brackets, which the tables above and the definitions below have.
std::string column_title(const ResultView& view, const Metric& metric) {
  const std::string label = view.label(metric);
  return wrapped(label.substr(0, label.find(" (")), kTitleWidth, 0);
}

bool is_silent(const Estimate& estimate) { return !estimate.is_defined || estimate.value == 0.0; }

}  // namespace

void write_periods(const ResultView& view, const PlanRun& run, const TextStyle& style,
                   std::ostream& out) {
  if (run.layout.interval_count == 0 || view.result().settings.mode == RunMode::steady_state) {
    return;  // batches are a means to an interval, not something to read
  }
  const auto count = static_cast<std::uint32_t>(run.layout.interval_count);
  std::vector<const Metric*> metrics;
  std::vector<std::vector<Estimate>> columns;
  for (const Metric* metric : view.shown()) {
    if (!view.is_pooled(*metric)) continue;
    std::vector<Estimate> column;
    for (std::uint32_t i = 0; i < count; ++i) {
      column.push_back(view.estimate(*metric, run.plan, {}, i));
      column.back().has_interval = false;
    }
    if (std::all_of(column.begin(), column.end(), is_silent)) continue;  // a quantile, say
    metrics.push_back(metric);
    columns.push_back(std::move(column));
  }
  if (metrics.empty()) return;
  std::vector<std::string> titles;
  std::vector<FigureFormat> formats;
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    titles.push_back(column_title(view, *metrics[m]));
    formats.emplace_back(metrics[m]->unit, view.result().currency, columns[m]);
  }
  FigureTable table(titles);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::vector<FigureText> figures;
    bool is_quiet = true;
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      is_quiet = is_quiet && is_silent(columns[m][i]);
      figures.push_back(formats[m].figure(columns[m][i]));
    }
    if (!is_quiet) table.add_row(period_label(view.result(), run.layout, i), std::move(figures));
  }
  out << '\n'
      << inked(fmt::format("By interval of {}, plan {}", duration_text(run.layout.interval),
                           view.plan_name(run.plan)),
               Ink::bold, style.color)
      << '\n';
  table.write(style, out);
}

}  // namespace holdline::report
