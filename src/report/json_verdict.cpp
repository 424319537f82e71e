// Verdicts, curves and composites as JSON.
#include "report/json_parts.hpp"
#include "report/result_view.hpp"
#include "report/verdict_names.hpp"

namespace holdline::report {
namespace {

void write_week(std::string_view key, const std::optional<std::uint32_t>& week, JsonWriter& json) {
  json.key(key);
  week ? json.value(std::uint64_t{*week}) : json.null();
}

void write_payback(std::string_view key, const Payback& payback, JsonWriter& json) {
  json.key(key);
  json.begin_object(true);
  write_week("week", payback.week, json);
  write_week("earliest", payback.earliest, json);
  write_week("latest", payback.latest, json);
  json.end_object();
}

void write_weeks(std::string_view key, const std::vector<Estimate>& weeks, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (const Estimate& week : weeks) {
    json.begin_object(true);
    write_estimate(week, json);
    json.end_object();
  }
  json.end_array();
}

void write_break_even(const BreakEven& even, JsonWriter& json) {
  json.key("break_even");
  json.begin_object();
  json.member("side", to_string(even.side));
  write_estimate("factor", even.factor, json);
  json.member("mean_customer_value_per_year", even.mean_value);
  write_estimate("customer_value_per_year", customer_value_of(even), json);
  json.end_object();
}

void write_verdict(const Result& result, const Verdict& verdict, JsonWriter& json) {
  json.begin_object();
  write_pair(result, verdict.base, verdict.other, json);
  json.member("standing", to_string(standing_of(verdict)));
  write_estimate("net_value", verdict.net_value, json);
  write_estimate("cost", verdict.cost, json);
  write_estimate("value", verdict.value, json);
  write_estimate("net_cash", verdict.cash, json);
  write_variance_reduction(verdict.variance_reduction, json);
  json.key("probability");
  verdict.probability ? json.value(*verdict.probability) : json.null();
  json.member("replications", std::uint64_t{verdict.replications});
  json.member("wins", std::uint64_t{verdict.wins});
  json.member("losses", std::uint64_t{verdict.losses});
  json.member("base_open_share", verdict.base_open);
  json.member("open_share", verdict.other_open);
  write_break_even(verdict.break_even, json);
  write_payback("payback", verdict.other_payback, json);
  write_payback("base_payback", verdict.base_payback, json);
  write_payback("cash_payback", verdict.other_cash_payback, json);
  write_payback("base_cash_payback", verdict.base_cash_payback, json);
  write_weeks("cumulative_net_value", verdict.cumulative_net, json);
  write_weeks("cumulative_net_cash", verdict.cumulative_cash, json);
  json.end_object();
}

void write_curve(const Result& result, const PlanCurve& curve, JsonWriter& json) {
  json.begin_object();
  json.member("plan", result.plan_names.at(curve.plan.index()));
  json.key("weeks");
  json.begin_array();
  for (const CurveWeek& week : curve.weeks) {
    json.begin_object(true);
    write_estimate("cost", week.cost, json);
    write_estimate("margin", week.margin, json);
    write_estimate("value", week.value, json);
    write_estimate("net_cash", week.cash, json);
    write_estimate("net_value", week.net, json);
    write_estimate("customers_lost", week.lost, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_composite(const Result& result, const CompositeScore& composite, JsonWriter& json) {
  json.begin_object();
  json.member("plan", result.plan_names.at(composite.plan.index()));
  write_estimate("score", composite.score, json);
  json.key("parts");
  json.begin_array();
  for (const CompositePartScore& part : composite.parts) {
    json.begin_object(true);
    json.member("name", part.metric->id);
    json.member("unit", unit_name(part.metric->unit, result));
    json.member("weight", part.weight);
    write_estimate("metric", part.value, json);
    write_estimate("score", part.score, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_composites(const Result& result, JsonWriter& json) {
  if (result.composites.empty()) return;
  json.key("composites");
  json.begin_array();
  for (const CompositeScore& composite : result.composites) {
    write_composite(result, composite, json);
  }
  json.end_array();
  json.key("composite_differences");
  json.begin_array();
  for (const CompositeDifference& difference : result.composite_differences) {
    json.begin_object(true);
    write_pair(result, difference.base, difference.other, json);
    write_estimate(difference.difference, json);
    write_variance_reduction(difference.variance_reduction, json);
    json.end_object();
  }
  json.end_array();
}

void write_verdicts(const Result& result, JsonWriter& json) {
  if (result.verdicts.empty()) return;
  json.key("verdicts");
  json.begin_array();
  for (const Verdict& verdict : result.verdicts) write_verdict(result, verdict, json);
  json.end_array();
  json.key("curves");
  json.begin_array();
  for (const PlanCurve& curve : result.curves) write_curve(result, curve, json);
  json.end_array();
}

}  // namespace holdline::report
