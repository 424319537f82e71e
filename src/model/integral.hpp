// The integral over time of a number that goes up and down by one, kept as the sum of the times at
// which it went down less those at which it went up: one addition a change, and exact.
#pragma once

#include "holdline/util/int128.hpp"
#include "holdline/util/time.hpp"
#include "util/wide_sum.hpp"

namespace holdline {

class Integral {
 public:
  void rise(Time now) { rises_.add(now.time_since_epoch().count()); }
  void fall(Time now) { falls_.add(now.time_since_epoch().count()); }
  /// When the number is back at 0 [us].
  [[nodiscard]] Int128 value() const { return falls_.value() - rises_.value(); }

 private:
  WideSum rises_, falls_;
};

}  // namespace holdline
