// From a time to the cell its facts are added to. Facts come nearly in order of time, so that a
// remembered window answers nearly always, and the division is done once an interval.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "holdline/score/score_layout.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// The stretch [begin, begin + length) of microseconds that belongs to one slot.
struct Window {
  std::int64_t begin = 0;
  std::uint64_t length = 0;
  std::size_t slot = 0;

  [[nodiscard]] bool contains(std::int64_t time) const {
    return static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(begin) < length;
  }
  /// Of a stretch that begins inside.
  [[nodiscard]] bool contains_end(std::int64_t time) const {
    return static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(begin) <= length;
  }
  [[nodiscard]] std::int64_t end() const { return begin + static_cast<std::int64_t>(length); }
};

/// Slots are the intervals (or one for the whole horizon), and a last one for what is not scored.
class IntervalMap {
 public:
  IntervalMap(const ScoreLayout& layout, Duration horizon);

  [[nodiscard]] std::size_t slot_count() const { return elapsed_.size() + 1; }
  [[nodiscard]] std::size_t unscored_slot() const { return elapsed_.size(); }
  /// The largest window around a time >= 0.
  [[nodiscard]] Window locate(std::int64_t time) const;
  /// How much of the scored horizon a scored slot covers.
  [[nodiscard]] Duration elapsed(std::size_t slot) const { return elapsed_[slot]; }

 private:
  [[nodiscard]] Window locate_in_day(std::int64_t time) const;
  [[nodiscard]] Duration elapsed_in_horizon(std::int64_t begin, std::int64_t end) const;
  [[nodiscard]] Duration elapsed_in_days(std::int64_t begin, std::int64_t end) const;

  std::int64_t warm_up_;
  std::int64_t horizon_;
  std::int64_t origin_;
  std::int64_t interval_;  ///< 0: totals only
  bool fold_days_;
  std::vector<Duration> elapsed_;  ///< by scored slot
};

}  // namespace holdline
