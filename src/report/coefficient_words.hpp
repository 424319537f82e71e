// How a coefficient is shown: its value and range as people write them, and where it acts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "holdline/experiment/sensitivity.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/util/ids.hpp"

namespace holdline::report {

/// "35%", "0.4", "24 EUR/h".
[[nodiscard]] std::string value_text(const Coefficient& coefficient);
/// "20 to 50%".
[[nodiscard]] std::string range_text(const Coefficient& coefficient);

/// In which of a tornado's plans a coefficient acts: one of a plan where the plan has it, one of
/// the world where it moved anything.
struct ActsIn {
  bool base = true;
  bool other = true;
};
[[nodiscard]] ActsIn acts_in(const Tornado& tornado, const SensitivityBar& bar);

/// The path, as `--set` takes it; of a figure of the base plan also which of `compared` have taken
/// it over, for the path does not tell: "plan.self_service.success (both plans)".
[[nodiscard]] std::string path_text(const Coefficient& coefficient,
                                    std::span<const PlanId> compared,
                                    const std::vector<std::string>& names);

/// The same of a bar, and of a figure of the world that moves one of the two plans alone which one:
/// "world.behaviour.menu.learns (lean)".
[[nodiscard]] std::string path_text(const Tornado& tornado, const SensitivityBar& bar,
                                    const std::vector<std::string>& names);

/// Whether it belongs to a plan, not to the world.
[[nodiscard]] inline bool is_of_plan(const Coefficient& coefficient) {
  return !coefficient.plans.empty();
}

}  // namespace holdline::report
