// One row a need; a need that comes by several contact types has one for each, for what is a
// misroute depends on it.
#include "cli/front_end_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "holdline/scenario/ivr_algebra.hpp"
#include "holdline/scenario/machine_algebra.hpp"
#include "report/display.hpp"
#include "report/figure_table.hpp"

namespace holdline::cli {
namespace {

report::FigureText share(double value) { return {fmt::format("{:.1f} %", 100.0 * value), ""}; }

report::FigureText seconds(double value) {
  return {report::grouped(fmt::format("{:.1f}", value)) + " s", ""};
}

std::string row_name(const World& world, const MenuNeed& need, const std::vector<MenuNeed>& needs) {
  const std::string& type = world.contact_types[need.contact_type.index()].name;
  if (need.need >= world.issue_types.size()) return type;
  const auto same = std::count_if(needs.begin(), needs.end(), [&need](const MenuNeed& other) {
    return other.need == need.need;
  });
  const std::string& issue = world.issue_types[need.need].name;
  return same > 1 ? fmt::format("{} ({})", issue, type) : issue;
}

void add_menus(const World& world, const Ivr& ivr, report::FigureTable& table) {
  const std::vector<MenuNeed> needs = menu_needs(ivr, world);
  for (const MenuNeed& need : needs) {
    const MenuExpectation is = expect_menus(ivr, world, need.contact_type, need.need);
    table.add_row("  " + row_name(world, need, needs),
                  {seconds(is.time_s), share(is.contained), share(is.hung_up), share(is.own_queue),
                   share(is.misrouted), share(is.opted_out), share(is.ended)});
  }
}

void add_machine(const World& world, const SelfService& machine, report::FigureTable& table) {
  const std::vector<MenuNeed> needs = machine_needs(machine, world);
  for (const MenuNeed& need : needs) {
    const MachineExpectation is = expect_machine(machine, world, need.contact_type, need.need);
    table.add_row("  " + row_name(world, need, needs),
                  {share(is.tries), seconds(is.time_s), share(is.contained), share(is.hung_up),
                   share(is.goes_on)});
  }
}

std::string_view growth_words(const MenuBehaviour& behaviour) {
  const bool grows = behaviour.hang_up_per_s > 0.0 &&
                     (behaviour.hang_up_growth > 0.0 || behaviour.hang_up_per_error > 0.0);
  return grows ? "; without the growth of hanging up with time and errors" : "";
}

std::string table_text(std::string_view title, const report::FigureTable& table) {
  std::ostringstream out;
  out << title << "\n\n";
  table.write({}, out);
  return out.str();
}

std::string menus(const Scenario& scenario, std::span<const PlanId> plans) {
  const World& world = scenario.world;
  report::FigureTable table(
      {"time", "contained", "hung up", "own queue", "misrouted", "opted out", "ended"});
  bool has_menus = false;
  for (const PlanId id : plans) {
    const Plan& plan = scenario.plans[id.index()];
    if (!plan.ivr) continue;
    has_menus = true;
    table.add_section("Plan " + plan.name);
    add_menus(world, *plan.ivr, table);
  }
  if (!has_menus) return {};
  return table_text(fmt::format("In the menus, by need, as callers are at the start{}",
                                growth_words(world.behaviour.menu)),
                    table);
}

std::string machines(const Scenario& scenario, std::span<const PlanId> plans) {
  const World& world = scenario.world;
  report::FigureTable table({"try it", "time", "contained", "hung up", "go on"});
  bool has_machines = false;
  for (const PlanId id : plans) {
    const Plan& plan = scenario.plans[id.index()];
    if (machine_needs(plan.self_service, world).empty()) continue;
    has_machines = true;
    table.add_section("Plan " + plan.name);
    add_machine(world, plan.self_service, table);
  }
  if (!has_machines) return {};
  return table_text(
      fmt::format("At the machine before the queue, by need, of those who come to it{}",
                  growth_words(world.behaviour.menu)),
      table);
}

}  // namespace

std::string front_end_text(const Scenario& scenario, std::span<const PlanId> plans) {
  const std::string first = menus(scenario, plans);
  const std::string second = machines(scenario, plans);
  return first + (first.empty() || second.empty() ? "" : "\n") + second;
}

}  // namespace holdline::cli
