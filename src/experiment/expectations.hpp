// Gates: a figure against a bound, with the honest third answer.
#pragma once

#include "holdline/experiment/experiment.hpp"

namespace holdline {

/// Met or not met when the whole interval is on one side of the bound (the bound itself is met),
/// undecided when the bound lies inside. Without an interval (one observation) the value decides;
/// an undefined figure decides nothing.
[[nodiscard]] ExpectationStatus judge(const Estimate& estimate, Comparison comparison,
                                      double bound);

}  // namespace holdline
