// Callers who choose rightly from the start on and still come back to where they were. The graph
// has an end and so has every walk, by an error or a zero pressed; but no planner means such menus.
// One who came astray by an error may be led round: "to hear this again" is a menu for others.
#include <algorithm>
#include <map>

#include "scenario/callers.hpp"
#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

constexpr std::uint32_t kNowhere = 0xFFFF'FFFF;

/// Where the right choice leads from a node; kNowhere where a walk ends or may end.
std::uint32_t right_next(const IvrNode& node, std::uint32_t need) {
  switch (node.kind) {
    case IvrNodeKind::menu: {
      const std::uint32_t option = node.option_for[need];
      return option == kNoOption ? kNowhere : node.options[option].next.value;
    }
    case IvrNodeKind::prompt:
      return node.next.value;
    case IvrNodeKind::self_service:
      return node.success > 0.0 ? kNowhere : node.next.value;
    case IvrNodeKind::transfer:
    case IvrNodeKind::hang_up:
      break;
  }
  return kNowhere;
}

/// The cycle that right choices from the start end in, from its lowest node; empty if they end.
std::vector<std::uint32_t> cycle_of(const Ivr& ivr, std::uint32_t need) {
  std::vector<std::uint32_t> path;
  std::vector<bool> is_seen(ivr.nodes.size(), false);
  std::uint32_t at = ivr.start.value;
  for (; at != kNowhere && !is_seen[at]; at = right_next(ivr.nodes[at], need)) {
    is_seen[at] = true;
    path.push_back(at);
  }
  path.erase(path.begin(), std::find(path.begin(), path.end(), at));
  if (!path.empty())
    std::rotate(path.begin(), std::min_element(path.begin(), path.end()), path.end());
  return path;
}

}  // namespace

std::vector<MenuRound> find_rounds(const Ivr& ivr, const World& world) {
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> needs_by_cycle;
  std::uint32_t last = kNowhere;
  for (const MenuNeed& need : menu_needs(ivr, world)) {
    if (need.need == last) continue;  // by another contact type: the same choices
    last = need.need;
    auto cycle = cycle_of(ivr, need.need);
    if (!cycle.empty()) needs_by_cycle[std::move(cycle)].push_back(need.need);
  }
  std::vector<MenuRound> rounds;
  for (auto& [cycle, needs] : needs_by_cycle) rounds.push_back({cycle, std::move(needs)});
  return rounds;
}

}  // namespace holdline
