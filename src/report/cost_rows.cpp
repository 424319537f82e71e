// A part has a row of its own if it matters to a plan's cost or to what sets plans apart.
#include "report/cost_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "report/figure_format.hpp"

namespace holdline::report {
namespace {

/// The parts of metrics_money.def's total cost, as an account would call them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kCostParts = {{
    {"labour_cost", "  of it labour"},
    {"self_service_cost", "  of it self-service"},
    {"menu_cost", "  of it menus"},
    {"callback_cost", "  of it callbacks"},
    {"contact_cost", "  of it contacts"},
    {"fixed_cost", "  of it fixed"},
    {"lateness_cost", "  of it penalties for lateness"},
    {"acquisition_cost_total", "  of it acquiring customers"},
}};

constexpr double kLeastPart = 0.01;  // of a plan's cost or of a difference of costs

Estimate cost_of(const PlanCurve& plan) {
  return plan.weeks.empty() ? Estimate{} : plan.weeks.back().cost;
}

/// Whether a part is worth a row: in a plan, or where plans differ.
bool has_weight(const ResultView& view, const Metric& metric) {
  const auto is_much = [](double part, double whole) {
    return part != 0.0 && std::fabs(part) >= kLeastPart * std::fabs(whole);
  };
  const Result& result = view.result();
  return std::any_of(result.curves.begin(), result.curves.end(),
                     [&](const PlanCurve& curve) {
                       return is_much(view.estimate(metric, curve.plan, {}).value,
                                      cost_of(curve).value);
                     }) ||
         std::any_of(result.verdicts.begin(), result.verdicts.end(), [&](const Verdict& verdict) {
           const Difference* found = view.difference(metric, verdict.other, {});
           return found != nullptr && is_much(found->difference.value, verdict.cost.value);
         });
}

/// Whether amounts would be missed by whoever adds up the rows: together they are not zero as a
/// plan's cost, or a difference of costs, is printed.
bool would_be_missed(const ResultView& view, std::span<const Metric* const> metrics) {
  const Result& result = view.result();
  std::vector<Estimate> costs;
  for (const PlanCurve& curve : result.curves) costs.push_back(cost_of(curve));
  const FigureFormat format(MetricUnit::money, result.currency, costs);
  for (const PlanCurve& curve : result.curves) {
    double sum = 0.0;
    for (const Metric* metric : metrics) sum += view.estimate(*metric, curve.plan, {}).value;
    if (!format.shows_zero(sum)) return true;
  }
  for (const Verdict& verdict : result.verdicts) {
    double sum = 0.0;
    for (const Metric* metric : metrics) {
      const Difference* found = view.difference(*metric, verdict.other, {});
      if (found != nullptr) sum += found->difference.value;
    }
    if (!format.refined_for(verdict.cost).shows_zero(sum)) return true;
  }
  return false;
}

bool is_any_paid(const ResultView& view, const Metric& metric) {
  const std::vector<PlanCurve>& curves = view.result().curves;
  return std::any_of(curves.begin(), curves.end(), [&](const PlanCurve& curve) {
    return view.estimate(metric, curve.plan, {}).value != 0.0;
  });
}

}  // namespace

CostRows cost_rows(const ResultView& view) {
  const Result& result = view.result();
  if (result.verdicts.empty() || result.verdicts.front().replications == 0) return {};
  CostRows rows;
  std::vector<CostRows::Row> small;
  for (const auto& [id, title] : kCostParts) {
    const Metric* metric = view.metric(id);
    if (metric == nullptr) continue;
    (has_weight(view, *metric) ? rows.parts : small).push_back({metric, title});
  }
  if (rows.parts.size() < 2) return {};
  for (const CostRows::Row& row : small) {
    if (is_any_paid(view, *row.metric)) rows.others.push_back(row.metric);
  }
  if (!would_be_missed(view, rows.others)) rows.others.clear();
  if (rows.others.size() != 1) return rows;
  for (const CostRows::Row& row : small) {
    if (row.metric == rows.others.front()) rows.parts.push_back(row);
  }
  rows.others.clear();
  return rows;
}

}  // namespace holdline::report
