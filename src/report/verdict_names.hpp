// How a verdict stands, and what its parts are called.
#pragma once

#include <string_view>

#include "holdline/experiment/experiment.hpp"

namespace holdline::report {

enum class Standing {
  other_wins,  ///< the whole interval of the net value's difference is above zero
  base_wins,   ///< below
  undecided,   ///< it holds zero, or there is none
  equal,       ///< no difference in any replication
};
[[nodiscard]] Standing standing_of(const Verdict& verdict);
/// "other_wins", ...
[[nodiscard]] std::string_view to_string(Standing standing);
/// "undefined", "other_above", "other_below", "other_always", "base_always".
[[nodiscard]] std::string_view to_string(BreakEvenSide side);

/// The break-even factor as the mean margin of a customer [money/year].
[[nodiscard]] Estimate customer_value_of(const BreakEven& even);

/// The tornado of a verdict; nullptr if there is none.
[[nodiscard]] const Tornado* tornado_of(const Result& result, const Verdict& verdict);

}  // namespace holdline::report
