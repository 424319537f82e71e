// How a verdict stands, and what its parts are called.
#pragma once

#include <cstdint>
#include <string_view>

#include "holdline/experiment/experiment.hpp"

namespace holdline::report {

enum class Standing {
  other_wins,  ///< the whole interval of the net value's difference is above zero
  base_wins,   ///< below
  undecided,   ///< it holds zero, or there is none
  equal,       ///< no difference in any replication
  unfinished,  ///< one would win, but has so many more issues without an outcome that it may not
};
[[nodiscard]] Standing standing_of(const Verdict& verdict);
/// By how much the plan with more net value has the larger share of issues without an outcome
/// [1]: what they cost and lose is missing in its favour. Below zero: in favour of the plan behind.
[[nodiscard]] double open_lead(const Verdict& verdict);
/// Above this nobody wins; above the next it is said [1].
inline constexpr double kMostOpenLead = 0.05;
inline constexpr double kNotedOpenLead = 0.01;
/// "other_wins", ...
[[nodiscard]] std::string_view to_string(Standing standing);
/// "undefined", "other_above", "other_below", "other_always", "base_always".
[[nodiscard]] std::string_view to_string(BreakEvenSide side);

/// The break-even factor as the mean margin of a customer [money/year].
[[nodiscard]] Estimate customer_value_of(const BreakEven& even);

/// The tornado of a verdict; nullptr if there is none.
[[nodiscard]] const Tornado* tornado_of(const Result& result, const Verdict& verdict);

/// Whether a coefficient alone, somewhere in its range, makes the other plan the better one.
enum class Turn : std::uint8_t {
  no,    ///< at neither end, as far as intervals tell
  open,  ///< an interval at an end holds zero, or there is none: too few replications to tell
  yes,   ///< the whole interval at an end lies on the other side of zero
};

/// Of a verdict that is not decided nothing is open: there is no sign to lose.
[[nodiscard]] Turn turn_of(const Tornado& tornado, const SensitivityBar& bar);

}  // namespace holdline::report
