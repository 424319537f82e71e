// Everything that speaks for or against a plan in one small table, before the long ones. Money is
// that of the curve's last week, which is the total.
#include "report/verdict_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <ostream>
#include <span>

#include "report/cost_rows.hpp"
#include "report/display.hpp"
#include "report/figure_table.hpp"
#include "report/text_sections.hpp"

namespace holdline::report {
namespace {

std::vector<std::string> column_titles(const ResultView& view) {
  std::vector<std::string> titles;
  for (const PlanCurve& curve : view.result().curves) {
    titles.push_back(view.plan_name(curve.plan));
  }
  for (const Verdict& verdict : view.result().verdicts) {
    titles.push_back(view.difference_name(verdict.other, verdict.base));
  }
  return titles;
}

std::string heading(const Result& result) {
  const std::string counted = duration_text(counted_time(result));
  const Duration warm_up = result.settings.warm_up;
  if (warm_up == Duration::zero()) return fmt::format("Verdict over {}", counted);
  return fmt::format("Verdict over {} after a warm-up of {}", counted, duration_text(warm_up));
}

/// Plans, then each one's difference to the first.
class VerdictTable {
 public:
  explicit VerdictTable(const ResultView& view) : view_(view), table_(column_titles(view)) {}

  void add_money(std::string_view title, Estimate CurveWeek::*plan, Estimate Verdict::*difference) {
    std::vector<Estimate> plans;
    std::vector<Estimate> differences;
    for (const PlanCurve& curve : view_.result().curves) {
      plans.push_back(curve.weeks.empty() ? Estimate{} : curve.weeks.back().*plan);
    }
    for (const Verdict& verdict : view_.result().verdicts) {
      differences.push_back(verdict.*difference);
    }
    add(title, MetricUnit::money, plans, differences);
  }

  /// A row of the first of these metrics that the result has; none if it has none of them.
  void add_metric(std::string_view title, std::initializer_list<std::string_view> ids) {
    const Metric* metric = nullptr;
    for (const std::string_view id : ids) {
      if (metric == nullptr) metric = view_.metric(id);
    }
    if (metric == nullptr) return;
    for (const ScoreRow row : view_.centre_rows(*metric)) add_row(title, *metric, row);
  }

  /// The sum of several amounts, plan by plan and difference by difference; how they vary together
  /// is not known, so it has no interval.
  void add_sum(std::string_view title, std::span<const Metric* const> metrics) {
    std::vector<Estimate> plans;
    std::vector<Estimate> differences;
    for (const PlanCurve& curve : view_.result().curves) {
      Estimate sum{.is_defined = true};
      for (const Metric* metric : metrics) {
        sum.value += view_.estimate(*metric, curve.plan, {}).value;
      }
      plans.push_back(sum);
    }
    for (const Verdict& verdict : view_.result().verdicts) {
      Estimate sum{.is_defined = true};
      for (const Metric* metric : metrics) {
        const Difference* difference = view_.difference(*metric, verdict.other, {});
        if (difference != nullptr) sum.value += difference->difference.value;
      }
      differences.push_back(sum);
    }
    add(title, MetricUnit::money, plans, differences);
  }

  void write(const TextStyle& style, std::ostream& out) {
    const bool is_narrow = table_.fit(view_.result().curves.size(), style);
    table_.write(style, out);
    if (!is_narrow) return;
    out << '\n';
    write_intervals_note(style, out);
  }

 private:
  void add_row(std::string_view title, const Metric& metric, ScoreRow row) {
    std::vector<Estimate> plans;
    std::vector<Estimate> differences;
    for (const PlanCurve& curve : view_.result().curves) {
      plans.push_back(view_.estimate(metric, curve.plan, row));
    }
    for (const Verdict& verdict : view_.result().verdicts) {
      const Difference* difference = view_.difference(metric, verdict.other, row);
      differences.push_back(difference == nullptr ? Estimate{} : difference->difference);
    }
    if (row.kind == ScopeKind::all) return add(title, metric.unit, plans, differences);
    const bool is_there = std::any_of(plans.begin(), plans.end(),
                                      [](const Estimate& each) { return each.is_defined; });
    if (is_there) add(view_.centre_label(metric, row), metric.unit, plans, differences);
  }

  void add(std::string_view title, MetricUnit unit, std::span<const Estimate> plans,
           std::span<const Estimate> differences) {
    const FigureFormat format(unit, view_.result().currency, plans);
    std::vector<FigureText> figures;
    for (const Estimate& estimate : plans) figures.push_back(format.figure(estimate));
    for (const Estimate& estimate : differences) {
      figures.push_back(format.refined_for(estimate).difference(estimate));
    }
    table_.add_row(std::string(title), std::move(figures));
  }

  const ResultView& view_;
  FigureTable table_;
};

void add_cost_parts(const ResultView& view, VerdictTable& table) {
  const CostRows rows = cost_rows(view);
  for (const CostRows::Row& row : rows.parts) table.add_metric(row.title, {row.metric->id});
  if (!rows.others.empty()) table.add_sum("  of it other", rows.others);
}

}  // namespace

void write_verdict(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const Result& result = view.result();
  if (result.verdicts.empty() || result.verdicts.front().replications == 0) return;
  out << inked(heading(result), Ink::bold, style.color) << "\n\n";
  VerdictTable table(view);
  table.add_money("Cost", &CurveWeek::cost, &Verdict::cost);
  add_cost_parts(view, table);
  table.add_metric("Customers lost", {"customers_lost"});
  table.add_metric("Average speed of answer", {"asa"});
  table.add_metric("Wait, 90th percentile", {"wait_p90"});
  table.add_metric("Reached nobody", {"unreached_share"});
  table.add_metric("Satisfied", {"csat_true", "csat"});
  table.add_metric("Issues resolved", {"resolution_share", "fcr"});
  table.add_metric("Mean time to resolution", {"mean_time_to_resolution"});
  table.add_money("Margin + equity change", &CurveWeek::value, &Verdict::value);
  table.add_metric("  of it margin by then", {"margin"});
  table.add_money("Net value", &CurveWeek::net, &Verdict::net_value);
  table.add_money("Net cash: margin \u2212 cost", &CurveWeek::cash, &Verdict::cash);
  table.write(style, out);
  write_common_words(view, style, out);
  for (const Verdict& verdict : result.verdicts) {
    write_verdict_words(view, verdict, style, out);
    write_tornado(view, verdict, style, out);
  }
  out << '\n';
}

}  // namespace holdline::report
