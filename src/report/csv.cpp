// Tidy CSV (RFC 4180, lines end with LF): one figure a row, every number exact, empty where there
// is none. Names that contain a comma, a quote or a line end are quoted.
#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "holdline/report/report.hpp"
#include "holdline/util/text.hpp"
#include "report/result_view.hpp"

namespace holdline {
namespace report {
namespace {

std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

// Two columns, of which at most one is filled.
std::string row_fields(const Result& result, PlanId plan, ScoreRow row) {
  switch (row.kind) {
    case ScopeKind::contact_type:
      return field(result.contact_type_names.at(row.index)) + ",";
    case ScopeKind::agent_group:
      return fmt::format(",{}", field(result.agent_group_names.at(plan.index()).at(row.index)));
    case ScopeKind::all:
      break;
  }
  return ",";
}

std::string estimate_fields(const Estimate& estimate) {
  const bool has_interval = estimate.is_defined && estimate.has_interval;
  return fmt::format("{},{},{},{}", estimate.is_defined ? shortest(estimate.value) : "",
                     has_interval ? shortest(estimate.low) : "",
                     has_interval ? shortest(estimate.high) : "", estimate.observations);
}

std::string period_fields(const Result& result, const Figure& figure) {
  if (!figure.interval) return ",";
  for (const PlanRun& run : result.runs) {
    if (run.plan != figure.plan) continue;
    const Duration start = period_start(result, run.layout, *figure.interval);
    return fmt::format("{},{}", *figure.interval, shortest(to_seconds(start)));
  }
  return fmt::format("{},", *figure.interval);
}

}  // namespace
}  // namespace report

void write_figures_csv(const Result& result, std::ostream& out) {
  out << "plan,contact_type,agent_group,period,period_start_s,metric,unit,value,low,high,"
         "observations\n";
  for (const Figure& figure : result.figures) {
    out << fmt::format(
        "{},{},{},{},{},{}\n", report::field(result.plan_names.at(figure.plan.index())),
        report::row_fields(result, figure.plan, figure.row), report::period_fields(result, figure),
        figure.metric->id, report::unit_name(figure.metric->unit, result),
        report::estimate_fields(figure.estimate));
  }
}

void write_differences_csv(const Result& result, std::ostream& out) {
  out << "base,other,contact_type,agent_group,metric,unit,difference,low,high,observations,"
         "variance_reduction\n";
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
