// Shifts hour by hour: half-hours in which the contacts who will not wait outgrow the agents who
// are not at lunch. A week's average does not show them.
#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/first_contacts.hpp"
#include "scenario/plausibility.hpp"
#include "scenario/staffing.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr Duration kLook = 30 * kMinute;
constexpr Duration kStep = 5 * kMinute;  ///< breaks are seldom finer
constexpr double kMostLoad = 2.25;       ///< for each agent; many a plan means to live with twice
constexpr double kToldByTheWeek = 2.0;   ///< for each agent on average: told as such
constexpr double kLeastExcess = 1.0;     ///< [erlang]
constexpr std::size_t kMostShiftLooks = 50'000'000;

/// Agents of a shift who are at a meal or on another long break at a time of its day.
double away_at(const Shift& shift, Duration since_midnight) {
  std::uint32_t away = 0;
  for (const ScheduledBreak& due : shift.breaks) {
    if (due.length < kLook) continue;  // most callers outlast a coffee
    for (std::uint32_t wave = 0; wave < std::min(due.waves, shift.agents); ++wave) {
      const Duration begin = due.at + static_cast<std::int64_t>(wave) * due.stagger;
      if (since_midnight < begin || since_midnight >= begin + due.length) continue;
      away += shift.agents / due.waves + (wave < shift.agents % due.waves ? 1 : 0);
    }
  }
  return std::min(away, shift.agents);
}

/// Agents of a group who are on a long scheduled break at an instant of the horizon.
double away_at(const AgentGroup& group, const Calendar& calendar, Duration time) {
  double away = 0.0;
  for_each_shift(group, calendar, time,
                 [&away](const Shift& shift, Duration since) { away += away_at(shift, since); });
  return away;
}

/// What comes and who is there in a half-hour.
struct HalfHour {
  Duration begin{};
  std::vector<double> loads;     ///< by contact type, at the speed of the best agents [erlang]
  std::vector<double> rostered;  ///< by group: on shift
  std::vector<double> present;   ///< by group: of those, not on a long break
  double offered = 0.0;          ///< by all types, at the speed of proficiency 1 [erlang]

  [[nodiscard]] bool is_like(const HalfHour& other) const {
    return loads == other.loads && rostered == other.rostered && present == other.present;
  }
};

double sum(const std::vector<double>& values) {
  double all = 0.0;
  for (const double value : values) all += value;
  return all;
}

bool is_overrun(double load, double servable) {
  return load > kMostLoad * servable && load - servable >= kLeastExcess;
}

/// Persons, or fewer where some were there for a part of the half-hour.
std::string agents_text(double agents) {
  const std::string number = rounded(agents);
  return number + (number == "1" ? " agent" : " agents");
}

/// The half-hours of a plan's first week.
class PlanWeek {
 public:
  PlanWeek(const World& world, const Plan& plan, const FirstContacts& contacts)
      : world_(world),
        plan_(plan),
        contacts_(contacts.to_people(plan)),
        serves_(groups_by_type(plan)),
        days_(std::min(world.calendar.days, 7u)) {
    for (std::size_t type = 0; type < world.contact_types.size(); ++type) {
      const ContactType& contact_type = world.contact_types[type];
      const bool waits_long = mean_s(contact_type.patience) > kWaitsLong_s;
      handle_s_.push_back(waits_long ? 0.0 : mean_handle_s(contact_type));
      best_.push_back(best_proficiency(plan, ContactTypeId{type}));
    }
  }

  /// nullopt: nothing to say, or no time to find out.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> finding(std::size_t& steps) {
    if (!may_afford(steps) || !look(steps) || worst_excess_ <= 0.0) return std::nullopt;
    if (load_ > kToldByTheWeek * rostered_) return std::nullopt;
    return std::pair{message(), is_break_ ? "let breaks begin in waves (stagger, waves), or at "
                                            "other times"
                                          : "are the shifts where the contacts are?"};
  }

 private:
  [[nodiscard]] std::size_t look_count() const {
    return static_cast<std::size_t>(days_ * (kDay / kLook));
  }

  [[nodiscard]] bool may_afford(std::size_t& steps) const {
    std::size_t parts = contacts_.cost() + plan_.agent_groups.size();
    for (const AgentGroup& group : plan_.agent_groups) {
      for (const Shift& shift : group.shifts) {
        parts += 1;
        for (const ScheduledBreak& due : shift.breaks) parts += due.waves;
      }
    }
    std::size_t cost = parts * static_cast<std::size_t>(kLook / kStep);
    for (const auto& groups : serves_) cost += groups.size();
    cost *= look_count();
    if (cost > steps) return false;
    steps -= cost;
    return true;
  }

  [[nodiscard]] HalfHour look_at(Duration begin) const {
    const double steps = static_cast<double>(kLook / kStep);
    HalfHour found{.begin = begin,
                   .loads = std::vector<double>(handle_s_.size(), 0.0),
                   .rostered = std::vector<double>(plan_.agent_groups.size(), 0.0),
                   .present = {}};
    found.present = found.rostered;
    for (Duration at = begin; at < begin + kLook; at += kStep) {
      const auto opening = world_.calendar.opening(static_cast<std::uint32_t>(at / kDay));
      const bool is_open = opening && at >= opening->begin && at < opening->end;
      for (std::size_t type = 0; is_open && type < handle_s_.size(); ++type) {
        if (handle_s_[type] <= 0.0) continue;
        const FirstContactRate rate = contacts_.at(type, at);
        const double offered = rate.per_s * rate.handle_factor * handle_s_[type] / steps;
        found.offered += offered;
        found.loads[type] += offered / best_[type];
      }
      for (std::size_t i = 0; i < plan_.agent_groups.size(); ++i) {
        const AgentGroup& group = plan_.agent_groups[i];
        const double rostered = agents_at(group, world_.calendar, at);
        found.rostered[i] += rostered / steps;
        found.present[i] += (rostered - away_at(group, world_.calendar, at)) / steps;
      }
    }
    return found;
  }

  /// What can be served without moving anything about: at most what servable_load() finds.
  [[nodiscard]] double surely_servable(const HalfHour& here) const {
    std::vector<double> free = here.present;
    double served = 0.0;
    for (std::size_t type = 0; type < here.loads.size(); ++type) {
      double load = here.loads[type];
      for (const std::size_t group : serves_[type]) {
        const double taken = std::min(load, free[group]);
        free[group] -= taken;
        load -= taken;
        served += taken;
      }
    }
    return served;
  }

  /// Finds the worst half-hour and counts those like it; false if it takes too long.
  bool look(std::size_t& steps) {
    HalfHour last;
    double last_servable = 0.0;
    for (std::size_t i = 0; i < look_count(); ++i) {
      HalfHour here = look_at(static_cast<std::int64_t>(i) * kLook);
      const double load = sum(here.loads);
      load_ += load;
      rostered_ += sum(here.rostered);
      if (sum(here.rostered) <= 0.0 || !is_overrun(load, surely_servable(here))) continue;
      if (!here.is_like(last)) {
        const auto found = servable_load(here.loads, here.present, serves_, steps);
        if (!found) return false;
        last_servable = *found;
      }
      if (is_overrun(load, last_servable)) {
        ++count_;
        if (load - last_servable > worst_excess_) {
          worst_excess_ = load - last_servable;
          worst_servable_ = last_servable;
          worst_ = here;
        }
      }
      last = std::move(here);
    }
    if (count_ == 0) return true;
    const auto without_breaks = servable_load(worst_.loads, worst_.rostered, serves_, steps);
    is_break_ = without_breaks && !is_overrun(sum(worst_.loads), *without_breaks);
    return without_breaks.has_value();
  }

  /// Agents of the groups that serve anything of what comes in the worst half-hour.
  [[nodiscard]] double able(const std::vector<double>& agents) const {
    std::vector<bool> is_able(agents.size(), false);
    for (std::size_t type = 0; type < serves_.size(); ++type) {
      if (worst_.loads[type] <= 0.0) continue;
      for (const std::size_t group : serves_[type]) is_able[group] = true;
    }
    double all = 0.0;
    for (std::size_t group = 0; group < agents.size(); ++group) {
      if (is_able[group]) all += agents[group];
    }
    return all;
  }

  [[nodiscard]] std::string message() const {
    const double load = sum(worst_.loads);
    const double rostered = able(worst_.rostered);
    const double present = able(worst_.present);
    std::string text = fmt::format(
        "in the half-hour from {} on day {} the contacts bring {} erlang",
        clock_text(worst_.begin % kDay), worst_.begin / kDay + 1, rounded(worst_.offered));
    if (worst_.offered - load >= 0.05) {
      text += fmt::format(", {} at the speed of the most proficient,", rounded(load));
    }
    text += fmt::format(" to {}", agents_text(present));
    if (rostered - present >= 0.05) {
      text += fmt::format(", for {} of {} are at a meal or on another long break",
                          rounded(rostered - present), rounded(rostered));
    }
    if (present - worst_servable_ >= 0.05) {
      text += fmt::format("; with the skills they have they can take {} erlang",
                          rounded(worst_servable_));
    }
    if (count_ == 1) return text;
    return text + fmt::format("; of {} such half-hours {} it is the worst", count_, span_text());
  }

  [[nodiscard]] std::string span_text() const {
    if (days_ == 1) return "that day";
    return days_ == 7 ? "in the first week" : fmt::format("in the {} days", days_);
  }

  const World& world_;
  const Plan& plan_;
  FirstContacts contacts_;
  std::vector<std::vector<std::size_t>> serves_;
  std::uint32_t days_;
  std::vector<double> handle_s_;  ///< by contact type, 0 for those who wait long
  std::vector<double> best_;      ///< proficiency, by contact type

  double load_ = 0.0;      ///< of all half-hours
  double rostered_ = 0.0;  ///< the same
  std::size_t count_ = 0;  ///< overrun half-hours
  HalfHour worst_;
  double worst_excess_ = 0.0;    ///< load that cannot be served [erlang]
  double worst_servable_ = 0.0;  ///< [erlang]
  bool is_break_ = false;        ///< without breaks it would be served
};

}  // namespace

void check_shifts(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  const FirstContacts contacts(scenario.world);
  std::size_t steps = kMostShiftLooks;
  for (std::size_t i = 0; i < scenario.plans.size(); ++i) {
    const Plan& plan = scenario.plans[i];
    const bool has_shifts =
        std::any_of(plan.agent_groups.begin(), plan.agent_groups.end(),
                    [](const AgentGroup& group) { return !group.shifts.empty(); });
    if (!has_shifts) continue;
    const auto found = PlanWeek(scenario.world, plan, contacts).finding(steps);
    if (!found) continue;
    const PlanSource& source = context.plan_sources[i];
    sheet.report(Severity::warning, or_else(source.agent_groups, source.plan), source.path,
                 found->first, found->second);
  }
}

}  // namespace holdline
