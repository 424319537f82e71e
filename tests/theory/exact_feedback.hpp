// Queues whose callers come back, with exact or limiting answers, as oracles: redials, recontacts,
// retrials and callbacks. Like the other oracles they share nothing with the simulator.
//
// The fixed points take the attempts as one Poisson stream, which is exact only as the delay before
// the next attempt grows without bound; the retrial queue is exact for its exponential delay.
#pragma once

namespace holdline::theory {

/// Erlang A under the total rate of attempts that it itself brings about.
struct FixedPoint {
  double attempts_per_s = 0.0;
  double abandonment_share = 0.0;  ///< of attempts
  double asa_s = 0.0;
  double lost_share = 0.0;  ///< of issues: ended by an abandonment without another attempt
  double occupancy = 0.0;
  double served_within = 0.0;  ///< of attempts: served within the acceptable wait
};

/// Who abandons calls again with `redial_probability` < 1, each time anew: L = lambda + L P(ab) r.
[[nodiscard]] FixedPoint redial_fixed_point(double rate_per_s, int agents, double mean_handle_s,
                                            double mean_patience_s, double redial_probability,
                                            double acceptable_wait_s = 20.0);

/// Who was served calls again with `recontact_probability` < 1, each time anew; who abandons does
/// not: L = lambda + L (1 - P(ab)) q.
[[nodiscard]] FixedPoint recontact_fixed_point(double rate_per_s, int agents, double mean_handle_s,
                                               double mean_patience_s, double recontact_probability,
                                               double acceptable_wait_s = 20.0);

/// Steady state of M/M/c/c with retrials.
struct RetrialQueue {
  double blocked_share = 0.0;  ///< of attempts
  double attempts_per_s = 0.0;
  double lost_share = 0.0;  ///< of issues: blocked and not tried again
  double mean_busy = 0.0;
  double mean_orbit = 0.0;  ///< callers who will try again
};

/// No waiting places; a blocked caller tries again with `redial_probability`, every attempt alike,
/// after an exponential delay. With probability 1 the load must be less than the agents. From the
/// chain of (busy, orbit), the orbit cut off where what lies beyond is below 1e-11 of every
/// measure; throws std::length_error where that is out of reach.
[[nodiscard]] RetrialQueue retrial_queue(double rate_per_s, int agents, double mean_handle_s,
                                         double redial_probability, double mean_redial_delay_s);

/// Steady state of M/M/c with callbacks.
struct CallbackQueue {
  double line_wait_s = 0.0;      ///< mean, of those not called back, zero waits included
  double callback_wait_s = 0.0;  ///< mean, from acceptance to the agent's call; 0 if nobody accepts
  double line_length = 0.0;      ///< mean
  double list_length = 0.0;      ///< mean number who await their callback
  double callback_share = 0.0;   ///< of all callers
};

/// Infinite patience, load < agents. Who finds all agents busy and at least `offer_from` others in
/// line (those on the list do not count) accepts a callback with probability `acceptance` and goes
/// onto a list, which agents serve only while the line is empty; handle times alike. Exact: a chain
/// has the same answers (see the test).
[[nodiscard]] CallbackQueue callback_queue(double rate_per_s, int agents, double mean_handle_s,
                                           int offer_from, double acceptance);

}  // namespace holdline::theory
