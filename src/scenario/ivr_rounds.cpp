// Callers who choose rightly all the way and still come back to where they were. The graph has an
// end and so has every walk, by an error or a zero pressed; but no planner means such menus.
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

/// The cycles of a graph in which every node has one successor or none, each from its lowest node.
std::vector<std::vector<std::uint32_t>> cycles_of(const std::vector<std::uint32_t>& next) {
  std::vector<std::vector<std::uint32_t>> cycles;
  std::vector<std::uint32_t> seen_from(next.size(), kNowhere);
  for (std::uint32_t start = 0; start < next.size(); ++start) {
    std::uint32_t at = start;
    while (at != kNowhere && seen_from[at] == kNowhere) {
      seen_from[at] = start;
      at = next[at];
    }
    if (at == kNowhere || seen_from[at] != start) continue;
    std::vector<std::uint32_t> cycle{at};
    for (std::uint32_t node = next[at]; node != at; node = next[node]) cycle.push_back(node);
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycles.push_back(std::move(cycle));
  }
  return cycles;
}

}  // namespace

std::vector<MenuRound> find_rounds(const Ivr& ivr, const World& world) {
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> needs_by_cycle;
  std::uint32_t last = kNowhere;
  for (const MenuNeed& need : menu_needs(ivr, world)) {
    if (need.need == last) continue;  // by another contact type: the same choices
    last = need.need;
    std::vector<std::uint32_t> next;
    for (const IvrNode& node : ivr.nodes) next.push_back(right_next(node, need.need));
    for (auto& cycle : cycles_of(next)) needs_by_cycle[std::move(cycle)].push_back(need.need);
  }
  std::vector<MenuRound> rounds;
  for (auto& [cycle, needs] : needs_by_cycle) rounds.push_back({cycle, std::move(needs)});
  return rounds;
}

}  // namespace holdline
