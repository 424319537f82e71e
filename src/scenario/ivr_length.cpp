// Walks that do not end, or hardly, though the graph has a way out: it is not the way that callers
// with some need take.
#include <algorithm>
#include <numeric>
#include <set>

#include "scenario/ivr_chain.hpp"
#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

constexpr double kMostVisits = 100'000.0;
constexpr std::uint64_t kMostSteps = 2'000'000'000;  // about a second, for all needs of a plan
constexpr std::uint64_t kStepsPerArc = 50;           // to make the chain and look for traps

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

/// What tells the walks of two needs apart: the right option of each menu, and whether the caller
/// is a customer.
std::vector<std::uint32_t> choices(const Ivr& ivr, std::uint32_t need, bool is_known) {
  std::vector<std::uint32_t> options{is_known ? 1u : 0u};
  for (const IvrNode& node : ivr.nodes) {
    if (node.kind == IvrNodeKind::menu) options.push_back(node.option_for[need]);
  }
  return options;
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
  std::set<std::vector<std::uint32_t>> walked;
  for (const MenuNeed& need : menu_needs(ivr, world)) {
    const bool is_known = need.need < world.issue_types.size();
    if (!walked.insert(choices(ivr, need.need, is_known)).second) continue;
    const std::vector<MenuState> chain = menu_chain(ivr, patient, most_patient(world, need));
    const Successors successors = successors_of(chain);
    for (const auto& of_node : successors) {
      budget -= std::min<std::uint64_t>(budget, kStepsPerArc * of_node.size());
    }
    std::vector<bool> ends = ends_of(chain);
    const std::vector<std::uint32_t> trap =
        find_trap(in_reach(successors, ivr.start.value, ends), ends);
    if (!trap.empty()) {
      found.push_back({need.need, trap, std::nullopt});
      continue;
    }
    const auto visits = expected_visits(chain, ivr.start.value, budget);
    if (!visits) {
      found.push_back({need.need, {}, std::nullopt});
      break;
    }
    const double sum = std::accumulate(visits->begin(), visits->end(), 0.0);
    if (!(sum <= kMostVisits)) found.push_back({need.need, {}, sum});
  }
  return found;
}

}  // namespace holdline
