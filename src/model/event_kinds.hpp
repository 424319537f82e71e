// The kinds of events of the centre, and which of several at the same instant comes first.
#pragma once

#include <cstdint>

namespace holdline {

/// What happens to events of the same instant, first to last: part of the specification
/// (docs/model.md). Whoever finishes is free before anybody's patience ends.
enum class EventOrder : std::uint8_t {
  contact_end,
  roster,
  break_again,
  stage,
  patience,
  arrival,
  front_end,
  issue_due
};

/// Of the events that happen in the order in which they were scheduled, where nothing else decides.
enum class EventKind : std::uint8_t {
  roster,         ///< the next entry of the roster
  arrival,        ///< entity: contact type
  stage,          ///< entity: contact; more groups are open to it now
  issue_arrival,  ///< entity: stream of issues
  acquisition,    ///< entity: segment
  issue,          ///< entity: open issue; its step says what is due
};

}  // namespace holdline
