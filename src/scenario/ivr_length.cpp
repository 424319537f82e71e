// Walks that do not end, or hardly, though the graph has a way out: it is not the way that callers
// with some need take.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/ivr_chain.hpp"
#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

constexpr double kMostVisits = 100'000.0;
constexpr std::uint64_t kMostSteps = 200'000'000;  // a second or two, for all needs of a plan

/// Whoever walks longest: presses zero least, succeeds least with tasks, and never hangs up.
MenuCaller most_patient(const World& world, const MenuNeed& need) {
  MenuCaller caller{need.need, need.contact_type, false, world.behaviour.menu.presses_zero, 1.0};
  if (need.need >= world.issue_types.size()) return caller;
  for (const Segment& segment : world.segments) {
    caller.presses_zero =
        std::min(caller.presses_zero, segment.presses_zero.value_or(caller.presses_zero));
    caller.self_service_factor = std::min(caller.self_service_factor, segment.self_service_factor);
  }
  return caller;
}

/// The successors in reach of the start; none of the rest.
Successors in_reach(const Successors& all, std::uint32_t start, std::vector<bool>& ends) {
  const std::vector<bool> found = reachable(all, {&start, 1});
  Successors successors = all;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) continue;
    successors[i].clear();
    ends[i] = true;
  }
  return successors;
}

}  // namespace

std::vector<MenuLength> find_endless_walks(const Ivr& ivr, const World& world) {
  std::vector<MenuLength> found;
  std::uint64_t budget = kMostSteps;
  MenuBehaviour patient = world.behaviour.menu;
  patient.hang_up_per_s = 0.0;
  std::uint32_t last = kNoOption;
  for (const MenuNeed& need : menu_needs(ivr, world)) {
    if (need.need == last) continue;  // the same walk by another contact type
    last = need.need;
    const std::vector<MenuState> chain = menu_chain(ivr, patient, most_patient(world, need));
    std::vector<bool> ends = ends_of(chain);
    const std::vector<std::uint32_t> trap =
        find_trap(in_reach(successors_of(chain), ivr.start.value, ends), ends);
    if (!trap.empty()) {
      found.push_back({need.need, trap, std::nullopt});
      continue;
    }
    const auto visits = expected_visits(chain, ivr.start.value, budget);
    double sum = 0.0;
    if (visits) {
      for (const double visit : *visits) sum += visit;
    }
    if (!visits || !(sum <= kMostVisits)) {
      found.push_back({need.need, {}, visits ? std::optional(sum) : std::nullopt});
      if (!visits) break;
    }
  }
  return found;
}

}  // namespace holdline
