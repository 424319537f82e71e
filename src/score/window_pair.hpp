// The windows that facts fall into, and what belongs to each, remembered: around a boundary facts
// of both intervals mix, in no order that a branch could foresee.
#pragma once

#include <array>
#include <cstdint>

#include "score/interval_map.hpp"

namespace holdline {

template <class Cells>
class WindowPair {
 public:
  struct Half {
    Window window;
    Cells cells{};  ///< of the window's slot
  };

  /// The half whose window contains a time. Where neither does, locate(half) sets the earlier one
  /// to such a window and its cells.
  template <class Locate>
  const Half& at(std::int64_t time, const Locate& locate) {
    const Half& half = halves_[halves_[0].window.contains(time) ? 0 : 1];
    if (half.window.contains(time)) [[likely]] {
      return half;
    }
    Half& earlier = halves_[halves_[0].window.begin <= halves_[1].window.begin ? 0 : 1];
    locate(earlier);
    return earlier;
  }

 private:
  std::array<Half, 2> halves_;
};

}  // namespace holdline
