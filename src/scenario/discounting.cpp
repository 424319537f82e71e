// The integral of exp(-h t) P(X > t): a Laplace transform in the form that keeps its digits when h
// is small. Closed forms where there are any, else Gauss and Legendre's rule on a logarithmic axis.
#include "scenario/discounting.hpp"

#include <algorithm>
#include <array>

#include "kernel/exact_math.hpp"

namespace holdline {
namespace {

/// (1 - exp(-x)) / x, 1 at 0; by Kahan's correction of the rounding of exp.
double mean_of_exp(double x) {
  if (x > 700.0) return 1.0 / x;
  const double u = exact::exp(-x);
  if (u == 1.0) return 1.0;
  return (1.0 - u) / -exact::log(u);
}

/// log(1 + x), x >= 0, by Kahan's correction.
double log1p(double x) {
  const double u = 1.0 + x;
  return u == 1.0 ? x : exact::log(u) * (x / (u - 1.0));
}

/// Gamma: (1 - (1 + h s)^-k) / h.
double gamma_s(double shape, double scale_s, double h) {
  const double log_term = shape * log1p(h * scale_s);
  return mean_of_exp(log_term) * log_term / h;
}

/// Uniform on [0, w]: the integral of exp(-h t) (1 - t / w).
double uniform_from_zero_s(double w, double h) {
  const double x = h * w;
  if (x < 1e-3) return w * (0.5 - x * (1.0 / 6 - x * (1.0 / 24 - x * (1.0 / 120 - x / 720))));
  return w * (1.0 - mean_of_exp(x)) / x;
}

double piecewise_hazard_s(const Distribution& stay, double h) {
  double sum = 0.0;
  double log_weight = 0.0;  // of exp(-h t) P(X > t) where the piece begins
  for (std::size_t i = 0; i < stay.points.size(); ++i) {
    const double rate = stay.weights[i] + h;
    const double weight = exact::exp(log_weight);
    if (i + 1 == stay.points.size()) return sum + weight / rate;
    const double length = stay.points[i + 1] - stay.points[i];
    sum += weight * length * mean_of_exp(rate * length);
    log_weight -= rate * length;
  }
  return sum;
}

/// Nodes and weights of five points on [-1, 1].
constexpr std::array<std::array<double, 2>, 5> kGauss{{{-0.9061798459386640, 0.2369268850561891},
                                                       {-0.5384693101056831, 0.4786286704993665},
                                                       {0.0, 0.5688888888888889},
                                                       {0.5384693101056831, 0.4786286704993665},
                                                       {0.9061798459386640, 0.2369268850561891}}};

/// The integral over t = exp(y) of exp(-h t) P(X > t) between two values of y.
double panel_s(const Distribution& stay, double h, double low, double high) {
  const double middle = 0.5 * (low + high);
  const double half = 0.5 * (high - low);
  double sum = 0.0;
  for (const auto& [node, weight] : kGauss) {
    const double t = exact::exp(middle + half * node);
    sum += weight * t * exact::exp(-h * t) * (1.0 - cdf(stay, t));
  }
  return sum * half;
}

/// Where, on the logarithmic axis, P(X > t) falls: it is smooth at the scale of `width`, and has
/// kinks only at the ends.
struct Fall {
  double begin = 0.0;
  double end = 0.0;
  double width = 1.0;
};

double by_quadrature_s(const Distribution& stay, double h, const Fall& fall) {
  const double mean = mean_s(stay);
  if (!(mean > 0.0)) return 0.0;
  constexpr double kPanel = 0.25;
  constexpr double kReach =
      30.0;  // e-folds: nothing begins below, nothing is left above twice that
  const double centre = exact::log(std::min(mean, 1.0 / h));
  std::array<double, 4> cuts{centre - kReach, fall.begin, fall.end, centre + 2.0 * kReach};
  std::sort(cuts.begin(), cuts.end());
  double sum = exact::exp(cuts.front());  // before the first cut P(X > t) and exp(-h t) are 1
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const bool falls = cuts[i] >= fall.begin && cuts[i + 1] <= fall.end;
    const double panel = kPanel * (falls ? std::min(1.0, fall.width) : 1.0);
    const auto panels = static_cast<int>((cuts[i + 1] - cuts[i]) / panel) + 1;
    const double width = (cuts[i + 1] - cuts[i]) / panels;
    for (int k = 0; k < panels; ++k) {
      const double low = cuts[i] + k * width;
      sum += panel_s(stay, h, low, low + width);
    }
  }
  return sum;
}

/// The integral of exp(-h t) P(X > t) over [0, max], P being a polynomial on either side of the
/// mode.
double triangular_s(const Distribution& stay, double h) {
  constexpr int kPanels = 256;
  double sum = discounted_s(stay.a, h);
  for (const auto& [begin, end] : {std::array{stay.a, stay.b}, std::array{stay.b, stay.c}}) {
    // Beyond 45 means of the discount nothing counts; that keeps the panels where something does.
    const double last = std::min(end, begin + 45.0 / h);
    const double width = (last - begin) / kPanels;
    for (int k = 0; k < kPanels; ++k) {
      for (const auto& [node, weight] : kGauss) {
        const double t = begin + width * (k + 0.5 * (1.0 + node));
        sum += 0.5 * width * weight * exact::exp(-h * t) * (1.0 - cdf(stay, t));
      }
    }
  }
  return sum;
}

/// Ten standard deviations of the logarithm either side.
Fall lognormal_fall(const Distribution& stay) {
  return {stay.a - 10.0 * stay.b, stay.a + 10.0 * stay.b, stay.b};
}

/// P(X > t) = exp(-exp(shape (log t - log scale))): from 1 - 1e-16 to nothing.
Fall weibull_fall(const Distribution& stay) {
  const double middle = exact::log(stay.b);
  return {middle - 37.0 / stay.a, middle + 5.0 / stay.a, 1.0 / stay.a};
}

double discounted_parts_s(const Distribution& stay, double h) {
  double sum = 0.0;
  for (std::size_t i = 0; i < stay.components.size(); ++i) {
    sum += stay.weights[i] * discounted_s(stay.components[i], h);
  }
  return sum;
}

/// Without the mass at zero.
double without_zeros_s(const Distribution& stay, double h) {
  switch (stay.kind) {
    case DistributionKind::deterministic:
      return discounted_s(stay.a, h);
    case DistributionKind::exponential:
      return stay.a / (1.0 + h * stay.a);
    case DistributionKind::gamma:
      return gamma_s(stay.a, stay.b, h);
    case DistributionKind::erlang:
      return gamma_s(stay.a, stay.b / stay.a, h);
    case DistributionKind::uniform: {
      const double first = discounted_s(stay.a, h);
      return first + (1.0 - h * first) * uniform_from_zero_s(stay.b - stay.a, h);
    }
    case DistributionKind::hyperexponential:
    case DistributionKind::mixture:
      return discounted_parts_s(stay, h);
    case DistributionKind::piecewise_hazard:
      return piecewise_hazard_s(stay, h);
    case DistributionKind::empirical: {
      double sum = 0.0;
      for (const double value : stay.points) sum += discounted_s(value, h);
      return sum / static_cast<double>(stay.points.size());
    }
    case DistributionKind::triangular:
      return triangular_s(stay, h);
    case DistributionKind::lognormal:
      return by_quadrature_s(stay, h, lognormal_fall(stay));
    case DistributionKind::weibull:
      return by_quadrature_s(stay, h, weibull_fall(stay));
    case DistributionKind::infinite:
      return 1.0 / h;
  }
  return 0.0;
}

}  // namespace

double discounted_s(double stay_s, double hazard_per_s) {
  return hazard_per_s > 0.0 ? stay_s * mean_of_exp(hazard_per_s * stay_s) : stay_s;
}

double discounted_s(const Distribution& stay, double hazard_per_s) {
  if (!(hazard_per_s > 0.0)) return mean_s(stay);
  Distribution positive = stay;
  positive.mass_at_zero = 0.0;
  return (1.0 - stay.mass_at_zero) * without_zeros_s(positive, hazard_per_s);
}

}  // namespace holdline
