// Simulated time: integer microseconds since 00:00 of the first day of the horizon.
// Integers make ties exact, conservation an `==`, and results equal on every compiler.
#pragma once

#include <chrono>
#include <cstdint>

namespace holdline {

/// The simulated clock. It has no now(): only a running replication knows its time.
struct SimClock {
  using rep = std::int64_t;
  using period = std::micro;
  using duration = std::chrono::duration<rep, period>;
  using time_point = std::chrono::time_point<SimClock>;
  static constexpr bool is_steady = true;
};

using Duration = SimClock::duration;
using Time = SimClock::time_point;

inline constexpr Duration kSecond{1'000'000};
inline constexpr Duration kMinute = 60 * kSecond;
inline constexpr Duration kHour = 60 * kMinute;
inline constexpr Duration kDay = 24 * kHour;
inline constexpr Duration kWeek = 7 * kDay;

/// "Never": patience that does not end, an agent group that never becomes eligible. About 4.6
/// thousand years, so that adding it to any time of a run does not overflow.
inline constexpr Duration kForever{INT64_C(1) << 57};
inline constexpr Time kNever{kForever};

/// A duration in seconds [s].
[[nodiscard]] constexpr double to_seconds(Duration duration) {
  return static_cast<double>(duration.count()) / 1e6;
}

/// Nearest microsecond to `seconds` [s], halves away from zero; at least zero, at most kForever.
/// Every drawn duration is rounded here, once.
[[nodiscard]] constexpr Duration from_seconds(double seconds) {
  const double ticks = seconds * 1e6 + 0.5;
  if (!(ticks > 0.0)) return Duration{0};
  if (ticks >= static_cast<double>(kForever.count())) return kForever;
  return Duration{static_cast<std::int64_t>(ticks)};
}

}  // namespace holdline
