// Distributions of durations as plain values, given by the parameters people have. A Sampler
// (src/kernel/sampler.hpp) turns one into draws. Conversions use the kernel's own log and exp, so
// that a parameter converted from a median is the same number on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace holdline {

enum class DistributionKind : std::uint8_t {
  deterministic,
  exponential,
  lognormal,
  gamma,
  erlang,
  weibull,
  uniform,
  triangular,
  hyperexponential,
  mixture,
  piecewise_hazard,
  empirical,
  infinite,  ///< never ends: patience that does not run out
};

/// A distribution on [0, inf) in seconds, with an optional atom at zero: with probability
/// `mass_at_zero` the draw is 0, otherwise it follows the rest. Build it with the functions below.
struct Distribution {
  DistributionKind kind = DistributionKind::deterministic;
  /// deterministic {value [s]}; exponential {mean [s]}; lognormal {log-mean [ln s], log-sd [1]};
  /// gamma {shape [1], scale [s]}; erlang {k [1], mean [s]}; weibull {shape [1], scale [s]};
  /// uniform {min, max [s]}; triangular {min, mode, max [s]}.
  double a = 0.0;
  double b = 0.0;
  double c = 0.0;
  double mass_at_zero = 0.0;    ///< [1], in [0, 1]
  std::vector<double> points;   ///< piecewise_hazard: starts [s]; empirical: sorted values [s]
  std::vector<double> weights;  ///< hazard rates [1/s]; mixture and hyperexponential weights [1]
  std::vector<Distribution> components;  ///< mixture and hyperexponential parts

  bool operator==(const Distribution&) const = default;
};

// Each function requires finite arguments in the stated range (asserted, for the reader checks
// them first) and returns a distribution without mass at zero.

[[nodiscard]] Distribution infinite();
[[nodiscard]] Distribution deterministic(double value_s);
[[nodiscard]] Distribution exponential(double mean_s);
[[nodiscard]] Distribution lognormal(double log_mean, double log_sd);
[[nodiscard]] Distribution lognormal_mean_cv(double mean_s, double cv);
[[nodiscard]] Distribution lognormal_median_p90(double median_s, double p90_s);
[[nodiscard]] Distribution gamma(double shape, double scale_s);
[[nodiscard]] Distribution gamma_mean_cv(double mean_s, double cv);
[[nodiscard]] Distribution erlang(int k, double mean_s);
[[nodiscard]] Distribution weibull(double shape, double scale_s);
/// shape >= 0.01: below, the scale would overflow.
[[nodiscard]] Distribution weibull_mean_shape(double mean_s, double shape);
[[nodiscard]] Distribution weibull_median_p90(double median_s, double p90_s);
[[nodiscard]] Distribution uniform(double min_s, double max_s);
[[nodiscard]] Distribution triangular(double min_s, double mode_s, double max_s);
/// Two phases with balanced means, cv >= 1 (Morse; Tijms, "A First Course in Stochastic Models").
[[nodiscard]] Distribution hyperexponential_mean_cv(double mean_s, double cv);
[[nodiscard]] Distribution hyperexponential(std::span<const double> weights,
                                            std::span<const double> means_s);
[[nodiscard]] Distribution mixture(std::vector<double> weights, std::vector<Distribution> parts);
/// Hazard rate `rates_per_s[i]` from `starts_s[i]` (starts_s[0] == 0) to the next start; the last
/// rate holds for ever. A last rate of 0 leaves the remaining probability at infinity.
[[nodiscard]] Distribution piecewise_hazard(std::vector<double> starts_s,
                                            std::vector<double> rates_per_s);
/// Each recorded value equally likely (the empirical distribution function's inverse).
[[nodiscard]] Distribution empirical(std::vector<double> values_s);

/// Mean [s], mass at zero included; +infinity where it is infinite.
[[nodiscard]] double mean_s(const Distribution& distribution);
/// P(X <= x_s), mass at zero included: the oracle of the samplers' tests. Not on the sampling path.
[[nodiscard]] double cdf(const Distribution& distribution, double x_s);

}  // namespace holdline
