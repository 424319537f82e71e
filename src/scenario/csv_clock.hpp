// Times of the clock in the cells of a CSV, as phone systems, databases and spreadsheets write
// them.
#pragma once

#include <optional>
#include <string_view>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// Takes `.5` or `,5` off a text with colons and returns it [s]; 0 if there is none, nullopt if
/// there is something else behind the point.
std::optional<double> take_fraction(std::string_view& text);

/// A time of day, also as databases write it, 08:00:00.000, or of the 12-hour clock: `8am`,
/// `8:30 PM`.
std::optional<Duration> parse_cell_time(std::string_view text);

/// A time since the start of the horizon [s]: seconds, `hh:mm:ss`, `d hh:mm:ss` with days from 0,
/// the clock's also with a fraction of the seconds or of the 12-hour clock.
std::optional<double> parse_arrival_time_s(std::string_view text, char delimiter);

/// Whether a text that was not read would be a time, with or without a date, but for the zone
/// behind it: `2024-03-01T08:00Z`, `08:00:00+01:00`, `2024-03-01 08:00 CET`.
bool has_time_zone(std::string_view text);

}  // namespace holdline
