// Gates: a figure against a bound, with the honest third answer.
#pragma once

#include "holdline/experiment/experiment.hpp"

namespace holdline {

/// Met or not met when the whole interval is on one side of the bound (the bound itself is met),
/// undecided when the bound lies inside or there is no interval (one observation). An undefined
/// figure (0/0) does not meet anything: a gate that cannot be evaluated is not green.
[[nodiscard]] ExpectationStatus judge(const Estimate& estimate, Comparison comparison,
                                      double bound);

/// The row an expectation speaks of; nullopt if the plan has no such agent group.
[[nodiscard]] std::optional<std::size_t> expected_row(const Expectation& expectation,
                                                      const Scenario& scenario, PlanId plan,
                                                      const ScoreLayout& layout);

}  // namespace holdline
