// When does an agent take a break that is due? The model owns schedule, states and limits; a break
// policy answers one question.
#pragma once

#include <cstdint>

#include "holdline/kernel/random.hpp"
#include "holdline/policies/center_view.hpp"
#include "holdline/policies/parameters.hpp"

namespace holdline {

/// A break that is due.
struct DueBreak {
  AgentState kind = AgentState::on_break;  ///< on_break, meal, training or meeting
  Time scheduled;                          ///< when it should have begun; at or before now
  Duration length{};
  Time shift_end;
};

/// start: the break begins now. ask_again: the agent goes on taking contacts and the policy is
/// asked again after `delay` (at least a second), or when her next contact ends after that. skip:
/// it is lost.
struct BreakDecision {
  enum class Kind : std::uint8_t { start, ask_again, skip } kind = Kind::start;
  Duration delay{};
};

class BreakPolicy {
 public:
  virtual ~BreakPolicy() = default;

  /// Asked when a break is due and the agent is free (a contact is always finished first). Called
  /// at most once an instant for an agent. The model skips a break that would begin at or after
  /// the shift's end, and cuts one that would end after it.
  [[nodiscard]] virtual BreakDecision decide(const CenterView& center, AgentId agent,
                                             const DueBreak& due, DrawSequence& draws) = 0;
};

}  // namespace holdline
