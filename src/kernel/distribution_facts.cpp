// Means and distribution functions. Means may be printed and compared, so they use the exact
// functions; the distribution function is the oracle of the samplers' tests and leans on libm, so
// that the two do not share an error.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "holdline/kernel/distribution.hpp"
#include "kernel/exact_math.hpp"

namespace holdline {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double mean_of_mixture_s(const Distribution& d) {
  double sum = 0.0;
  double total = 0.0;
  for (std::size_t i = 0; i < d.weights.size(); ++i) {
    total += d.weights[i];
    if (d.weights[i] > 0.0) sum += d.weights[i] * mean_s(d.components[i]);
  }
  return sum / total;
}

// The integral of the survival function, piece by piece.
double mean_of_hazard_s(const Distribution& d) {
  double sum = 0.0;
  double survival = 1.0;
  for (std::size_t i = 0; i < d.points.size(); ++i) {
    const double rate = d.weights[i];
    const bool last = i + 1 == d.points.size();
    if (last) return rate > 0.0 ? sum + survival / rate : kInfinity;
    const double length = d.points[i + 1] - d.points[i];
    const double kept = exact::exp(-rate * length);
    sum += rate * length > 1e-8 ? survival * (1.0 - kept) / rate : survival * length;
    survival *= kept;
  }
  return sum;
}

double mean_without_mass_s(const Distribution& d) {
  switch (d.kind) {
    case DistributionKind::deterministic:
    case DistributionKind::exponential:
      return d.a;
    case DistributionKind::lognormal:
      return exact::exp(d.a + 0.5 * d.b * d.b);
    case DistributionKind::gamma:
      return d.a * d.b;
    case DistributionKind::erlang:
      return d.b;
    case DistributionKind::weibull:
      // Past Gamma's range (a shape below 0.006) the mean is past any time a run can hold.
      return 1.0 / d.a < 169.0 ? d.b * exact::gamma_function(1.0 + 1.0 / d.a) : kInfinity;
    case DistributionKind::uniform:
      return 0.5 * (d.a + d.b);
    case DistributionKind::triangular:
      return (d.a + d.b + d.c) / 3.0;
    case DistributionKind::hyperexponential:
    case DistributionKind::mixture:
      return mean_of_mixture_s(d);
    case DistributionKind::piecewise_hazard:
      return mean_of_hazard_s(d);
    case DistributionKind::empirical:
      return std::accumulate(d.points.begin(), d.points.end(), 0.0) /
             static_cast<double>(d.points.size());
    case DistributionKind::infinite:
      return kInfinity;
  }
  return kInfinity;
}

double log_gamma(double x) {
  if (x < 12.0) return std::log(std::tgamma(x));
  const double inverse = 1.0 / (x * x);  // Stirling's series; std::lgamma writes a global
  const double series = 1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680));
  return (x - 0.5) * std::log(x) - x + 0.5 * std::log(2.0 * std::numbers::pi) + series / x;
}

// The regularised lower incomplete gamma function: its power series below the mean, the continued
// fraction of its complement (Lentz's method) above.
double incomplete_gamma(double shape, double x) {
  if (x <= 0.0) return 0.0;
  const double front = std::exp(shape * std::log(x) - x - log_gamma(shape));
  if (x < shape + 1.0) {
    double term = 1.0 / shape;
    double sum = term;
    for (double n = shape + 1.0; term > sum * 1e-17; n += 1.0) sum += term *= x / n;
    return front * sum;
  }
  constexpr double tiny = 1e-300;
  double b = x + 1.0 - shape;
  double c = 1.0 / tiny;
  double d = 1.0 / b;
  double fraction = d;
  for (double i = 1.0; i < 1e6; i += 1.0) {
    const double a = -i * (i - shape);
    b += 2.0;
    d = 1.0 / (std::fabs(a * d + b) < tiny ? tiny : a * d + b);
    c = std::fabs(b + a / c) < tiny ? tiny : b + a / c;
    fraction *= d * c;
    if (std::fabs(d * c - 1.0) < 1e-16) break;
  }
  return 1.0 - front * fraction;
}

double cdf_of_triangular(const Distribution& d, double x_s) {
  if (x_s < d.a) return 0.0;
  if (x_s >= d.c) return 1.0;
  if (x_s < d.b) return (x_s - d.a) * (x_s - d.a) / ((d.c - d.a) * (d.b - d.a));
  return 1.0 - (d.c - x_s) * (d.c - x_s) / ((d.c - d.a) * (d.c - d.b));
}

double cdf_of_mixture(const Distribution& d, double x_s) {
  const double total = std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
  double sum = 0.0;
  for (std::size_t i = 0; i < d.weights.size(); ++i) {
    sum += d.weights[i] / total * cdf(d.components[i], x_s);
  }
  return sum;
}

double cdf_of_hazard(const Distribution& d, double x_s) {
  double hazard = 0.0;
  for (std::size_t i = 0; i < d.points.size() && d.points[i] < x_s; ++i) {
    const double end = i + 1 < d.points.size() ? std::min(x_s, d.points[i + 1]) : x_s;
    if (d.weights[i] > 0.0) hazard += d.weights[i] * (end - d.points[i]);
  }
  return -std::expm1(-hazard);
}

double cdf_without_mass(const Distribution& d, double x_s) {
  switch (d.kind) {
    case DistributionKind::deterministic:
      return x_s >= d.a ? 1.0 : 0.0;
    case DistributionKind::exponential:
      return d.a > 0.0 ? -std::expm1(-x_s / d.a) : 1.0;
    case DistributionKind::lognormal:
      if (x_s <= 0.0) return 0.0;
      if (d.b == 0.0) return std::log(x_s) >= d.a ? 1.0 : 0.0;
      return 0.5 * std::erfc(-(std::log(x_s) - d.a) / (d.b * std::numbers::sqrt2));
    case DistributionKind::gamma:
      return d.b > 0.0 ? incomplete_gamma(d.a, x_s / d.b) : 1.0;
    case DistributionKind::erlang:
      return d.b > 0.0 ? incomplete_gamma(d.a, x_s * d.a / d.b) : 1.0;
    case DistributionKind::weibull:
      return d.b > 0.0 ? -std::expm1(-std::pow(x_s / d.b, d.a)) : 1.0;
    case DistributionKind::uniform:
      return x_s >= d.b ? 1.0 : std::max(0.0, (x_s - d.a) / (d.b - d.a));
    case DistributionKind::triangular:
      return cdf_of_triangular(d, x_s);
    case DistributionKind::hyperexponential:
    case DistributionKind::mixture:
      return cdf_of_mixture(d, x_s);
    case DistributionKind::piecewise_hazard:
      return cdf_of_hazard(d, x_s);
    case DistributionKind::empirical: {
      const auto above = std::upper_bound(d.points.begin(), d.points.end(), x_s);
      return static_cast<double>(above - d.points.begin()) / static_cast<double>(d.points.size());
    }
    case DistributionKind::infinite:
      return x_s == kInfinity ? 1.0 : 0.0;
  }
  return 0.0;
}

}  // namespace

double mean_s(const Distribution& distribution) {
  if (distribution.mass_at_zero >= 1.0) return 0.0;
  return (1.0 - distribution.mass_at_zero) * mean_without_mass_s(distribution);
}

double cdf(const Distribution& distribution, double x_s) {
  if (x_s < 0.0) return 0.0;
  if (x_s == kInfinity || distribution.mass_at_zero >= 1.0) return 1.0;
  return distribution.mass_at_zero +
         (1.0 - distribution.mass_at_zero) * cdf_without_mass(distribution, x_s);
}

}  // namespace holdline
