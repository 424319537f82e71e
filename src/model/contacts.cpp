// A contact arrives, is refused, waits, abandons or is cleared from the queue.
#include <algorithm>

#include "model/center.hpp"

namespace holdline {

void Simulation::Center::on_arrival(ContactTypeId type) {
  ArrivalStream& stream = streams_[type.index()];
  const LatentContact latent = stream.latent();
  const Time next = stream.next_arrival();
  if (next != kNever) {
    calendar_events_.schedule(arrival_slots_[type.index()], next,
                              static_cast<std::uint8_t>(EventOrder::arrival));
  }
  if (issues_ != nullptr) [[unlikely]] {
    raise_by_contact_type(type, latent.index, latent.patience_s, latent.talk_s,
                          latent.handle_factor);
    return;
  }
  const Contact contact{view_.now, latent.index, latent.talk_s, latent.handle_factor, type};
  ++counts_.contact_types[type.index()].arrived;
  if (trunks_in_use_ >= trunk_limit_) {
    tell_unserved(contact, ContactOutcome::blocked, false);
    return;
  }
  ++trunks_in_use_;
  offer(contact, latent.patience_s);
}

// The queue stage. The contact holds a trunk.
void Simulation::Center::offer(const Contact& contact, double patience_s) {
  const AgentId agent = find_agent(contact.type, contact.index, Duration{0});
  if (!agent.is_none()) {
    serve(agent, contact, from_seconds(contact.talk_s), false);
    end_idle(agent);
    return;
  }
  ++counts_.contact_types[contact.type.index()].delayed;
  if (is_queue_full(contact.type)) {
    release_trunk();
    tell_unserved(contact, ContactOutcome::blocked, true);
  } else if (balks(contact)) {
    release_trunk();
    tell_unserved(contact, ContactOutcome::balked, true);
  } else if (!tables_.has_callbacks || !promise_callback(contact, patience_s)) {
    join_queue(contact, patience_s);
  }
}

bool Simulation::Center::is_queue_full(ContactTypeId type) const {
  const auto& total = tables_.plan.queue_limit;
  const auto& own = tables_.types[type.index()].queue_limit;
  return (total && view_.waiting - listed_ >= *total) ||
         (own && queue_views_[type.index()].length >= *own);
}

// Whoever is handed over has waited before, and waits again.
bool Simulation::Center::balks(const Contact& contact) const {
  const ContactType& spec = *tables_.types[contact.type.index()].spec;
  const OpenIssue* const issue = contact.issue == kNone ? nullptr : &issues_->open[contact.issue];
  if (issue != nullptr && issue->journey.is_transfer) return false;
  if (spec.balk_queue_length &&
      queue_views_[contact.type.index()].length >= *spec.balk_queue_length) {
    return true;
  }
  if (spec.balk_probability <= 0.0) return false;
  const Block words = issue != nullptr ? block_of(*issue, issue->keys->balking)
                                       : block_at(balk_keys_[contact.type.index()],
                                                  replication_.number, contact.index);
  return to_unit(words[0]) < spec.balk_probability;
}

// A free slot of the pool; allocates only when more contacts wait than ever before.
std::uint32_t Simulation::Center::take_place() {
  if (!free_places_.empty()) {
    const std::uint32_t place = free_places_.back();
    free_places_.pop_back();
    return place;
  }
  const auto place = static_cast<std::uint32_t>(pool_.size());
  pool_.emplace_back();
  patience_events_.reserve(place + 1);
  if (tables_.has_stages) {
    stages_.push_back(
        {calendar_events_.acquire(static_cast<std::uint8_t>(EventKind::stage), place)});
  }
  free_places_.reserve(pool_.capacity());
  return place;
}

void Simulation::Center::join_queue(const Contact& contact, double patience_s) {
  const Duration patience = from_seconds(patience_s);
  enqueue(contact, contact.type.value, QueueEnd::back,
          patience < kForever ? view_.now + patience : kNever);
}

// The contact has waited since its arrival, and will until `deadline`.
void Simulation::Center::enqueue(const Contact& contact, std::uint32_t queue, QueueEnd end,
                                 Time deadline) {
  const std::uint32_t place = take_place();
  if (deadline < kNever) {
    patience_events_.schedule(place, deadline, static_cast<std::uint8_t>(EventOrder::patience));
  }
  WaitingContact& waiting = pool_[place];
  // Member by member: a copy of the whole would read in wide loads what was just stored in narrow
  // ones, and wait for it.
  waiting.contact.arrival = contact.arrival;
  waiting.contact.index = contact.index;
  waiting.contact.talk_s = contact.talk_s;
  waiting.contact.handle_factor = contact.handle_factor;
  waiting.contact.type = contact.type;
  waiting.contact.issue = contact.issue;
  waiting.talk = from_seconds(contact.talk_s);
  waiting.queue = queue;
  waiting.joined = joined_++;
  waiting.next = end == QueueEnd::back ? kNone : heads_[queue];
  waiting.previous = end == QueueEnd::back ? tails_[queue] : kNone;
  (waiting.next == kNone ? tails_[queue] : pool_[waiting.next].previous) = place;
  if (waiting.previous == kNone) {
    heads_[queue] = place;
    queue_views_[queue].head_since = contact.arrival;
  } else {
    pool_[waiting.previous].next = place;
  }
  ++queue_views_[queue].length;
  ++view_.waiting;
  queue_integrals_[contact.type.index()].rise(view_.now);
  if (tables_.has_stages) begin_stages(place);
}

// Stages that the contact has waited for already may have opened while it was out of the queue.
void Simulation::Center::begin_stages(std::uint32_t place) {
  const Contact& contact = pool_[place].contact;
  const auto& opens_after = tables_.types[contact.type.index()].stages;
  WaitingStage& stage = stages_[place];
  stage.passed = 0;
  while (stage.passed < opens_after.size() &&
         contact.arrival + opens_after[stage.passed] <= view_.now) {
    ++stage.passed;
  }
  if (stage.passed == opens_after.size()) return;
  calendar_events_.schedule(stage.slot, contact.arrival + opens_after[stage.passed],
                            static_cast<std::uint8_t>(EventOrder::stage));
}

// Gives the place back and returns who stood there.
Contact Simulation::Center::leave_queue(std::uint32_t place) {
  const WaitingContact& waiting = pool_[place];
  const std::size_t type = waiting.contact.type.index();
  const std::size_t place_in = waiting.queue;
  QueueView& queue = queue_views_[place_in];
  (waiting.next == kNone ? tails_[place_in] : pool_[waiting.next].previous) = waiting.previous;
  if (waiting.previous == kNone) {
    heads_[place_in] = waiting.next;
    queue.head_since = waiting.next == kNone ? kNever : pool_[waiting.next].contact.arrival;
  } else {
    pool_[waiting.previous].next = waiting.next;
  }
  --queue.length;
  --view_.waiting;
  queue_integrals_[type].fall(view_.now);
  patience_events_.cancel(place);
  if (tables_.has_stages) calendar_events_.cancel(stages_[place].slot);
  free_places_.push_back(place);
  const Contact& left = waiting.contact;
  return {left.arrival, left.index, left.talk_s, left.handle_factor, left.type, left.issue};
}

// `place` has just been popped. Others whose patience ends at this rank stay pending, and come
// next.
std::uint32_t Simulation::Center::first_of_tie(std::uint32_t place, std::uint64_t rank) {
  tied_places_.assign(1, place);
  while (patience_events_.rank_bound() == rank) {
    if (patience_events_.settle()) tied_places_.push_back(patience_events_.pop_settled());
  }
  const auto joined_before = [this](std::uint32_t a, std::uint32_t b) {
    return static_cast<std::int32_t>(pool_[a].joined - pool_[b].joined) < 0;
  };
  const std::uint32_t first =
      *std::min_element(tied_places_.begin(), tied_places_.end(), joined_before);
  for (const std::uint32_t other : tied_places_) {
    if (other == first) continue;
    patience_events_.schedule(other, view_.now, static_cast<std::uint8_t>(EventOrder::patience));
  }
  return first;
}

void Simulation::Center::on_patience_expired(std::uint32_t place) {
  if (tables_.has_callbacks && is_promised(pool_[place].contact)) [[unlikely]] {
    end_promise(place, ContactOutcome::callback_failed);
    return;
  }
  release_trunk();
  tell_unserved(leave_queue(place), ContactOutcome::abandoned, true);
}

void Simulation::Center::clear_queues(ContactOutcome outcome) {
  const bool is_cut = outcome == ContactOutcome::in_system;
  for (const std::uint32_t& head : heads_) {
    while (head != kNone) {
      if (tables_.has_callbacks && is_promised(pool_[head].contact)) {
        end_promise(head, is_cut ? outcome : ContactOutcome::callback_failed);
        continue;
      }
      release_trunk();
      tell_unserved(leave_queue(head), outcome, true);
    }
  }
}

// Without an agent: refused on arrival, or after a wait that ends now.
void Simulation::Center::tell_unserved(const Contact& contact, ContactOutcome outcome,
                                       bool delayed) {
  ++counts_.contact_types[contact.type.index()].outcomes[static_cast<std::size_t>(outcome)];
  if (contact.issue != kNone) [[unlikely]] {
    tell_unserved_of_issue(contact, outcome, delayed);
    return;
  }
  write_unserved(facts_.next_contact(), contact, outcome, delayed);
}

void Simulation::Center::write_unserved(ContactRecord& record, const Contact& contact,
                                        ContactOutcome outcome, bool delayed) const {
  record.type = contact.type;
  record.outcome = outcome;
  record.delayed = delayed;
  record.agent = AgentId{};
  record.agent_group = AgentGroupId{};
  record.index = contact.index;
  record.arrival = record.queue_entry = contact.arrival;
  record.wait = view_.now - contact.arrival;
  record.talk = record.hold = record.wrap_up = Duration{0};
}

}  // namespace holdline
