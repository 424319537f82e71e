// What one fact adds to, as integers: sums that conserve to the microsecond and do not depend on
// the order of addition.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "holdline/record/facts.hpp"
#include "holdline/util/int128.hpp"
#include "util/wide_sum.hpp"

namespace holdline {

/// How a contact ended and whether it was delayed, as one index, so that it is one addition.
inline constexpr std::size_t kContactKindCount = 2 * kContactOutcomeCount;
[[nodiscard]] constexpr std::size_t contact_kind(ContactOutcome outcome, bool delayed) {
  return 2 * static_cast<std::size_t>(outcome) + (delayed ? 1 : 0);
}

/// Contacts of one kind [us]. Every contact adds to every member, whether its kind has a use for it
/// or not: that needs no branch, and a mispredicted one costs more than all of these additions.
/// Whole cache lines, found by a shift.
struct alignas(64) ContactKindSums {
  std::uint64_t count = 0;
  std::uint64_t beyond = 0;  ///< with a wait above the acceptable one
  std::uint64_t early = 0;   ///< with a wait up to the short-abandon threshold
  std::uint64_t index = 0;   ///< sum of ContactRecord::index, modulo 2^64
  WideSum wait;
  WideSum excess;  ///< wait above the acceptable one
  WideSum talk;
  WideSum hold;
  WideSum wrap_up;

  [[nodiscard]] Int128 handle() const { return talk.value() + hold.value() + wrap_up.value(); }
  ContactKindSums& operator+=(const ContactKindSums& other);
};

/// Contacts of one type that met agents of one group (or none), of one interval.
struct ContactSums {
  std::array<ContactKindSums, kContactKindCount> kinds{};

  /// Of an outcome, delayed or not.
  [[nodiscard]] ContactKindSums of(ContactOutcome outcome) const {
    ContactKindSums sums = kinds[contact_kind(outcome, false)];
    return sums += kinds[contact_kind(outcome, true)];
  }
  [[nodiscard]] const ContactKindSums& delayed_of(ContactOutcome outcome) const {
    return kinds[contact_kind(outcome, true)];
  }
  [[nodiscard]] ContactKindSums all() const {
    ContactKindSums sums;
    for (const ContactKindSums& kind : kinds) sums += kind;
    return sums;
  }
  ContactSums& operator+=(const ContactSums& other);
};

/// State, paid and overrun of a stretch of agent time, as one index.
inline constexpr std::size_t kAgentTimeCount = 4 * kAgentStateCount;
[[nodiscard]] constexpr std::size_t agent_time(AgentState state, bool paid, bool overrun) {
  return 4 * static_cast<std::size_t>(state) + (overrun ? 2u : 0u) + (paid ? 1u : 0u);
}

/// Time of the agents of one group in one interval [us].
struct AgentSums {
  std::array<WideSum, kAgentTimeCount> time{};

  [[nodiscard]] Int128 paid_in(AgentState state, bool overrun) const {
    return time[agent_time(state, true, overrun)].value();
  }
  /// In a state, paid or not, within scheduled time or in overrun.
  [[nodiscard]] Int128 in(AgentState state, bool overrun) const {
    return paid_in(state, overrun) + time[agent_time(state, false, overrun)].value();
  }
  [[nodiscard]] Int128 busy(bool overrun) const {
    return in(AgentState::talking, overrun) + in(AgentState::holding, overrun) +
           in(AgentState::wrap_up, overrun);
  }
  [[nodiscard]] Int128 total(bool overrun) const {
    Int128 sum = 0;
    for (std::size_t i = 0; i < kAgentStateCount; ++i) {
      sum += in(static_cast<AgentState>(i), overrun);
    }
    return sum;
  }
  AgentSums& operator+=(const AgentSums& other);
};

}  // namespace holdline
