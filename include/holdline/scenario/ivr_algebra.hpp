// What the menus do to callers, exactly: a walk through them is an absorbing Markov chain, so that
// expected visits solve a linear system, and time and ends are sums over visits (Kemeny and Snell,
// "Finite Markov Chains"). For planners before any run, and the oracle of the simulated walk.
#pragma once

#include <cstdint>
#include <vector>

#include "holdline/scenario/customers.hpp"
#include "holdline/scenario/front_end.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

/// In IvrNode::option_for: no option serves the need, which cannot come to this menu.
inline constexpr std::uint32_t kNoOption = 0xFFFFFFFFu;

/// A caller as the algebra sees her.
struct MenuCaller {
  std::uint32_t need = 0;      ///< index into IvrNode::option_for
  ContactTypeId contact_type;  ///< whose queue is her own
  bool knows_menu = false;
  double presses_zero = 0.0;         ///< at each try of a menu that offers a human
  double self_service_factor = 1.0;  ///< multiplies the success of tasks [1]
};

/// What becomes of her. The six ends sum to 1.
struct MenuExpectation {
  double time_s = 0.0;         ///< in the menus, however they end [s]
  double contained = 0.0;      ///< a task resolved her issue
  double hung_up = 0.0;        ///< lost patience with the menus
  double own_queue = 0.0;      ///< was led to the queue of her own contact type
  double misrouted = 0.0;      ///< was led to another queue
  double opted_out = 0.0;      ///< pressed zero; whichever queue the way out leads to
  double ended = 0.0;          ///< came to a node that hangs up
  std::vector<double> visits;  ///< expected, by node
};

/// The expectation over walks. The hazard of hanging up is taken as constant, `hang_up_per_s`: its
/// growth with time and errors, which depends on the path, is left out, so that where it is not 0
/// fewer hang up here than will. `ivr` has been loaded (every walk ends) and `behaviour` is the
/// world's. Cost: the cube of the nodes on common cycles at worst, their number for a tree.
[[nodiscard]] MenuExpectation expect_menus(const Ivr& ivr, const MenuBehaviour& behaviour,
                                           const MenuCaller& caller);

/// The same over the callers at the start of the run who come by this contact type with this need:
/// segments in proportion to their issues, those who know the menus and those who do not. A need
/// that is a contact type is that of callers nobody knows.
[[nodiscard]] MenuExpectation expect_menus(const Ivr& ivr, const World& world,
                                           ContactTypeId contact_type, std::uint32_t need);

/// A need that callers bring to the menus by a contact type.
struct MenuNeed {
  ContactTypeId contact_type;
  std::uint32_t need = 0;  ///< index into IvrNode::option_for
};

/// Issue types that come by a contact type which passes the menus, and contact types that do and
/// have arrivals of their own; in the order of option_for.
[[nodiscard]] std::vector<MenuNeed> menu_needs(const Ivr& ivr, const World& world);

}  // namespace holdline
