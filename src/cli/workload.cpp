// Sums over the stretches in which no rate and no number of agents changes.
#include "cli/workload.hpp"

#include <fmt/format.h>

#include <cmath>
#include <sstream>
#include <vector>

#include "report/display.hpp"
#include "report/figure_table.hpp"
#include "scenario/first_contacts.hpp"
#include "scenario/staffing.hpp"

namespace holdline::cli {
namespace {

struct Load {
  double contacts = 0.0;
  double work_s = 0.0;   ///< mean handle time of all of them together
  double busiest = 0.0;  ///< [erlang]
  Duration busiest_begin{};
};

/// Of a contact type's first contacts: redials and recontacts are what a run shows.
Load load_of(std::size_t type, const World& world, const FirstContacts& contacts,
             const std::vector<Stretch>& all) {
  Load load;
  const double mean_s = mean_handle_s(world.contact_types[type]);
  for (const Stretch& stretch : all) {
    if (!stretch.is_open) continue;
    const FirstContactRate at = contacts.at(type, stretch.begin);
    const double rate = at.per_s;
    const double handle_s = mean_s * at.handle_factor;
    const double length_s = to_seconds(stretch.end - stretch.begin);
    load.contacts += rate * length_s;
    load.work_s += rate * length_s * handle_s;
    if (rate * handle_s > load.busiest) {
      load.busiest = rate * handle_s;
      load.busiest_begin = stretch.begin;
    }
  }
  return load;
}

std::string time_text(const Scenario& scenario, Duration time) {
  const std::string clock = fmt::format("{:02}:{:02}", time % kDay / kHour, time % kHour / kMinute);
  return scenario.world.calendar.days == 1 ? clock
                                           : fmt::format("day {} {}", time / kDay + 1, clock);
}

report::FigureText cell(double value, int decimals, std::string_view unit) {
  if (!std::isfinite(value)) return {"unlimited", ""};
  return {report::grouped(fmt::format("{:.{}f}", value, decimals)) + std::string(unit), ""};
}

double open_s(const std::vector<Stretch>& all) {
  double sum = 0.0;
  for (const Stretch& stretch : all) {
    if (stretch.is_open) sum += to_seconds(stretch.end - stretch.begin);
  }
  return sum;
}

void add_row(const Scenario& scenario, const std::string& name, const Load& load, double seconds,
             report::FigureTable& table) {
  const bool has_work = load.contacts > 0.0;
  table.add_row(name, {cell(load.contacts, 1, ""),
                       has_work ? cell(load.work_s / load.contacts, 1, " s")
                                : report::FigureText{"\u2013", ""},
                       cell(seconds > 0.0 ? load.work_s / seconds : 0.0, 2, " erl"),
                       cell(load.busiest, 2, " erl"),
                       {has_work ? time_text(scenario, load.busiest_begin) : "\u2013", ""}});
}

double staffed_h(const AgentGroup& group, const Calendar& calendar,
                 const std::vector<Stretch>& all) {
  double sum = 0.0;
  for (const Stretch& stretch : all) {
    sum += agents_at(group, calendar, stretch.begin) * to_seconds(stretch.end - stretch.begin);
  }
  return sum / 3600.0;
}

}  // namespace

std::string workload_text(const Scenario& scenario, std::span<const PlanId> plans) {
  const Calendar& calendar = scenario.world.calendar;
  const std::vector<Stretch> world =
      stretches(scenario.world, scenario.plans[plans.front().index()], calendar.days);
  report::FigureTable work({"contacts", "mean handle", "offered load", "busiest", "from"});
  const FirstContacts contacts(scenario.world);
  for (std::size_t i = 0; i < scenario.world.contact_types.size(); ++i) {
    add_row(scenario, scenario.world.contact_types[i].name,
            load_of(i, scenario.world, contacts, world), open_s(world), work);
  }
  report::FigureTable staff({"staffed", "wages"});
  for (const PlanId plan : plans) {
    const Plan& spec = scenario.plans[plan.index()];
    const std::vector<Stretch> all = stretches(scenario.world, spec, calendar.days);
    staff.add_section("Plan " + spec.name);
    for (const AgentGroup& group : spec.agent_groups) {
      const double hours = staffed_h(group, calendar, all);
      staff.add_row("  " + group.name, {cell(hours, 1, " h"), cell(hours * group.wage_per_h, 0,
                                                                   " " + scenario.currency)});
    }
  }
  std::ostringstream out;
  out << fmt::format(
      "{}: {} day{}, open {}{:.1f} h; offered load is over the open hours,\nstaff and wages are "
      "before unpaid breaks and absence\n\n",
      scenario.name, calendar.days, calendar.days == 1 ? "" : "s",
      is_open_round_the_clock(calendar) ? "round the clock, " : "", open_s(world) / 3600.0);
  work.write({}, out);
  out << '\n';
  staff.write({}, out);
  return out.str();
}

}  // namespace holdline::cli
