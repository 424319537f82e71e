// The scored slots, each split by weeks, for the curve: which week a slot's agent time or
// customers' time passed in.
#pragma once

#include <cstddef>
#include <cstdint>

#include "score/interval_map.hpp"

namespace holdline {

/// Cells are week after week of slots, and a last one for what is not scored. Where no curve is
/// wanted there is one week that has no end, and cells are slots. Weeks begin where the warm-up
/// ends: a week in which nothing is scored would say nothing.
class WeekMap {
 public:
  WeekMap(const IntervalMap& intervals, Duration warm_up, Duration horizon, bool by_week);

  [[nodiscard]] std::size_t week_count() const { return week_count_; }
  [[nodiscard]] std::size_t cell_count() const { return unscored_cell() + 1; }
  [[nodiscard]] std::size_t unscored_cell() const { return week_count_ * slots_; }
  [[nodiscard]] std::size_t cell(std::size_t week, std::size_t slot) const {
    return week * slots_ + slot;
  }
  [[nodiscard]] std::size_t slot_of(std::size_t cell) const { return cell % slots_; }
  [[nodiscard]] std::size_t week_of_cell(std::size_t cell) const { return cell / slots_; }
  /// The week around a time >= 0, with its number as the slot; the first one begins at 0, before
  /// the warm-up ends, and the last one has no end.
  [[nodiscard]] Window week_around(std::int64_t time) const;
  /// The largest window around a time >= 0, with its cell as the slot.
  [[nodiscard]] Window locate(std::int64_t time) const;
  /// How much of a week is scored.
  [[nodiscard]] Duration elapsed(std::size_t week) const;

 private:
  [[nodiscard]] std::int64_t begin_of(std::size_t week) const;

  IntervalMap intervals_;
  std::size_t slots_;
  std::size_t week_count_ = 1;
  std::int64_t warm_up_;
  std::int64_t horizon_;
};

}  // namespace holdline
