// The incomplete beta function by its continued fraction (Numerical Recipes, 6.4), and bisection:
// apart from the library's own quantiles, so that an error there cannot hide.
#include "theory/student_t.hpp"

#include <cmath>

namespace holdline::theory {
namespace {

double beta_fraction(double a, double b, double x) {
  constexpr double kTiny = 1e-300;
  const auto away_from_zero = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double fraction = d;
  for (int m = 1; m < 10'000; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1.0 / away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    fraction *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1.0 / away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    const double step = d * c;
    fraction *= step;
    if (std::abs(step - 1.0) < 1e-15) break;
  }
  return fraction;
}

/// Regularised incomplete beta function I_x(a, b).
double incomplete_beta(double a, double b, double x) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1.0) / (a + b + 2.0)) return front * beta_fraction(a, b, x) / a;
  return 1.0 - front * beta_fraction(b, a, 1.0 - x) / b;
}

/// The point in [0, 1000] where the decreasing `tail` is `error`.
template <class Tail>
double invert(double error, Tail tail) {
  double low = 0.0;
  double high = 1000.0;
  for (int i = 0; i < 200; ++i) {
    const double middle = 0.5 * (low + high);
    (tail(middle) > error ? low : high) = middle;
  }
  return low;
}

}  // namespace

double student_t_error(double t, double degrees) {
  return incomplete_beta(0.5 * degrees, 0.5, degrees / (degrees + t * t));
}

double student_t_bound(double error, double degrees) {
  return invert(error, [&](double t) { return student_t_error(t, degrees); });
}

double normal_equivalent(double t, double degrees) {
  const double error = student_t_error(std::abs(t), degrees);
  const double z = invert(error, [](double x) { return std::erfc(x / std::sqrt(2.0)); });
  return std::copysign(z, t);
}

}  // namespace holdline::theory
