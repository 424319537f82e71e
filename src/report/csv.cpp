// Tidy CSV (RFC 4180, lines end with LF): one figure a row, every number exact, empty where there
// is none. Names that contain a comma, a quote or a line end are quoted.
#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "holdline/report/report.hpp"
#include "holdline/util/text.hpp"
#include "report/csv_fields.hpp"
#include "report/result_view.hpp"

namespace holdline {
namespace report {
namespace {

// Segments and issue types have columns only where the scenario has some: whoever reads results of
// queues alone finds the columns that were always there.
bool has_customers(const Result& result) {
  return !result.segment_names.empty() || !result.issue_type_names.empty();
}

std::string_view row_titles(const Result& result) {
  return has_customers(result) ? "contact_type,agent_group,segment,issue_type"
                               : "contact_type,agent_group";
}

// Two or four columns, of which at most one is filled.
std::string row_fields(const Result& result, PlanId plan, ScoreRow row) {
  const auto name = [&](ScopeKind kind, const std::vector<std::string>& names) {
    return row.kind == kind ? field(names.at(row.index)) : std::string();
  };
  std::string out =
      fmt::format("{},{}", name(ScopeKind::contact_type, result.contact_type_names),
                  name(ScopeKind::agent_group, result.agent_group_names.at(plan.index())));
  if (!has_customers(result)) return out;
  return fmt::format("{},{},{}", out, name(ScopeKind::segment, result.segment_names),
                     name(ScopeKind::issue_type, result.issue_type_names));
}

std::string period_fields(const Result& result, const Figure& figure) {
  if (!figure.interval) return ",";
  const ScoreLayout* layout = layout_of(result, figure.plan);
  if (layout == nullptr) return fmt::format("{},", *figure.interval);
  const Duration start = period_start(result, *layout, *figure.interval);
  return fmt::format("{},{}", *figure.interval, shortest(to_seconds(start)));
}

}  // namespace
}  // namespace report

void write_figures_csv(const Result& result, std::ostream& out) {
  out << fmt::format("plan,{},period,period_start_s,metric,unit,value,low,high,observations\n",
                     report::row_titles(result));
  for (const Figure& figure : result.figures) {
    out << fmt::format(
        "{},{},{},{},{},{}\n", report::field(result.plan_names.at(figure.plan.index())),
        report::row_fields(result, figure.plan, figure.row), report::period_fields(result, figure),
        figure.metric->id, report::unit_name(figure.metric->unit, result),
        report::estimate_fields(figure.estimate));
  }
}

void write_differences_csv(const Result& result, std::ostream& out) {
  out << fmt::format(
      "base,other,{},metric,unit,difference,low,high,observations,variance_reduction\n",
      report::row_titles(result));
  for (const Difference& difference : result.differences) {
    const double gain = difference.variance_reduction;
    out << fmt::format(
        "{},{},{},{},{},{},{}\n", report::field(result.plan_names.at(difference.base.index())),
        report::field(result.plan_names.at(difference.other.index())),
        report::row_fields(result, difference.other, difference.row), difference.metric->id,
        report::unit_name(difference.metric->unit, result),
        report::estimate_fields(difference.difference), gain > 0.0 ? shortest(gain) : "");
  }
}

}  // namespace holdline
