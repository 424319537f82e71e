// Distributions from the parameters people have. Everything here may end in a scenario's values,
// hence the exact functions and never libm.
#include "holdline/kernel/distribution.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "kernel/exact_math.hpp"

namespace holdline {
namespace {

Distribution of_kind(DistributionKind kind, double a = 0.0, double b = 0.0, double c = 0.0) {
  assert(std::isfinite(a) && std::isfinite(b) && std::isfinite(c));
  Distribution result;
  result.kind = kind;
  result.a = a;
  result.b = b;
  result.c = c;
  return result;
}

}  // namespace

Distribution infinite() { return of_kind(DistributionKind::infinite); }

Distribution deterministic(double value_s) {
  assert(value_s >= 0.0);
  return of_kind(DistributionKind::deterministic, value_s);
}

Distribution exponential(double mean_s) {
  assert(mean_s >= 0.0);
  return of_kind(DistributionKind::exponential, mean_s);
}

Distribution lognormal(double log_mean, double log_sd) {
  assert(log_sd >= 0.0);
  return of_kind(DistributionKind::lognormal, log_mean, log_sd);
}

Distribution lognormal_mean_cv(double mean_s, double cv) {
  assert(mean_s > 0.0 && cv >= 0.0);
  const double variance = exact::log(1.0 + cv * cv);
  return lognormal(exact::log(mean_s) - 0.5 * variance, std::sqrt(variance));
}

Distribution lognormal_median_p90(double median_s, double p90_s) {
  assert(median_s > 0.0 && p90_s >= median_s);
  return lognormal(exact::log(median_s),
                   exact::log(p90_s / median_s) / exact::normal_quantile(0.9));
}

Distribution gamma(double shape, double scale_s) {
  assert(shape > 0.0 && scale_s >= 0.0);
  return of_kind(DistributionKind::gamma, shape, scale_s);
}

Distribution gamma_mean_cv(double mean_s, double cv) {
  assert(mean_s >= 0.0 && cv >= 0.0);
  if (cv == 0.0) return deterministic(mean_s);
  return gamma(1.0 / (cv * cv), mean_s * cv * cv);
}

Distribution erlang(int k, double mean_s) {
  assert(k >= 1 && mean_s >= 0.0);
  return of_kind(DistributionKind::erlang, k, mean_s);
}

Distribution weibull(double shape, double scale_s) {
  assert(shape > 0.0 && scale_s >= 0.0);
  return of_kind(DistributionKind::weibull, shape, scale_s);
}

Distribution weibull_mean_shape(double mean_s, double shape) {
  assert(shape >= 0.01);
  return weibull(shape, mean_s / exact::gamma_function(1.0 + 1.0 / shape));
}

Distribution weibull_median_p90(double median_s, double p90_s) {
  assert(median_s > 0.0 && p90_s > median_s);
  // (median / scale)^shape = ln 2 and (p90 / scale)^shape = ln 10.
  const double ln2 = exact::log(2.0);
  const double shape = exact::log(exact::log(10.0) / ln2) / exact::log(p90_s / median_s);
  return weibull(shape, median_s / exact::pow(ln2, 1.0 / shape));
}

Distribution uniform(double min_s, double max_s) {
  assert(min_s >= 0.0 && max_s >= min_s);
  return of_kind(DistributionKind::uniform, min_s, max_s);
}

Distribution triangular(double min_s, double mode_s, double max_s) {
  assert(min_s >= 0.0 && mode_s >= min_s && max_s >= mode_s);
  return of_kind(DistributionKind::triangular, min_s, mode_s, max_s);
}

Distribution hyperexponential_mean_cv(double mean_s, double cv) {
  assert(mean_s >= 0.0 && cv >= 1.0);
  // The likelier, shorter phase has p = (1 + s) / 2, s^2 = (cv^2 - 1) / (cv^2 + 1); its complement
  // is written without the cancellation of 1 - p.
  const double square = cv * cv;
  const double s = std::sqrt((square - 1.0) / (square + 1.0));
  const double likely = 0.5 * (1.0 + s);
  const double rare = 1.0 / ((square + 1.0) * (1.0 + s));
  const double weights[] = {likely, rare};
  const double means_s[] = {mean_s / (2.0 * likely), mean_s / (2.0 * rare)};
  return hyperexponential(weights, means_s);
}

Distribution hyperexponential(std::span<const double> weights, std::span<const double> means_s) {
  std::vector<Distribution> parts;
  parts.reserve(means_s.size());
  for (const double mean : means_s) parts.push_back(exponential(mean));
  Distribution result = mixture({weights.begin(), weights.end()}, std::move(parts));
  result.kind = DistributionKind::hyperexponential;
  return result;
}

Distribution mixture(std::vector<double> weights, std::vector<Distribution> parts) {
  assert(!weights.empty() && weights.size() == parts.size());
  assert(std::all_of(weights.begin(), weights.end(), [](double w) { return w >= 0.0; }));
  Distribution result = of_kind(DistributionKind::mixture);
  result.weights = std::move(weights);
  result.components = std::move(parts);
  return result;
}

Distribution piecewise_hazard(std::vector<double> starts_s, std::vector<double> rates_per_s) {
  assert(!starts_s.empty() && starts_s.size() == rates_per_s.size() && starts_s.front() == 0.0);
  assert(std::is_sorted(starts_s.begin(), starts_s.end()));
  assert(std::all_of(rates_per_s.begin(), rates_per_s.end(), [](double r) { return r >= 0.0; }));
  Distribution result = of_kind(DistributionKind::piecewise_hazard);
  result.points = std::move(starts_s);
  result.weights = std::move(rates_per_s);
  return result;
}

Distribution empirical(std::vector<double> values_s) {
  assert(!values_s.empty());
  Distribution result = of_kind(DistributionKind::empirical);
  result.points = std::move(values_s);
  std::sort(result.points.begin(), result.points.end());
  assert(result.points.front() >= 0.0);
  return result;
}

}  // namespace holdline
