// A contact on its way through queue and service.
#pragma once

#include <cstdint>

#include "holdline/util/ids.hpp"
#include "holdline/util/time.hpp"
#include "kernel/event_queue.hpp"

namespace holdline {

/// "No such thing" among places, slots and numbers.
inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFFu;

/// A contact that has reached the queue stage. What else is known of it, where the scenario has
/// issues, is in the OpenIssue.
struct Contact {
  Time arrival;                ///< at the queue stage: waits count from here
  std::uint64_t index = 0;     ///< as told: the index-th of its type
  double talk_s = 0.0;         ///< as drawn, before the factors [s]
  double handle_factor = 1.0;  ///< of the interval of arrival, and of what happened before [1]
  ContactTypeId type;
  std::uint32_t issue = kNoIndex;  ///< its slot among the open issues
};

/// A contact in a queue: a recycled slot of the pool.
struct WaitingContact {
  Contact contact;
  Duration talk{};                       ///< Contact::talk_s as it is where no factor changes it
  std::uint32_t next = 0, previous = 0;  ///< in its queue
  std::uint32_t queue = 0;               ///< contact type, or types + contact type: callback list
  std::uint32_t joined = 0;              ///< numbers those who ever joined a queue, modulo 2^32
};

/// Of a contact in a queue, where more agent groups open to it as it waits.
struct WaitingStage {
  EventSlot slot = 0;
  std::uint32_t passed = 0;
};

}  // namespace holdline
