// What the machine that answers before the queue does to callers, exactly: for planners before any
// run, beside the algebra of the menus.
#pragma once

#include <cstdint>
#include <vector>

#include "holdline/scenario/customers.hpp"
#include "holdline/scenario/front_end.hpp"
#include "holdline/scenario/ivr_algebra.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

/// What becomes of a caller who comes to the machine. The last three sum to 1.
struct MachineExpectation {
  double tries = 0.0;      ///< share who talk to it
  double time_s = 0.0;     ///< with it, 0 for who does not try [s]
  double contained = 0.0;  ///< it resolved her issue
  double hung_up = 0.0;    ///< lost patience with it
  double goes_on = 0.0;    ///< to the queue, having tried or not
};

/// The expectation over callers at the start of the run, segments in proportion to their issues,
/// who come by this contact type with this need (an issue type; or, from their number on, a contact
/// type, for those whom nobody knows). The hazard of hanging up is taken without its growth, as for
/// the menus, and trust as it is at the start.
[[nodiscard]] MachineExpectation expect_machine(const SelfService& machine, const World& world,
                                                ContactTypeId contact_type, std::uint32_t need);

/// The needs that come to a machine by its own contact types; none where it does not answer.
[[nodiscard]] std::vector<MenuNeed> machine_needs(const SelfService& machine, const World& world);

}  // namespace holdline
