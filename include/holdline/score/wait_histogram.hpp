// Waits as a histogram: quantiles of any number of contacts in a few kilobytes.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "holdline/util/time.hpp"

namespace holdline {

/// A log-linear histogram of waits: 128 equal cells in each power of two of milliseconds, so that a
/// quantile is off by at most 0.8 % (and by at most 1 ms below 256 ms). Waits of zero are counted
/// apart and exact, and no quantile is outside the waits added. Merging is exact and order does not
/// matter.
class WaitHistogram {
 public:
  /// Requires wait >= 0. Allocates only when `wait` is longer than all before.
  void add(Duration wait) {
    const std::size_t cell = cell_of(wait);
    ++count_;
    shortest_ = std::min(shortest_, wait);
    longest_ = std::max(longest_, wait);
    if (cell >= cells_.size()) [[unlikely]] {
      return add_longest(cell);
    }
    ++cells_[cell];
  }
  void merge(const WaitHistogram& other);
  /// Empty again, keeping its memory.
  void clear();
  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// Smallest wait [s] such that at least share q of all are at or below it (interpolated inside
  /// its cell); 0 when empty. 0 < q < 1.
  [[nodiscard]] double quantile_s(double q) const;

 private:
  void add_longest(std::size_t cell);
  /// Cell 0 is for waits of zero. Of the others, those below 256 ms go by milliseconds; above, the
  /// eight leading bits of the milliseconds say where in the power of two.
  [[nodiscard]] static std::size_t cell_of(Duration wait) {
    const auto ms = static_cast<std::uint64_t>(wait.count()) / 1000;
    const auto shift = static_cast<std::size_t>(std::bit_width(ms | 255)) - 8;
    return (shift << 7) + static_cast<std::size_t>(ms >> shift) +
           (wait == Duration::zero() ? 0u : 1u);
  }

  std::uint64_t count_ = 0;
  Duration shortest_ = kForever;
  Duration longest_{0};
  std::vector<std::uint64_t> cells_;  ///< grown to the largest wait seen
};

}  // namespace holdline
