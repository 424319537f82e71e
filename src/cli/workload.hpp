// What a planner can tell from the file alone: work offered and hours staffed.
#pragma once

#include <span>
#include <string>

#include "holdline/scenario/scenario.hpp"

namespace holdline::cli {

/// Tables of the offered load [erlang] by contact type and of the staffed hours by plan, over the
/// horizon. Means only: no absence, no breaks, no randomness.
[[nodiscard]] std::string workload_text(const Scenario& scenario, std::span<const PlanId> plans);

}  // namespace holdline::cli
