// Sums over expected visits. Whatever a visit brings (time, an end) is brought by each of them.
#include "holdline/scenario/ivr_algebra.hpp"

#include <algorithm>
#include <limits>

#include "scenario/callers.hpp"
#include "scenario/ivr_chain.hpp"

namespace holdline {
namespace {

MenuExpectation sum_over_visits(const Ivr& ivr, const std::vector<MenuState>& chain,
                                const MenuCaller& caller, std::vector<double> visits) {
  MenuExpectation sum;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const IvrNode& node = ivr.nodes[i];
    sum.time_s += visits[i] * chain[i].time_s;
    sum.contained += visits[i] * chain[i].contained;
    sum.hung_up += visits[i] * chain[i].hung_up;
    sum.opted_out += visits[i] * chain[i].opted_out;
    if (node.kind == IvrNodeKind::hang_up) sum.ended += visits[i];
    if (node.kind != IvrNodeKind::transfer) continue;
    const bool is_own = node.transfer_to.is_none() || node.transfer_to == caller.contact_type;
    (is_own ? sum.own_queue : sum.misrouted) += visits[i];
  }
  // Pressing zero ends the chain, so that it can be told from other ways to the same node.
  if (!ivr.way_out.is_none()) visits[ivr.way_out.index()] += sum.opted_out;
  sum.visits = std::move(visits);
  return sum;
}

void add(MenuExpectation& sum, const MenuExpectation& part, double weight) {
  sum.time_s += weight * part.time_s;
  sum.contained += weight * part.contained;
  sum.hung_up += weight * part.hung_up;
  sum.own_queue += weight * part.own_queue;
  sum.misrouted += weight * part.misrouted;
  sum.opted_out += weight * part.opted_out;
  sum.ended += weight * part.ended;
  sum.visits.resize(part.visits.size(), 0.0);
  for (std::size_t i = 0; i < part.visits.size(); ++i) sum.visits[i] += weight * part.visits[i];
}

}  // namespace

MenuExpectation expect_menus(const Ivr& ivr, const MenuBehaviour& behaviour,
                             const MenuCaller& caller) {
  const std::vector<MenuState> chain = menu_chain(ivr, behaviour, caller);
  std::uint64_t budget = std::numeric_limits<std::uint64_t>::max();
  auto visits = expected_visits(chain, ivr.start.value, budget);
  return sum_over_visits(ivr, chain, caller, std::move(*visits));
}

MenuExpectation expect_menus(const Ivr& ivr, const World& world, ContactTypeId contact_type,
                             std::uint32_t need) {
  const MenuBehaviour& behaviour = world.behaviour.menu;
  MenuCaller caller{need, contact_type, false, behaviour.presses_zero, 1.0};
  if (need >= world.issue_types.size()) return expect_menus(ivr, behaviour, caller);
  MenuExpectation sum;
  double all = 0.0;
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    const Segment& segment = world.segments[i];
    const double weight = weight_of(world, i, need, contact_type);
    if (!(weight > 0.0)) continue;
    caller.presses_zero = segment.presses_zero.value_or(behaviour.presses_zero);
    caller.self_service_factor = segment.self_service_factor;
    for (const bool knows : {false, true}) {
      const double share = knows ? segment.knows_menu : 1.0 - segment.knows_menu;
      caller.knows_menu = knows;
      if (share > 0.0) add(sum, expect_menus(ivr, behaviour, caller), weight * share);
    }
    all += weight;
  }
  MenuExpectation mean;
  if (all > 0.0) add(mean, sum, 1.0 / all);
  return mean;
}

}  // namespace holdline
