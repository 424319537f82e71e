// Breaks that are due, and going home early: the mechanism; policies decide when.
#include <algorithm>

#include "model/center.hpp"

namespace holdline {

void Simulation::Center::on_break_due(AgentId agent, const ScheduledBreak& spec) {
  Agent& state = agents_[agent.index()];
  if (state.phase == AgentPhase::absent && !spec.paid) {  // not paid for it when away either
    flush(agent, view_.now);
    state.unpaid_until = std::min(view_.now + spec.length, state.shift_end);
    return;
  }
  const bool is_there = state.phase != AgentPhase::offline && state.phase != AgentPhase::absent &&
                        state.phase != AgentPhase::sent_home && !state.is_leaving;
  if (!is_there || state.due_count == kMaxDue) return;
  due_breaks_[agent.index() * kMaxDue + (state.due_first + state.due_count) % kMaxDue] = {
      &spec, view_.now};
  ++state.due_count;
  if (state.phase == AgentPhase::idle) try_break(agent);
}

void Simulation::Center::on_break_again(AgentId agent) {
  if (agents_[agent.index()].phase == AgentPhase::idle) try_break(agent);
}

// Asks the policy about the breaks due, in order; true if one has begun. The agent is idle, or has
// just become free.
bool Simulation::Center::try_break(AgentId agent) {
  Agent& state = agents_[agent.index()];
  while (state.due_count > 0 && view_.now >= state.ask_break_at) {
    const DueEntry due = due_breaks_[agent.index() * kMaxDue + state.due_first];
    const auto drop = [&] {
      state.due_first = static_cast<std::uint8_t>((state.due_first + 1) % kMaxDue);
      --state.due_count;
    };
    if (view_.now >= state.shift_end) {
      drop();
      continue;
    }
    DrawSequence draws = agent_draws(agent, break_key_);
    const BreakDecision decision = break_policy_->decide(
        view_, agent, {due.spec->kind, due.scheduled, due.spec->length, state.shift_end}, draws);
    if (decision.kind == BreakDecision::Kind::ask_again) {
      if (decision.delay < kSecond) fault("break policy asked to be asked again within a second");
      state.ask_break_at = view_.now + std::clamp(decision.delay, kSecond, kDay);
      agent_events_.schedule(break_number(agent), state.ask_break_at,
                             static_cast<std::uint8_t>(EventOrder::break_again));
      return false;
    }
    drop();
    if (decision.kind == BreakDecision::Kind::start) {
      begin_break(agent, due);
      return true;
    }
  }
  return false;
}

void Simulation::Center::begin_break(AgentId agent, const DueEntry& due) {
  Agent& state = agents_[agent.index()];
  if (state.phase == AgentPhase::idle) end_idle(agent);
  agent_events_.cancel(break_number(agent));
  state.phase = AgentPhase::paused;
  state.pause_kind = due.spec->kind;
  state.is_paid = due.spec->paid;
  ++group_views_[tables_.group_of[agent.index()].index()].on_break;
  agent_events_.schedule(phase_number(agent),
                         std::min(view_.now + due.spec->length, state.shift_end),
                         static_cast<std::uint8_t>(EventOrder::contact_end));
}

void Simulation::Center::on_break_end(AgentId agent) {
  AgentView& view = agent_views_[agent.index()];
  const AgentState kind = agents_[agent.index()].pause_kind;
  if (kind == AgentState::on_break || kind == AgentState::meal) {  // training is no rest
    view.break_taken += view_.now - agents_[agent.index()].since;
  }
  view.last_break_end = view_.now;
  flush(agent, view_.now);
  --group_views_[view.group.index()].on_break;
  become_free(agent);
}

void Simulation::Center::drop_breaks(AgentId agent) {
  Agent& state = agents_[agent.index()];
  state.due_count = 0;
  if (has_breaks_) agent_events_.cancel(break_number(agent));
}

void Simulation::Center::on_review() {
  for (std::size_t g = 0; g < group_views_.size(); ++g) {
    AgentGroupView& group = group_views_[g];
    DrawSequence draws(staffing_key_, replication_.number,
                       (static_cast<std::uint64_t>(g) << 48) | counts_.events);
    const std::uint32_t wanted = staffing_policy_->send_home(view_, AgentGroupId(g), draws);
    for (std::uint32_t n = 0; n < wanted && !group.idle.empty(); ++n) {
      const AgentId agent = group.idle.front();
      end_idle(agent);
      drop_breaks(agent);
      agents_[agent.index()].phase = AgentPhase::sent_home;
      agent_views_[agent.index()].is_on_shift = false;
      --group.on_shift;
    }
  }
}

}  // namespace holdline
