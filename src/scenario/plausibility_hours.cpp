// Opening hours left out: the centre is open round the clock, and agents by number are there, and
// paid, at night as well. Where contacts come all the time that is meant, where they keep office
// hours it is a slip. Shifts say themselves when agents are there.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/first_contacts.hpp"
#include "scenario/plausibility.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

constexpr double kMostIdleShare = 0.1;          ///< of agents' time without any arrivals
constexpr std::size_t kMostLooks = 50'000'000;  ///< warnings must not make a huge file slow

/// The time of the agents given by number, and how much of it passes without any first contact.
struct Hours {
  bool are_any_called = false;
  double agent_s = 0.0;
  double idle_s = 0.0;
};

Hours hours_of(const World& world, const Plan& plan, const FirstContacts& contacts,
               const std::vector<Stretch>& all) {
  Hours hours;
  for (const Stretch& stretch : all) {
    double agents = 0.0;
    for (const AgentGroup& group : plan.agent_groups) {
      if (group.shifts.empty()) agents += agents_at(group, world.calendar, stretch.begin);
    }
    const double agent_s = agents * to_seconds(stretch.end - stretch.begin);
    hours.agent_s += agent_s;
    bool is_called = false;
    for (std::size_t type = 0; type < world.contact_types.size() && !is_called; ++type) {
      is_called = contacts.at(type, stretch.begin).per_s > 0.0;
    }
    hours.are_any_called = hours.are_any_called || is_called;
    if (!is_called) hours.idle_s += agent_s;
  }
  return hours;
}

}  // namespace

void check_hours(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  if (context.has_opening_hours) return;
  const FirstContacts contacts(scenario.world);
  std::size_t looks_left = kMostLooks;
  for (std::size_t i = 0; i < scenario.plans.size(); ++i) {
    const Plan& plan = scenario.plans[i];
    const std::vector<Stretch> all = stretches(scenario.world, plan, 7);
    std::size_t parts = contacts.cost() + plan.agent_groups.size();
    for (const AgentGroup& group : plan.agent_groups) parts += group.shifts.size();
    if (parts * all.size() > looks_left) return;
    looks_left -= parts * all.size();
    const Hours hours = hours_of(scenario.world, plan, contacts, all);
    if (!hours.are_any_called || !(hours.idle_s > kMostIdleShare * hours.agent_s)) continue;
    const PlanSource& source = context.plan_sources[i];
    return sheet.report(
        Severity::warning, or_else(source.agent_groups, source.plan), source.path,
        fmt::format("{:.0f} % of the time of agents given by number is at hours at which no first "
                    "contacts come: without world.calendar.open the centre is open round the clock",
                    100.0 * hours.idle_s / hours.agent_s),
        "if it is closed then, say when it is open, by day where days differ: open: "
        "{monday-friday: 08:00-17:00}");
  }
}

}  // namespace holdline
