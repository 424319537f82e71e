// Quantiles from cells.
#include "holdline/score/wait_histogram.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace holdline {
namespace {

/// The waits of a cell: `width` milliseconds from `begin` on.
struct CellRange {
  double begin_ms;
  double width_ms;
};

CellRange range_of(std::size_t cell) {
  if (cell == 0) return {0.0, 0.0};
  --cell;
  if (cell < 256) return {static_cast<double>(cell), 1.0};
  const std::size_t shift = (cell >> 7) - 1;
  const std::uint64_t leading = cell - (shift << 7);
  return {static_cast<double>(leading << shift), static_cast<double>(std::uint64_t{1} << shift)};
}

}  // namespace

void WaitHistogram::add_longest(std::size_t cell) {
  cells_.resize(cell + 1);
  ++cells_[cell];
}

void WaitHistogram::merge(const WaitHistogram& other) {
  if (other.cells_.size() > cells_.size()) cells_.resize(other.cells_.size());
  for (std::size_t cell = 0; cell < other.cells_.size(); ++cell) {
    cells_[cell] += other.cells_[cell];
  }
  count_ += other.count_;
  shortest_ = std::min(shortest_, other.shortest_);
  longest_ = std::max(longest_, other.longest_);
}

void WaitHistogram::clear() {
  std::fill(cells_.begin(), cells_.end(), 0);
  count_ = 0;
  shortest_ = kForever;
  longest_ = Duration{0};
}

double WaitHistogram::quantile_s(double q) const {
  assert(q > 0.0 && q < 1.0);
  if (count_ == 0) return 0.0;
  // A share such as 0.9 of 10 must not become the 10th because 0.9 is not a binary number.
  const double exact_rank = q * static_cast<double>(count_) * (1.0 - 1e-12);
  const auto rank = static_cast<std::uint64_t>(std::max(1.0, std::ceil(exact_rank)));
  std::uint64_t below = 0;
  std::size_t cell = 0;
  // By eights up to the cell: a replication of a day asks ten times, and has a thousand cells.
  for (; cell + 8 <= cells_.size(); cell += 8) {
    const std::uint64_t here = std::accumulate(&cells_[cell], &cells_[cell] + 8, std::uint64_t{0});
    if (rank <= below + here) break;
    below += here;
  }
  for (; cell < cells_.size(); ++cell) {
    const std::uint64_t here = cells_[cell];
    if (rank <= below + here) {
      const CellRange range = range_of(cell);
      const double inside = static_cast<double>(rank - below) - 0.5;
      const double inside_s =
          (range.begin_ms + range.width_ms * inside / static_cast<double>(here)) / 1e3;
      return std::clamp(inside_s, to_seconds(shortest_), to_seconds(longest_));
    }
    below += here;
  }
  return 0.0;  // unreachable: the cells hold count_ waits
}

}  // namespace holdline
