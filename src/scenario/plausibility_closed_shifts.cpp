// Shifts against opening hours: agents paid while the centre is closed, and shifts on days on which
// nobody works. The week's pattern is what is looked at, for a holiday is no slip of a shift.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "holdline/util/text.hpp"
#include "scenario/plausibility.hpp"
#include "scenario/staffing.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr Duration kClearingUp = kHour;  ///< after closing, for those who still wait
constexpr Duration kMostClosed = kHour;  ///< a day, beyond that
constexpr std::size_t kWeekdays = 7;

/// Whether agents have work while it is closed: those on shift at closing stay until nobody they
/// can serve is waiting, and letters wait longer than a line is held.
bool clears_up_long(const AgentGroup& group, const World& world,
                    const std::vector<bool>& is_patient) {
  return world.calendar.at_close == ClosingRule::serve &&
         std::any_of(group.skills.begin(), group.skills.end(),
                     [&](const Skill& skill) { return is_patient[skill.type.index()]; });
}

class ClosedShiftCheck {
 public:
  ClosedShiftCheck(const Scenario& scenario, const LoadContext& context, Sheet& sheet)
      : world_(scenario.world),
        calendar_(world_.calendar),
        scenario_(scenario),
        context_(context),
        sheet_(sheet) {
    for (std::size_t type = 0; type < world_.contact_types.size(); ++type) {
      // A patience left out is infinite as well, but nobody said that this is mail.
      const bool is_stated = context.type_sources[type].patience.line > 0;
      const Distribution& patience = world_.contact_types[type].patience;
      is_patient_.push_back(is_stated && mean_s(patience) > kWaitsLong_s);
    }
  }

  void check() {
    for (std::size_t i = 0; i < scenario_.plans.size(); ++i) {
      check_closed_days(scenario_.plans[i], context_.plan_sources[i]);
      check_closed_hours(scenario_.plans[i], context_.plan_sources[i]);
    }
  }

 private:
  void warn(const PlanSource& source, const AgentGroup& group, const Shift& shift,
            std::string message, std::string hint) {
    sheet_.report(Severity::warning, or_else(source.agent_groups, source.plan),
                  fmt::format("{}.agent_groups.{}.shifts.{}", source.path, group.name, shift.name),
                  std::move(message), std::move(hint));
  }

  [[nodiscard]] const std::optional<DayWindow>& open_on(std::size_t weekday) const {
    return calendar_.open[weekday % kWeekdays];
  }

  /// As is_worked(), by the week's pattern.
  [[nodiscard]] bool is_worked_on(std::size_t weekday) const {
    const auto& before = open_on(weekday + kWeekdays - 1);
    return open_on(weekday) || (before && before->end > kDay);
  }

  /// How much of a stretch of a weekday, perhaps past its midnight, is not within `grace` of an
  /// opening window of that day or its neighbours.
  [[nodiscard]] Duration closed_in(std::size_t weekday, DayWindow stretch, Duration grace) const {
    Duration closed{0};
    Duration seen = stretch.begin;
    for (std::int64_t day = -1; day <= 2; ++day) {
      const auto& open = open_on(weekday + kWeekdays + static_cast<std::size_t>(day));
      if (!open) continue;
      const Duration opens = open->begin + day * kDay;
      closed += std::max(Duration{0}, std::min(stretch.end, opens) - seen);
      seen = std::max(seen, open->end + day * kDay + grace);
    }
    return closed + std::max(Duration{0}, stretch.end - seen);
  }

  /// Time of a shift's agents while it is closed, from `grace` after closing on, on one of its
  /// days; training and meetings may lie there. What lies beyond `horizon`, from the day's
  /// midnight, does not happen.
  [[nodiscard]] Duration closed_time(const Shift& shift, std::size_t weekday, Duration horizon,
                                     Duration grace) const {
    const auto in_horizon = [horizon](Duration begin, Duration end) {
      return DayWindow{std::min(begin, horizon), std::min(end, horizon)};
    };
    Duration closed = closed_in(weekday, in_horizon(shift.hours.begin, shift.hours.end), grace);
    for (const ScheduledBreak& due : shift.breaks) {
      closed -= closed_in(weekday, in_horizon(due.at, due.at + due.length), grace);
    }
    return closed;
  }

  /// Agents come on no day on which it is closed, whatever a shift says: one that names only such
  /// days is dropped. One for all days means those on which it is open.
  void check_closed_days(const Plan& plan, const PlanSource& source) {
    for (const AgentGroup& group : plan.agent_groups) {
      for (const Shift& shift : group.shifts) {
        std::size_t named = 0;
        bool is_any_worked = shift.agents == 0;
        std::string first;
        for (std::size_t day = 0; day < kWeekdays; ++day) {
          if (!shift.days[day]) continue;
          if (named++ == 0) first = kWeekdayNames[day];
          is_any_worked = is_any_worked || is_worked_on(day);
        }
        if (is_any_worked || named == 0 || named == kWeekdays) continue;
        const std::string days = named == 1 ? fmt::format("on {}, its only day,", first)
                                            : fmt::format("on all its {} days", named);
        return warn(source, group, shift,
                    fmt::format("{} the centre is closed all day: nobody works this shift", days),
                    "open the centre in world.calendar.open, or name other days");
      }
    }
  }

  /// Callbacks are made, and contacts wait over night, while it is closed.
  [[nodiscard]] bool works_closed(const Plan& plan) const {
    return !context_.has_opening_hours || plan.callback ||
           calendar_.at_close == ClosingRule::carry_over;
  }

  /// A shift whose agents work while it is closed.
  struct ClosedShift {
    const AgentGroup* group = nullptr;
    const Shift* shift = nullptr;
    std::size_t weekday = 0;     ///< the first such day
    Duration closed{};           ///< of one agent on that day
    Duration closed_together{};  ///< of all its agents on all such days of the first week
  };

  [[nodiscard]] ClosedShift closed_shift(const AgentGroup& group, const Shift& shift) const {
    ClosedShift found{&group, &shift};
    const auto days = std::min<std::uint32_t>(calendar_.days, kWeekdays);
    for (std::uint32_t day = 0; day < days && shift.agents > 0; ++day) {
      const auto weekday = static_cast<std::size_t>(calendar_.weekday(day));
      if (!shift.days[weekday] || !open_on(weekday)) continue;
      const Duration horizon = calendar_.horizon() - static_cast<std::int64_t>(day) * kDay;
      if (closed_time(shift, weekday, horizon, kClearingUp) < kMostClosed) continue;
      const Duration closed = closed_time(shift, weekday, horizon, Duration{0});
      if (found.closed == Duration{0}) {
        found.weekday = weekday;
        found.closed = closed;
      }
      found.closed_together += closed * shift.agents;
    }
    return found;
  }

  /// Tells the worst shift in full and the others by name: they most often share one slip.
  void check_closed_hours(const Plan& plan, const PlanSource& source) {
    if (works_closed(plan)) return;
    std::vector<ClosedShift> found;
    for (const AgentGroup& group : plan.agent_groups) {
      if (clears_up_long(group, world_, is_patient_)) continue;
      for (const Shift& shift : group.shifts) {
        const ClosedShift each = closed_shift(group, shift);
        if (each.closed > Duration{0}) found.push_back(each);
      }
    }
    if (found.empty()) return;
    const auto by_time = [](const ClosedShift& a, const ClosedShift& b) {
      return a.closed_together > b.closed_together;
    };
    std::stable_sort(found.begin(), found.end(), by_time);
    const ClosedShift& worst = found.front();
    const DayWindow& hours = worst.shift->hours;
    const auto& open = open_on(worst.weekday);
    warn(
        source, *worst.group, *worst.shift,
        fmt::format("on {} these agents work for {} while the centre is closed: from {} to {}, and "
                    "it is open from {} to {}{}",
                    kWeekdayNames[worst.weekday], duration_text(worst.closed),
                    clock_text(hours.begin), clock_text(hours.end % kDay), clock_text(open->begin),
                    clock_text(open->end), others_text(found)),
        "is that meant? else change their hours or world.calendar.open");
  }

  /// Of all but the first.
  [[nodiscard]] static std::string others_text(const std::vector<ClosedShift>& found) {
    constexpr std::size_t kMostNamed = 4;
    if (found.size() < 2) return {};
    Duration together{0};
    std::string names;
    for (std::size_t i = 0; i < found.size(); ++i) {
      together += found[i].closed_together;
      if (i == 0 || i > kMostNamed) continue;
      names += fmt::format("{}{}.shifts.{}", i == 1 ? "" : ", ", found[i].group->name,
                           found[i].shift->name);
    }
    if (found.size() > kMostNamed + 1) {
      names += fmt::format(" and {} more", found.size() - kMostNamed - 1);
    }
    return fmt::format("; so do those of {}: in all {:.0f} hours of agents' time in the first week",
                       names, to_seconds(together) / to_seconds(kHour));
  }

  const World& world_;
  const Calendar& calendar_;
  const Scenario& scenario_;
  const LoadContext& context_;
  Sheet& sheet_;
  std::vector<bool> is_patient_;  ///< by contact type
};

}  // namespace

void check_closed_shifts(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  ClosedShiftCheck(scenario, context, sheet).check();
}

}  // namespace holdline
