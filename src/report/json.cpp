// Version 1 of the result format, described by docs/result.schema.json. It holds what scenario and
// seed determine and nothing else: no time of day, no host, no number of threads, no file name.
#include <fmt/format.h>

#include <ostream>

#include "holdline/report/report.hpp"
#include "holdline/report/version.hpp"
#include "report/json_parts.hpp"
#include "report/json_writer.hpp"
#include "report/result_view.hpp"

namespace holdline {
namespace report {
namespace {

void write_customers(const Result& result, JsonWriter& json) {
  if (!result.segment_names.empty()) {
    json.key("segments");
    json.begin_array();
    for (std::size_t i = 0; i < result.segment_names.size(); ++i) {
      json.begin_object(true);
      json.member("name", result.segment_names[i]);
      json.member("customers", std::uint64_t{result.segment_sizes.at(i)});
      json.member("value_per_year", result.segment_values.at(i));
      json.end_object();
    }
    json.end_array();
    json.member("outcomes", result.has_outcomes);
  }
  if (!result.issue_type_names.empty()) {
    write_names("issue_types", result.issue_type_names, json);
  }
}

void write_scenario(const Result& result, JsonWriter& json) {
  json.key("scenario");
  json.begin_object();
  json.member("name", result.scenario_name);
  json.member("hash", fmt::format("{:016x}", result.scenario_hash));
  json.member("currency", result.currency);
  json.member("horizon_s", to_seconds(result.horizon));
  json.key("contact_types");
  json.begin_array();
  for (std::size_t i = 0; i < result.contact_type_names.size(); ++i) {
    json.begin_object(true);
    json.member("name", result.contact_type_names[i]);
    json.member("acceptable_wait_s", to_seconds(result.acceptable_waits.at(i)));
    json.end_object();
  }
  json.end_array();
  write_customers(result, json);
  json.end_object();
}

void write_experiment(const ExperimentSettings& settings, JsonWriter& json) {
  json.key("experiment");
  json.begin_object();
  json.member("mode", to_string(settings.mode));
  json.member("seed", settings.seed);
  json.member("replications", std::uint64_t{settings.replications});
  json.key("precision");
  settings.precision ? json.value(*settings.precision) : json.null();
  json.key("precision_metrics");
  json.begin_array(true);
  for (const std::string& id : settings.precision_metrics) json.value(id);
  json.end_array();
  json.member("max_replications", std::uint64_t{settings.max_replications});
  json.member("confidence", settings.confidence);
  json.member("warm_up_s", to_seconds(settings.warm_up));
  json.member("batches", std::uint64_t{settings.batches});
  json.end_object();
}

void write_score(const ScoreSettings& score, JsonWriter& json) {
  json.key("score");
  json.begin_object();
  json.member("service_level", to_string(score.service_level));
  json.member("estimation", to_string(score.estimation));
  json.member("short_abandon_s", to_seconds(score.short_abandon));
  json.key("interval_s");
  score.interval ? json.value(to_seconds(*score.interval)) : json.null();
  json.member("by", score.fold_days ? "day" : "horizon");
  json.end_object();
}

void write_plans(const Result& result, JsonWriter& json) {
  json.key("plans");
  json.begin_array();
  for (const PlanRun& run : result.runs) {
    json.begin_object(true);
    json.member("name", result.plan_names.at(run.plan.index()));
    json.member("replications", std::uint64_t{run.replications});
    json.member("contacts", run.contacts);
    json.member("events", run.events);
    write_names("agent_groups", result.agent_group_names.at(run.plan.index()), json);
    json.end_object();
  }
  json.end_array();
}

void write_metric(const Result& result, const Metric& metric, JsonWriter& json) {
  json.member("name", metric.id);
  json.member("title", metric.title);
  json.member("definition", metric.definition);
  json.member("unit", unit_name(metric.unit, result));
}

void write_row(const Result& result, PlanId plan, ScoreRow row, JsonWriter& json) {
  json.key("contact_type");
  row.kind == ScopeKind::contact_type ? json.value(result.contact_type_names.at(row.index))
                                      : json.null();
  json.key("agent_group");
  row.kind == ScopeKind::agent_group
      ? json.value(result.agent_group_names.at(plan.index()).at(row.index))
      : json.null();
  // Only where there are any, so that results of queues alone stay as they were.
  if (!result.segment_names.empty()) {
    json.key("segment");
    row.kind == ScopeKind::segment ? json.value(result.segment_names.at(row.index)) : json.null();
  }
  if (!result.issue_type_names.empty()) {
    json.key("issue_type");
    row.kind == ScopeKind::issue_type ? json.value(result.issue_type_names.at(row.index))
                                      : json.null();
  }
}

void write_period(const Result& result, const Figure& figure, JsonWriter& json) {
  json.key("period");
  const ScoreLayout* layout = layout_of(result, figure.plan);
  if (!figure.interval || layout == nullptr) return json.null();
  json.begin_object(true);
  json.member("index", std::uint64_t{*figure.interval});
  json.member("start_s", to_seconds(period_start(result, *layout, *figure.interval)));
  json.member("length_s", to_seconds(layout->interval));
  json.end_object();
}

void write_figures(const Result& result, JsonWriter& json) {
  json.key("figures");
  json.begin_array();
  for (const Figure& figure : result.figures) {
    json.begin_object(true);
    write_metric(result, *figure.metric, json);
    json.member("plan", result.plan_names.at(figure.plan.index()));
    write_row(result, figure.plan, figure.row, json);
    write_period(result, figure, json);
    write_estimate(figure.estimate, json);
    json.end_object();
  }
  json.end_array();
}

void write_differences(const Result& result, JsonWriter& json) {
  json.key("differences");
  json.begin_array();
  for (const Difference& difference : result.differences) {
    json.begin_object(true);
    write_metric(result, *difference.metric, json);
    write_pair(result, difference.base, difference.other, json);
    write_row(result, difference.other, difference.row, json);
    write_estimate(difference.difference, json);
    write_variance_reduction(difference.variance_reduction, json);
    json.end_object();
  }
  json.end_array();
}

void write_gates(const Result& result, JsonWriter& json) {
  json.key("expectations");
  json.begin_array();
  for (const ExpectationOutcome& outcome : result.expectations) {
    const Expectation& gate = result.gates.at(outcome.expectation);
    json.begin_object(true);
    json.member("name", gate.metric);
    json.member("plan", result.plan_names.at(outcome.plan.index()));
    json.key("contact_type");
    gate.contact_type ? json.value(result.contact_type_names.at(gate.contact_type->index()))
                      : json.null();
    json.key("agent_group");
    gate.agent_group ? json.value(*gate.agent_group) : json.null();
    if (gate.segment) json.member("segment", result.segment_names.at(gate.segment->index()));
    if (gate.issue_type) {
      json.member("issue_type", result.issue_type_names.at(gate.issue_type->index()));
    }
    json.member("comparison", gate.comparison == Comparison::at_least ? "at_least" : "at_most");
    json.member("bound", gate.bound);
    write_estimate(outcome.estimate, json);
    json.member("status", to_string(outcome.status));
    json.end_object();
  }
  json.end_array();
}

}  // namespace
}  // namespace report

void write_json(const Result& result, std::ostream& out) {
  report::JsonWriter json(out);
  json.begin_object();
  json.member("holdline_result", std::uint64_t{kResultFormat});
  json.member("engine", kEngineVersion);
  json.member("complete", result.is_complete);
  json.member("precision_reached", result.precision_reached);
  report::write_scenario(result, json);
  report::write_experiment(result.settings, json);
  report::write_score(result.score, json);
  report::write_plans(result, json);
  report::write_names("warnings", result.warnings, json);
  report::write_gates(result, json);
  report::write_composites(result, json);
  report::write_verdicts(result, json);
  report::write_sensitivity(result, json);
  report::write_differences(result, json);
  report::write_figures(result, json);
  json.end_object();
  out << '\n';
}

}  // namespace holdline
