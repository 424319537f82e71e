// An issue opens, its contacts begin and end, it ends. What follows a contact that resolved nothing
// is in retrials.cpp.
#include "model/center.hpp"

namespace holdline {

void Simulation::Center::start_issues() {
  IssueBook& book = *issues_;
  book.reset(replication_.seed, replication_.number);
  issue_events_.reset();
  counts_.issues.assign(tables_.types.size() + book.types.size(), IssueCounts{});
  for (std::uint32_t stream = 0; stream < book.types.size(); ++stream) start_stream(stream);
  for (std::size_t s = 0; s < tables_.scenario.world.segments.size(); ++s) {
    book.acquisition_slots.push_back(calendar_events_.acquire(
        static_cast<std::uint8_t>(EventKind::acquisition), static_cast<std::uint32_t>(s)));
    schedule_acquisition(SegmentId(s));
  }
}

// `stream` has been rewound in this replication.
void Simulation::Center::start_stream(std::uint32_t stream) {
  IssueStream& issues = *issues_->streams[stream];
  issues.slot =
      calendar_events_.acquire(static_cast<std::uint8_t>(EventKind::issue_arrival), stream);
  const Time first = issues.next_arrival();
  if (first == kNever) return;
  calendar_events_.schedule(issues.slot, first, static_cast<std::uint8_t>(EventOrder::arrival));
  look_ahead(issues);
}

// Whose the next issue is, long before it is hers.
void Simulation::Center::look_ahead(IssueStream& issues) {
  if (!issues.segment.is_none()) return;
  issues.ahead = issues_->types[issues.type.index()].whose(issues.customer_words()[0]);
  if (issues.ahead.segment.is_none()) return;
  const CustomerBase& customers = issues_->customers;
  customers.fetch(customers.first_of(issues.ahead.segment) + issues.ahead.place);
}

void Simulation::Center::on_issue_arrival(std::uint32_t stream) {
  IssueBook& book = *issues_;
  IssueStream& arrivals = *book.streams[stream];
  const Block words = arrivals.customer_words();
  const std::uint64_t number = arrivals.last_index();
  const IssueTypeTable::Whose whose = arrivals.ahead;
  const Time next = arrivals.next_arrival();
  if (next != kNever) {
    calendar_events_.schedule(arrivals.slot, next, static_cast<std::uint8_t>(EventOrder::arrival));
    look_ahead(arrivals);
  }
  const IssueTypeTable& type = book.types[arrivals.type.index()];
  SegmentId segment = arrivals.segment;
  std::uint32_t customer = kNone;
  if (segment.is_none()) {
    if (whose.segment.is_none()) return;
    segment = whose.segment;
    customer = book.customers.first_of(segment) + whose.place;
  } else {
    const double places = static_cast<double>(book.customers.block_size(segment));
    customer = book.customers.newcomer(segment, arrivals.block,
                                       static_cast<std::uint32_t>(to_unit(words[0]) * places));
    if (customer == kNone) return;
  }
  if (!book.customers.is_there(customer, segment, view_.now)) return;
  const ContactTypeId contact_type = type.contact_type(segment, words[1]);
  if (contact_type.is_none()) return;
  const std::size_t source = tables_.types.size() + arrivals.type.index();
  const std::uint32_t slot =
      open_issue(arrivals.keys(), number, static_cast<std::uint32_t>(source));
  OpenIssue& issue = book.open[slot];
  issue.record.type = arrivals.type;
  issue.record.segment = segment;
  issue.record.customer = customer;
  std::uint32_t& first = book.customers.open_issues(customer);
  issue.next = first;
  if (first != kNone) book.open[first].previous = slot;
  first = slot;
  begin_attempt(slot, contact_type);
}

// A contact type's own arrival: its first contact's draws are those of the queues alone.
void Simulation::Center::raise_by_contact_type(const LatentContact& latent, ContactTypeId type) {
  const std::uint32_t slot = open_issue(issues_->type_keys[type.index()], latent.index, type.value);
  OpenIssue& issue = issues_->open[slot];
  issue.own_type = issue.record.contact_type = type;
  issue.record.opened = view_.now;
  issue.attempts = 1;
  issue.contact = {view_.now, 0, latent.talk_s, latent.handle_factor, type, slot};
  issue.patience_s = latent.patience_s;
  begin_contact(slot, false);
}

std::uint32_t Simulation::Center::open_issue(const IssueKeys& keys, std::uint64_t number,
                                             std::uint32_t source) {
  IssueBook& book = *issues_;
  std::uint32_t slot = 0;
  EventSlot event_slot = 0;
  if (book.unused.empty()) {
    slot = static_cast<std::uint32_t>(book.open.size());
    event_slot = issue_events_.acquire(static_cast<std::uint8_t>(EventKind::issue), slot);
    book.open.emplace_back();
  } else {
    slot = book.unused.back();
    book.unused.pop_back();
    event_slot = book.open[slot].slot;
    book.open[slot] = OpenIssue{};
  }
  OpenIssue& issue = book.open[slot];
  issue.slot = event_slot;
  issue.keys = &keys;
  issue.number = number;
  issue.source = source;
  issue.record.issue = book.opened++;
  const Behaviour& behaviour = tables_.scenario.world.behaviour;
  issue.redial_share = behaviour.redial.probability;
  issue.recontact_share = behaviour.recontact.probability;
  ++counts_.issues[source].opened;
  return slot;
}

// The latent draws of the contact under way, if it is of this type.
void Simulation::Center::draw_contact(OpenIssue& issue, ContactTypeId type) {
  IssueBook& book = *issues_;
  IssueBook::ContactSamplers& samplers = book.samplers[type.index()];
  const StreamKey key = issue.keys->contact;
  const Block words = block_at(key, replication_.number, issue.number, issue.lane);
  DrawSequence patience(words[0], key, replication_.number, issue.number, issue.lane + 1);
  DrawSequence talk(words[1], key, replication_.number, issue.number, issue.lane + 1025);
  issue.patience_s = samplers.patience.sample_s(patience);
  if (!issue.is_anonymous()) {
    issue.patience_s *=
        tables_.scenario.world.segments[issue.record.segment.index()].patience_factor;
  }
  issue.contact.talk_s = samplers.talk.sample_s(talk);
  issue.contact.handle_factor = samplers.handle_factor.at(view_.now);
  if (!issue.record.type.is_none()) {
    issue.contact.handle_factor *= book.issue_factors[issue.record.type.index()].at(view_.now);
  }
  issue.contact.type = type;
}

// The customer tries, for the first time or again.
void Simulation::Center::begin_attempt(std::uint32_t slot, ContactTypeId type) {
  OpenIssue& issue = issues_->open[slot];
  const bool is_retrial = issue.step == IssueStep::redial;
  issue.lane = issue.attempts * kAttemptLanes;
  issue.own_type = type;
  issue.contact.issue = slot;
  issue.is_escalated = issue.has_context = false;
  if (issue.attempts == 0) {
    issue.record.contact_type = type;
    issue.record.opened = view_.now;
  }
  ++issue.attempts;
  draw_contact(issue, type);
  begin_contact(slot, is_retrial);
}

void Simulation::Center::begin_contact(std::uint32_t slot, bool is_retrial) {
  OpenIssue& issue = issues_->open[slot];
  begin_journey(issue);
  issue.journey.is_retrial = is_retrial;
  ++trunks_in_use_;
  if (trunks_in_use_ > trunk_limit_) {
    end_before_queue(slot, ContactOutcome::blocked);
  } else if (has_front_end(issue.contact.type)) {
    issue.step = IssueStep::front_end;
    begin_front_end(slot);
  } else {
    join_queue_stage(slot);
  }
}

void Simulation::Center::begin_journey(OpenIssue& issue) {
  issue.arrived = view_.now;
  issue.journey = ContactJourney{};
  issue.journey.issue = issue.record.issue;
  issue.journey.issue_type = issue.record.type;
  issue.journey.segment = issue.record.segment;
  issue.journey.customer = issue.record.customer;
  issue.journey.attempt = issue.record.contacts;
  ++issue.record.contacts;
  ++counts_.issues[issue.source].contacts;
}

// Its contact type is now known for good, so here it is counted.
void Simulation::Center::join_queue_stage(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  issue.step = IssueStep::contact;
  issue.journey.is_misrouted = !issue.journey.is_transfer && issue.contact.type != issue.own_type;
  issue.contact.arrival = view_.now;
  issue.contact.index = counts_.contact_types[issue.contact.type.index()].arrived++;
  const Contact contact = issue.contact;
  offer(contact, issue.patience_s);
}

void Simulation::Center::end_before_queue(std::uint32_t slot, ContactOutcome outcome) {
  OpenIssue& issue = issues_->open[slot];
  release_trunk();
  issue.contact.arrival = view_.now;
  issue.contact.index = counts_.contact_types[issue.contact.type.index()].arrived++;
  if (outcome == ContactOutcome::contained) {
    issue.record.resolved_by_machine = issue.journey.resolved_by_machine = true;
    issue.journey.is_resolved = issue.journey.is_marked_resolved = true;
  }
  const Contact contact = issue.contact;
  tell_unserved(contact, outcome, false);
}

// What was told as in the system stays open; the rest is followed up.
void Simulation::Center::tell_unserved_of_issue(const Contact& contact, ContactOutcome outcome,
                                                bool delayed) {
  OpenIssue& issue = issues_->open[contact.issue];
  ContactRecord& record = facts_.next_contact();
  write_unserved(record, contact, outcome, delayed);
  tell_journey(issue, record);
  switch (outcome) {
    case ContactOutcome::in_system:
      issue.step = IssueStep::cut;
      break;
    case ContactOutcome::contained:
      end_issue(contact.issue, IssueOutcome::resolved);
      break;
    case ContactOutcome::abandoned:
    case ContactOutcome::hung_up:
      ++issue.record.abandonments;
      [[fallthrough]];
    default:
      try_again(contact.issue, IssueStep::redial);
  }
}

// The sums of the issue grow by this contact.
void Simulation::Center::tell_journey(OpenIssue& issue, ContactRecord& record) {
  record.arrival = issue.arrived;
  const ContactJourney& journey = issue.journey;
  if (journey.accepted_callback) {
    const PromisedCall& call = front_end_->call(issue.contact.issue);
    record.wait = call.waited;  // in queues; what she waits for is the call
    issue.record.callback_wait +=
        record.agent.is_none() ? view_.now - call.promised : journey.callback_delay;
  } else {
    issue.record.wait += record.wait;
  }
  issue.record.machine += journey.menu + journey.self_service;
  issue.menu_errors += journey.menu_errors;
  facts_.next_journey() = journey;
}

// After a misroute nothing but finding out takes time.
void Simulation::Center::draw_handle_time_of_issue(Service& service, const Contact& contact,
                                                   AgentId agent) {
  const OpenIssue& issue = issues_->open[contact.issue];
  const double speed = agents_[agent.index()].speed;
  service.hold = service.wrap_up = Duration{0};
  if (front_end_ != nullptr && !issue.journey.accepted_callback) {
    front_end_->last_waits[contact.type.index()] = view_.now - contact.arrival;
  }
  if (issue.journey.is_misrouted) {
    const Duration talk = tables_.scenario.world.behaviour.transfer.talk;
    service.talk = from_seconds(to_seconds(talk) * speed);
    return;
  }
  const ContactTypeTable& type = tables_.types[contact.type.index()];
  const double factor = contact.handle_factor * speed *
                        tables_.handle_factor(contact.type, tables_.group_of[agent.index()]);
  service.talk = from_seconds(contact.talk_s * factor);
  if (type.hold) {
    // As for the queues alone: whether there is a hold at all is in a lane that no sampler reaches.
    const bool is_first = issue.record.type.is_none() && issue.lane == 0;
    const std::uint32_t occurs_lane = is_first ? 0xFFFFFFFFu : issue.lane + kLastLane;
    const Block occurs = block_at(issue.keys->hold, replication_.number, issue.number, occurs_lane);
    if (to_unit(occurs[0]) < type.spec->hold_probability) {
      DrawSequence draws(issue.keys->hold, replication_.number, issue.number, issue.lane);
      service.hold = from_seconds(type.hold->sample_s(draws) * factor);
    }
  }
  if (type.wrap_up) {
    DrawSequence draws(issue.keys->wrap_up, replication_.number, issue.number, issue.lane);
    service.wrap_up = from_seconds(type.wrap_up->sample_s(draws) * factor);
  }
}

// Whoever is handed over has waited before, and waits again.
bool Simulation::Center::balks_in_issue(const Contact& contact) {
  const OpenIssue& issue = issues_->open[contact.issue];
  if (issue.journey.is_transfer) return false;
  const ContactType& spec = *tables_.types[contact.type.index()].spec;
  if (spec.balk_queue_length &&
      queue_views_[contact.type.index()].length >= *spec.balk_queue_length) {
    return true;
  }
  if (spec.balk_probability <= 0.0) return false;
  const Block words = block_at(issue.keys->balking, replication_.number, issue.number, issue.lane);
  return to_unit(words[0]) < spec.balk_probability;
}

void Simulation::Center::end_contact_of_issue(AgentId agent) {
  const Service& service = agents_[agent.index()].service;
  const std::uint32_t slot = service.issue;
  OpenIssue& issue = issues_->open[slot];
  const ContactOutcome outcome =
      issue.journey.accepted_callback ? ContactOutcome::called_back : ContactOutcome::served;
  ++counts_.contact_types[service.type.index()].outcomes[static_cast<std::size_t>(outcome)];
  if (issue.journey.accepted_callback) ++counts_.issues[issue.source].callbacks_made;
  ++issue.record.served;
  if (issue.journey.is_misrouted) {
    tell_served_of_issue(service, agent, outcome);
    begin_transfer(slot);
    return;
  }
  ++issue.talks;
  issue.quality_sum += tables_.groups[tables_.group_of[agent.index()].index()].spec->quality;
  const bool is_resolved = draw_resolution(issue, service, agent);
  tell_served_of_issue(service, agent, outcome);
  if (is_resolved) {
    end_issue(slot, IssueOutcome::resolved);
  } else if (!escalate(slot)) {
    try_again(slot, IssueStep::recontact);
  }
}

void Simulation::Center::tell_served_of_issue(const Service& service, AgentId agent,
                                              ContactOutcome outcome) {
  OpenIssue& issue = issues_->open[service.issue];
  ContactRecord& record = facts_.next_contact();
  write_served(record, service, agent, outcome);
  tell_journey(issue, record);
  if (outcome != ContactOutcome::in_system) return;
  issue.step = IssueStep::cut;
  if (issue.journey.accepted_callback) ++counts_.issues[issue.source].callbacks_pending;
}

void Simulation::Center::end_issue(std::uint32_t slot, IssueOutcome outcome) {
  IssueBook& book = *issues_;
  OpenIssue& issue = book.open[slot];
  IssueRecord& record = issue.record;
  record.outcome = outcome;
  record.closed = view_.now;
  if (!record.type.is_none()) {
    const auto& due = tables_.scenario.world.issue_types[record.type.index()].due;
    // Whoever gives up will not be served in time either.
    record.is_late = due && (outcome == IssueOutcome::given_up || record.opened + *due < view_.now);
  }
  Experience experience;
  if (outcome != IssueOutcome::open && tables_.scenario.world.outcomes.is_given) {
    experience = draw_experience(issue);
  }
  ++counts_.issues[issue.source].outcomes[static_cast<std::size_t>(outcome)];
  sink_->on_issue(record);
  const SegmentId segment = record.segment;
  const std::uint32_t customer = record.customer;
  issue_events_.cancel(issue.slot);
  issue.step = IssueStep::unused;
  if (!issue.is_anonymous()) {
    (issue.previous == kNone ? book.customers.open_issues(customer)
                             : book.open[issue.previous].next) = issue.next;
    if (issue.next != kNone) book.open[issue.next].previous = issue.previous;
  }
  book.unused.push_back(slot);
  if (experience.is_lost) lose_customer(customer, segment);
  if (experience.referrals != 0) apply_referrals(segment, experience.referrals);
}

// The run is over.
void Simulation::Center::tell_open_issues() {
  IssueBook& book = *issues_;
  for (std::uint32_t slot = 0; slot < book.open.size(); ++slot) {
    const IssueStep step = book.open[slot].step;
    if (step == IssueStep::unused) continue;
    if (step == IssueStep::front_end || step == IssueStep::callback) tell_cut_contact(slot);
    end_issue(slot, IssueOutcome::open);
  }
  book.customers.tell_left(*sink_);
  counts_.segments = book.customers.counts();
}

}  // namespace holdline
