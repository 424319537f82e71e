// What the parts of the reader of `plan.ivr` share: where its values stand in the text, and the
// needs that its options serve.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/sections.hpp"

namespace holdline {

/// Where the menus stand in the text, for what is found once all of them are read.
struct IvrSource {
  std::string path;
  Position way_out;
  std::vector<Position> nodes;  ///< by node
};

/// What nodes may name.
struct IvrNames {
  std::vector<std::string> nodes;
  std::vector<std::string> needs;  ///< issue types, then contact types: IvrNode::option_for's order
};

/// One node of one kind. Names of other nodes become ids.
void read_ivr_node(Slot& slot, LoadContext& context, const IvrNames& names, IvrNode& out);

/// The options of a menu, and which of them serves which need.
void read_menu_options(Slot& slot, const IvrNames& names, IvrNode& out);

/// What callers need or keep, as a coefficient whose default is assumed.
void read_assumed_time(Slot slot, bool counts, Duration& out);

/// What only the whole can be wrong in: the way out, needs without an option, the graph.
void check_ivr(const Ivr& ivr, const IvrSource& source, const LoadContext& context, Sheet& sheet);

/// Callers with a need who walk for ever, or nearly.
struct MenuLength {
  std::uint32_t need = 0;
  std::vector<std::uint32_t> trap;        ///< the cycle that they do not leave, or empty
  std::optional<double> expected_visits;  ///< more than a walk may have; none: too long to compute
};
/// `ivr` has passed the checks of its graph.
[[nodiscard]] std::vector<MenuLength> find_endless_walks(const Ivr& ivr, const World& world);

/// A cycle of right choices, and the needs that are led round by it.
struct MenuRound {
  std::vector<std::uint32_t> cycle;  ///< nodes, the lowest first
  std::vector<std::uint32_t> needs;
};
/// Takes needs x nodes steps. `ivr` has passed the checks of its graph and of its options.
[[nodiscard]] std::vector<MenuRound> find_rounds(const Ivr& ivr, const World& world);

}  // namespace holdline
