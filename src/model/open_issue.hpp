// An issue that is open: what it has cost so far, the contact under way, and what it waits for. A
// recycled slot of the IssueBook: a run holds as many as were ever open at once.
#pragma once

#include <cstdint>

#include "holdline/record/facts.hpp"
#include "kernel/event_queue.hpp"
#include "model/contact.hpp"
#include "model/issue_source.hpp"

namespace holdline {

/// What an open issue is waiting for. The first three have no event of their own.
enum class IssueStep : std::uint8_t {
  unused,      ///< a free slot
  contact,     ///< a contact waits in a queue or is served
  cut,         ///< the contact has been told as in the system: the run ends
  front_end,   ///< a walk through the menus or a conversation with a machine ends
  callback,    ///< a promised callback: its slot comes, or the next call after no answer
  redial,      ///< the customer tries again
  recontact,   ///< she contacts the centre again
  escalation,  ///< others take it up
};

struct OpenIssue {
  IssueRecord record;         ///< what will be told of it; also the sums that policies see
  ContactJourney journey;     ///< of the contact under way
  Contact contact;            ///< under way; `issue` is this slot
  Time arrived;               ///< the contact under way reached the centre
  double patience_s = 0.0;    ///< of the contact under way [s]
  double redial_share = 0.0;  ///< probability of the next redial [1]
  double recontact_share = 0.0;
  double quality_sum = 0.0;  ///< of `talks` conversations [logit]
  std::uint32_t talks = 0;   ///< contacts served by those they were meant for

  // Who and what: the address of all its draws.
  const IssueKeys* keys = nullptr;
  const DrawsAhead* draws_ahead = nullptr;  ///< of its source; null: it has none
  std::uint64_t number = 0;                 ///< within its source
  std::uint32_t source = 0;                 ///< contact types, then issue types
  std::uint32_t lane = 0;                   ///< first lane of the draws of the contact under way
  Block retrial{}, resolution{};            ///< the first blocks of those draws, for those lanes
  std::uint32_t attempts = 0;               ///< by the customer herself, the one under way included

  ContactTypeId own_type;  ///< what the customer's last attempt was meant for
  IssueStep step = IssueStep::unused;
  bool is_escalated = false;  ///< the contact under way is an escalation
  bool has_context = false;   ///< what a machine learnt reaches the agent of the contact under way
  std::uint32_t menu_errors = 0, forced_failures = 0, machine_failures = 0;

  EventSlot slot = 0;                                  ///< in Center::issue_events_
  std::uint32_t next = kNoIndex, previous = kNoIndex;  ///< other open issues of the customer

  /// Its draws, if they are among those made ahead and not yet given up for later ones'; else
  /// nullptr.
  [[nodiscard]] const DrawsAhead* ahead() const {
    return draws_ahead != nullptr && draws_ahead->holds(number) ? draws_ahead : nullptr;
  }
  /// The same if they are blocks as well.
  [[nodiscard]] const DrawsAhead* blocks_ahead() const {
    const DrawsAhead* const draws = ahead();
    return draws != nullptr && draws->has_blocks() ? draws : nullptr;
  }
  /// ahead() for its first contact, while that is under way.
  [[nodiscard]] const DrawsAhead* first_ahead() const { return lane == 0 ? ahead() : nullptr; }
  /// To a new issue; what each contact sets anew (contact, journey, ...) is left.
  void renew() {
    record = IssueRecord{};
    quality_sum = 0.0;
    talks = lane = attempts = menu_errors = forced_failures = machine_failures = 0;
    is_escalated = has_context = false;
    draws_ahead = nullptr;
    next = previous = kNoIndex;
  }
  [[nodiscard]] bool is_anonymous() const { return record.segment.is_none(); }
};

/// Lanes of the draws of one contact of an issue: each attempt of the customer has 2^21, each
/// hand-over by escalation within it 2^13 of those.
inline constexpr std::uint32_t kAttemptLanes = 1u << 21;
inline constexpr std::uint32_t kHandOverLanes = 1u << 13;
/// Within the lanes of a contact, beyond those that samplers reach.
inline constexpr std::uint32_t kSecondLane = 1u << 12;
inline constexpr std::uint32_t kLastLane = kHandOverLanes - 1;

}  // namespace holdline
