// Questions about the shape of the menus: what can be reached, and where a walk is caught.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace holdline {

/// Nodes as numbers from 0; successors of each.
using Successors = std::vector<std::vector<std::uint32_t>>;

/// By node: whether a path leads there from one of `from` (themselves included).
[[nodiscard]] std::vector<bool> reachable(const Successors& successors,
                                          std::span<const std::uint32_t> from);

/// A cycle, in its order, among nodes from which no path leads to a node that `ends`; empty if
/// there is none. The one with the lowest node, found by following first successors.
[[nodiscard]] std::vector<std::uint32_t> find_trap(const Successors& successors,
                                                   const std::vector<bool>& ends);

}  // namespace holdline
