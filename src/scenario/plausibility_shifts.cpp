// Shifts hour by hour: half-hours in which the contacts who will not wait outgrow the agents who
// are not at lunch, and agents paid while it is closed. A week's average shows neither.
#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/csv_cells.hpp"
#include "scenario/first_contacts.hpp"
#include "scenario/plausibility.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

constexpr Duration kLook = 30 * kMinute;
constexpr Duration kStep = 5 * kMinute;  ///< breaks are seldom finer
constexpr double kWaitsLong_s = 1800.0;  ///< who waits longer is served in quieter hours
constexpr double kMostLoad = 2.25;       ///< for each agent; many a plan means to live with twice
constexpr double kToldByTheWeek = 2.0;   ///< for each agent on average: told as such
constexpr double kLeastExcess = 1.0;     ///< [erlang]
constexpr Duration kClearingUp = kHour;  ///< after closing, for those who still wait
constexpr Duration kMostClosed = kHour;  ///< a day, beyond that
constexpr std::size_t kMostShiftLooks = 50'000'000;

/// Agents of a shift who are at a meal or on another long break at a time of its day.
double away_at(const Shift& shift, Duration since_midnight) {
  std::uint32_t away = 0;
  for (const ScheduledBreak& due : shift.breaks) {
    if (due.length < kLook) continue;  // most callers outlast a coffee
    const std::uint32_t waves = std::max(1u, due.waves);
    for (std::uint32_t wave = 0; wave < std::min(waves, shift.agents); ++wave) {
      const Duration begin = due.at + static_cast<std::int64_t>(wave) * due.stagger;
      if (since_midnight < begin || since_midnight >= begin + due.length) continue;
      away += shift.agents / waves + (wave < shift.agents % waves ? 1 : 0);
    }
  }
  return std::min(away, shift.agents);
}

/// Agents of a group who are on a long scheduled break at an instant of the horizon.
double away_at(const AgentGroup& group, const Calendar& calendar, Duration time) {
  const auto day = static_cast<std::uint32_t>(time / kDay);
  double away = 0.0;
  for (std::uint32_t back = 0; back <= 1 && back <= day; ++back) {
    const std::uint32_t begin_day = day - back;
    if (!is_worked(calendar, begin_day)) continue;
    const auto weekday = static_cast<std::size_t>(calendar.weekday(begin_day));
    for (const Shift& shift : group.shifts) {
      if (!shift.days[weekday]) continue;
      away += away_at(shift, time - static_cast<std::int64_t>(begin_day) * kDay);
    }
  }
  return away;
}

/// A half-hour of a plan.
struct HalfHour {
  Duration begin{};
  double load = 0.0;      ///< of those who do not wait long [erlang]
  double rostered = 0.0;  ///< agents on shift
  double present = 0.0;   ///< of those, not on a long break
  double servable = 0.0;  ///< of the load, by agents who have the skills and are present [erlang]

  [[nodiscard]] double excess() const { return load - servable; }
  [[nodiscard]] bool is_overrun() const {
    return rostered > 0.0 && load > kMostLoad * servable && excess() >= kLeastExcess;
  }
};

class ShiftCheck {
 public:
  ShiftCheck(const Scenario& scenario, const LoadContext& context, Sheet& sheet)
      : world_(scenario.world),
        contacts_(scenario.world),
        scenario_(scenario),
        context_(context),
        sheet_(sheet) {}

  void check() {
    for (std::size_t i = 0; i < scenario_.plans.size(); ++i) {
      const Plan& plan = scenario_.plans[i];
      const bool has_shifts =
          std::any_of(plan.agent_groups.begin(), plan.agent_groups.end(),
                      [](const AgentGroup& group) { return !group.shifts.empty(); });
      if (!has_shifts) continue;
      check_half_hours(plan, context_.plan_sources[i]);
      check_closed_hours(plan, context_.plan_sources[i]);
    }
  }

 private:
  [[nodiscard]] HalfHour look_at(const Plan& plan, Duration begin,
                                 const std::vector<std::vector<std::size_t>>& serves) const {
    HalfHour found{.begin = begin};
    const double steps = static_cast<double>(kLook / kStep);
    std::vector<double> loads(world_.contact_types.size(), 0.0);
    std::vector<double> present(plan.agent_groups.size(), 0.0);
    for (Duration at = begin; at < begin + kLook; at += kStep) {
      const auto opening = world_.calendar.opening(static_cast<std::uint32_t>(at / kDay));
      const bool is_open = opening && at >= opening->begin && at < opening->end;
      for (std::size_t type = 0; is_open && type < loads.size(); ++type) {
        const ContactType& contact_type = world_.contact_types[type];
        if (mean_s(contact_type.patience) > kWaitsLong_s) continue;
        const FirstContactRate rate = contacts_.at(type, at);
        loads[type] += rate.per_s * rate.handle_factor * mean_handle_s(contact_type) / steps;
      }
      for (std::size_t i = 0; i < present.size(); ++i) {
        const AgentGroup& group = plan.agent_groups[i];
        const double rostered = agents_at(group, world_.calendar, at);
        found.rostered += rostered / steps;
        present[i] += (rostered - away_at(group, world_.calendar, at)) / steps;
      }
    }
    for (const double load : loads) found.load += load;
    for (const double agents : present) found.present += agents;
    found.servable = servable_load(std::move(loads), std::move(present), serves);
    return found;
  }

  [[nodiscard]] bool may_afford_shifts(const Plan& plan, std::size_t looks) {
    std::size_t parts = contacts_.cost() + plan.agent_groups.size();
    for (const AgentGroup& group : plan.agent_groups) {
      for (const Shift& shift : group.shifts) {
        parts += 1;
        for (const ScheduledBreak& due : shift.breaks) parts += due.waves;
      }
    }
    const std::size_t cost =
        parts * looks * static_cast<std::size_t>(kLook / kStep) + parts * parts;
    if (cost > looks_left_) return false;
    looks_left_ -= cost;
    return true;
  }

  void check_half_hours(const Plan& plan, const PlanSource& source) {
    const std::uint32_t days = std::min(world_.calendar.days, 7u);
    const auto looks = static_cast<std::size_t>(days * (kDay / kLook));
    if (!may_afford_shifts(plan, looks)) return;
    std::vector<std::vector<std::size_t>> serves(world_.contact_types.size());
    for (std::size_t type = 0; type < serves.size(); ++type) {
      for (const GroupPreference& preference : plan.routing.preferences[type]) {
        serves[type].push_back(preference.group.index());
      }
    }
    double load = 0.0;
    double rostered = 0.0;
    std::size_t count = 0;
    HalfHour worst;
    for (std::size_t i = 0; i < looks; ++i) {
      const HalfHour here = look_at(plan, static_cast<std::int64_t>(i) * kLook, serves);
      load += here.load;
      rostered += here.rostered;
      if (!here.is_overrun()) continue;
      ++count;
      if (here.excess() > worst.excess()) worst = here;
    }
    if (count == 0 || load > kToldByTheWeek * rostered) return;
    const auto minutes = (worst.begin % kDay) / kMinute;
    const bool is_break = worst.rostered - worst.present > 0.5 * worst.excess();
    const std::string away =
        worst.rostered - worst.present < 0.05
            ? std::string()
            : fmt::format(", for {} of {} are at a meal or on another long break",
                          rounded(worst.rostered - worst.present), rounded(worst.rostered));
    const std::string unable =
        worst.present - worst.servable < 0.05
            ? std::string()
            : fmt::format("; those with the skills can take {}", rounded(worst.servable));
    const std::string more =
        count == 1 ? std::string()
                   : fmt::format("; of {} such half-hours in the week it is the worst", count);
    sheet_.report(
        Severity::warning, or_else(source.agent_groups, source.plan), source.path,
        fmt::format("in the half-hour from {:02}:{:02} on day {} the contacts bring {} erlang to "
                    "{} agents{}{}{}",
                    minutes / 60, minutes % 60, worst.begin / kDay + 1, rounded(worst.load),
                    rounded(worst.present), away, unable, more),
        is_break ? "let breaks begin in waves (stagger, waves), or at other times"
                 : "are the shifts where the contacts are?");
  }

  /// Work of a group may come while it is closed: callbacks, and contacts that wait over night.
  [[nodiscard]] bool works_closed(const Plan& plan) const {
    return !context_.has_opening_hours || plan.callback ||
           world_.calendar.at_close == ClosingRule::carry_over;
  }

  /// Time of a shift's agents while it is closed, from `grace` after closing on, on one of its
  /// days; training and meetings may lie there.
  static Duration closed_time(const Shift& shift, const DayWindow& open, Duration grace) {
    const auto outside = [&](Duration begin, Duration end) {
      const Duration before = std::max(Duration{0}, std::min(end, open.begin) - begin);
      const Duration after = std::max(Duration{0}, end - std::max(begin, open.end + grace));
      return before + after;
    };
    Duration closed = outside(shift.hours.begin, shift.hours.end);
    for (const ScheduledBreak& due : shift.breaks) {
      closed -= outside(due.at, due.at + due.length);
    }
    return closed;
  }

  void check_closed_hours(const Plan& plan, const PlanSource& source) {
    if (works_closed(plan)) return;
    for (const AgentGroup& group : plan.agent_groups) {
      for (const Shift& shift : group.shifts) {
        for (std::size_t day = 0; day < shift.days.size() && shift.agents > 0; ++day) {
          const auto& open = world_.calendar.open[day];
          if (!shift.days[day] || !open) continue;
          if (closed_time(shift, *open, kClearingUp) < kMostClosed) continue;
          return sheet_.report(
              Severity::warning, or_else(source.agent_groups, source.plan),
              fmt::format("{}.agent_groups.{}.shifts.{}", source.path, group.name, shift.name),
              fmt::format("on {} these agents work for {} while the centre is closed: from {} to "
                          "{}, and it is open from {} to {}",
                          kWeekdayNames[day], duration_text(closed_time(shift, *open, Duration{0})),
                          clock_text(shift.hours.begin), clock_text(shift.hours.end % kDay),
                          clock_text(open->begin), clock_text(open->end)),
              "is that meant? else change their hours or world.calendar.open");
        }
      }
    }
  }

  const World& world_;
  FirstContacts contacts_;
  const Scenario& scenario_;
  const LoadContext& context_;
  Sheet& sheet_;
  std::size_t looks_left_ = kMostShiftLooks;
};

}  // namespace

void check_shifts(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  ShiftCheck(scenario, context, sheet).check();
}

}  // namespace holdline
