// What happened, as facts: one for each contact and each stretch of an agent's time, poured into
// sinks as the run goes. Nothing here is a metric.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "holdline/util/ids.hpp"
#include "holdline/util/int128.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// How a contact ended.
enum class ContactOutcome : std::uint8_t {
  served,           ///< answered by an agent
  abandoned,        ///< left the queue when patience ended
  balked,           ///< did not join the queue when told to wait
  blocked,          ///< refused: no free trunk, or the queue was full
  disconnected,     ///< cleared from the queue at closing
  in_system,        ///< still waiting or in service when the run ended
  contained,        ///< resolved by a menu or a machine, without a human
  hung_up,          ///< left in the menu or with the machine
  called_back,      ///< left the line for a callback and was served by it
  callback_failed,  ///< left the line for a callback that reached nobody, or came too late
};
inline constexpr std::size_t kContactOutcomeCount = 10;
[[nodiscard]] std::string_view to_string(ContactOutcome outcome);

/// What came before and after the queue, told only where the scenario has issues (redials, menus,
/// outcomes, ...). Valid during the call that tells the contact.
struct ContactJourney {
  std::uint64_t issue = 0;               ///< number of the issue, unique in the replication
  IssueTypeId issue_type;                ///< none: raised by an arrival of the contact type
  SegmentId segment;                     ///< none: nobody knows whose it is
  std::uint32_t customer = 0xFFFFFFFFu;  ///< number of the customer, if known
  std::uint32_t attempt = 0;             ///< 0: the issue's first contact
  bool is_retrial = false;               ///< after an attempt that reached nobody
  bool is_transfer = false;         ///< handed over by an agent (misrouted before, or escalated)
  bool is_misrouted = false;        ///< reached people who could not help and was passed on
  bool opted_out = false;           ///< pressed zero
  bool is_resolved = false;         ///< resolved its issue
  bool is_marked_resolved = false;  ///< and what the agent wrote
  std::uint16_t menu_errors = 0;    ///< wrong choices, no or not understood answers
  bool used_self_service = false;
  bool resolved_by_machine = false;  ///< in a menu's task or by self-service
  bool was_offered_callback = false;
  bool accepted_callback = false;
  bool has_prediction = false;
  Duration menu{};          ///< time in the menus
  Duration self_service{};  ///< time with the machine
  Duration predicted_wait{};
  Duration callback_delay{};  ///< from the promise to the answer
  Duration reserved{};        ///< agents' time waiting for an answer
};

/// One contact, told when it is over (or when the run ends: `in_system`).
struct ContactRecord {
  ContactTypeId type;
  ContactOutcome outcome = ContactOutcome::served;
  bool delayed = false;      ///< had to wait: no agent was free for it on arrival
  AgentId agent;             ///< none unless answered
  AgentGroupId agent_group;  ///< none unless answered
  std::uint64_t index = 0;   ///< this was the index-th arrival of its type, from 0
  Time arrival;              ///< reached the centre (and took a trunk)
  Time queue_entry;  ///< joined the agent queue or was answered at once; waits count from here
  Duration wait{};   ///< queue entry to answer, abandonment, disconnection or end of run
  Duration talk{};   ///< with the agent, holds apart; for in_system contacts the part done
  Duration hold{};
  Duration wrap_up{};
  const ContactJourney* journey = nullptr;  ///< nullptr where the scenario has no issues
};

/// How an issue ended.
enum class IssueOutcome : std::uint8_t {
  resolved,
  given_up,  ///< the customer tries no more
  open       ///< when the run ended
};
inline constexpr std::size_t kIssueOutcomeCount = 3;
[[nodiscard]] std::string_view to_string(IssueOutcome outcome);

/// One issue, told when it is over (or when the run ends).
struct IssueRecord {
  std::uint64_t issue = 0;
  IssueTypeId type;            ///< none: raised by an arrival of `contact_type`
  ContactTypeId contact_type;  ///< of the first contact
  SegmentId segment;
  std::uint32_t customer = 0xFFFFFFFFu;
  IssueOutcome outcome = IssueOutcome::open;
  bool resolved_by_machine = false;
  bool marked_at_first_contact = false;  ///< as resolved, by who ended the customer's first attempt
  std::uint32_t contacts = 0;            ///< all attempts, transfers included
  std::uint32_t served = 0;              ///< of those, by an agent
  std::uint32_t redials = 0;
  std::uint32_t recontacts = 0;
  std::uint32_t transfers = 0;  ///< misroutes and escalations
  std::uint32_t escalations = 0;
  std::uint32_t abandonments = 0;  ///< in the queue, in the menu or with the machine
  bool is_late = false;            ///< not resolved when due
  Time opened;                     ///< first contact
  Time closed;                     ///< resolution, the last attempt's end, or the run's
  Time second_contact = kNever;    ///< first further attempt by the customer herself
  Duration wait{};                 ///< in queues, on the line
  Duration callback_wait{};
  Duration machine{};   ///< in menus and with machines
  double effort = 0.0;  ///< by the effort policy [1]
  // What she made of it, where the scenario has outcomes; not of issues that are open, or given up
  // since she has left.
  bool has_experience = false;
  bool is_satisfied = false;
  bool has_answered = false;       ///< the survey
  std::int8_t recommendation = 0;  ///< +1 promoter, 0 passive, -1 detractor
  double ease = 0.0;               ///< CES, 1 to 7
  bool is_lost = false;            ///< the customer left because of it
  std::int32_t referrals = 0;      ///< customers its word of mouth wins; negative: keeps away
};

/// A customer comes or goes, or would have come.
enum class CustomerChange : std::uint8_t {
  acquired,      ///< by the company's own efforts
  referred,      ///< by another customer
  left_anyway,   ///< for reasons of her own; told at the end of the run
  left_service,  ///< because of how an issue went
  kept_away,     ///< won by the company's own efforts, but for what she heard; no customer
};
inline constexpr std::size_t kCustomerChangeCount = 5;
/// How many customers more there are: 1, -1 or 0.
[[nodiscard]] int customers_gained(CustomerChange change);
[[nodiscard]] std::string_view to_string(CustomerChange change);

struct CustomerRecord {
  std::uint32_t customer = 0;  ///< the largest number for one who was kept away
  SegmentId segment;
  CustomerChange change = CustomerChange::acquired;
  Time time;
};

/// Agent states. `offline` is not recorded: it is the rest of the time.
enum class AgentState : std::uint8_t {
  available,
  talking,
  holding,
  wrap_up,
  on_break,
  meal,
  training,
  meeting,
  absent,     ///< scheduled but away, by cause
  sent_home,  ///< released early for the rest of the shift
  reserved    ///< waiting for a customer to answer a callback
};
inline constexpr std::size_t kAgentStateCount = 11;
[[nodiscard]] std::string_view to_string(AgentState state);
[[nodiscard]] constexpr bool is_busy(AgentState state) {
  return state == AgentState::talking || state == AgentState::holding ||
         state == AgentState::wrap_up;
}

/// A stretch [begin, end) of one agent's time in one state. The stretches of an agent do not
/// overlap and, together, cover exactly her scheduled time plus her overrun.
struct AgentInterval {
  AgentId agent;
  AgentGroupId agent_group;
  AgentState state = AgentState::available;
  bool paid = true;
  bool overrun = false;  ///< after the end of the shift (split there: never half and half)
  Time begin;
  Time end;
};

/// The whole of a replication, told first.
struct ReplicationStart {
  std::uint32_t replication = 0;
  std::uint64_t seed = 0;
  Time horizon_end;
};

/// For each contact type, what the model counted itself, apart from the facts: the other side of
/// every conservation check.
struct ContactTypeCounts {
  std::uint64_t arrived = 0;
  std::uint64_t outcomes[kContactOutcomeCount] = {};
  std::uint64_t delayed = 0;
  Int128 queue_integral = 0;  ///< integral of the number waiting [contact us]
};

/// For each agent group, the same.
struct AgentGroupCounts {
  Int128 scheduled_integral =
      0;                        ///< integral of agents on shift, absent and sent home included [us]
  Int128 busy_integral = 0;     ///< integral of agents talking, holding or wrapping up [us]
  Int128 overrun_integral = 0;  ///< integral of agents working past their shift's end [us]
};

/// For each source of issues (contact types that raise them, then issue types), the same.
struct IssueCounts {
  std::uint64_t opened = 0;
  std::uint64_t outcomes[kIssueOutcomeCount] = {};
  std::uint64_t contacts = 0;  ///< attempts made
  std::uint64_t redials = 0;
  std::uint64_t recontacts = 0;
  std::uint64_t transfers = 0;
  std::uint64_t callbacks_promised = 0;
  std::uint64_t callbacks_made = 0;
  std::uint64_t callbacks_failed = 0;
  std::uint64_t callbacks_pending = 0;  ///< when the run ended
};

/// For each segment, the same.
struct SegmentCounts {
  std::uint64_t at_start = 0;
  std::uint64_t changes[kCustomerChangeCount] = {};
  std::uint64_t at_end = 0;
};

/// The whole of a replication, told last.
struct ReplicationEnd {
  Time end;                  ///< when the last event happened (or the cut in steady state)
  std::uint64_t events = 0;  ///< events handled
  bool is_complete = true;   ///< false: stopped before its end; not to be scored
  std::string fault;         ///< a policy's illegal decision, which was refused; or empty
  std::string excess;        ///< what the scenario grew beyond, where the run stopped; or empty
  std::vector<ContactTypeCounts> contact_types;
  std::vector<AgentGroupCounts> agent_groups;
  std::vector<IssueCounts> issues;  ///< contact types, then issue types; empty without issues
  std::vector<SegmentCounts> segments;
};

}  // namespace holdline
