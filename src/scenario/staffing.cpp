// Rates and agents on the clock, for the plausibility warnings.
#include "scenario/staffing.hpp"

#include <algorithm>
#include <limits>

namespace holdline {
namespace {

/// Recorded arrivals have no rate: theirs is the number of each half-hour.
constexpr Duration kRecordedSlot = 30 * kMinute;

/// Time since Monday's midnight of the week of `time`.
Duration since_monday(const Calendar& calendar, Duration time) {
  return (time + static_cast<std::int64_t>(calendar.first_day) * kDay) % kWeek;
}

/// Adds the instants of [begin, end) at which a profile changes.
void add_changes(const Profile& profile, const Calendar& calendar, Duration begin, Duration end,
                 std::vector<Duration>& out) {
  if (profile.span == ProfileSpan::constant) return;
  const Duration span_begin = profile.span == ProfileSpan::day ? begin
                              : profile.span == ProfileSpan::week
                                  ? begin - since_monday(calendar, begin)
                                  : Duration{0};
  Duration at = span_begin + profile.offset;
  if (at < begin) at += (begin - at) / profile.interval * profile.interval;
  const auto count = static_cast<std::int64_t>(profile.values.size());
  const Duration last = span_begin + profile.offset + count * profile.interval;
  for (; at <= last && at < end; at += profile.interval) {
    if (at > begin) out.push_back(at);
  }
}

/// Moves load along one augmenting path of the residual network; false if there is none.
class Flow {
 public:
  Flow(std::vector<double>& loads, std::vector<double>& capacities,
       const std::vector<std::vector<std::size_t>>& serves, std::size_t& steps)
      : loads_(loads),
        capacities_(capacities),
        serves_(serves),
        used_(loads.size()),
        steps_(steps) {
    for (std::size_t type = 0; type < loads.size(); ++type) {
      used_[type].assign(serves[type].size(), 0.0);
    }
  }

  /// Sends what it can from `type`; the amount sent.
  double send(std::size_t type) {
    double total = 0.0;
    while (loads_[type] > kTiny && steps_ > 0) {
      seen_.assign(capacities_.size(), false);
      const double sent = push(type, loads_[type]);
      if (sent <= kTiny) break;
      loads_[type] -= sent;
      total += sent;
    }
    return total;
  }

 private:
  static constexpr double kTiny = 1e-12;  // [erlang]

  bool take_step() {
    if (steps_ > 0) --steps_;
    return steps_ > 0;
  }

  double push(std::size_t type, double amount) {
    for (std::size_t edge = 0; edge < serves_[type].size(); ++edge) {
      if (!take_step()) return 0.0;
      const std::size_t group = serves_[type][edge];
      if (seen_[group]) continue;
      seen_[group] = true;
      double sent = std::min(amount, capacities_[group]);
      if (sent > kTiny) {
        capacities_[group] -= sent;
      } else {
        sent = displace(group, type, amount);
      }
      if (sent <= kTiny) continue;
      used_[type][edge] += sent;
      return sent;
    }
    return 0.0;
  }

  /// Makes room in a full group by moving other types' load elsewhere; the room made.
  double displace(std::size_t group, std::size_t for_type, double amount) {
    for (std::size_t type = 0; type < serves_.size(); ++type) {
      if (type == for_type) continue;
      for (std::size_t edge = 0; edge < serves_[type].size(); ++edge) {
        if (!take_step()) return 0.0;
        if (serves_[type][edge] != group || used_[type][edge] <= kTiny) continue;
        const double moved = push(type, std::min(amount, used_[type][edge]));
        if (moved <= kTiny) continue;
        used_[type][edge] -= moved;
        return moved;
      }
    }
    return 0.0;
  }

  std::vector<double>& loads_;
  std::vector<double>& capacities_;
  const std::vector<std::vector<std::size_t>>& serves_;
  std::vector<std::vector<double>> used_;
  std::vector<bool> seen_;
  std::size_t& steps_;
};

double recorded_rate_at(const std::vector<Duration>& times, Duration time) {
  const Duration begin = time - time % kRecordedSlot;
  const auto first = std::lower_bound(times.begin(), times.end(), begin);
  const auto last = std::lower_bound(first, times.end(), begin + kRecordedSlot);
  return static_cast<double>(last - first) / to_seconds(kRecordedSlot);
}

}  // namespace

double value_at(const Profile& profile, const Calendar& calendar, Duration time) {
  if (profile.values.empty()) return 0.0;
  if (profile.span == ProfileSpan::constant) return profile.values[0];
  const Duration in_span = profile.span == ProfileSpan::day    ? time % kDay
                           : profile.span == ProfileSpan::week ? since_monday(calendar, time)
                                                               : time;
  if (in_span < profile.offset) return 0.0;
  const auto index = static_cast<std::size_t>((in_span - profile.offset) / profile.interval);
  return index < profile.values.size() ? profile.values[index] : 0.0;
}

bool is_open_round_the_clock(const Calendar& calendar) {
  return std::all_of(calendar.open.begin(), calendar.open.end(), [](const auto& window) {
    return window && window->begin == Duration{0} && window->end == kDay;
  });
}

bool is_worked(const Calendar& calendar, std::uint32_t day) {
  if (calendar.opening(day)) return true;
  const auto before = day > 0 ? calendar.opening(day - 1) : std::nullopt;
  return before && before->end > static_cast<std::int64_t>(day) * kDay;
}

double agents_at(const AgentGroup& group, const Calendar& calendar, Duration time) {
  double agents = 0.0;
  for_each_shift(group, calendar, time, [&agents](const Shift& shift, Duration since) {
    if (since >= shift.hours.begin && since < shift.hours.end) agents += shift.agents;
  });
  const auto day = static_cast<std::uint32_t>(time / kDay);
  if (group.agents.values.empty()) return agents;
  if (group.follows_opening_hours) {
    const auto opening = calendar.opening(day);
    if (!opening || time < opening->begin || time >= opening->end) return agents;
  } else if (!is_worked(calendar, day)) {
    return agents;
  }
  return agents + value_at(group.agents, calendar, time);
}

std::vector<Stretch> stretches(const World& world, const Plan& plan, std::uint32_t days) {
  const Calendar& calendar = world.calendar;
  std::vector<Stretch> out;
  std::vector<Duration> changes;
  for (std::uint32_t day = 0; day < std::min(days, calendar.days); ++day) {
    const Duration begin = static_cast<std::int64_t>(day) * kDay;
    const Duration end = begin + kDay;
    changes = {begin, end};
    const auto opening = calendar.opening(day);
    const bool is_holiday =
        std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), day);
    if (opening) changes.insert(changes.end(), {opening->begin, opening->end});
    for (const ContactType& type : world.contact_types) {
      add_changes(type.arrivals.rate_per_s, calendar, begin, end, changes);
      if (type.arrivals.kind != ArrivalKind::recorded) continue;
      for (Duration edge = begin; edge < end; edge += kRecordedSlot) changes.push_back(edge);
    }
    for (const IssueType& type : world.issue_types) {
      add_changes(type.arrivals.rate_per_s, calendar, begin, end, changes);
    }
    for (const AgentGroup& group : plan.agent_groups) {
      add_changes(group.agents, calendar, begin, end, changes);
      for (const Shift& shift : group.shifts) {
        for (const Duration edge : {shift.hours.begin, shift.hours.end}) {
          changes.push_back(begin + edge % kDay);
        }
      }
    }
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
    // Very fine profiles are looked at for a day only: this is a look, not a run.
    if (day > 0 && out.size() + changes.size() > 10'000) break;
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
      const bool is_open = opening && changes[i] >= opening->begin && changes[i] < opening->end;
      out.push_back({changes[i], changes[i + 1], is_open, !opening, is_holiday});
    }
  }
  return out;
}

double arrival_rate_at(const ArrivalProcess& arrivals, const Calendar& calendar, Duration time) {
  switch (arrivals.kind) {
    case ArrivalKind::poisson:
    case ArrivalKind::bursty:
      return value_at(arrivals.rate_per_s, calendar, time);
    case ArrivalKind::batch:
      return value_at(arrivals.rate_per_s, calendar, time) * arrivals.batch_mean;
    case ArrivalKind::fixed_interval:
      return 1.0 / to_seconds(arrivals.gap);
    case ArrivalKind::renewal:
      return 1.0 / mean_s(arrivals.gap_distribution);
    case ArrivalKind::recorded:
      return recorded_rate_at(arrivals.recorded, time);
  }
  return 0.0;
}

double mean_handle_s(const ContactType& type) {
  double mean = mean_s(type.talk);
  if (type.hold) mean += type.hold_probability * mean_s(*type.hold);
  if (type.wrap_up) mean += mean_s(*type.wrap_up);
  return mean;
}

double best_proficiency(const Plan& plan, ContactTypeId type) {
  double best = 1.0;
  for (const AgentGroup& group : plan.agent_groups) {
    for (const Skill& skill : group.skills) {
      if (skill.type == type) best = std::max(best, skill.proficiency);
    }
  }
  return best;
}

std::vector<std::vector<std::size_t>> groups_by_type(const Plan& plan) {
  std::vector<std::vector<std::size_t>> serves(plan.routing.preferences.size());
  for (std::size_t type = 0; type < serves.size(); ++type) {
    for (const GroupPreference& preference : plan.routing.preferences[type]) {
      serves[type].push_back(preference.group.index());
    }
  }
  return serves;
}

std::optional<double> servable_load(std::vector<double> loads, std::vector<double> capacities,
                                    const std::vector<std::vector<std::size_t>>& serves,
                                    std::size_t& steps) {
  Flow flow(loads, capacities, serves, steps);
  double total = 0.0;
  for (std::size_t type = 0; type < loads.size(); ++type) total += flow.send(type);
  if (steps == 0) return std::nullopt;
  return total;
}

}  // namespace holdline
