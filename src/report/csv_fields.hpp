// Fields of the CSV files.
#pragma once

#include <string>
#include <string_view>

#include "holdline/experiment/estimate.hpp"

namespace holdline::report {

/// Quoted where RFC 4180 asks for it.
[[nodiscard]] std::string field(std::string_view text);
/// value,low,high,observations; empty where there is none.
[[nodiscard]] std::string estimate_fields(const Estimate& estimate);

}  // namespace holdline::report
