// An agent as the model knows her, and the contact she is on.
#pragma once

#include <cstdint>

#include "holdline/record/facts.hpp"
#include "model/contact.hpp"

namespace holdline {

/// How long an agent is on a contact.
struct HandlingTimes {
  Duration talk{}, hold{}, wrap_up{};
};

/// The contact an agent is on.
struct Service {
  Time arrival;
  Time answered;
  std::uint64_t index = 0;
  Duration talk{}, hold{}, wrap_up{};
  ContactTypeId type;
  std::uint32_t issue = kNoIndex;  ///< the open issue's slot
  bool delayed = false;
};

/// What an agent is doing.
enum class AgentPhase : std::uint8_t {
  offline,
  idle,
  talking,
  wrapping_up,
  dialing,  ///< reserved: waits for a customer to answer a callback
  paused,
  absent,
  sent_home
};

/// What only the model knows of an agent; the rest is in AgentView. Whole cache lines: agents are
/// met in no order that a cache could foresee.
struct alignas(64) Agent {
  AgentPhase phase = AgentPhase::offline;
  bool is_leaving = false;           ///< the shift is over: goes when free
  bool in_overrun = false;           ///< time from `since` on is after the shift's end
  bool is_paid = true;               ///< for paused and absent
  bool is_absent_when_free = false;  ///< absent from now on, once the contact is finished
  AgentState pause_kind = AgentState::on_break;
  std::uint8_t due_count = 0, due_first = 0;  ///< breaks due, into due_breaks_ (a ring of kMaxDue)
  /// The contact type of her only skill, if it is open to her at once. Here, since between the end
  /// of one contact and the next event nothing else has to be looked up.
  std::uint32_t sole_type = kNoIndex;
  std::uint32_t decisions = 0;  ///< numbers this agent's draws
  Time since;                   ///< told until here
  double speed = 1.0;           ///< handle-time factor
  Service service;              ///< meaningful while talking and wrapping up
  Time shift_end = kNever;
  Time ask_break_at;  ///< not asked again before
  Time unpaid_until;  ///< while absent: an unpaid break of her shift

  [[nodiscard]] bool is_handling() const {
    return phase == AgentPhase::talking || phase == AgentPhase::wrapping_up;
  }
  /// On a contact, or calling one: finishes it before she goes.
  [[nodiscard]] bool is_occupied() const { return is_handling() || phase == AgentPhase::dialing; }
};

}  // namespace holdline
