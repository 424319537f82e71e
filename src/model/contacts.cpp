// A contact arrives, is refused, waits, abandons or is served.
#include <cmath>

#include "model/center.hpp"

namespace holdline {

void Simulation::Center::on_arrival(ContactTypeId type) {
  ArrivalStream& stream = streams_[type.index()];
  const LatentContact latent = stream.latent();
  const Time next = stream.next_arrival();
  if (next != kNever) {
    events_.schedule(arrival_slots_[type.index()], next,
                     static_cast<std::uint8_t>(EventOrder::arrival));
  }
  ContactTypeCounts& counts = counts_.contact_types[type.index()];
  ++counts.arrived;
  const auto& trunks = tables_.plan.trunks;
  if (trunks && trunks_in_use_ >= *trunks) {
    tell_refused(type, latent.index, ContactOutcome::blocked, false);
    return;
  }
  const AgentId agent = find_agent(type, latent.index, Duration{0});
  if (!agent.is_none()) {
    ++trunks_in_use_;
    end_idle(agent);
    serve(agent, make_contact(type, latent));
    return;
  }
  ++counts.delayed;
  if (is_queue_full(type)) {
    tell_refused(type, latent.index, ContactOutcome::blocked, true);
  } else if (balks(type, latent.index)) {
    tell_refused(type, latent.index, ContactOutcome::balked, true);
  } else {
    ++trunks_in_use_;
    join_queue(make_contact(type, latent), latent.patience_s);
  }
}

bool Simulation::Center::is_queue_full(ContactTypeId type) const {
  const auto& total = tables_.plan.queue_limit;
  const auto& own = tables_.types[type.index()].queue_limit;
  return (total && view_.waiting >= *total) || (own && queue_views_[type.index()].length >= *own);
}

bool Simulation::Center::balks(ContactTypeId type, std::uint64_t index) {
  const ContactType& spec = *tables_.types[type.index()].spec;
  if (spec.balk_queue_length && queue_views_[type.index()].length >= *spec.balk_queue_length) {
    return true;
  }
  if (spec.balk_probability <= 0.0) return false;
  const Block words = block_at(balk_keys_[type.index()], replication_.number, index);
  return to_unit(words[0]) < spec.balk_probability;
}

std::uint32_t Simulation::Center::make_contact(ContactTypeId type, const LatentContact& latent) {
  std::uint32_t place;
  if (free_contacts_.empty()) {
    place = static_cast<std::uint32_t>(contacts_.size());
    Contact& fresh = contacts_.emplace_back();
    fresh.patience_slot = events_.acquire(static_cast<std::uint8_t>(EventKind::patience), place);
    if (tables_.has_stages) {
      fresh.stage_slot = events_.acquire(static_cast<std::uint8_t>(EventKind::stage), place);
    }
    free_contacts_.reserve(contacts_.capacity());
  } else {
    place = free_contacts_.back();
    free_contacts_.pop_back();
  }
  Contact& contact = contacts_[place];
  contact.arrival = view_.now;
  contact.index = latent.index;
  contact.talk_s = latent.talk_s;
  contact.handle_factor = latent.handle_factor;
  contact.type = type;
  contact.delayed = false;
  return place;
}

void Simulation::Center::free_contact(std::uint32_t contact) { free_contacts_.push_back(contact); }

void Simulation::Center::join_queue(std::uint32_t place, double patience_s) {
  Contact& contact = contacts_[place];
  const std::size_t type = contact.type.index();
  contact.delayed = true;
  contact.next = kNone;
  contact.previous = tails_[type];
  if (tails_[type] == kNone) {
    heads_[type] = place;
    queue_views_[type].head_since = view_.now;
  } else {
    contacts_[tails_[type]].next = place;
  }
  tails_[type] = place;
  ++queue_views_[type].length;
  ++view_.waiting;
  counts_.contact_types[type].queue_integral -= view_.now.time_since_epoch().count();
  const Duration patience = from_seconds(patience_s);
  if (patience < kForever) {
    events_.schedule(contact.patience_slot, view_.now + patience,
                     static_cast<std::uint8_t>(EventOrder::patience));
  }
  const auto& stages = tables_.types[type].stages;
  if (!stages.empty()) {
    contact.stage = 0;
    events_.schedule(contact.stage_slot, view_.now + stages.front(),
                     static_cast<std::uint8_t>(EventOrder::stage));
  }
}

void Simulation::Center::leave_queue(std::uint32_t place) {
  Contact& contact = contacts_[place];
  const std::size_t type = contact.type.index();
  (contact.previous == kNone ? heads_[type] : contacts_[contact.previous].next) = contact.next;
  (contact.next == kNone ? tails_[type] : contacts_[contact.next].previous) = contact.previous;
  QueueView& queue = queue_views_[type];
  queue.head_since = heads_[type] == kNone ? kNever : contacts_[heads_[type]].arrival;
  --queue.length;
  --view_.waiting;
  counts_.contact_types[type].queue_integral += view_.now.time_since_epoch().count();
  events_.cancel(contact.patience_slot);
  if (tables_.has_stages) events_.cancel(contact.stage_slot);
}

void Simulation::Center::on_patience_expired(std::uint32_t contact) {
  leave_queue(contact);
  release_trunk();
  tell_from_queue(contact, ContactOutcome::abandoned);
  free_contact(contact);
}

void Simulation::Center::clear_queues(ContactOutcome outcome) {
  for (std::size_t type = 0; type < heads_.size(); ++type) {
    while (heads_[type] != kNone) {
      const std::uint32_t contact = heads_[type];
      leave_queue(contact);
      release_trunk();
      tell_from_queue(contact, outcome);
      free_contact(contact);
    }
  }
}

void Simulation::Center::tell_refused(ContactTypeId type, std::uint64_t index,
                                      ContactOutcome outcome, bool delayed) {
  ++counts_.contact_types[type.index()].outcomes[static_cast<std::size_t>(outcome)];
  ContactRecord record;
  record.type = type;
  record.outcome = outcome;
  record.delayed = delayed;
  record.index = index;
  record.arrival = record.queue_entry = view_.now;
  sink_->on_contact(record);
}

void Simulation::Center::tell_from_queue(std::uint32_t place, ContactOutcome outcome) {
  const Contact& contact = contacts_[place];
  ++counts_.contact_types[contact.type.index()].outcomes[static_cast<std::size_t>(outcome)];
  ContactRecord record;
  record.type = contact.type;
  record.outcome = outcome;
  record.delayed = true;
  record.index = contact.index;
  record.arrival = record.queue_entry = contact.arrival;
  record.wait = view_.now - contact.arrival;
  sink_->on_contact(record);
}

// The contact is out of any queue and the agent is neither idle nor working.
void Simulation::Center::serve(AgentId agent, std::uint32_t place) {
  Contact& contact = contacts_[place];
  contact.answered = view_.now;
  draw_handle_time(contact, agent);
  begin_work(agent);
  agents_[agent.index()].contact = place;
  agents_[agent.index()].phase = AgentPhase::talking;
  // The end of talk matters only to the trunks; without them one event ends it all.
  const Duration talk = contact.talk + contact.hold;
  const Duration first = tables_.plan.trunks ? talk : talk + contact.wrap_up;
  events_.schedule(agents_[agent.index()].phase_slot, view_.now + first,
                   static_cast<std::uint8_t>(EventOrder::contact_end));
}

void Simulation::Center::draw_handle_time(Contact& contact, AgentId agent) {
  const ContactTypeTable& type = tables_.types[contact.type.index()];
  const double factor = contact.handle_factor * agents_[agent.index()].speed *
                        tables_.handle_factor(contact.type, tables_.group_of[agent.index()]);
  contact.talk = from_seconds(contact.talk_s * factor);
  contact.hold = contact.wrap_up = Duration{0};
  if (type.hold) {
    DrawSequence draws(hold_keys_[contact.type.index()], replication_.number, contact.index);
    const double time_s = type.hold->sample_s(draws);
    const Block occurs =
        block_at(hold_keys_[contact.type.index()], replication_.number, contact.index, 0xFFFFFFFFu);
    if (to_unit(occurs[0]) < type.spec->hold_probability) {
      contact.hold = from_seconds(time_s * factor);
    }
  }
  if (type.wrap_up) {
    DrawSequence draws(wrap_up_keys_[contact.type.index()], replication_.number, contact.index);
    contact.wrap_up = from_seconds(type.wrap_up->sample_s(draws) * factor);
  }
}

void Simulation::Center::on_talk_end(AgentId agent) {
  Agent& state = agents_[agent.index()];
  release_trunk();
  const Duration wrap_up = contacts_[state.contact].wrap_up;
  if (tables_.plan.trunks && wrap_up > Duration{0}) {
    state.phase = AgentPhase::wrapping_up;
    events_.schedule(state.phase_slot, view_.now + wrap_up,
                     static_cast<std::uint8_t>(EventOrder::contact_end));
    return;
  }
  end_contact(agent);
}

void Simulation::Center::end_contact(AgentId agent) {
  const std::uint32_t place = agents_[agent.index()].contact;
  settle_leaving(agent);
  flush(agent, view_.now);
  end_work(agent);
  const Contact& contact = contacts_[place];
  ++counts_.contact_types[contact.type.index()]
        .outcomes[static_cast<std::size_t>(ContactOutcome::served)];
  tell_contact(contact, agent, ContactOutcome::served);
  AgentView& view = agent_views_[agent.index()];
  view.busy_today += contact.talk + contact.hold + contact.wrap_up;
  ++view.contacts_today;
  free_contact(place);
  become_free(agent);
}

void Simulation::Center::tell_contact(const Contact& contact, AgentId agent,
                                      ContactOutcome outcome) {
  ContactRecord record;
  record.type = contact.type;
  record.outcome = outcome;
  record.delayed = contact.delayed;
  record.agent = agent;
  record.agent_group = tables_.group_of[agent.index()];
  record.index = contact.index;
  record.arrival = record.queue_entry = contact.arrival;
  record.wait = contact.answered - contact.arrival;
  record.talk = contact.talk;
  record.hold = contact.hold;
  record.wrap_up = contact.wrap_up;
  sink_->on_contact(record);
}

}  // namespace holdline
