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
  served,        ///< answered by an agent
  abandoned,     ///< left the queue when patience ended
  balked,        ///< did not join the queue when told to wait
  blocked,       ///< refused: no free trunk, or the queue was full
  disconnected,  ///< cleared from the queue at closing
  in_system,     ///< still waiting or in service when the run ended
};
inline constexpr std::size_t kContactOutcomeCount = 6;
[[nodiscard]] std::string_view to_string(ContactOutcome outcome);

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
  absent,    ///< scheduled but away, by cause
  sent_home  ///< released early for the rest of the shift
};
inline constexpr std::size_t kAgentStateCount = 10;
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

/// The whole of a replication, told last.
struct ReplicationEnd {
  Time end;                  ///< when the last event happened (or the cut in steady state)
  std::uint64_t events = 0;  ///< events handled
  bool is_complete = true;   ///< false: stopped by request before its end; not to be scored
  std::string fault;         ///< an illegal decision of a policy, refused; empty if there was none
  std::vector<ContactTypeCounts> contact_types;
  std::vector<AgentGroupCounts> agent_groups;
};

}  // namespace holdline
