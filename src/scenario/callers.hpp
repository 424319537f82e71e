// Who comes to menus and machines: what the algebra of both averages over.
#pragma once

#include <cstdint>
#include <vector>

#include "holdline/scenario/ivr_algebra.hpp"

namespace holdline {

/// Issues of the type number `need` that customers of a segment bring by the contact type, relative
/// to those of other segments.
[[nodiscard]] double weight_of(const World& world, std::size_t segment, std::uint32_t need,
                               ContactTypeId contact_type);

/// The needs that come by these contact types, issue types first.
[[nodiscard]] std::vector<MenuNeed> needs_by(const std::vector<bool>& contact_types,
                                             const World& world);

}  // namespace holdline
