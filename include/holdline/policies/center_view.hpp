// What a policy may see of the centre: plain tables, kept current by the model, read-only here.
// The model keeps them ordered (idle agents, queue heads), so that no policy has to scan.
#pragma once

#include <cstdint>
#include <span>

#include "holdline/policies/idle_set.hpp"
#include "holdline/record/facts.hpp"
#include "holdline/util/ids.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// One contact type's queue.
struct QueueView {
  std::uint32_t length = 0;  ///< contacts waiting
  Time head_since = kNever;  ///< queue entry of the one waiting longest; kNever when empty
};

/// One agent. A cache line of her own: she is met in no order that a cache could foresee.
struct alignas(64) AgentView {
  AgentGroupId group;
  bool is_on_shift = false;
  bool is_working = false;           ///< on a contact
  bool is_idle = false;              ///< available
  Time idle_since;                   ///< meaningful while idle
  Time shift_start;                  ///< of the current or last shift
  Duration busy_today{};             ///< talk, hold and wrap-up completed in this shift
  std::uint32_t contacts_today = 0;  ///< contacts completed in this shift
  Duration break_taken{};            ///< paid and unpaid breaks taken in this shift
  Time last_break_end;               ///< shift start when none was taken yet
};

/// One agent group. `idle` is ordered as the routing policy asked (RoutingPolicy::idle_order).
struct AgentGroupView {
  IdleSet idle;
  std::uint32_t on_shift = 0;  ///< on shift and not absent or sent home, breaks included
  std::uint32_t working = 0;   ///< on a contact
  std::uint32_t on_break = 0;
  std::uint32_t first_agent = 0;  ///< agents of a group are numbered consecutively
  std::uint32_t agent_count = 0;
};

/// The centre as it stands. References stay valid for the whole replication.
struct CenterView {
  Time now;
  std::span<const QueueView> queues;             ///< by ContactTypeId
  std::span<const AgentView> agents;             ///< by AgentId
  std::span<const AgentGroupView> agent_groups;  ///< by AgentGroupId
  std::uint32_t waiting = 0;                     ///< contacts waiting, all types
};

}  // namespace holdline
