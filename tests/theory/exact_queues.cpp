// The formulas, evaluated the plain way.
#include "theory/exact_queues.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace holdline::theory {
namespace {

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

/// Nodes and weights of 16-point Gauss-Legendre on [-1, 1], the positive half.
constexpr double kNodes[] = {0.0950125098376374, 0.2816035507792589, 0.4580167776572274,
                             0.6178762444026438, 0.7554044083550030, 0.8656312023878318,
                             0.9445750230732326, 0.9894009349916499};
constexpr double kWeights[] = {0.1894506104550685, 0.1826034150449236, 0.1691565193950025,
                               0.1495959888165767, 0.1246289712555339, 0.0951585116824928,
                               0.0622535239386479, 0.0271524594117541};

template <class Function>
double integrate_cell(double low, double high, Function f) {
  const double middle = 0.5 * (low + high);
  const double half = 0.5 * (high - low);
  double sum = 0.0;
  for (int i = 0; i < 8; ++i) {
    sum += kWeights[i] * (f(middle - half * kNodes[i]) + f(middle + half * kNodes[i]));
  }
  return half * sum;
}

/// Ends of cells fine enough for the density, from 0 to where it has vanished: geometric near 0,
/// for a Weibull's survival has an infinite slope there, and no cell crosses a kink.
std::vector<double> cell_ends(double cell_s, double end_s, std::vector<double> kinks) {
  std::vector<double> ends{0.0};
  for (double x = cell_s * 1e-9; x < cell_s; x *= 2.0) ends.push_back(x);
  const auto cells = static_cast<int>(std::ceil(end_s / cell_s));
  for (int i = 1; i <= cells; ++i) ends.push_back(i * cell_s);
  for (const double kink : kinks) {
    if (kink > 0.0 && kink < end_s) ends.push_back(kink);
  }
  std::sort(ends.begin(), ends.end());
  return ends;
}

}  // namespace

double erlang_b(double load, int agents) {
  double blocked = 1.0;
  for (int k = 1; k <= agents; ++k) blocked = load * blocked / (k + load * blocked);
  return blocked;
}

double erlang_c(double load, int agents) {
  const double blocked = erlang_b(load, agents);
  return blocked / (1.0 - load / agents * (1.0 - blocked));
}

double mg1_mean_wait_s(double rate_per_s, double mean_s, double cv) {
  const double load = rate_per_s * mean_s;
  return rate_per_s * mean_s * mean_s * (1.0 + cv * cv) / (2.0 * (1.0 - load));
}

std::vector<double> priority_mean_waits_s(const std::vector<double>& rates_per_s, double mean_s,
                                          int agents) {
  double total = 0.0;
  for (const double rate : rates_per_s) total += rate;
  const double residual_s = erlang_c(total * mean_s, agents) * mean_s / agents;
  std::vector<double> waits;
  double before = 0.0;
  for (const double rate : rates_per_s) {
    const double after = before + rate * mean_s / agents;
    waits.push_back(residual_s / ((1.0 - before) * (1.0 - after)));
    before = after;
  }
  return waits;
}

Patience exponential_patience(double mean_s) {
  return {[=](double t) { return std::exp(-t / mean_s); },
          [=](double t) { return -mean_s * std::expm1(-t / mean_s); },
          {}};
}

Patience deterministic_patience(double value_s) {
  return {[=](double t) { return t < value_s ? 1.0 : 0.0; },
          [=](double t) { return std::min(t, value_s); },
          {value_s}};
}

Patience uniform_patience(double max_s) {
  return {[=](double t) { return std::max(0.0, 1.0 - t / max_s); },
          [=](double t) {
            const double u = std::min(t, max_s);
            return u - u * u / (2.0 * max_s);
          },
          {max_s}};
}

Patience lognormal_patience(double mean_s, double cv) {
  const double variance = std::log1p(cv * cv);
  const double sd = std::sqrt(variance);
  const double mu = std::log(mean_s) - 0.5 * variance;
  const auto survival = [=](double t) {
    return t <= 0.0 ? 1.0 : normal_cdf((mu - std::log(t)) / sd);
  };
  // int_0^t P(X > u) du = E[min(X, t)] = E[X; X <= t] + t P(X > t).
  return {survival,
          [=](double t) {
            if (t <= 0.0) return 0.0;
            return mean_s * normal_cdf((std::log(t) - mu - variance) / sd) + t * survival(t);
          },
          {}};
}

Patience weibull_patience(double mean_s, double shape) {
  const double scale = mean_s / std::tgamma(1.0 + 1.0 / shape);
  const auto survival = [=](double t) { return std::exp(-std::pow(t / scale, shape)); };
  // Substituting u = scale x^(1/shape) makes the integrand smooth at 0.
  return {survival,
          [=](double t) {
            const double end = std::pow(t / scale, shape);
            const int cells = 1 + static_cast<int>(end * 4.0);
            double sum = 0.0;
            for (int i = 0; i < cells; ++i) {
              sum += integrate_cell(end * i / cells, end * (i + 1) / cells, [&](double x) {
                return std::exp(-x) * std::pow(x, 1.0 / shape - 1.0);
              });
            }
            return scale / shape * sum;
          },
          {}};
}

Patience with_balking(double share, Patience rest) {
  const double staying = 1.0 - share;
  const auto survival = rest.survival;
  const auto integrated = rest.integrated_survival_s;
  return {[=](double t) { return staying * survival(t); },
          [=](double t) { return staying * integrated(t); }, std::move(rest.kinks_s)};
}

AbandonmentQueue abandonment_queue(double rate_per_s, double mean_s, int agents,
                                   const Patience& patience, double acceptable_wait_s) {
  const double load = rate_per_s * mean_s;
  const double drain = agents / mean_s;
  // p_j / p_(n-1) for j < n, summed from n-1 down: no overflow at any load.
  double below = 1.0;
  for (double j = agents - 1, term = 1.0; j > 0; --j) below += term *= j / load;

  const auto density = [&](double x) {
    return rate_per_s * std::exp(rate_per_s * patience.integrated_survival_s(x) - drain * x);
  };
  const double cell_s = 0.25 * mean_s / agents;
  double end_s = cell_s;
  while (density(end_s) > 1e-16 * rate_per_s || rate_per_s * patience.survival(end_s) > drain) {
    end_s *= 1.2;
  }
  std::vector<double> kinks = patience.kinks_s;
  kinks.push_back(acceptable_wait_s);
  const std::vector<double> ends = cell_ends(std::max(cell_s, end_s / 4000.0), end_s, kinks);

  double delayed = 0.0, abandoned = 0.0, wait = 0.0, served_wait = 0.0;
  double served_within = 0.0, abandoned_within = 0.0;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    const auto sum = [&](auto value) {
      return integrate_cell(ends[i], ends[i + 1], [&](double x) { return density(x) * value(x); });
    };
    const auto is_patient = [&](double x) { return patience.survival(x); };
    delayed += sum([](double) { return 1.0; });
    abandoned += sum([&](double x) { return 1.0 - is_patient(x); });
    wait += sum(patience.integrated_survival_s);
    served_wait += sum([&](double x) { return x * is_patient(x); });
    if (ends[i + 1] <= acceptable_wait_s) served_within += sum(is_patient);
    abandoned_within +=
        sum([&](double x) { return 1.0 - is_patient(std::min(x, acceptable_wait_s)); });
  }
  const double total = below + delayed;
  AbandonmentQueue queue;
  queue.delayed_share = delayed / total;
  queue.abandonment_share = abandoned / total;
  queue.mean_wait_s = wait / total;
  queue.asa_s = served_wait / (total - abandoned);
  queue.time_to_abandon_s = (wait - served_wait) / abandoned;
  queue.queue_length = rate_per_s * queue.mean_wait_s;
  queue.occupancy = load * (1.0 - queue.abandonment_share) / agents;
  queue.served_within = (below + served_within) / total;
  queue.abandoned_within = abandoned_within / total;
  return queue;
}

PeriodicLoad::PeriodicLoad(std::vector<double> rates_per_s, double interval_s, double mean_s)
    : rates_per_s_(std::move(rates_per_s)), mean_s_(mean_s), starts_(rates_per_s_.size()) {
  // m' = rate - m / mean; once round the period maps m to decay m + gain.
  const double step = std::exp(-interval_s / mean_s_);
  double gain = 0.0;
  for (const double rate : rates_per_s_) gain = gain * step + rate * mean_s_ * (1.0 - step);
  starts_[0] = gain / (1.0 - std::pow(step, static_cast<double>(size())));
  for (std::size_t i = 1; i < size(); ++i) starts_[i] = at(i - 1, interval_s);
}

double PeriodicLoad::at(std::size_t interval, double offset_s) const {
  const double limit = rates_per_s_[interval] * mean_s_;
  return limit + (starts_[interval] - limit) * std::exp(-offset_s / mean_s_);
}

double poisson_at_least(double mean, int k) {
  double below = 0.0;
  for (int j = 0; j < k; ++j) below += std::exp(j * std::log(mean) - mean - std::lgamma(j + 1.0));
  return 1.0 - below;
}

}  // namespace holdline::theory
