// What `holdline check` says of the figures a verdict may rest on.
#pragma once

#include <span>
#include <string>

#include "holdline/scenario/scenario.hpp"

namespace holdline::cli {

/// The coefficients that --sensitivity would try in a comparison of these plans, with value, range
/// and source. Empty where there is none, or no verdict to test.
[[nodiscard]] std::string doubts_text(const Scenario& scenario, std::span<const PlanId> plans);

}  // namespace holdline::cli
