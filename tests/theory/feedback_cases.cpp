// Feedback: callers who hang up and call again, issues that come back, a retrial queue, a callback
// queue. The first two are exact at a fixed point of Poisson streams, which delays of a day reach
// within the sampling error (validation by an independent simulation); the others are Markov
// chains.
#include <fmt/format.h>

#include "theory/exact_feedback.hpp"
#include "theory/theory_case.hpp"

namespace holdline::theory {
namespace {

constexpr double kMinute_s = 60.0;

/// Issues raised late in the run are still open at its end: of those given up after a delay of a
/// day some one in a hundred is missing, well below what the check can detect.
Check given_up(double rate_per_s, double days, double lost_share, double detects) {
  return {.metric = "issues_given_up",
          .expected = rate_per_s * days * 86400.0 * lost_share,
          .detects = detects};
}

std::vector<Check> feedback_checks(const FixedPoint& queue, double rate_per_s, double days) {
  return {
      {.metric = "arrivals", .expected = queue.attempts_per_s * days * 86400.0, .detects = .01},
      {.metric = "abandonment_share", .expected = queue.abandonment_share, .detects = .08},
      {.metric = "asa", .expected = queue.asa_s, .detects = .08},
      {.metric = "occupancy", .expected = queue.occupancy, .detects = .01},
      {.metric = "service_level_all_offered", .expected = queue.served_within, .detects = .04},
      given_up(rate_per_s, days, queue.lost_share, .1),
  };
}

}  // namespace

std::vector<Case> feedback_cases() {
  std::vector<Case> cases;
  for (const int percent : {30, 60, 90}) {
    cases.push_back({.file = fmt::format("feedback/redial_{}.yaml", percent),
                     .checks = feedback_checks(redial_fixed_point(48 / kMinute_s, 50, kMinute_s,
                                                                  2 * kMinute_s, percent / 100.0),
                                               48 / kMinute_s, 40)});
  }
  for (const int percent : {10, 20, 30}) {
    cases.push_back(
        {.file = fmt::format("feedback/recontact_{}.yaml", percent),
         .checks = feedback_checks(recontact_fixed_point(10 / kMinute_s, 58, 5 * kMinute_s,
                                                         3 * kMinute_s, percent / 100.0),
                                   10 / kMinute_s, 160)});
  }
  const RetrialQueue retrials = retrial_queue(16 / kMinute_s, 20, kMinute_s, .8, 2 * kMinute_s);
  cases.push_back(
      {.file = "feedback/retrial_queue.yaml",
       .checks = {{.metric = "blocked_share", .expected = retrials.blocked_share, .detects = .04},
                  {.metric = "arrivals",
                   .expected = retrials.attempts_per_s * 79 * 86400.0,
                   .detects = .01},
                  {.metric = "carried_load", .expected = retrials.mean_busy, .detects = .01},
                  given_up(16 / kMinute_s, 79, retrials.lost_share, .08)}});
  for (const int length : {0, 3}) {
    const CallbackQueue queue = callback_queue(11 / kMinute_s, 12, kMinute_s, length, .5);
    cases.push_back(
        {.file = fmt::format("feedback/callback_from_{}.yaml", length),
         .checks = {
             {.metric = "asa", .expected = queue.line_wait_s, .detects = .03},
             {.metric = "mean_callback_delay", .expected = queue.callback_wait_s, .detects = .08},
             {.metric = "callback_promised_share",
              .expected = queue.callback_share,
              .detects = .03}}});
  }
  return cases;
}

}  // namespace holdline::theory
