// The tables and constants of the exact log and exp, derived by the compiler in 128-bit fixed-point
// integers: nothing to generate, nothing to copy wrongly, and a pair of doubles for each entry so
// that the table adds no error of its own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "holdline/util/int128.hpp"

namespace holdline::exact {

/// A number of [0, 1) as an integer number of 2^-128ths.
using Fraction = UInt128;

/// The upper half of the 256-bit product: a product of fractions.
constexpr Fraction times(Fraction a, Fraction b) {
  const UInt128 low_bits = 0xFFFFFFFFFFFFFFFFu;
  const UInt128 cross_a = (a >> 64) * (b & low_bits);
  const UInt128 cross_b = (a & low_bits) * (b >> 64);
  const UInt128 carry =
      (((a & low_bits) * (b & low_bits)) >> 64) + (cross_a & low_bits) + (cross_b & low_bits);
  return (a >> 64) * (b >> 64) + (cross_a >> 64) + (cross_b >> 64) + (carry >> 64);
}

/// numerator / denominator, for small integers, numerator < denominator.
constexpr Fraction ratio(std::uint64_t numerator, std::uint64_t denominator) {
  const UInt128 first = (UInt128{numerator} << 64) / denominator;
  const UInt128 rest = (UInt128{numerator} << 64) % denominator;
  return first << 64 | (rest << 64) / denominator;
}

/// 2 atanh(t) = log((1 + t) / (1 - t)), t <= 1/3 or so; wrong by less than 2^-121.
constexpr Fraction two_atanh(Fraction t) {
  const Fraction square = times(t, t);
  Fraction sum = 0;
  std::uint64_t odd = 1;
  for (Fraction power = t; power > 0; power = times(power, square), odd += 2) sum += power / odd;
  return 2 * sum;
}

/// exp(t) - 1 for t < log 2; wrong by less than 2^-121.
constexpr Fraction exp_minus_1(Fraction t) {
  Fraction sum = 0;
  std::uint64_t n = 1;
  for (Fraction term = t; term > 0; term = times(term, t) / ++n) sum += term;
  return sum;
}

/// A value as the sum of a double with `bits` fraction bits and the double nearest to the rest.
struct Pair {
  double high = 0.0;
  double low = 0.0;
};

constexpr Pair split(Fraction value, int bits) {
  const int rest_bits = 128 - bits;
  const UInt128 units = (value + (UInt128{1} << (rest_bits - 1))) >> rest_bits;
  const auto rest = static_cast<Int128>(value - (units << rest_bits));
  double scale = 1.0;
  for (int i = 0; i < bits; ++i) scale *= 0.5;
  return {static_cast<double>(static_cast<std::uint64_t>(units)) * scale,
          static_cast<double>(rest) * 0x1p-128};
}

inline constexpr Fraction kLn2 = two_atanh(ratio(1, 3));
/// With 42 fraction bits, k ln 2 + log c is exact for every exponent k.
inline constexpr Pair kLn2Pair = split(kLn2, 42);
/// ln 2 / 128 with 35 bits after its leading zeros, so that 2^17 times it is exact.
inline constexpr Pair kLn2Over128 = split(kLn2 >> 7, 42);

/// log(x) = log(x c) - log(c), where c, a multiple of 1/1024, is near the reciprocal of the middle
/// of x's cell.
struct LogCell {
  double reciprocal = 1.0;  ///< c
  Pair minus_log;           ///< -log(c)
};

inline constexpr std::size_t kLogCells = 128;
/// The bits of the least reduced argument: about 0.684, half a cell before 0.6875, so that 1 lies
/// inside a cell, whose reciprocal is 1.
inline constexpr std::uint64_t kLogStart = 0x3FE5F00000000000u;

constexpr std::array<LogCell, kLogCells> make_log_cells() {
  std::array<LogCell, kLogCells> cells{};
  for (std::size_t i = 0; i < kLogCells; ++i) {
    // The middle of cell i, in units of 2^-10: cells below 1 are 2^-8 wide, those above 2^-7. The
    // two halves meet in the cell of 1.
    const std::uint64_t start = kLogStart + (std::uint64_t{i} << 45);
    const std::uint64_t mantissa = ((start >> 43) & 0x1FF) + 512;  // of [512, 1024), 9 bits
    const bool below_one = (start >> 52) == 0x3FE;
    const std::uint64_t middle_2048 = below_one ? 2 * mantissa + 4 : 4 * mantissa + 8;
    std::uint64_t c = (2 * 1024 * 2048 / middle_2048 + 1) / 2;
    if (start <= 0x3FF0000000000000u && start + (UINT64_C(1) << 45) > 0x3FF0000000000000u) c = 1024;
    const std::uint64_t distance = c > 1024 ? c - 1024 : 1024 - c;
    const Pair magnitude = split(two_atanh(ratio(distance, c + 1024)), 42);
    const double sign = c > 1024 ? -1.0 : 1.0;
    cells[i] = {static_cast<double>(c) / 1024.0, {sign * magnitude.high, sign * magnitude.low}};
  }
  return cells;
}

/// 2^(i/128) = power (1 + tail).
struct ExpStep {
  double power = 1.0;
  double tail = 0.0;
};

constexpr std::array<ExpStep, 128> make_exp_steps() {
  std::array<ExpStep, 128> steps{};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Pair excess = split(exp_minus_1((kLn2 >> 7) * i), 52);
    steps[i] = {1.0 + excess.high, excess.low / (1.0 + excess.high)};
  }
  return steps;
}

inline constexpr auto kLogTable = make_log_cells();
inline constexpr auto kExpTable = make_exp_steps();

}  // namespace holdline::exact
