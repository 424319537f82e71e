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
  const AgentGroupTable& table = tables_.groups[tables_.group_of[agent.index()].index()];
  if (table.spec->absence.empty()) return false;
  const Person& person = tables_.persons[agent.index()];
  const Block words = block_at(absence_keys_[person.crew], replication_.number,
                               (std::uint64_t{day} << 32) | person.place);
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
  const bool is_absent = draw_absence(agent, day);
  if (state.phase == AgentPhase::offline && is_absent) {
    const AgentGroupId group = tables_.group_of[agent.index()];
    group_integrals_[group.index()].scheduled.rise(view_.now);
    state.phase = AgentPhase::absent;
    state.since = view_.now;
    state.shift_end = until;
    return;
  }
  state.is_absent_when_free = is_absent;
  begin_shift(agent, until);
}

void Simulation::Center::begin_absence(AgentId agent) {
  AgentView& view = agent_views_[agent.index()];
  drop_breaks(agent);
  agents_[agent.index()].is_absent_when_free = false;
  agents_[agent.index()].phase = AgentPhase::absent;
  view.is_on_shift = false;
  --group_views_[view.group.index()].on_shift;
}

void Simulation::Center::begin_shift(AgentId agent, Time until) {
  Agent& state = agents_[agent.index()];
  AgentView& view = agent_views_[agent.index()];
  GroupIntegrals& integrals = group_integrals_[view.group.index()];
  integrals.scheduled.rise(view_.now);
  state.shift_end = until;
  state.ask_break_at = view_.now;
  view.shift_start = view.last_break_end = view_.now;
  view.busy_today = view.break_taken = Duration{0};
  view.contacts_today = 0;
  if (state.phase != AgentPhase::offline) {  // still finishing the shift before: on she goes
    flush(agent, view_.now);
    integrals.overrun.fall(view_.now);
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
  state.is_absent_when_free = false;  // that shift is over
  group_integrals_[tables_.group_of[agent.index()].index()].overrun.rise(since);
}

void Simulation::Center::on_shift_end(AgentId agent) {
  Agent& state = agents_[agent.index()];
  AgentView& view = agent_views_[agent.index()];
  group_integrals_[view.group.index()].scheduled.fall(view_.now);
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
      if (stays_for_queue(agent)) {
        begin_overrun(agent, view_.now);
        become_free(agent);
      } else {
        go_offline(agent);
      }
      break;
    case AgentPhase::paused:
      agent_events_.cancel(phase_number(agent));
      flush(agent, view_.now);
      --group_views_[view.group.index()].on_break;
      go_offline(agent);
      break;
    case AgentPhase::talking:
    case AgentPhase::wrapping_up:
    case AgentPhase::dialing:
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
  for (; count > 0 && !leaves.empty(); --count) {
    const AgentId agent = latest_worker_since(group, leaves.back());
    if (agent.is_none()) break;
    begin_overrun(agent, leaves.back());
    leaves.pop_back();
    --pending_leave_count_;
    begin_shift(agent, kNever);
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
    group_integrals_[group.index()].scheduled.fall(view_.now);
    pending_leaves_[group.index()].push_back(view_.now);
    ++pending_leave_count_;
  }
}

// Of those who have been on a contact since `time` or longer, the one told last: who has worked
// longest is left for the leaves that were due earliest.
AgentId Simulation::Center::latest_worker_since(AgentGroupId group, Time time) const {
  const AgentGroupTable& table = tables_.groups[group.index()];
  AgentId latest;
  for (std::uint32_t a = table.first_agent; a < table.first_agent + table.agent_count; ++a) {
    const Agent& state = agents_[a];
    if (!state.is_occupied() || state.is_leaving || state.since > time) continue;
    if (latest.is_none() || state.since > agents_[latest.index()].since) latest = AgentId(a);
  }
  return latest;
}

// The next to finish takes the earliest leave of her group that was due while she was working.
void Simulation::Center::settle_leaving(AgentId agent) {
  const AgentGroupId group = tables_.group_of[agent.index()];
  const Agent& state = agents_[agent.index()];
  auto& leaves = pending_leaves_[group.index()];
  if (leaves.empty() || state.is_leaving) return;
  auto leave = std::lower_bound(leaves.begin(), leaves.end(), state.since);
  --pending_leave_count_;
  if (leave != leaves.end()) {
    begin_overrun(agent, *leave);
    leaves.erase(leave);
    return;
  }
  // She was asked to stay after all of them: somebody who has worked since before the last takes
  // its overrun and stays on in her place, and she goes now.
  const AgentId other = latest_worker_since(group, leaves.back());
  if (other.is_none()) {
    fault("the model found nobody for a leave that was due");
  } else {
    begin_overrun(other, leaves.back());
    begin_shift(other, kNever);
  }
  leaves.pop_back();
  group_integrals_[group.index()].scheduled.fall(view_.now);
  begin_overrun(agent, view_.now);
}

}  // namespace holdline
