// The parts of the plausibility warnings, a question each, and how they put what they say.
#pragma once

#include <string>

#include "scenario/sections.hpp"

namespace holdline {

/// Where a warning is put: at a value if it was written, else at what it belongs to.
[[nodiscard]] inline Position or_else(Position position, Position fallback) {
  return position.line > 0 ? position : fallback;
}

/// Who waits longer on average is served in quieter hours, or after closing [s].
inline constexpr double kWaitsLong_s = 1800.0;

/// A mean of seconds as a duration is written, without more digits than can be read.
[[nodiscard]] std::string mean_text(double seconds);

/// Volumes against opening hours, and in each plan loads against agents.
void check_staff(const Scenario& scenario, const LoadContext& context, Sheet& sheet);

/// Agents at hours at which nobody comes, where nobody said when the centre is open.
void check_hours(const Scenario& scenario, const LoadContext& context, Sheet& sheet);

/// Shifts against the contacts of each half-hour.
void check_shifts(const Scenario& scenario, const LoadContext& context, Sheet& sheet);

/// Shifts against opening hours.
void check_closed_shifts(const Scenario& scenario, const LoadContext& context, Sheet& sheet);

/// Machines that nobody tries, menus, machines and callbacks whose callers know no fault, and
/// escalations that never happen.
void check_front_end(const Scenario& scenario, const LoadContext& context, Sheet& sheet);

}  // namespace holdline
