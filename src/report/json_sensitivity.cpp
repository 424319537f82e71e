// Tornados as JSON.
#include "report/coefficient_words.hpp"
#include "report/json_parts.hpp"
#include "scenario/override_path.hpp"

namespace holdline::report {
namespace {

void write_end(std::string_view key, const SensitivityEnd& end, JsonWriter& json) {
  json.key(key);
  json.begin_object(true);
  json.member("at", end.at);
  write_estimate("difference", end.difference, json);
  write_estimate("change", end.change, json);
  json.member("turns", end.turns);
  json.member("turns_surely", end.turns_surely);
  json.end_object();
}

void write_bar(const Result& result, const Tornado& tornado, const SensitivityBar& bar,
               JsonWriter& json) {
  json.begin_object();
  json.member("path", typed_path(bar.coefficient.path));
  json.member("unit", bar.coefficient.unit);
  json.member("source", to_string(bar.coefficient.source));
  json.key("acts_in");
  json.begin_array(true);
  const ActsIn in = acts_in(tornado, bar);
  if (in.base) json.value(result.plan_names.at(tornado.base.index()));
  if (in.other) json.value(result.plan_names.at(tornado.other.index()));
  json.end_array();
  json.member("present", bar.coefficient.value);
  json.member("swing", bar.swing);
  write_end("low", bar.low, json);
  write_end("high", bar.high, json);
  json.end_object();
}

}  // namespace

void write_sensitivity(const Result& result, JsonWriter& json) {
  if (!result.sensitivity) return;
  const Sensitivity& sensitivity = *result.sensitivity;
  json.key("sensitivity");
  json.begin_object();
  json.member("complete", sensitivity.is_complete);
  json.member("replications", std::uint64_t{sensitivity.replications});
  write_names("failed", sensitivity.failed, json);
  json.key("tornados");
  json.begin_array();
  for (const Tornado& tornado : sensitivity.tornados) {
    json.begin_object();
    write_pair(result, tornado.base, tornado.other, json);
    write_estimate("difference", tornado.difference, json);
    json.member("coefficients", std::uint64_t{tornado.coefficients});
    json.key("bars");
    json.begin_array();
    for (const SensitivityBar& bar : tornado.bars) {
      write_bar(result, tornado, bar, json);
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace holdline::report
