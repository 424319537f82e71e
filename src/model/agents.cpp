// An agent's states. Time is told as intervals when a state ends, or earlier where the meaning of
// the time changes within a state: at the end of a shift.
#include <algorithm>
#include <cassert>

#include "model/center.hpp"

namespace holdline {

void Simulation::Center::on_agent_phase(AgentId agent) {
  switch (agents_[agent.index()].phase) {
    case AgentPhase::talking:
      on_talk_end(agent);
      break;
    case AgentPhase::wrapping_up:
      end_contact(agent);
      break;
    case AgentPhase::dialing:
      on_ring_end(agent);
      break;
    case AgentPhase::paused:
      on_break_end(agent);
      break;
    default:
      fault("the model scheduled a phase for an agent who is not working");
  }
}

// The agent has just finished something and is in no set: what does she do next?
void Simulation::Center::become_free(AgentId agent) {
  Agent& state = agents_[agent.index()];
  if (state.is_leaving && !stays_for_queue(agent)) {
    go_offline(agent);
    return;
  }
  if (state.is_absent_when_free) {  // never while leaving
    begin_absence(agent);
    return;
  }
  if (!state.is_leaving && state.due_count > 0 && try_break(agent)) return;
  // In the very instant of her shift's end she takes no other contact: the roster comes next.
  const bool may_take = view_.now < state.shift_end || state.is_leaving;
  const std::uint32_t contact = may_take ? find_contact(agent) : kNone;
  if (contact == kNone) {
    become_idle(agent);
    return;
  }
  take_waiting(agent, contact);
}

void Simulation::Center::become_idle(AgentId agent) {
  Agent& state = agents_[agent.index()];
  state.phase = AgentPhase::idle;
  if (!agent_events_.is_pending(phase_number(agent))) agent_events_.rest(phase_number(agent));
  AgentView& view = agent_views_[agent.index()];
  view.is_idle = true;
  view.idle_since = view_.now;
  const std::int64_t key =
      idle_order_ == IdleOrder::by_key ? agent_choice_->idle_key(view_, agent) : 0;
  group_views_[view.group.index()].idle.insert(agent, key);
}

void Simulation::Center::end_idle(AgentId agent) {
  Agent& state = agents_[agent.index()];
  assert(agent_views_[agent.index()].is_idle);
  if (state.since < view_.now) {
    tell_interval(agent, AgentState::available, true, state.since, view_.now);
    state.since = view_.now;
  }
  AgentView& view = agent_views_[agent.index()];
  view.is_idle = false;
  group_views_[view.group.index()].idle.erase(agent);
}

void Simulation::Center::begin_work(AgentId agent) {
  AgentView& view = agent_views_[agent.index()];
  view.is_working = true;
  ++group_views_[view.group.index()].working;
  group_integrals_[view.group.index()].busy.rise(view_.now);
}

void Simulation::Center::end_work(AgentId agent) {
  AgentView& view = agent_views_[agent.index()];
  view.is_working = false;
  --group_views_[view.group.index()].working;
  group_integrals_[view.group.index()].busy.fall(view_.now);
}

void Simulation::Center::go_offline(AgentId agent) {
  Agent& state = agents_[agent.index()];
  AgentView& view = agent_views_[agent.index()];
  if (state.in_overrun) {
    group_integrals_[view.group.index()].overrun.fall(view_.now);
  }
  drop_breaks(agent);
  state.phase = AgentPhase::offline;
  state.in_overrun = state.is_leaving = state.is_absent_when_free = false;
  view.is_on_shift = false;
  --group_views_[view.group.index()].on_shift;
}

void Simulation::Center::flush(AgentId agent, Time until) {
  Agent& state = agents_[agent.index()];
  if (until <= state.since) return;
  switch (state.phase) {
    case AgentPhase::offline:
      break;
    case AgentPhase::idle:
      tell_interval(agent, AgentState::available, true, state.since, until);
      break;
    case AgentPhase::talking:
    case AgentPhase::wrapping_up:
      flush_handling(agent, until);
      break;
    case AgentPhase::dialing:
      tell_interval(agent, AgentState::reserved, true, state.since, until);
      break;
    case AgentPhase::paused:
      tell_interval(agent, state.pause_kind, state.is_paid, state.since, until);
      break;
    case AgentPhase::absent: {
      const Time paid_from = std::clamp(state.unpaid_until, state.since, until);
      if (state.since < paid_from) {
        tell_interval(agent, AgentState::absent, false, state.since, paid_from);
      }
      if (paid_from < until) {
        tell_interval(agent, AgentState::absent, state.is_paid, paid_from, until);
      }
      break;
    }
    case AgentPhase::sent_home:
      tell_interval(agent, AgentState::sent_home, false, state.since, until);
      break;
  }
  state.since = until;
}

// Reserved for a callback, talk, hold, wrap-up: the parts of [since, until) in each.
void Simulation::Center::flush_handling(AgentId agent, Time until) {
  const Agent& state = agents_[agent.index()];
  const Service& service = state.service;
  if (state.since == service.answered && until == service.answered + service.talk) {
    tell_interval(agent, AgentState::talking, true, state.since, until);  // the usual: talk alone
    return;
  }
  Time begin = service.answered;
  if (state.since < begin) {
    tell_interval(agent, AgentState::reserved, true, state.since, std::min(begin, until));
  }
  const auto tell_part = [&](AgentState what, Duration length) {
    const Time end = begin + length;
    const Time from = std::max(begin, state.since);
    const Time to = std::min(end, until);
    if (from < to) tell_interval(agent, what, true, from, to);
    begin = end;
  };
  tell_part(AgentState::talking, service.talk);
  if (service.hold > Duration{0}) tell_part(AgentState::holding, service.hold);
  if (service.wrap_up > Duration{0}) tell_part(AgentState::wrap_up, service.wrap_up);
}

void Simulation::Center::tell_interval(AgentId agent, AgentState what, bool paid, Time begin,
                                       Time end) {
  AgentInterval& interval = facts_.next_interval();
  interval.agent = agent;
  interval.agent_group = tables_.group_of[agent.index()];
  interval.state = what;
  interval.overrun = agents_[agent.index()].in_overrun;
  interval.paid = paid;
  interval.begin = begin;
  interval.end = end;
}

}  // namespace holdline
