// When an event happens and which of several at the same microsecond comes first, as one number:
// lower is earlier, in every queue.
#pragma once

#include <cstdint>

#include "holdline/util/time.hpp"

namespace holdline {

/// Below a time's ranks are those of all earlier times. An order is one of 0-15.
inline constexpr unsigned kOrderBits = 4;

/// The rank that nothing at `time` or later is below, and back.
constexpr std::uint64_t rank_of(Time time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count()) << kOrderBits;
}
constexpr Time time_of_rank(std::uint64_t rank) {
  return Time{Duration{static_cast<std::int64_t>(rank >> kOrderBits)}};
}

}  // namespace holdline
