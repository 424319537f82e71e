// What the menus and the machine of a plan do to callers, for `holdline check`.
#pragma once

#include <span>
#include <string>

#include "holdline/scenario/scenario.hpp"

namespace holdline::cli {

/// A table of the menus and one of the machines, by plan and need: the expected time and the ends,
/// by algebra (ivr_algebra.hpp, machine_algebra.hpp). Empty if no plan has either.
[[nodiscard]] std::string front_end_text(const Scenario& scenario, std::span<const PlanId> plans);

}  // namespace holdline::cli
