// The parameter table of a policy: from it come parsing, bounds, "did you mean", the JSON Schema,
// `holdline list` and the docs page. A policy states each parameter once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "holdline/util/time.hpp"

namespace holdline {

enum class ParameterKind : std::uint8_t {
  number,           ///< double, in `unit`
  share,            ///< double in [0, 1]; written 0.85 or 85%
  integer,          ///< std::int64_t
  boolean,          ///< bool
  duration,         ///< Duration; written 4m30s
  number_list,      ///< std::vector<double>
  duration_list,    ///< std::vector<Duration>
  by_contact_type,  ///< std::vector<double>, one for each contact type in scenario order; written
                    ///< as a mapping of contact type to number, the rest get the default
};

using ParameterValue =
    std::variant<bool, std::int64_t, double, Duration, std::vector<double>, std::vector<Duration>>;

/// One parameter. Bounds hold for each number, integer (as is) or duration (in seconds).
struct ParameterSpec {
  std::string_view name;
  ParameterKind kind = ParameterKind::number;
  std::string_view unit;  ///< "s", "1", "agents", ...; empty for booleans
  double min = 0.0;
  double max = 0.0;
  ParameterValue default_value;  ///< for by_contact_type a double: the default of each type
  std::string_view help;         ///< one sentence
  /// Of an outcome policy's coefficient: where the default comes from, "" if it is not one, and the
  /// range to try it in when a verdict is tested (numbers and shares only).
  std::string_view source = {};  ///< "data", "paper", "vendor" or "assumed"
  double low = 0.0;
  double high = 0.0;
};

/// Values in the order of the policy's parameter table, checked against it.
using ParameterValues = std::vector<ParameterValue>;

}  // namespace holdline
