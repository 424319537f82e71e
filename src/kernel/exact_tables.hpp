// The table of the exact exp and the logarithm of 2, derived by the compiler in 128-bit fixed-point
// integers: nothing to generate, nothing to copy wrongly, and a pair of doubles for each entry so
// that the table adds no error of its own.
#pragma once

#include <array>
#include <bit>
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
/// With 42 fraction bits, k times the high part is exact for every exponent k.
inline constexpr Pair kLn2Pair = split(kLn2, 42);
/// ln 2 / 128 with 35 bits after its leading zeros, so that 2^17 times it is exact.
inline constexpr Pair kLn2Over128 = split(kLn2 >> 7, 42);

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

inline constexpr auto kExpTable = make_exp_steps();

}  // namespace holdline::exact
