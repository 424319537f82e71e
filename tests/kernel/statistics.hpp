// Tests of a sample against a distribution. Bounds are those of a false alarm in 1e5 or less.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

/// D sqrt(n) of Kolmogorov and Smirnov against the uniform; above 2.47 with probability 1e-5.
inline double kolmogorov_smirnov(std::vector<double> units) {
  std::sort(units.begin(), units.end());
  const auto n = static_cast<double>(units.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto below = static_cast<double>(i);
    distance = std::max({distance, units[i] - below / n, (below + 1.0) / n - units[i]});
  }
  return distance * std::sqrt(n);
}

/// Chi-square over 100 equal cells; outside [50.0, 170.8] with probability 1e-5 on each side.
inline double chi_square_100(std::span<const double> units) {
  std::array<double, 100> counts{};
  for (const double unit : units) {
    counts.at(std::min<std::size_t>(99, static_cast<std::size_t>(unit * 100.0))) += 1.0;
  }
  const double expected = static_cast<double>(units.size()) / 100.0;
  double sum = 0.0;
  for (const double count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
  double mean_error = 0.0;      ///< standard error of the mean
  double variance_error = 0.0;  ///< standard error of the variance
};

inline Moments moments(std::span<const double> sample) {
  const auto n = static_cast<double>(sample.size());
  double sum = 0.0;
  for (const double x : sample) sum += x;
  const double mean = sum / n;
  double second = 0.0;
  double fourth = 0.0;
  for (const double x : sample) {
    const double square = (x - mean) * (x - mean);
    second += square;
    fourth += square * square;
  }
  const double variance = second / n;
  return {mean, variance, std::sqrt(variance / n),
          std::sqrt(std::max(0.0, fourth / n - variance * variance) / n)};
}

/// Correlation times sqrt(n) of two samples of uniforms: about standard normal.
inline double correlation_z(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - 0.5) * (b[i] - 0.5);
  return 12.0 * sum / std::sqrt(static_cast<double>(a.size()));
}
