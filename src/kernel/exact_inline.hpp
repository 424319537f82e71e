// The exact functions' bodies, inline for the samplers' loops. Everyone else includes
// exact_math.hpp.
//
// Without a fused multiply-add. The order of operations is part of the results: compilers may not
// change it, and neither may a reader.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "holdline/kernel/random.hpp"
#include "kernel/exact_tables.hpp"

namespace holdline::exact {

/// log(x) for positive normal x, error < 1 ulp. After fdlibm's: x = 2^k (1 + f) with 1 + f from
/// sqrt(1/2) up to sqrt(2), and log(1 + f) = 2 atanh(s), s = f / (2 + f), arranged around f, which
/// is exact. No tables, no branches, and only the integer steps that SSE2 has for 64-bit lanes:
/// loops over it vectorise.
inline double log_normal(double x) {
  constexpr std::uint64_t root_half = 0x3FE6A09E667F3BCDu;  // sqrt(1/2), rounded up
  constexpr std::uint64_t bias = 1023;                      // keeps k from going negative
  constexpr double shift = 0x1p52;                          // its last bit is worth 1
  const std::uint64_t offset = std::bit_cast<std::uint64_t>(x) + ((bias << 52) - root_half);
  const auto shifted = std::bit_cast<double>(std::bit_cast<std::uint64_t>(shift) | offset >> 52);
  const double k = shifted - (shift + static_cast<double>(bias));
  const double f = std::bit_cast<double>((offset & 0x000FFFFFFFFFFFFFu) + root_half) - 1.0;
  const double s = f / (2.0 + f);
  const double s2 = s * s;
  const double s4 = s2 * s2;
  // Minimax for (2 atanh(s) - 2 s) / s up to |s| = 3 - sqrt(8): off by 2^-58.5 at most.
  const double odd =
      0x1.5555555555592p-1 +
      s4 * (0x1.24924941f14cbp-2 + s4 * (0x1.74663eed904e6p-3 + s4 * 0x1.2f0567ea08193p-3));
  const double even =
      0x1.999999997fdb4p-2 + s4 * (0x1.c71c520941146p-3 + s4 * 0x1.39a1ba3e97e5dp-3);
  const double rest = s2 * odd + s4 * even;
  const double half_square = 0.5 * f * f;
  // k times the high part is exact.
  return k * kLn2Pair.high - ((half_square - (s * (half_square + rest) + k * kLn2Pair.low)) - f);
}

/// The ends of the normal doubles.
inline constexpr double kLeastExponent = -708.0;
inline constexpr double kMostExponent = 709.0;

/// exp(x) from kLeastExponent to kMostExponent; anything beyond. Table-driven, after Tang (1990).
/// No branches: loops over it vectorise.
inline double exp_inside(double x) {
  // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
  constexpr double shift = 0x1.8p52;
  constexpr double steps_per_unit = 1.0 / (kLn2Over128.high + kLn2Over128.low);
  const double shifted = x * steps_per_unit + shift;
  const double steps = shifted - shift;
  const auto index = static_cast<std::uint64_t>(std::bit_cast<std::int64_t>(shifted));
  const double r = (x - steps * kLn2Over128.high) - steps * kLn2Over128.low;  // |r| < 0.0028
  const ExpStep& step = kExpTable[index % 128];
  const double r2 = r * r;
  const double excess = (step.tail + r) + r2 * ((1.0 / 2) + r * (1.0 / 6)) +
                        (r2 * r2) * ((1.0 / 24) + r * (1.0 / 120));
  // index / 128 goes to the exponent; its bits above the exponent's fall off, sign included.
  const auto power =
      std::bit_cast<double>(std::bit_cast<std::uint64_t>(step.power) + ((index >> 7) << 52));
  return power + power * excess;
}

/// exp(x); 0 below kLeastExponent and +infinity above kMostExponent.
inline double exp_clamped(double x) {
  if (!(x >= kLeastExponent)) return 0.0;
  if (x > kMostExponent) return std::numeric_limits<double>::infinity();
  return exp_inside(x);
}

/// c[0] + c[1] x + ... + c[7] x^7, from the highest power down.
inline double horner(const double (&c)[8], double x) {
  double sum = c[7];
  for (int i = 6; i >= 0; --i) sum = sum * x + c[i];
  return sum;
}

/// The normal quantile where |q| <= 0.425, q = p - 1/2.
inline double normal_quantile_center(double q) {
  constexpr double a[8] = {3.3871328727963666080e0, 1.3314166789178437745e2,
                           1.9715909503065514427e3, 1.3731693765509461125e4,
                           4.5921953931549871457e4, 6.7265770927008700853e4,
                           3.3430575583588128105e4, 2.5090809287301226727e3};
  constexpr double b[8] = {1.0,
                           4.2313330701600911252e1,
                           6.8718700749205790830e2,
                           5.3941960214247511077e3,
                           2.1213794301586595867e4,
                           3.9307895800092710610e4,
                           2.8729085735721942674e4,
                           5.2264952788528545610e3};
  const double r = 0.180625 - q * q;
  return q * horner(a, r) / horner(b, r);
}

/// Minus the normal quantile of a tail probability < 0.075.
inline double normal_quantile_tail(double tail) {
  constexpr double c[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                           5.76949722146069140550e0,  3.64784832476320460504e0,
                           1.27045825245236838258e0,  2.41780725177450611770e-1,
                           2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr double d[8] = {1.0,
                           2.05319162663775882187e0,
                           1.67638483018380384940e0,
                           6.89767334985100004550e-1,
                           1.48103976427480074590e-1,
                           1.51986665636164571966e-2,
                           5.47593808499534494600e-4,
                           1.05075007164441684324e-9};
  constexpr double e[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                           1.78482653991729133580e0,  2.96560571828504891230e-1,
                           2.65321895265761230930e-2, 1.24266094738807843860e-3,
                           2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr double f[8] = {1.0,
                           5.99832206555887937690e-1,
                           1.36929880922735805310e-1,
                           1.48753612908506148525e-2,
                           7.86869131145613259100e-4,
                           1.84631831751005468180e-5,
                           1.42151175831644588870e-7,
                           2.04426310338993978564e-15};
  const double r = std::sqrt(-log_normal(tail));
  if (r <= 5.0) return horner(c, r - 1.6) / horner(d, r - 1.6);
  return horner(e, r - 5.0) / horner(f, r - 5.0);
}

/// The normal quantile of p in (0, 1): Wichura 1988, AS 241 (PPND16).
inline double normal_quantile_of(double p) {
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return normal_quantile_center(q);
  return q < 0.0 ? -normal_quantile_tail(p) : normal_quantile_tail(1.0 - p);
}

/// An exponential draw of mean 1 from a word, rising with it: minus the log of the survival
/// probability that the word stands for.
inline double hazard_of(std::uint64_t word) { return -log_normal(to_unit(~word)); }

}  // namespace holdline::exact
