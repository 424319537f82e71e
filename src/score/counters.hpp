// Setting the counters of a tally from integers: the one place where microseconds become seconds.
#pragma once

#include <concepts>
#include <cstddef>

#include "holdline/score/metric.hpp"
#include "holdline/util/int128.hpp"

namespace holdline {

[[nodiscard]] inline double& at(Tally& tally, Counter counter) {
  return tally[static_cast<std::size_t>(counter)];
}

/// [s]
[[nodiscard]] inline double seconds(Int128 microseconds) {
  // Nearly always it fits, and the conversion of 64 bits is one instruction.
  const auto low = static_cast<std::int64_t>(microseconds);
  const double nearest =
      low == microseconds ? static_cast<double>(low) : static_cast<double>(microseconds);
  return nearest / 1e6;
}

inline void tell(Tally& tally, Counter counter, std::integral auto count) {
  at(tally, counter) = static_cast<double>(count);
}

inline void tell_time(Tally& tally, Counter counter, Int128 microseconds) {
  at(tally, counter) = seconds(microseconds);
}

}  // namespace holdline
