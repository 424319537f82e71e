// The menus as a Markov chain from node to node: the tries of a menu are summed in closed form, for
// each is like the last, so that the chain has one state a node.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "holdline/scenario/ivr_algebra.hpp"
#include "scenario/ivr_graph.hpp"

namespace holdline {

/// One visit of a node: how long it lasts and where it leads. Arcs and ends sum to 1.
struct MenuState {
  struct Arc {
    std::uint32_t to = 0;
    double probability = 0.0;
  };
  std::vector<Arc> arcs;  ///< each node once, in the order of the file; no zeros
  double time_s = 0.0;
  double contained = 0.0;
  double hung_up = 0.0;
  double opted_out = 0.0;
  double ended = 0.0;  ///< at a transfer or a node that hangs up

  [[nodiscard]] double end() const { return contained + hung_up + opted_out + ended; }
};

/// `behaviour.hang_up_per_s` is the hazard. Menus that do not serve the need count as never
/// understood.
[[nodiscard]] std::vector<MenuState> menu_chain(const Ivr& ivr, const MenuBehaviour& behaviour,
                                                const MenuCaller& caller);

/// Where the chain can go, and where it can end.
[[nodiscard]] Successors successors_of(const std::vector<MenuState>& chain);
[[nodiscard]] std::vector<bool> ends_of(const std::vector<MenuState>& chain);

/// Expected visits of each state of a chain that has no trap in reach of `start`, by state
/// reduction (Grassmann, Taksar and Heyman 1985): no subtraction, so that no digits cancel however
/// long the walks. nullopt when it would take more than `budget` steps, which it takes off.
[[nodiscard]] std::optional<std::vector<double>> expected_visits(
    const std::vector<MenuState>& chain, std::uint32_t start, std::uint64_t& budget);

}  // namespace holdline
