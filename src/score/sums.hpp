// What one fact adds to, as integers: sums that conserve to the microsecond and do not depend on
// the order of addition.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "holdline/record/facts.hpp"
#include "holdline/util/int128.hpp"

namespace holdline {

/// How a contact ended and whether it was delayed, as one index, so that it is one addition.
inline constexpr std::size_t kContactKindCount = 2 * kContactOutcomeCount;
[[nodiscard]] constexpr std::size_t contact_kind(ContactOutcome outcome, bool delayed) {
  return 2 * static_cast<std::size_t>(outcome) + (delayed ? 1 : 0);
}

/// Contacts of one type that met agents of one group (or none), of one interval [us]. What can be
/// derived is not added: those within the acceptable wait are those not beyond it.
struct ContactSums {
  std::array<std::uint64_t, kContactKindCount> count{};
  std::array<std::uint64_t, 2> beyond{};  ///< served, abandoned after the acceptable wait
  std::uint64_t short_abandoned = 0;
  std::uint64_t index_sum = 0;  ///< of ContactRecord::index, modulo 2^64
  std::array<Int128, kContactKindCount> wait{};
  Int128 excess = 0;  ///< wait beyond the acceptable one, served and abandoned
  Int128 talk = 0;    ///< talk, hold, wrap-up: of the served
  Int128 hold = 0;
  Int128 wrap_up = 0;
  Int128 other_handle =
      0;  ///< of the others together: the part done of those in service at the end

  [[nodiscard]] std::uint64_t count_of(ContactOutcome outcome) const {
    return count[contact_kind(outcome, false)] + count[contact_kind(outcome, true)];
  }
  [[nodiscard]] std::uint64_t delayed_of(ContactOutcome outcome) const {
    return count[contact_kind(outcome, true)];
  }
  [[nodiscard]] Int128 wait_of(ContactOutcome outcome) const {
    return wait[contact_kind(outcome, false)] + wait[contact_kind(outcome, true)];
  }
  [[nodiscard]] Int128 handle() const { return talk + hold + wrap_up + other_handle; }
  [[nodiscard]] Int128 all_waits() const {
    Int128 sum = 0;
    for (const Int128 part : wait) sum += part;
    return sum;
  }
  [[nodiscard]] std::uint64_t all_counts() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t part : count) sum += part;
    return sum;
  }
  ContactSums& operator+=(const ContactSums& other);
};

/// State, paid and overrun of a stretch of agent time, as one index.
inline constexpr std::size_t kAgentTimeCount = 4 * kAgentStateCount;
[[nodiscard]] constexpr std::size_t agent_time(AgentState state, bool paid, bool overrun) {
  return static_cast<std::size_t>(state) +
         kAgentStateCount * ((paid ? 1u : 0u) + (overrun ? 2u : 0u));
}

/// Time of the agents of one group in one interval [us].
struct AgentSums {
  std::array<Int128, kAgentTimeCount> time{};

  /// In a state, paid or not, within scheduled time or in overrun.
  [[nodiscard]] Int128 in(AgentState state, bool overrun) const {
    return time[agent_time(state, false, overrun)] + time[agent_time(state, true, overrun)];
  }
  [[nodiscard]] Int128 busy(bool overrun) const {
    return in(AgentState::talking, overrun) + in(AgentState::holding, overrun) +
           in(AgentState::wrap_up, overrun);
  }
  [[nodiscard]] Int128 total(bool overrun) const {
    Int128 sum = 0;
    for (std::size_t i = 0; i < 2 * kAgentStateCount; ++i) {
      sum += time[i + (overrun ? 2 * kAgentStateCount : 0)];
    }
    return sum;
  }
  AgentSums& operator+=(const AgentSums& other);
};

}  // namespace holdline
