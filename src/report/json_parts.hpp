// Parts of the JSON result that stand in files of their own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "holdline/experiment/experiment.hpp"
#include "report/json_writer.hpp"

namespace holdline::report {

/// "value", "interval" and "observations" of the object being written.
void write_estimate(const Estimate& estimate, JsonWriter& json);
/// The same as an object under a key.
void write_estimate(std::string_view key, const Estimate& estimate, JsonWriter& json);

/// "base" and "other" of the object being written, by name.
void write_pair(const Result& result, PlanId base, PlanId other, JsonWriter& json);
/// "variance_reduction" of the object being written; null where it is undefined.
void write_variance_reduction(double reduction, JsonWriter& json);
/// An array of strings under a key.
void write_names(std::string_view key, const std::vector<std::string>& names, JsonWriter& json);

/// "composites" and "composite_differences", where the scenario asks for a composite score.
void write_composites(const Result& result, JsonWriter& json);
/// "verdicts" and "curves", where plans were compared in a world of customers with value.
void write_verdicts(const Result& result, JsonWriter& json);
/// "sensitivity", if it was run.
void write_sensitivity(const Result& result, JsonWriter& json);

}  // namespace holdline::report
