// One number for the bits of many doubles: equal on every compiler or the promise is broken.
#pragma once

#include <bit>
#include <cstdint>

/// FNV-1a over 64-bit words, with a rotation so that high bits reach low ones.
class BitsHash {
 public:
  void add(double value) { add_word(std::bit_cast<std::uint64_t>(value)); }
  void add_word(std::uint64_t word) {
    state_ = std::rotl((state_ ^ word) * UINT64_C(0x100000001B3), 29);
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = UINT64_C(0xCBF29CE484222325);
};
