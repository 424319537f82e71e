// Everything that speaks for or against a plan in one small table, before the long ones. Money is
// that of the curve's last week, which is the horizon's.
#include "report/verdict_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "report/display.hpp"
#include "report/figure_table.hpp"

namespace holdline::report {
namespace {

/// A row of the table: the first of these metrics that the result has.
struct ServiceRow {
  std::string_view title;
  std::array<std::string_view, 2> metrics;
};
constexpr std::array<ServiceRow, 5> kServiceRows = {{
    {"Average speed of answer", {"asa", ""}},
    {"Wait, 90th percentile", {"wait_p90", ""}},
    {"Reached nobody", {"unreached_share", ""}},
    {"Satisfied", {"csat_true", "csat"}},
    {"Issues resolved", {"resolution_share", "fcr"}},
}};

struct Row {
  std::string title;
  MetricUnit unit = MetricUnit::money;
  std::vector<Estimate> plans;
  std::vector<Estimate> differences;
};

void add(const Result& result, const Row& row, FigureTable& table) {
  const FigureFormat format(row.unit, result.currency, row.plans);
  std::vector<FigureText> figures;
  for (const Estimate& estimate : row.plans) figures.push_back(format.figure(estimate));
  for (const Estimate& estimate : row.differences) {
    figures.push_back(format.refined_for(estimate).difference(estimate));
  }
  table.add_row(row.title, std::move(figures));
}

Row money_row(const Result& result, std::string title, Estimate CurveWeek::*plan,
              Estimate Verdict::*difference) {
  Row row{std::move(title), MetricUnit::money, {}, {}};
  for (const PlanCurve& curve : result.curves) {
    row.plans.push_back(curve.weeks.empty() ? Estimate{} : curve.weeks.back().*plan);
  }
  for (const Verdict& verdict : result.verdicts) row.differences.push_back(verdict.*difference);
  return row;
}

const Metric* metric_in(const Result& result, std::string_view id) {
  for (const Figure& figure : result.figures) {
    if (figure.metric->id == id) return figure.metric;
  }
  return nullptr;
}

void add_metric(const Result& result, const std::string& title, const Metric& metric,
                FigureTable& table) {
  Row row{title, metric.unit, {}, {}};
  for (const PlanCurve& curve : result.curves) {
    row.plans.emplace_back();
    for (const Figure& figure : result.figures) {
      if (figure.metric == &metric && figure.plan == curve.plan && !figure.interval &&
          figure.row.kind == ScopeKind::all) {
        row.plans.back() = figure.estimate;
      }
    }
  }
  for (const Verdict& verdict : result.verdicts) {
    row.differences.emplace_back();
    for (const Difference& difference : result.differences) {
      if (difference.metric == &metric && difference.other == verdict.other &&
          difference.row.kind == ScopeKind::all) {
        row.differences.back() = difference.difference;
      }
    }
  }
  add(result, row, table);
}

void add_service(const Result& result, FigureTable& table) {
  if (const Metric* lost = metric_in(result, "customers_lost")) {
    add_metric(result, "Customers lost", *lost, table);
  }
  for (const ServiceRow& row : kServiceRows) {
    for (const std::string_view id : row.metrics) {
      const Metric* metric = metric_in(result, id);
      if (metric == nullptr) continue;
      add_metric(result, std::string(row.title), *metric, table);
      break;
    }
  }
}

}  // namespace

void write_verdict(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const Result& result = view.result();
  if (result.verdicts.empty() || result.verdicts.front().replications == 0) return;
  out << inked(fmt::format("Verdict over {}", duration_text(result.horizon)), Ink::bold,
               style.color)
      << "\n\n";
  std::vector<std::string> titles;
  for (const PlanCurve& curve : result.curves) titles.push_back(view.plan_name(curve.plan));
  for (const Verdict& verdict : result.verdicts) {
    titles.push_back(
        fmt::format("{} \u2212 {}", view.plan_name(verdict.other), view.plan_name(verdict.base)));
  }
  FigureTable table(titles);
  add(result, money_row(result, "Cost", &CurveWeek::cost, &Verdict::cost), table);
  add_service(result, table);
  add(result, money_row(result, "Value retained", &CurveWeek::value, &Verdict::value), table);
  if (const Metric* margin = metric_in(result, "margin")) {
    add_metric(result, "  of it margin by then", *margin, table);
  }
  add(result, money_row(result, "Net value", &CurveWeek::net, &Verdict::net_value), table);
  if (const Metric* cash = metric_in(result, "net_cash")) {
    add_metric(result, "Net cash: margin \u2212 cost", *cash, table);
  }
  const bool fits = table.width() <= static_cast<std::size_t>(std::max(style.width, 1));
  for (std::size_t i = 0; !fits && i < result.curves.size(); ++i) table.drop_spread(i);
  table.write(style, out);
  for (const Verdict& verdict : result.verdicts) {
    write_verdict_words(view, verdict, style, out);
    write_tornado(view, verdict, style, out);
  }
  out << '\n';
}

}  // namespace holdline::report
