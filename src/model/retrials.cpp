// What follows a contact that reached nobody or resolved nothing: the customer tries again, others
// take it up, or she gives up.
#include <algorithm>
#include <limits>

#include "model/center.hpp"

namespace holdline {

void Simulation::Center::try_again(std::uint32_t slot, IssueStep step) {
  IssueBook& book = *issues_;
  OpenIssue& issue = book.open[slot];
  const bool is_redial = step == IssueStep::redial;
  const Behaviour& behaviour = tables_.scenario.world.behaviour;
  const Retrial& retrial = is_redial ? behaviour.redial : behaviour.recontact;
  const std::uint32_t so_far = is_redial ? issue.record.redials : issue.record.recontacts;
  double& share = is_redial ? issue.redial_share : issue.recontact_share;
  if (book.has_left(issue, view_.now) || so_far >= retrial.most || share <= 0.0) {
    end_issue(slot, IssueOutcome::given_up);
    return;
  }
  if (to_unit(issue.retrial[0]) >= share) {
    end_issue(slot, IssueOutcome::given_up);
    return;
  }
  share *= retrial.decay;
  const Sampler& delay = is_redial ? book.redial_delay : book.recontact_delay;
  wait_for(slot, step,
           from_seconds(draw_s(delay, issue.retrial[1], issue, issue.keys->retrial, 1)));
}

// Nobody is reached outside opening hours: what falls due then comes at some moment of the next
// opening, not all of it in the instant it begins. After the last opening the issue stays open.
// Whoever leaves before gives up then.
void Simulation::Center::wait_for(std::uint32_t slot, IssueStep step, Duration delay) {
  IssueBook& book = *issues_;
  OpenIssue& issue = book.open[slot];
  issue.step = step;
  Time due = view_.now + delay;
  const IssueBook::Opening* const opening = book.opening_from(due);
  if (opening == nullptr) {
    due = kNever;
  } else if (due < opening->begin) {
    const bool is_escalation = step == IssueStep::escalation;
    const Block words =
        block_of(issue, is_escalation ? issue.keys->escalation : issue.keys->retrial, kLastLane);
    const Duration length = opening->end - opening->begin;
    due = opening->begin + from_seconds(to_unit(words[0]) * to_seconds(length));
    due = std::min(due, opening->end - Duration{1});
  }
  if (!issue.is_anonymous()) {
    due = std::min(due, book.customers.leaves_at(issue.record.customer));
    due = std::max(due, view_.now);
  }
  if (due == kNever) return;
  issue_events_.schedule(issue.slot, due, static_cast<std::uint8_t>(EventOrder::issue_due));
}

void Simulation::Center::on_issue_due(std::uint32_t slot) {
  IssueBook& book = *issues_;
  OpenIssue& issue = book.open[slot];
  if (book.has_left(issue, view_.now)) {
    end_issue(slot, IssueOutcome::given_up);
    return;
  }
  IssueCounts& counts = counts_.issues[issue.source];
  const Behaviour& behaviour = tables_.scenario.world.behaviour;
  switch (issue.step) {
    case IssueStep::redial:
      ++issue.record.redials;
      ++counts.redials;
      contact_again(slot, behaviour.redial.other_contact_type);
      break;
    case IssueStep::recontact:
      ++issue.record.recontacts;
      ++counts.recontacts;
      contact_again(slot, behaviour.recontact.other_contact_type);
      break;
    case IssueStep::escalation:
      begin_escalation(slot);
      break;
    default:
      fault("the model woke an issue that waits for nothing");
  }
}

void Simulation::Center::contact_again(std::uint32_t slot, double other_contact_type) {
  OpenIssue& issue = issues_->open[slot];
  if (issue.record.second_contact == kNever) issue.record.second_contact = view_.now;
  ContactTypeId type = issue.own_type;
  const IssueTypeTable* table = issues_->type_of(issue);
  if (other_contact_type > 0.0 && table != nullptr) {
    const Block words = block_of(issue, issue.keys->retrial, kSecondLane);
    if (to_unit(words[0]) < other_contact_type) {
      const ContactTypeId other = table->other_contact_type(issue.record.segment, type, words[1]);
      if (!other.is_none()) type = other;
    }
  }
  begin_attempt(slot, type);
}

// Whether others take the issue up, after a served contact that resolved nothing. Not for ever: two
// types that hand over to each other would keep the run from its end.
bool Simulation::Center::escalate(std::uint32_t slot) {
  constexpr std::uint32_t most = 20;
  OpenIssue& issue = issues_->open[slot];
  if (issue.record.escalations >= most || issues_->has_left(issue, view_.now)) return false;
  const std::size_t type = issue.contact.type.index();
  const auto& escalations = tables_.plan.escalations;
  if (type >= escalations.size() || !escalations[type]) return false;
  const StreamKey key = issue.keys->escalation;
  const Block words = block_of(issue, key);
  if (to_unit(words[0]) >= escalations[type]->probability) return false;
  wait_for(slot, IssueStep::escalation,
           from_seconds(draw_s(*issues_->escalation_delays[type], words[1], issue, key, 1)));
  return true;
}

// A human hands it over: no menus, and patience does not run.
void Simulation::Center::begin_escalation(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  const Escalation& escalation = *tables_.plan.escalations[issue.contact.type.index()];
  issue.lane += kHandOverLanes;  // an attempt's lanes hold more than the most there are
  draw_contact(issue, escalation.to);
  issue.patience_s = std::numeric_limits<double>::infinity();
  issue.contact.handle_factor *= escalation.handle_factor;
  issue.is_escalated = true;
  issue.has_context = false;
  ++issue.record.escalations;
  hand_over(slot);
}

// The wrong people have found out. She waits again, with a patience of its own, and tells her own
// people what she has told these.
void Simulation::Center::begin_transfer(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  DrawSequence draws = draws_of(issue, issue.keys->contact, kSecondLane);
  issues_->set_patience(issue, issues_->samplers[issue.own_type.index()].patience.sample_s(draws));
  issue.contact.type = issue.own_type;
  issue.contact.handle_factor *= tables_.scenario.world.behaviour.transfer.handle_factor;
  hand_over(slot);
}

// Those who hand over have a line.
void Simulation::Center::hand_over(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  ++issue.record.transfers;
  ++counts_.issues[issue.source].transfers;
  begin_journey(issue);
  issue.journey.is_transfer = true;
  ++trunks_in_use_;
  join_queue_stage(slot);
}

}  // namespace holdline
