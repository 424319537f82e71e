// One row a need; a need that comes by several contact types has one for each, for what is a
// misroute depends on it.
#include "cli/menu_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "holdline/scenario/ivr_algebra.hpp"
#include "report/display.hpp"
#include "report/figure_table.hpp"

namespace holdline::cli {
namespace {

report::FigureText share(double value) { return {fmt::format("{:.1f} %", 100.0 * value), ""}; }

std::string row_name(const World& world, const MenuNeed& need, const std::vector<MenuNeed>& needs) {
  const std::string& type = world.contact_types[need.contact_type.index()].name;
  if (need.need >= world.issue_types.size()) return type;
  const auto same = std::count_if(needs.begin(), needs.end(), [&need](const MenuNeed& other) {
    return other.need == need.need;
  });
  const std::string& issue = world.issue_types[need.need].name;
  return same > 1 ? fmt::format("{} ({})", issue, type) : issue;
}

void add_plan(const World& world, const Ivr& ivr, report::FigureTable& table) {
  const std::vector<MenuNeed> needs = menu_needs(ivr, world);
  for (const MenuNeed& need : needs) {
    const MenuExpectation is = expect_menus(ivr, world, need.contact_type, need.need);
    table.add_row("  " + row_name(world, need, needs),
                  {{report::grouped(fmt::format("{:.1f}", is.time_s)) + " s", ""},
                   share(is.contained),
                   share(is.hung_up),
                   share(is.own_queue),
                   share(is.misrouted),
                   share(is.opted_out),
                   share(is.ended)});
  }
}

}  // namespace

std::string menus_text(const Scenario& scenario, std::span<const PlanId> plans) {
  const World& world = scenario.world;
  report::FigureTable table(
      {"time", "contained", "hung up", "own queue", "misrouted", "opted out", "ended"});
  bool has_menus = false;
  for (const PlanId id : plans) {
    const Plan& plan = scenario.plans[id.index()];
    if (!plan.ivr) continue;
    has_menus = true;
    table.add_section("Plan " + plan.name);
    add_plan(world, *plan.ivr, table);
  }
  if (!has_menus) return {};
  const MenuBehaviour& behaviour = world.behaviour.menu;
  const bool grows = behaviour.hang_up_per_s > 0.0 &&
                     (behaviour.hang_up_growth > 0.0 || behaviour.hang_up_per_error > 0.0);
  std::ostringstream out;
  out << "In the menus, by need, as callers are at the start"
      << (grows ? "; without the growth of hanging up with time and errors" : "") << "\n\n";
  table.write({}, out);
  return out.str();
}

}  // namespace holdline::cli
