// What the menus of a plan do to callers, for `holdline check`.
#pragma once

#include <span>
#include <string>

#include "holdline/scenario/scenario.hpp"

namespace holdline::cli {

/// A table by plan and need: the expected time in the menus and how they end, by the algebra of
/// absorbing chains (ivr_algebra.hpp). Empty if no plan has menus.
[[nodiscard]] std::string menus_text(const Scenario& scenario, std::span<const PlanId> plans);

}  // namespace holdline::cli
