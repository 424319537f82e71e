// Loads against agents on shift, plan by plan: contacts that nobody serves, or nobody at that hour,
// and work that does not fit the agents. Averages are over the first week, and no look at a plan
// may make a huge file slow.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "holdline/util/text.hpp"
#include "scenario/first_contacts.hpp"
#include "scenario/plausibility.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

constexpr std::uint32_t kDaysLookedAt = 7;  ///< a week says enough of averages

class StaffCheck {
 public:
  StaffCheck(const Scenario& scenario, const LoadContext& context, Sheet& sheet)
      : world_(scenario.world),
        contacts_(scenario.world),
        scenario_(scenario),
        context_(context),
        sheet_(sheet) {}

  void check() {
    for (std::size_t plan = 0; plan < scenario_.plans.size(); ++plan) check_plan(plan);
  }

 private:
  void warn(Position position, std::string path, std::string message, std::string hint = {}) {
    sheet_.report(Severity::warning, position, std::move(path), std::move(message),
                  std::move(hint));
  }

  /// Averages over the stretches looked at: the first week, or less where profiles are very fine.
  struct Averages {
    std::vector<double> load;          ///< that goes on to people, by contact type [erlang]
    double offered = 0.0;              ///< before menus and machines, all types [erlang]
    std::vector<double> agents;        ///< by agent group
    std::vector<double> closed_share;  ///< of the volume outside opening hours, by contact type [1]
    double seconds = 0.0;              ///< looked at, closed hours too: what averages are over
    double open_s = 0.0;
  };

  /// Whether a look at a plan is worth its time: warnings must not make a huge file slow.
  bool may_afford(const Plan& plan, std::size_t stretch_count) {
    std::size_t parts = contacts_.cost() + plan.agent_groups.size();
    for (const AgentGroup& group : plan.agent_groups) parts += group.shifts.size();
    for (const auto& preferences : plan.routing.preferences) parts += preferences.size();
    const std::size_t cost = parts * (stretch_count + parts);
    if (cost > looks_left_) return false;
    looks_left_ -= cost;
    return true;
  }

  Averages averages(const Plan& plan, const std::vector<Stretch>& all) const {
    const FirstContacts to_people = contacts_.to_people(plan);
    Averages sums;
    const std::size_t types = world_.contact_types.size();
    sums.load.assign(types, 0.0);
    sums.closed_share.assign(types, 0.0);
    sums.agents.assign(plan.agent_groups.size(), 0.0);
    std::vector<double> volume(types, 0.0);
    std::vector<double> handle_s;
    for (const ContactType& type : world_.contact_types) handle_s.push_back(mean_handle_s(type));
    for (const Stretch& stretch : all) {
      const double length_s = to_seconds(stretch.end - stretch.begin);
      sums.seconds += length_s;
      if (stretch.is_open) sums.open_s += length_s;
      for (std::size_t i = 0; i < types; ++i) {
        const ContactType& type = world_.contact_types[i];
        // Only of profiles is it asked when they come; other rates may be dear to work out.
        const bool is_profile = type.arrivals.rate_per_s.span != ProfileSpan::constant;
        const double arrivals =
            is_profile ? arrival_rate_at(type.arrivals, world_.calendar, stretch.begin) * length_s
                       : 0.0;
        const bool is_meant = is_meant_closed(stretch, type.arrivals);
        if (!is_meant) volume[i] += arrivals;
        if (!stretch.is_open) {
          if (!is_meant) sums.closed_share[i] += arrivals;
          continue;
        }
        const auto load_of = [&](const FirstContactRate& rate) {
          return rate.per_s * length_s * rate.handle_factor * handle_s[i];
        };
        sums.load[i] += load_of(to_people.at(i, stretch.begin));
        sums.offered += load_of(contacts_.at(i, stretch.begin));
      }
      for (std::size_t i = 0; i < plan.agent_groups.size(); ++i) {
        sums.agents[i] +=
            agents_at(plan.agent_groups[i], world_.calendar, stretch.begin) * length_s;
      }
    }
    for (double& load : sums.load) load /= sums.seconds;
    sums.offered /= sums.seconds;
    for (double& agents : sums.agents) agents /= sums.seconds;
    for (std::size_t i = 0; i < types; ++i) {
      sums.closed_share[i] = volume[i] > 0.0 ? sums.closed_share[i] / volume[i] : 0.0;
    }
    return sums;
  }

  void check_plan(std::size_t index) {
    const Plan& plan = scenario_.plans[index];
    const PlanSource& source = context_.plan_sources[index];
    const Position position = or_else(source.agent_groups, source.plan);
    const std::vector<Stretch> all = stretches(world_, plan, kDaysLookedAt);
    if (!may_afford(plan, all.size())) return;
    const Averages average = averages(plan, all);
    check_volumes(average);
    check_load(plan, average, position, source.path);
    const std::vector<std::vector<std::size_t>> serves = groups_by_type(plan);
    for (std::size_t type = 0; type < serves.size(); ++type) {
      if (serves[type].empty()) {
        warn(position, source.path,
             fmt::format("no agent group serves the contact type `{}`",
                         world_.contact_types[type].name));
      } else {
        check_reach(plan, type, position, source.path);
        check_gaps(plan, type, serves[type], all, position, source.path);
      }
    }
    check_stability(plan, average, serves, position, source.path);
  }

  void check_volumes(const Averages& average) {
    for (std::size_t type = 0; type < world_.contact_types.size(); ++type) {
      const ArrivalProcess& arrivals = world_.contact_types[type].arrivals;
      if (arrivals.rate_per_s.span == ProfileSpan::constant || average.closed_share[type] <= 0.0) {
        continue;
      }
      const ContactTypeSource& source = context_.type_sources[type];
      warn(or_else(source.arrivals, source.type), source.path + ".arrivals",
           closed_volume_text(average.closed_share[type]));
    }
  }

  void check_load(const Plan& plan, const Averages& average, Position position,
                  const std::string& path) {
    double load = 0.0;
    double least_load = 0.0;  // at the speed of the best
    double agents = 0.0;
    for (std::size_t type = 0; type < average.load.size(); ++type) {
      load += average.load[type];
      least_load += average.load[type] / best_proficiency(plan, ContactTypeId{type});
    }
    for (const double on_shift : average.agents) agents += on_shift;
    if (!(agents > 0.0)) return;
    if (!(average.offered > 0.0)) {
      if (world_.calendar.days > kDaysLookedAt) return;
      warn(position, path, "no contact comes while it is open: every volume is 0 then",
           "are the volumes in their column, and at the hours of `open`?");
      return;
    }
    const bool is_too_much = least_load / agents > 2.0;
    if (!is_too_much && average.offered / agents >= 0.01) return;
    // Too little is no slip of units where menus and machines take most of it.
    const double told = is_too_much ? load : average.offered;
    // Over the open hours, as in the table of `check`; agents may be there at others too.
    const double per_hour = told / agents;
    warn(position, path,
         fmt::format("the {} is {} erlang over the open hours{}, {} hour{} of work for each hour "
                     "of an agent",
                     told < average.offered ? "load that goes on to people" : "offered load",
                     rounded(told * average.seconds / average.open_s),
                     world_.calendar.days > kDaysLookedAt ? " of the first week" : "",
                     rounded(per_hour), per_hour == 1.0 ? "" : "s"),
         "are the rates and handle times in the right units?");
  }

  /// Groups that become eligible too late are as good as none.
  void check_reach(const Plan& plan, std::size_t type, Position position, const std::string& path) {
    const ContactType& contact_type = world_.contact_types[type];
    const Duration after = earliest_service(plan, type, world_.contact_types.size());
    if (after >= kForever) {
      return warn(
          position, path,
          fmt::format("the routing never lets an agent group serve `{}`", contact_type.name),
          "is a stage for its proficiency missing?");
    }
    const double longest = longest_s(contact_type.patience);
    if (after == Duration{0} || to_seconds(after) < longest) return;
    warn(
        position, path,
        fmt::format("agent groups may serve `{}` only after a wait of {}, but nobody's patience is "
                    "longer than {}: none is ever served",
                    contact_type.name, duration_text(after), mean_text(longest)));
  }

  void check_gaps(const Plan& plan, std::size_t type, const std::vector<std::size_t>& groups,
                  const std::vector<Stretch>& all, Position position, const std::string& path) {
    for (const Stretch& stretch : all) {
      if (!stretch.is_open) continue;
      const ContactType& contact_type = world_.contact_types[type];
      if (contacts_.at(type, stretch.begin).per_s <= 0.0) continue;
      const bool is_staffed = std::any_of(groups.begin(), groups.end(), [&](std::size_t group) {
        return agents_at(plan.agent_groups[group], world_.calendar, stretch.begin) > 0.0;
      });
      if (is_staffed) continue;
      const auto minutes = (stretch.begin % kDay) / kMinute;
      return warn(
          position, path,
          fmt::format("nobody who serves `{}` is on shift on day {} at {:02}:{:02}, while "
                      "the centre is open",
                      contact_type.name, stretch.begin / kDay + 1, minutes / 60, minutes % 60),
          context_.has_opening_hours ? ""
                                     : "without world.calendar.open it is open round the clock");
    }
  }

  /// Load that nobody can take and nobody gives up on grows without end.
  void check_stability(const Plan& plan, const Averages& average,
                       const std::vector<std::vector<std::size_t>>& serves, Position position,
                       const std::string& path) {
    if (plan.queue_limit || plan.trunks) return;
    std::vector<double> loads = average.load;
    double waiting_for_ever = 0.0;
    for (std::size_t type = 0; type < loads.size(); ++type) {
      const bool is_limited = plan.queue_limits[type].has_value();
      if (std::isfinite(mean_s(world_.contact_types[type].patience)) || is_limited ||
          serves[type].empty()) {
        loads[type] = 0.0;
      }
      loads[type] /= best_proficiency(plan, ContactTypeId{type});
      waiting_for_ever += loads[type];
    }
    if (!(waiting_for_ever > 0.0) || !std::isfinite(waiting_for_ever)) return;
    double capacity = 0.0;
    for (const double agents : average.agents) capacity += agents;
    const auto servable = servable_load(loads, average.agents, serves, looks_left_);
    if (!servable) return;
    // A load of exactly 1 for each agent has no steady state either.
    const bool is_full = waiting_for_ever >= capacity * (1.0 - 1e-9);
    if (!is_full && *servable >= waiting_for_ever * (1.0 - 1e-9)) return;
    warn(position, path,
         fmt::format("contacts with infinite patience bring {} erlang, but the agents who serve "
                     "them can take {} on average{}: the queue grows without end",
                     rounded(waiting_for_ever), rounded(*servable),
                     average.open_s < average.seconds ? ", closed hours counted" : ""),
         "give them a patience, add agents, or set a queue_limit");
  }

  const World& world_;
  FirstContacts contacts_;
  const Scenario& scenario_;
  const LoadContext& context_;
  Sheet& sheet_;
  std::size_t looks_left_ = 100'000'000;
};

}  // namespace

void check_staff(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  StaffCheck(scenario, context, sheet).check();
}

}  // namespace holdline
