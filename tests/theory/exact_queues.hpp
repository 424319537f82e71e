// Queues with exact answers, as oracles: Erlang B, C and A, M/M/n+G, Pollaczek-Khinchine, Cobham.
// Written from the formulas, sharing nothing with the simulator; here libm is welcome.
#pragma once

#include <functional>
#include <vector>

namespace holdline::theory {

/// P(blocked) of M/G/c/c with `load` erlangs [1].
[[nodiscard]] double erlang_b(double load, int agents);
/// P(wait) of M/M/c, load < agents [1].
[[nodiscard]] double erlang_c(double load, int agents);

/// Mean wait [s] of M/G/1 (Pollaczek-Khinchine): arrivals per second, mean [s] and cv of service.
[[nodiscard]] double mg1_mean_wait_s(double rate_per_s, double mean_s, double cv);

/// Mean waits [s] by class of M/M/c with non-pre-emptive priorities (Cobham 1954), the first class
/// first.
[[nodiscard]] std::vector<double> priority_mean_waits_s(const std::vector<double>& rates_per_s,
                                                        double mean_s, int agents);

/// A patience distribution: P(patience > t) and its integral from 0 to t, t in seconds.
struct Patience {
  std::function<double(double)> survival;
  std::function<double(double)> integrated_survival_s;
  std::vector<double> kinks_s;  ///< where survival jumps or bends: integration stops there
};

[[nodiscard]] Patience exponential_patience(double mean_s);
[[nodiscard]] Patience deterministic_patience(double value_s);
[[nodiscard]] Patience uniform_patience(double max_s);
[[nodiscard]] Patience lognormal_patience(double mean_s, double cv);
[[nodiscard]] Patience weibull_patience(double mean_s, double shape);
/// Balks with `share`, otherwise `rest`.
[[nodiscard]] Patience with_balking(double share, Patience rest);

/// Steady state of M/M/n+G.
struct AbandonmentQueue {
  double delayed_share = 0.0;  ///< P(offered wait > 0)
  double abandonment_share = 0.0;
  double mean_wait_s = 0.0;  ///< of all
  double asa_s = 0.0;        ///< of the served
  double time_to_abandon_s = 0.0;
  double queue_length = 0.0;
  double occupancy = 0.0;
  double served_within = 0.0;     ///< P(served, wait <= the acceptable wait)
  double abandoned_within = 0.0;  ///< P(abandoned, wait <= the acceptable wait)
};

/// Baccelli and Hebuterne 1981, by numeric integration of the density of the offered wait
/// v(x) = lambda p(n-1) exp(lambda int_0^x P(patience > u) du - n mu x), to about 1e-9.
[[nodiscard]] AbandonmentQueue abandonment_queue(double rate_per_s, double mean_s, int agents,
                                                 const Patience& patience,
                                                 double acceptable_wait_s);

/// Mean number m(t) in a periodic M_t/M/infinity with piecewise-constant rates, at the start and
/// over the course of each interval: what M_t/M/s_t+M with equal service and patience means follows
/// for every staffing (Feldman, Mandelbaum, Massey, Whitt 2008).
class PeriodicLoad {
 public:
  PeriodicLoad(std::vector<double> rates_per_s, double interval_s, double mean_s);
  /// m at `offset_s` into the interval.
  [[nodiscard]] double at(std::size_t interval, double offset_s) const;
  [[nodiscard]] std::size_t size() const { return rates_per_s_.size(); }

 private:
  std::vector<double> rates_per_s_;
  double mean_s_;
  std::vector<double> starts_;
};

/// P(N >= k) of N Poisson with this mean.
[[nodiscard]] double poisson_at_least(double mean, int k);

}  // namespace holdline::theory
