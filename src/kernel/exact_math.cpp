// The exact functions for callers outside the samplers' loops.
#include "kernel/exact_math.hpp"

#include <cassert>
#include <cmath>
#include <limits>

#include "kernel/exact_inline.hpp"

namespace holdline::exact {

double log(double x) {
  assert(x > 0.0 && x <= std::numeric_limits<double>::max());
  if (x < std::numeric_limits<double>::min()) {
    // 54 ln 2 is added last; a subnormal's log is about -710, far from where that would cost
    // digits.
    return log_normal(x * 0x1p54) - 54.0 * (kLn2Pair.high + kLn2Pair.low);
  }
  return log_normal(x);
}

double exp(double x) { return exp_clamped(x); }

double pow(double x, double y) {
  assert(x > 0.0);
  return exp_clamped(y * log(x));
}

double normal_quantile(double p) {
  assert(p > 0.0 && p < 1.0);
  return normal_quantile_of(p);
}

double gamma_function(double x) {
  assert(x > 0.0 && x < 171.0);
  // The recurrence leads to 1 + z with |z| <= 1/2, where 1 / Gamma(1 + z) is a power series
  // without cancellation (Abramowitz and Stegun 6.1.34; digits from mpmath).
  constexpr double series[22] = {1.0,
                                 0.57721566490153286061,
                                 -0.65587807152025388108,
                                 -0.042002635034095235529,
                                 0.1665386113822914895,
                                 -0.042197734555544336748,
                                 -0.0096219715278769735621,
                                 0.0072189432466630995424,
                                 -0.0011651675918590651121,
                                 -0.00021524167411495097282,
                                 0.00012805028238811618615,
                                 -0.000020134854780788238656,
                                 -1.2504934821426706573e-6,
                                 1.1330272319816958824e-6,
                                 -2.0563384169776071035e-7,
                                 6.1160951044814158179e-9,
                                 5.0020076444692229301e-9,
                                 -1.1812745704870201446e-9,
                                 1.0434267116911005105e-10,
                                 7.782263439905071254e-12,
                                 -3.6968056186422057082e-12,
                                 5.100370287454475979e-13};
  const double steps = std::floor(x - 0.5);
  const double z = x - 1.0 - steps;
  double reciprocal = 0.0;
  for (int i = 21; i >= 0; --i) reciprocal = reciprocal * z + series[i];
  if (steps < 0.0) return 1.0 / (reciprocal * x);
  double product = 1.0;
  for (double i = 1.0; i <= steps; i += 1.0) product *= z + i;
  return product / reciprocal;
}

}  // namespace holdline::exact
