// A sum of durations that never overflows and costs one addition: the carry is a branch never taken
// in practice, cheaper than adding both halves of a 128-bit integer.
#pragma once

#include <cstdint>

#include "holdline/util/int128.hpp"

namespace holdline {

/// Sum of integers >= 0 below 2^127.
class WideSum {
 public:
  /// A negative addend (a broken fact) makes the sum wrong by 2^64, which every check notices.
  void add(std::int64_t addend) {
    const auto increment = static_cast<std::uint64_t>(addend);
    low_ += increment;
    if (low_ < increment) [[unlikely]] {
      ++high_;
    }
  }
  WideSum& operator+=(const WideSum& other) {
    low_ += other.low_;
    high_ += other.high_ + (low_ < other.low_ ? 1 : 0);
    return *this;
  }
  [[nodiscard]] Int128 value() const {
    return static_cast<Int128>(static_cast<UInt128>(high_) << 64 | low_);
  }

 private:
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

}  // namespace holdline
