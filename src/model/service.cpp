// An agent serves a contact: talk, hold, wrap-up.
#include <cassert>

#include "model/center.hpp"

namespace holdline {

// The contact is out of any queue; the agent is neither idle nor working and told until now.
void Simulation::Center::serve(AgentId agent, const Contact& contact, Duration talk, bool delayed) {
  const HandlingTimes times = schedule_end(agent, contact, talk);
  begin_work(agent);
  begin_service(agent, contact, times, delayed);
}

// First of all that beginning a service takes: the loop waits for the event.
HandlingTimes Simulation::Center::schedule_end(AgentId agent, const Contact& contact,
                                               Duration talk) {
  const HandlingTimes times = draw_handling(contact, talk, agent);
  // The end of talk matters only to the trunks; without them one event ends it all.
  Duration first = times.talk + times.hold;
  if (trunk_limit_ == kNone) first += times.wrap_up;
  agent_events_.schedule(phase_number(agent), view_.now + first,
                         static_cast<std::uint8_t>(EventOrder::contact_end));
  return times;
}

void Simulation::Center::begin_service(AgentId agent, const Contact& contact,
                                       const HandlingTimes& times, bool delayed) {
  assign(agent, contact, delayed);
  Service& service = agents_[agent.index()].service;
  service.answered = view_.now;
  service.talk = times.talk;
  service.hold = times.hold;
  service.wrap_up = times.wrap_up;
  agents_[agent.index()].phase = AgentPhase::talking;
}

// The agent has this contact from now on.
void Simulation::Center::assign(AgentId agent, const Contact& contact, bool delayed) {
  Service& service = agents_[agent.index()].service;
  service.arrival = contact.arrival;
  service.index = contact.index;
  service.type = contact.type;
  service.issue = contact.issue;
  service.delayed = delayed;
}

HandlingTimes Simulation::Center::draw_handling(const Contact& contact, Duration talk,
                                                AgentId agent) {
  if (contact.issue != kNone) [[unlikely]] {
    // Not returned as it is: what a call gives back lies in memory, and the end of service would be
    // computed there.
    const HandlingTimes of_issue = draw_handling_of_issue(contact, talk, agent);
    return {of_issue.talk, of_issue.hold, of_issue.wrap_up};
  }
  return draw_parts(contact, talk, agent, contact.handle_factor,
                    {nullptr, contact.index, 0, 0xFFFFFFFFu});
}

// `own_factor` is the contact's; the agent's own comes on top.
HandlingTimes Simulation::Center::draw_parts(const Contact& contact, Duration talk, AgentId agent,
                                             double own_factor, const HandlingDraws& from) {
  const std::size_t t = contact.type.index();
  const ContactTypeTable& type = tables_.types[t];
  const double factor = own_factor * agents_[agent.index()].speed *
                        tables_.handle_factor(contact.type, tables_.group_of[agent.index()]);
  HandlingTimes times;
  // Most often there is no factor. As a branch, since that is foreseen, the end of service need not
  // wait for what is known of the agent.
  if (factor == 1.0) [[likely]] {
    times.talk = talk;
  } else {
    times.talk = from_seconds(contact.talk_s * factor);
  }
  if (type.hold) {
    const StreamKey key = from.keys != nullptr ? from.keys->hold : hold_keys_[t];
    const Block occurs = block_at(key, replication_.number, from.index, from.occurs_lane);
    if (to_unit(occurs[0]) < type.spec->hold_probability) {
      DrawSequence draws(key, replication_.number, from.index, from.lane);
      times.hold = from_seconds(type.hold->sample_s(draws) * factor);
    }
  }
  if (type.wrap_up) {
    const StreamKey key = from.keys != nullptr ? from.keys->wrap_up : wrap_up_keys_[t];
    DrawSequence draws(key, replication_.number, from.index, from.lane);
    times.wrap_up = from_seconds(type.wrap_up->sample_s(draws) * factor);
  }
  return times;
}

void Simulation::Center::on_talk_end(AgentId agent) {
  Agent& state = agents_[agent.index()];
  release_trunk();
  if (trunk_limit_ != kNone && state.service.wrap_up > Duration{0}) {
    state.phase = AgentPhase::wrapping_up;
    agent_events_.schedule(phase_number(agent), view_.now + state.service.wrap_up,
                           static_cast<std::uint8_t>(EventOrder::contact_end));
    return;
  }
  end_contact(agent);
}

void Simulation::Center::end_contact(AgentId agent) {
  assert(agents_[agent.index()].is_handling());
  if (pending_leave_count_ > 0) settle_leaving(agent);
  const std::uint32_t next = next_at_once(agent);
  if (next != kNone) {
    go_on_with(agent, next);
    return;
  }
  tell_handling(agent);
  end_work(agent);
  std::uint32_t passed_on = kNone;
  if (agents_[agent.index()].service.issue == kNone) [[likely]] {
    tell_end(agent);
  } else {
    passed_on = end_contact_of_issue(agent);
  }
  count_contact_of(agent);
  become_free(agent);
  // Whoever found out is free by now, and may be the right one too.
  if (passed_on != kNone) [[unlikely]]
    begin_transfer(passed_on);
}

// Whom the agent serves next where nothing is to be decided: become_free() would find the same.
std::uint32_t Simulation::Center::next_at_once(AgentId agent) const {
  const Agent& state = agents_[agent.index()];
  const bool is_usual = state.service.issue == kNone && state.sole_type != kNone &&
                        !state.is_leaving && !state.is_absent_when_free && state.due_count == 0 &&
                        view_.now < state.shift_end && !tables_.has_callbacks;
  return is_usual ? heads_[state.sole_type] : kNone;
}

// From one contact straight to the next, at work all the time. The end of the next is scheduled
// before the last is told.
void Simulation::Center::go_on_with(AgentId agent, std::uint32_t place) {
  const HandlingTimes times = schedule_end(agent, pool_[place].contact, pool_[place].talk);
  tell_handling(agent);
  tell_end(agent);
  count_contact_of(agent);
  begin_service(agent, leave_queue(place), times, true);
}

void Simulation::Center::tell_handling(AgentId agent) {
  Agent& state = agents_[agent.index()];
  if (state.since < view_.now) {
    flush_handling(agent, view_.now);
    state.since = view_.now;
  }
}

void Simulation::Center::tell_end(AgentId agent) {
  const Service& service = agents_[agent.index()].service;
  ++counts_.contact_types[service.type.index()]
        .outcomes[static_cast<std::size_t>(ContactOutcome::served)];
  tell_served(service, agent, ContactOutcome::served);
}

void Simulation::Center::count_contact_of(AgentId agent) {
  const Service& service = agents_[agent.index()].service;
  AgentView& view = agent_views_[agent.index()];
  view.busy_today += service.talk + service.hold + service.wrap_up;
  ++view.contacts_today;
}

void Simulation::Center::tell_served(const Service& service, AgentId agent,
                                     ContactOutcome outcome) {
  write_served(facts_.next_contact(), service, agent, outcome);
}

void Simulation::Center::write_served(ContactRecord& record, const Service& service, AgentId agent,
                                      ContactOutcome outcome) const {
  record.type = service.type;
  record.outcome = outcome;
  record.delayed = service.delayed;
  record.agent = agent;
  record.agent_group = tables_.group_of[agent.index()];
  record.index = service.index;
  record.arrival = record.queue_entry = service.arrival;
  record.wait = service.answered - service.arrival;
  record.talk = service.talk;
  record.hold = service.hold;
  record.wrap_up = service.wrap_up;
}

}  // namespace holdline
