// Sums of contacts by who had them and why, while facts come in: a contact is added once, to the
// cell of its (contact type, issue type, segment, interval); the rows of each are sums of cells,
// made at the end.
//
// A place is given to a combination when it first occurs, since a thousand issue types times a
// hundred segments would be too many to have ready; and there is an end to them, beyond which a
// contact is added to its rows at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "holdline/util/ids.hpp"
#include "score/journey_sums.hpp"

namespace holdline {

/// Whose contacts are added together. Issue type and segment may be none.
struct ContactOrigin {
  ContactTypeId type;
  IssueTypeId issue_type;
  SegmentId segment;
};

class ContactCells {
 public:
  ContactCells(std::size_t issue_types, std::size_t segments, std::size_t slots);

  void clear();
  /// Where contacts of a slot are added; nullptr if there is no place left for such ones.
  [[nodiscard]] PlainSums* find(const ContactOrigin& origin, std::size_t slot) {
    const std::uint32_t* place = &first_places_[pair_of(origin)];
    while (*place != kNone) {
      const Place& each = places_[*place];
      if (each.origin.type == origin.type) return &cells_[*place * slots_ + slot];
      place = &each.next;
    }
    return add_place(origin) ? &cells_[(places_.size() - 1) * slots_ + slot] : nullptr;
  }
  /// Calls visit(origin, cells), the cells by slot, for all that occurred.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t place = 0; place < places_.size(); ++place) {
      visit(places_[place].origin, std::span(cells_).subspan(place * slots_, slots_));
    }
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  static constexpr std::size_t kMostCells = 1u << 16;  ///< of some 300 bytes
  static constexpr std::size_t kFewPlaces = 16;        ///< that there are however many the slots

  struct Place {
    ContactOrigin origin;
    std::uint32_t next = kNone;  ///< of the same issue type and segment
  };

  // None is the largest number of all, so that one more is 0.
  static_assert(IssueTypeId::none_value + 1 == 0 && SegmentId::none_value + 1 == 0);
  [[nodiscard]] std::size_t pair_of(const ContactOrigin& origin) const {
    return (origin.issue_type.value + 1) * segment_places_ + (origin.segment.value + 1);
  }
  [[gnu::noinline, gnu::cold]] bool add_place(const ContactOrigin& origin);

  std::size_t segment_places_;  ///< segments, and none
  std::size_t slots_;
  std::vector<std::uint32_t> first_places_;  ///< by issue type and segment
  std::vector<Place> places_;
  std::vector<PlainSums> cells_;  ///< [place * slots + slot]
};

}  // namespace holdline
