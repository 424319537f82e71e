// Which share of the contacts that come goes on to people, past the menus and the machine of a
// plan: what its agents must be compared with, where a machine that everybody must try resolves
// most.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

class FrontEndShares {
 public:
  FrontEndShares(const World& world, const Plan& plan);

  /// Of the contacts of a type with a need: an issue type, or, from their number on, a contact type
  /// for those whom nobody knows. By algebra, as `check` prints it; 0 where there are so many
  /// needs, or so large menus, that it would take too long.
  [[nodiscard]] double of(ContactTypeId contact_type, std::uint32_t need) const;

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> shares_;  ///< by contact type and need
};

}  // namespace holdline
