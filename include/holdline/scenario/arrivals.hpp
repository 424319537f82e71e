// How contacts (or issues) arrive over time.
#pragma once

#include <cstdint>
#include <vector>

#include "holdline/kernel/distribution.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// How a profile's values lie on the calendar.
enum class ProfileSpan : std::uint8_t {
  constant,  ///< one value
  day,       ///< repeats each day, from midnight + offset
  week,      ///< repeats each week, from Monday's midnight + offset
  horizon,   ///< once, from the start of the horizon + offset
};

/// A step function of time: values[i] holds for the i-th interval. Outside: nothing (0).
struct Profile {
  ProfileSpan span = ProfileSpan::constant;
  Duration offset{};
  Duration interval = kDay;
  std::vector<double> values;
};

enum class ArrivalKind : std::uint8_t { poisson, fixed_interval, batch, bursty, renewal, recorded };

/// How contacts of a type arrive, during opening hours only.
struct ArrivalProcess {
  ArrivalKind kind = ArrivalKind::poisson;
  Profile rate_per_s;          ///< poisson, batch (of batches), bursty (state 1): rates [1/s]
  Profile handle_time_factor;  ///< multiplies handle times by interval of arrival [1]; empty: 1
  bool has_busyness = true;    ///< whether the day-level factor applies (poisson, batch, bursty)
  Duration gap{};  ///< fixed_interval: one arrival each gap, the first a gap after opening
  Distribution gap_distribution;  ///< renewal: gaps from each opening
  double batch_mean = 1.0;    ///< batch: sizes are 1 + geometric with this mean (>= 1) [contacts]
  double burst_factor = 1.0;  ///< bursty: rate in the busy state = factor x profile, >= 1 [1]
  Duration burst_mean{};      ///< bursty: mean time in the busy state (exponential)
  Duration calm_mean{};       ///< bursty: mean time in the calm state (exponential); the calm rate
                              ///< is such that the long-run rate is the profile (checked >= 0)
  std::vector<Duration>
      recorded;  ///< recorded: arrival times from the start of the horizon, sorted
};

}  // namespace holdline
