// Rates and agents on the clock, as the calendar, profiles and shifts say: what the plausibility
// warnings compare. Not on the simulation's path; breaks and absence are left out.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// The value of a profile at an instant of the horizon; 0 outside its intervals.
[[nodiscard]] double value_at(const Profile& profile, const Calendar& calendar, Duration time);

/// Whether it is open round the clock on every day of the week, as without `open`.
[[nodiscard]] bool is_open_round_the_clock(const Calendar& calendar);

/// Whether anybody is rostered on a day: nobody is where the centre neither opens nor is still open
/// from the day before.
[[nodiscard]] bool is_worked(const Calendar& calendar, std::uint32_t day);

/// Calls visit(shift, since) for the shifts of a group that may last at an instant of the horizon:
/// those of its day and of the day before, `since` the midnight of theirs.
template <class Visit>
void for_each_shift(const AgentGroup& group, const Calendar& calendar, Duration time,
                    const Visit& visit) {
  const auto day = static_cast<std::uint32_t>(time / kDay);
  for (std::uint32_t back = 0; !group.shifts.empty() && back <= 1 && back <= day; ++back) {
    const std::uint32_t begin_day = day - back;
    if (!is_worked(calendar, begin_day)) continue;
    const auto weekday = static_cast<std::size_t>(calendar.weekday(begin_day));
    for (const Shift& shift : group.shifts) {
      if (shift.days[weekday]) visit(shift, time - static_cast<std::int64_t>(begin_day) * kDay);
    }
  }
}

/// Agents of a group on shift at an instant of the horizon.
[[nodiscard]] double agents_at(const AgentGroup& group, const Calendar& calendar, Duration time);

/// A stretch of a day in which no rate and no number of agents changes.
struct Stretch {
  Duration begin{};
  Duration end{};
  bool is_open = false;
  bool is_closed_day = false;  ///< the whole day is closed, by weekday or holiday
  bool is_holiday = false;
};

/// Whether volume in a closed stretch is no slip: a day's profile repeated over closed days is how
/// people write it, and holidays are meant.
[[nodiscard]] inline bool is_meant_closed(const Stretch& stretch, const ArrivalProcess& arrivals) {
  return stretch.is_holiday ||
         (stretch.is_closed_day && arrivals.rate_per_s.span == ProfileSpan::day);
}

/// The stretches of the first days of the horizon (at most `days`), in order.
[[nodiscard]] std::vector<Stretch> stretches(const World& world, const Plan& plan,
                                             std::uint32_t days);

/// Long-run rate of a process at an instant, while open [1/s].
[[nodiscard]] double arrival_rate_at(const ArrivalProcess& arrivals, const Calendar& calendar,
                                     Duration time);

/// Mean of talk, hold and wrap-up together [s]; +infinity where it is infinite.
[[nodiscard]] double mean_handle_s(const ContactType& type);

/// How long contacts of a type must wait before any agent group may take them, by the plan's
/// preferences and its routing policies; kForever: never. `type` has at least one preference.
[[nodiscard]] Duration earliest_service(const Plan& plan, std::size_t type,
                                        std::size_t contact_type_count);

/// The longest value there can be [s]; +infinity where there is no longest.
[[nodiscard]] double longest_s(const Distribution& distribution);

/// The best proficiency with a contact type among a plan's groups, at least 1.
[[nodiscard]] double best_proficiency(const Plan& plan, ContactTypeId type);

/// By contact type the agent groups that may serve it.
[[nodiscard]] std::vector<std::vector<std::size_t>> groups_by_type(const Plan& plan);

/// How much of the load of several contact types the agent groups that serve them can take, each
/// load and each capacity used once (a maximum flow). `serves[type]` lists groups. nullopt when it
/// would take more than `steps`, which it takes off.
[[nodiscard]] std::optional<double> servable_load(
    std::vector<double> loads, std::vector<double> capacities,
    const std::vector<std::vector<std::size_t>>& serves, std::size_t& steps);

}  // namespace holdline
