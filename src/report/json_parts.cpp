#include "report/json_parts.hpp"

namespace holdline::report {

void write_estimate(const Estimate& estimate, JsonWriter& json) {
  json.key("value");
  estimate.is_defined ? json.value(estimate.value) : json.null();
  json.key("interval");
  if (estimate.is_defined && estimate.has_interval) {
    json.begin_array(true);
    json.value(estimate.low);
    json.value(estimate.high);
    json.end_array();
  } else {
    json.null();
  }
  json.member("observations", estimate.observations);
}

void write_estimate(std::string_view key, const Estimate& estimate, JsonWriter& json) {
  json.key(key);
  json.begin_object(true);
  write_estimate(estimate, json);
  json.end_object();
}

void write_pair(const Result& result, PlanId base, PlanId other, JsonWriter& json) {
  json.member("base", result.plan_names.at(base.index()));
  json.member("other", result.plan_names.at(other.index()));
}

void write_variance_reduction(double reduction, JsonWriter& json) {
  json.key("variance_reduction");
  reduction > 0.0 ? json.value(reduction) : json.null();
}

void write_names(std::string_view key, const std::vector<std::string>& names, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (const std::string& name : names) json.value(name);
  json.end_array();
}

}  // namespace holdline::report
