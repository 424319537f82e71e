// Places for combinations as they first occur.
#include "score/contact_cells.hpp"

#include <algorithm>

namespace holdline {

ContactCells::ContactCells(std::size_t issue_types, std::size_t segments, std::size_t slots)
    : segment_places_(segments + 1),
      slots_(slots),
      first_places_((issue_types + 1) * segment_places_, kNone) {}

void ContactCells::clear() {
  std::fill(first_places_.begin(), first_places_.end(), kNone);
  places_.clear();
  cells_.clear();
}

bool ContactCells::add_place(const ContactOrigin& origin) {
  const std::size_t most = std::max(kFewPlaces, kMostCells / slots_);
  if (places_.size() >= most) return false;
  std::uint32_t& first = first_places_[pair_of(origin)];
  places_.push_back({origin, first});
  first = static_cast<std::uint32_t>(places_.size() - 1);
  cells_.resize(places_.size() * slots_);
  return true;
}

}  // namespace holdline
