// Shifts, numbers of agents by interval, openings and closings. Whoever is on a contact when the
// shift ends finishes it: that time is overrun, paid and told apart.
#include <algorithm>

#include "model/center.hpp"

namespace holdline {

void Simulation::Center::on_roster() {
  const RosterEntry entry = roster_.take();
  if (roster_.next_time() != kNever) {
    calendar_events_.schedule(roster_slot_, roster_.next_time(),
                              static_cast<std::uint8_t>(EventOrder::roster));
  }
  switch (entry.change) {
    case RosterChange::day_start:
      break;
    case RosterChange::closing:
      on_closing();
      break;
    case RosterChange::shift_end:
      on_shift_end(AgentId(entry.subject));
      break;
    case RosterChange::target:
      on_target(AgentGroupId(entry.subject), entry.value);
      break;
    case RosterChange::opening:
      is_draining_ = false;
      break;
    case RosterChange::shift_start:
      on_shift_start(AgentId(entry.subject), entry.until, entry.value);
      break;
    case RosterChange::break_due: {
      const AgentGroupId group = tables_.group_of[entry.subject];
      on_break_due(AgentId(entry.subject),
                   tables_.groups[group.index()].spec->shifts[entry.shift].breaks[entry.value]);
      break;
    }
    case RosterChange::review:
      on_review();
      break;
    case RosterChange::horizon_end:
      if (tables_.scenario.world.calendar.at_close == ClosingRule::carry_over) {
        clear_queues(ContactOutcome::in_system);
      }
      break;
  }
}

// `serve`: delays between groups end with the day, since nobody else is coming.
void Simulation::Center::on_closing() {
  switch (tables_.scenario.world.calendar.at_close) {
    case ClosingRule::serve:
      is_draining_ = true;
      dispatch_waiting();
      break;
    case ClosingRule::disconnect:
      clear_queues(ContactOutcome::disconnected);
      break;
    case ClosingRule::carry_over:
      break;
  }
}

bool Simulation::Center::stays_for_queue(AgentId agent) {
  return is_draining_ && find_contact(agent) != kNone;
}

bool Simulation::Center::draw_absence(AgentId agent, std::uint32_t day) {
  const AgentGroupId group = tables_.group_of[agent.index()];
  const AgentGroupTable& table = tables_.groups[group.index()];
  if (table.spec->absence.empty()) return false;
  const std::uint64_t person = agent.value - table.first_agent;
  const Block words = block_at(absence_keys_[group.index()], replication_.number,
                               (std::uint64_t{day} << 32) | person);
  double unit = to_unit(words[0]);
  for (const AbsenceCause& cause : table.spec->absence) {
    if (unit < cause.probability) {
      agents_[agent.index()].is_paid = cause.paid;
      return true;
    }
    unit -= cause.probability;
  }
  return false;
}

void Simulation::Center::on_shift_start(AgentId agent, Time until, std::uint32_t day) {
  Agent& state = agents_[agent.index()];
  if (state.phase == AgentPhase::offline && draw_absence(agent, day)) {
    const AgentGroupId group = tables_.group_of[agent.index()];
    counts_.agent_groups[group.index()].scheduled_integral -= view_.now.time_since_epoch().count();
    state.phase = AgentPhase::absent;
    state.since = view_.now;
    state.shift_end = until;
    return;
  }
  begin_shift(agent, until);
}

void Simulation::Center::begin_shift(AgentId agent, Time until) {
  Agent& state = agents_[agent.index()];
  AgentView& view = agent_views_[agent.index()];
  AgentGroupCounts& counts = counts_.agent_groups[view.group.index()];
  counts.scheduled_integral -= view_.now.time_since_epoch().count();
  state.shift_end = until;
  state.ask_break_at = view_.now;
  view.shift_start = view.last_break_end = view_.now;
  view.busy_today = view.break_taken = Duration{0};
  view.contacts_today = 0;
  if (state.phase != AgentPhase::offline) {  // still finishing the shift before: on she goes
    flush(agent, view_.now);
    counts.overrun_integral += view_.now.time_since_epoch().count();
    state.in_overrun = state.is_leaving = false;
    return;
  }
  state.since = view_.now;
  view.is_on_shift = true;
  ++group_views_[view.group.index()].on_shift;
  become_free(agent);
}

// Time from `since` on (not after now) is overrun; the agent goes when she is free.
void Simulation::Center::begin_overrun(AgentId agent, Time since) {
  Agent& state = agents_[agent.index()];
  flush(agent, since);
  state.in_overrun = state.is_leaving = true;
  counts_.agent_groups[tables_.group_of[agent.index()].index()].overrun_integral -=
      since.time_since_epoch().count();
}

void Simulation::Center::on_shift_end(AgentId agent) {
  Agent& state = agents_[agent.index()];
  AgentView& view = agent_views_[agent.index()];
  counts_.agent_groups[view.group.index()].scheduled_integral +=
      view_.now.time_since_epoch().count();
  drop_breaks(agent);
  switch (state.phase) {
    case AgentPhase::offline:
      fault("the model ended the shift of an agent who is off shift");
      break;
    case AgentPhase::absent:
    case AgentPhase::sent_home:
      flush(agent, view_.now);
      state.phase = AgentPhase::offline;
      break;
    case AgentPhase::idle:
      end_idle(agent);
      go_offline(agent);
      break;
    case AgentPhase::paused:
      agent_events_.cancel(state.phase_slot);
      flush(agent, view_.now);
      --group_views_[view.group.index()].on_break;
      go_offline(agent);
      break;
    case AgentPhase::talking:
    case AgentPhase::wrapping_up:
      begin_overrun(agent, view_.now);
      break;
  }
}

void Simulation::Center::on_target(AgentGroupId group, std::uint32_t agents) {
  const AgentGroupTable& table = tables_.groups[group.index()];
  const std::uint32_t before = targets_[group.index()];
  targets_[group.index()] = agents;
  if (table.on_decrease == LeavingRule::named) {
    const auto day = static_cast<std::uint32_t>(view_.now.time_since_epoch() / kDay);
    for (std::uint32_t i = before; i < agents; ++i) {
      on_shift_start(AgentId(table.first_agent + i), kNever, day);
    }
    for (std::uint32_t i = before; i > agents; --i)
      on_shift_end(AgentId(table.first_agent + i - 1));
  } else if (agents > before) {
    add_agents(group, agents - before);
  } else {
    remove_agents(group, before - agents);
  }
}

void Simulation::Center::add_agents(AgentGroupId group, std::uint32_t count) {
  const AgentGroupTable& table = tables_.groups[group.index()];
  auto& leaves = pending_leaves_[group.index()];
  const std::uint32_t end = table.first_agent + table.agent_count;
  // Those who had yet to leave stay; what they worked since they should have left is overrun.
  for (std::uint32_t a = table.first_agent; a < end && count > 0 && !leaves.empty(); ++a) {
    const Agent& state = agents_[a];
    const bool is_present =
        state.phase == AgentPhase::talking || state.phase == AgentPhase::wrapping_up;
    if (!is_present || state.in_overrun || state.since > leaves.back()) continue;
    begin_overrun(AgentId(a), leaves.back());
    leaves.pop_back();
    --pending_leave_count_;
    begin_shift(AgentId(a), kNever);
    --count;
  }
  for (std::uint32_t a = table.first_agent; a < end && count > 0; ++a) {
    if (agents_[a].phase != AgentPhase::offline && !agents_[a].is_leaving) continue;
    begin_shift(AgentId(a), kNever);
    --count;
  }
}

void Simulation::Center::remove_agents(AgentGroupId group, std::uint32_t count) {
  const AgentGroupTable& table = tables_.groups[group.index()];
  const std::uint32_t end = table.first_agent + table.agent_count;
  for (std::uint32_t a = table.first_agent; a < end && count > 0; ++a) {
    if (agents_[a].phase != AgentPhase::sent_home) continue;
    on_shift_end(AgentId(a));
    --count;
  }
  AgentGroupView& view = group_views_[group.index()];
  for (; count > 0 && !view.idle.empty(); --count) on_shift_end(view.idle.front());
  for (; count > 0; --count) {
    counts_.agent_groups[group.index()].scheduled_integral += view_.now.time_since_epoch().count();
    pending_leaves_[group.index()].push_back(view_.now);
    ++pending_leave_count_;
  }
}

// The next to finish takes the earliest leave that is pending in her group.
void Simulation::Center::settle_leaving(AgentId agent) {
  auto& leaves = pending_leaves_[tables_.group_of[agent.index()].index()];
  if (leaves.empty() || agents_[agent.index()].is_leaving) return;
  begin_overrun(agent, leaves.front());
  leaves.erase(leaves.begin());
  --pending_leave_count_;
}

}  // namespace holdline
