// The contacts of an issue: their draws, how they begin, and how they end. What follows one that
// resolved nothing is in retrials.cpp.
#include "model/center.hpp"

namespace holdline {

// What most contacts will ask for, in one go, when the lanes of the contact under way are known.
void Simulation::Center::draw_attempt(OpenIssue& issue, ContactTypeId type) {
  IssueBook& book = *issues_;
  const DrawsAhead* const ahead = issue.lane == 0 ? issue.blocks_ahead() : nullptr;
  if (ahead != nullptr) {
    book.drawn = &ahead->attempt(issue.number);
  } else {
    book.own_drawn.draw(*issue.keys, replication_.number, issue.number, issue.lane,
                        has_front_end(type));
    book.drawn = &book.own_drawn;
  }
  issue.retrial = book.drawn->retrial();
  issue.resolution = book.drawn->resolution();
}

// The latent draws of the contact under way, if it is of this type.
void Simulation::Center::draw_contact(OpenIssue& issue, ContactTypeId type) {
  IssueBook& book = *issues_;
  IssueBook::ContactSamplers& samplers = book.samplers[type.index()];
  draw_attempt(issue, type);
  if (const DrawsAhead* const ahead = issue.first_ahead()) {
    book.set_patience(issue, ahead->patience_s(issue.number));
    issue.contact.talk_s = ahead->talk_s(issue.number);
  } else {
    const StreamKey key = issue.keys->contact;
    const Block words = book.drawn->contact();
    book.set_patience(issue, draw_s(samplers.patience, words[0], issue, key, 1));
    issue.contact.talk_s = draw_s(samplers.talk, words[1], issue, key, 1025);
  }
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

// Once its contact type is known for good.
void Simulation::Center::count_contact(OpenIssue& issue) {
  issue.contact.arrival = view_.now;
  issue.contact.index = counts_.contact_types[issue.contact.type.index()].arrived++;
}

void Simulation::Center::join_queue_stage(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  issue.step = IssueStep::contact;
  issue.journey.is_misrouted = !issue.journey.is_transfer && issue.contact.type != issue.own_type;
  count_contact(issue);
  const Contact contact = issue.contact;
  offer(contact, issue.patience_s);
}

void Simulation::Center::end_before_queue(std::uint32_t slot, ContactOutcome outcome) {
  OpenIssue& issue = issues_->open[slot];
  release_trunk();
  count_contact(issue);
  const Contact contact = issue.contact;
  tell_unserved(contact, outcome, false);
}

// What was told as in the system stays open; the rest is followed up.
void Simulation::Center::tell_unserved_of_issue(Contact contact, ContactOutcome outcome,
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
HandlingTimes Simulation::Center::draw_handling_of_issue(Contact contact, Duration talk,
                                                         AgentId agent) {
  const OpenIssue& issue = issues_->open[contact.issue];
  if (front_end_ != nullptr && !issue.journey.accepted_callback) {
    front_end_->last_waits[contact.type.index()] = view_.now - contact.arrival;
  }
  if (issue.journey.is_misrouted) {
    const Duration needed = tables_.scenario.world.behaviour.transfer.talk;
    return {from_seconds(to_seconds(needed) * agents_[agent.index()].speed)};
  }
  double own_factor = contact.handle_factor;
  if (issue.journey.accepted_callback) {  // of this conversation alone: it may be passed on
    own_factor *= tables_.scenario.world.behaviour.callback.handle_factor;
  }
  // The first contact of a contact type's own arrival draws as it does where there are queues
  // alone.
  const bool is_first = issue.record.type.is_none() && issue.lane == 0;
  return draw_parts(
      contact, talk, agent, own_factor,
      {issue.keys, issue.number, issue.lane, is_first ? 0xFFFFFFFFu : issue.lane + kLastLane});
}

// The issue to be passed on at once, or kNone.
std::uint32_t Simulation::Center::end_contact_of_issue(AgentId agent) {
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
    return slot;
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
  return kNone;
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

}  // namespace holdline
