// Days that start empty, printed by ContactCenters, Arena and SSJ and re-derived by an independent
// simulation of 20,000 replications; and staffing that follows a load in time, which is exact.
#include <cmath>
#include <utility>

#include "holdline/util/time.hpp"
#include "theory/exact_queues.hpp"
#include "theory/theory_case.hpp"

namespace holdline::theory {
namespace {

constexpr double kMinute_s = 60.0;
constexpr double kOwnReplications = 20'000.0;

Check printed(const char* metric, double expected, double half_width, double detects) {
  return {.metric = metric,
          .expected = expected,
          .detects = detects,
          .reference_error = from_half_width(half_width)};
}

/// Printed without an error, by the simulation of 20,000 replications.
Check printed(const char* metric, double expected, double detects) {
  return {.metric = metric,
          .expected = expected,
          .detects = detects,
          .reference_error = as_of_replications(kOwnReplications)};
}

double wait_s(const ContactRecord& contact) { return to_seconds(contact.wait); }

Case telethon() {
  Case week{
      .file = "days/telethon.yaml",
      .checks = {
          printed("arrivals", 1000.06, .44, .01),
          printed("served", 962.75, .37, .01),
          // Arena tells those who leave at once from those who leave a message at 2 min.
          {.metric = "abandoned before two minutes",
           .expected = 31.94,
           .detects = .04,
           .reference_error = from_half_width(.15),
           .of_contact =
               [](const ContactRecord& contact) {
                 return contact.outcome == ContactOutcome::abandoned &&
                                contact.wait < 2 * holdline::kMinute
                            ? 1.0
                            : 0.0;
               }},
          {.metric = "messages at two minutes",
           .expected = 5.077,
           .detects = .08,
           .reference_error = from_half_width(.043),
           .of_contact =
               [](const ContactRecord& contact) {
                 return contact.outcome == ContactOutcome::abandoned &&
                                contact.wait >= 2 * holdline::kMinute
                            ? 1.0
                            : 0.0;
               }},
          printed("disconnected", .2925, .0099, .3),
          {.metric = "blocked", .expected = 0.0},
          printed("served_within", 949.96, .36, .01),
          printed("asa", .03617 * kMinute_s, .00016 * kMinute_s, .04),
          printed("occupancy", .6409, .01),
          // Handling done after closing included: 963 x 10 min over 5 x 4 h x 12 agents.
          printed("occupancy_scheduled", 962.75 * 10.0 / 14'400.0, .37 * 10.0 / 14'400.0, .01)}};
  return week;
}

Case ssj_day(const char* file, double arrivals_detect, double wait, double wait_half_width,
             double in_time, double lost, double detects) {
  constexpr double kExpectedArrivals = 1660.0;
  const auto share = [&](Check check) {
    check.scale = 1.0 / kExpectedArrivals;
    return check;
  };
  Case day{.file = file, .checks = {}};
  day.checks.push_back(
      {.metric = "arrivals", .expected = kExpectedArrivals, .detects = arrivals_detect});
  day.checks.push_back(share({.metric = "wait of an expected arrival",
                              .expected = wait,
                              .detects = detects,
                              .reference_error = from_half_width(wait_half_width),
                              .of_contact = wait_s}));
  // SSJ's proportions are of the expected arrivals, so that a day's can exceed 1.
  day.checks.push_back(share({.metric = "waited less than 20 s, of expected arrivals",
                              .expected = in_time,
                              .detects = detects,
                              .reference_error = as_of_replications(kOwnReplications),
                              .of_contact = [](const ContactRecord& contact) {
                                return contact.wait < 20 * kSecond ? 1.0 : 0.0;
                              }}));
  day.checks.push_back(share(printed("abandoned", lost, detects)));
  return day;
}

std::vector<Check> single_queue_periods() {
  const double service_levels[] = {78.1, 85.9, 97.5, 93.7, 90.1, 93.0, 97.4,
                                   97.3, 93.5, 97.0, 87.3, 91.8, 94.7};
  std::vector<Check> checks{
      // Printed with 300 replications and the interval [92.2, 92.7].
      {.metric = "service_level",
       .expected = .925,
       .detects = .01,
       .reference_error = from_half_width(.0025)},
      {.metric = "occupancy_scheduled",
       .expected = .558,
       .detects = .025,
       .reference_error = as_of_replications(300)},
  };
  std::uint32_t hour = 8;
  for (const double percent : service_levels) {
    checks.push_back({.metric = "service_level",
                      .expected = percent / 100.0,
                      .detects = .06,
                      .reference_error = as_of_replications(300),
                      .interval = hour++});
  }
  return checks;
}

/// Where service and patience have the same mean, the number in the system is Poisson whatever the
/// staffing: an arrival is delayed with P(N >= s), weighted by the arrival rate over each hour.
std::vector<Check> sine_wave_checks(const Scenario& scenario) {
  const ContactType& type = scenario.world.contact_types[0];
  const Profile& rates = type.arrivals.rate_per_s;
  const Profile& counts = scenario.plans[0].agent_groups[0].agents;
  const double interval_s = to_seconds(rates.interval);
  const PeriodicLoad load(rates.values, interval_s, mean_s(type.talk));
  constexpr int kSteps = 200;
  const std::size_t per_hour = load.size() / 24;
  std::vector<Check> checks;
  double day_delayed = 0.0;
  double day_arrivals = 0.0;
  for (std::uint32_t hour = 0; hour < 24; ++hour) {
    double delayed = 0.0;
    double arrivals = 0.0;
    for (std::size_t i = hour * per_hour; i < (hour + 1) * per_hour; ++i) {
      const int agents = static_cast<int>(std::lround(counts.values[i]));
      for (int step = 0; step < kSteps; ++step) {
        const double number = load.at(i, (step + 0.5) / kSteps * interval_s);
        delayed += rates.values[i] * poisson_at_least(number, agents) / kSteps;
      }
      arrivals += rates.values[i];
    }
    checks.push_back({.metric = "delayed_share",
                      .expected = delayed / arrivals,
                      .detects = .12,
                      .interval = hour});
    day_delayed += delayed;
    day_arrivals += arrivals;
  }
  checks.insert(
      checks.begin(),
      {.metric = "delayed_share", .expected = day_delayed / day_arrivals, .detects = .05});
  return checks;
}

}  // namespace

std::vector<Case> day_cases() {
  std::vector<Case> cases;
  cases.push_back({.file = "days/mmc.yaml",
                   .checks = {printed("served_within", 1814.50, .83, .01),
                              printed("service_level", .90010, .00046, .01),
                              printed("asa", .10100 * kMinute_s, .00063 * kMinute_s, .05),
                              printed("occupancy", .69693, .00031, .01)}});
  cases.push_back(
      {.file = "days/mmc_abandonment.yaml",
       .checks = {printed("abandoned", 59.41, .21, .03), printed("served_within", 1906.50, .01),
                  printed("service_level_answered", .97440, .01),
                  printed("service_level", .96813, .01), printed("asa", .02389 * kMinute_s, .03),
                  printed("occupancy", .67666, .01)}});
  cases.push_back(
      {.file = "days/mmc_blocked.yaml",
       .checks = {printed("blocked", 18.795, .134, .05), printed("served_within", 1853.79, .01),
                  printed("service_level_answered", .92846, .01),
                  printed("service_level_all_offered", .92846, .01),
                  printed("service_level_with_abandoned", .91980, .01),
                  printed("asa", .06039 * kMinute_s, .03), printed("occupancy", .69035, .01)}});
  // After 8 hours, 77 relaxation times, the queue is in its steady state: cleared are
  // lambda x W = 4.2 x .102160 contacts on average.
  cases.push_back({.file = "days/mmc_cleared_queue.yaml",
                   .checks = {{.metric = "disconnected",
                               .expected = 8.4 * erlang_c(8.4, 12) / (12 - 8.4),
                               .detects = .4}}});
  cases.push_back(telethon());
  cases.push_back(
      ssj_day("days/ssj_call_center_busyness_400.yaml", .01, 4.7298, .0279, .92471, .01989, .05));
  cases.push_back(
      ssj_day("days/ssj_call_center_busyness_10.yaml", .03, 12.22, .41, .85463, .03589, .3));
  cases.push_back({.file = "days/single_queue_20s.yaml", .checks = single_queue_periods()});
  cases.push_back({.file = "days/single_queue_30s.yaml",
                   .checks = {{.metric = "service_level",
                               .expected = .944,
                               .detects = .01,
                               .reference_error = as_of_replications(300)}}});
  return cases;
}

std::vector<Case> time_varying_cases() {
  return {{.file = "time_varying/sine_wave.yaml", .checks = {}, .derive = sine_wave_checks}};
}

}  // namespace holdline::theory
