// Fixed points by a bracketed secant, retrials by their chain, callbacks by a cut.
#include "theory/exact_feedback.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include "theory/exact_chain.hpp"
#include "theory/exact_queues.hpp"

namespace holdline::theory {
namespace {

void require_probability(double p) {
  if (!(p >= 0.0 && p <= 1.0)) throw std::invalid_argument("not a probability");
}

/// The root in [low, high] of an increasing function to `tolerance` in its value: regula falsi,
/// halving the weight of an end that stays (Illinois).
template <class Function>
double root_of(double low, double high, double tolerance, Function f) {
  double at_low = f(low);
  if (std::abs(at_low) <= tolerance) return low;
  double at_high = f(high);
  if (std::abs(at_high) <= tolerance) return high;
  if (at_low > 0.0 || at_high < 0.0) throw std::invalid_argument("no root between these");
  int stayed = 0;  // how often running the low (< 0) or the high end (> 0) stayed
  for (int step = 0; step < 100; ++step) {
    const double x = (low * at_high - high * at_low) / (at_high - at_low);
    const double value = f(x);
    if (std::abs(value) <= tolerance) return x;
    if (value < 0.0) {
      low = x;
      at_low = value;
      if (stayed > 0) at_high *= 0.5;
      stayed = 1;
    } else {
      high = x;
      at_high = value;
      if (stayed < 0) at_low *= 0.5;
      stayed = -1;
    }
  }
  throw std::runtime_error("the fixed point was not found");
}

/// The fixed point at which the share `again_of(queue)` of attempts makes another one. That share
/// is at most `most` < 1, and attempts that lead to no other increase with attempts: one root.
template <class Again>
FixedPoint fixed_point(double rate_per_s, int agents, double mean_handle_s, double mean_patience_s,
                       double acceptable_wait_s, double most, Again again_of) {
  require_probability(most);
  if (most == 1.0) throw std::invalid_argument("a fixed point needs a probability below 1");
  const Patience patience = exponential_patience(mean_patience_s);
  const auto queue_at = [&](double attempts_per_s) {
    return abandonment_queue(attempts_per_s, mean_handle_s, agents, patience, acceptable_wait_s);
  };
  FixedPoint point;
  // Not finer than abandonment_queue is.
  point.attempts_per_s =
      root_of(rate_per_s, rate_per_s / (1.0 - most), 1e-9 * rate_per_s, [&](double attempts_per_s) {
        return attempts_per_s * (1.0 - again_of(queue_at(attempts_per_s))) - rate_per_s;
      });
  const AbandonmentQueue queue = queue_at(point.attempts_per_s);
  point.abandonment_share = queue.abandonment_share;
  point.asa_s = queue.asa_s;
  point.occupancy = queue.occupancy;
  point.served_within = queue.served_within;
  return point;
}

/// The retrial queue with at most `places` in orbit: who would be one more is lost.
class RetrialChain {
 public:
  RetrialChain(double rate_per_s, int agents, double mean_handle_s, double redial_probability,
               double mean_redial_delay_s, std::size_t places)
      : rate_(rate_per_s),
        agents_(static_cast<std::size_t>(agents)),
        redial_(redial_probability),
        retrial_rate_(1.0 / mean_redial_delay_s),
        places_(places),
        chain_((agents_ + 1) * (places + 1)) {
    for (std::size_t orbit = 0; orbit <= places_; ++orbit) {
      for (std::size_t busy = 0; busy <= agents_; ++busy) add_exits(busy, orbit, mean_handle_s);
    }
    probabilities_ = chain_.steady_state();
  }

  /// How much of any measure the missing places can have cost, relative: lower states are all but
  /// as in the full chain, and beyond the last place the orbit falls off at least as at it.
  [[nodiscard]] double cut_off() const {
    double last = 0.0;
    double before = 0.0;
    for (std::size_t busy = 0; busy <= agents_; ++busy) {
      last += at(busy, places_);
      before += at(busy, places_ - 1);
    }
    if (last == 0.0) return 0.0;
    const double ratio = last / before;
    if (!(ratio < 1.0)) return 1.0;
    // sum over m of last ratio^m, weighted by the place: what the mean orbit would gain.
    const double places = static_cast<double>(places_);
    const double beyond = last * (places + 1.0 / (1.0 - ratio)) / (1.0 - ratio);
    return beyond / std::min(1.0, measures().mean_orbit);
  }

  [[nodiscard]] RetrialQueue measures() const {
    RetrialQueue queue;
    double blocked_per_s = 0.0;
    for (std::size_t orbit = 0; orbit <= places_; ++orbit) {
      const double retrials_per_s = static_cast<double>(orbit) * retrial_rate_;
      for (std::size_t busy = 0; busy <= agents_; ++busy) {
        queue.mean_busy += at(busy, orbit) * static_cast<double>(busy);
        queue.mean_orbit += at(busy, orbit) * static_cast<double>(orbit);
      }
      blocked_per_s += at(agents_, orbit) * (rate_ + retrials_per_s);
    }
    queue.attempts_per_s = rate_ + queue.mean_orbit * retrial_rate_;
    queue.blocked_share = blocked_per_s / queue.attempts_per_s;
    queue.lost_share = blocked_per_s * (1.0 - redial_) / rate_;
    return queue;
  }

 private:
  [[nodiscard]] std::size_t state(std::size_t busy, std::size_t orbit) const {
    return orbit * (agents_ + 1) + busy;
  }
  [[nodiscard]] double at(std::size_t busy, std::size_t orbit) const {
    return probabilities_[state(busy, orbit)];
  }
  void add_exits(std::size_t busy, std::size_t orbit, double mean_handle_s) {
    const std::size_t from = state(busy, orbit);
    const double retrials_per_s = static_cast<double>(orbit) * retrial_rate_;
    if (busy > 0) chain_.add(from, from - 1, static_cast<double>(busy) / mean_handle_s);
    if (busy < agents_) {
      chain_.add(from, state(busy + 1, orbit), rate_);
      if (orbit > 0) chain_.add(from, state(busy + 1, orbit - 1), retrials_per_s);
    } else {
      if (orbit < places_) chain_.add(from, state(busy, orbit + 1), rate_ * redial_);
      if (orbit > 0) chain_.add(from, state(busy, orbit - 1), retrials_per_s * (1.0 - redial_));
    }
  }

  double rate_;
  std::size_t agents_;
  double redial_;
  double retrial_rate_;
  std::size_t places_;
  MarkovChain chain_;
  std::vector<double> probabilities_;
};

}  // namespace

FixedPoint redial_fixed_point(double rate_per_s, int agents, double mean_handle_s,
                              double mean_patience_s, double redial_probability,
                              double acceptable_wait_s) {
  FixedPoint point = fixed_point(
      rate_per_s, agents, mean_handle_s, mean_patience_s, acceptable_wait_s, redial_probability,
      [=](const AbandonmentQueue& queue) { return queue.abandonment_share * redial_probability; });
  point.lost_share =
      point.attempts_per_s * point.abandonment_share * (1.0 - redial_probability) / rate_per_s;
  return point;
}

FixedPoint recontact_fixed_point(double rate_per_s, int agents, double mean_handle_s,
                                 double mean_patience_s, double recontact_probability,
                                 double acceptable_wait_s) {
  FixedPoint point =
      fixed_point(rate_per_s, agents, mean_handle_s, mean_patience_s, acceptable_wait_s,
                  recontact_probability, [=](const AbandonmentQueue& queue) {
                    return (1.0 - queue.abandonment_share) * recontact_probability;
                  });
  point.lost_share = point.attempts_per_s * point.abandonment_share / rate_per_s;
  return point;
}

RetrialQueue retrial_queue(double rate_per_s, int agents, double mean_handle_s,
                           double redial_probability, double mean_redial_delay_s) {
  require_probability(redial_probability);
  if (redial_probability == 1.0 && rate_per_s * mean_handle_s >= agents) {
    throw std::invalid_argument("an orbit that grows without bound");
  }
  // The chain's own limit ends this at the latest.
  for (std::size_t places = 32;; places *= 2) {
    const RetrialChain chain(rate_per_s, agents, mean_handle_s, redial_probability,
                             mean_redial_delay_s, places);
    if (chain.cut_off() < 1e-11) return chain.measures();
  }
}

CallbackQueue callback_queue(double rate_per_s, int agents, double mean_handle_s, int offer_from,
                             double acceptance) {
  require_probability(acceptance);
  const double load = rate_per_s * mean_handle_s;
  if (!(load < agents) || offer_from < 0) throw std::invalid_argument("not a callback queue");
  // While all are busy the line alone is a birth-death process, for it is served first: it grows at
  // the rate of those who stay, and shrinks at agents / mean_handle_s, whatever the list. So the
  // flows across the cut between lengths i and i + 1 give its distribution, here relative to an
  // empty line; the number of all who wait is Erlang C's, and the list is the rest of it.
  const double busy_share = erlang_c(load, agents);
  const double growth = load / agents;
  const double growth_offered = growth * (1.0 - acceptance);
  double weight = 1.0;  // of the line of i, then of `offer_from`
  double below = 0.0;   // of shorter lines
  double length = 0.0;
  for (int i = 0; i < offer_from; ++i) {
    below += weight;
    length += i * weight;
    weight *= growth;
  }
  const double offered = weight / (1.0 - growth_offered);
  length += offered * (offer_from + growth_offered / (1.0 - growth_offered));

  CallbackQueue queue;
  queue.line_length = busy_share * length / (below + offered);
  queue.list_length = busy_share * growth / (1.0 - growth) - queue.line_length;
  queue.callback_share = busy_share * acceptance * offered / (below + offered);
  queue.line_wait_s = queue.line_length / (rate_per_s * (1.0 - queue.callback_share));
  if (queue.callback_share > 0.0) {
    queue.callback_wait_s = queue.list_length / (rate_per_s * queue.callback_share);
  }
  return queue;
}

}  // namespace holdline::theory
