// Callbacks: offered, promised, kept. Who accepts is off the line but not out of the queue: she
// keeps her place in it, or goes to a list of her type, which routing sees as a further queue.
// Nobody who is called back holds a trunk of those that callers compete for.
#include <algorithm>

#include "model/center.hpp"

namespace holdline {

// What the centre would tell the contact that is about to join the queue of its type.
Duration Simulation::Center::predict(ContactTypeId type) const {
  const std::size_t t = type.index();
  QueueKnowledge known;
  known.now = view_.now;
  known.head_since = queue_views_[t].head_since;
  known.last_wait = front_end_->last_waits[t];
  known.waiting = queue_views_[t].length;
  known.mean_handle_s = front_end_->mean_handles_s[t];
  for (const GroupOption& option : tables_.types[t].options) {
    if (!is_open(option.open_after, Duration{0})) continue;
    known.agents_on_shift += group_views_[option.group.index()].on_shift;
  }
  return predict_wait(tables_.plan.callback->predictor, known);
}

// The contact would have to wait and could join the queue. True: it is off the line from now on.
bool Simulation::Center::promise_callback(Contact contact, double patience_s) {
  const Callback& callback = *tables_.plan.callback;
  OpenIssue& issue = issues_->open[contact.issue];
  ContactJourney& journey = issue.journey;
  const Duration predicted = predict(contact.type);
  journey.has_prediction = predicted < kForever;
  journey.predicted_wait = journey.has_prediction ? predicted : Duration{0};
  const std::uint32_t waiting = queue_views_[contact.type.index()].length;
  // Whoever hands over passes a caller on, or nobody at all: not somebody to be promised a call.
  if (journey.is_transfer || !callback.contact_types[contact.type.index()] ||
      !offers_callback(callback, predicted, waiting)) {
    return false;
  }
  journey.was_offered_callback = true;
  const CallbackBehaviour& behaviour = tables_.scenario.world.behaviour.callback;
  if (callback_unit(issue, 0) >= behaviour.acceptance) return false;
  journey.accepted_callback = true;
  ++counts_.issues[issue.source].callbacks_promised;
  release_trunk();
  issue.contact = contact;
  PromisedCall& call = front_end_->call(contact.issue);
  call = PromisedCall{};
  call.promised = view_.now;
  // Patience for the promise begins when the call may first be expected.
  const Time first = view_.now + callback.slot.value_or(Duration{0});
  const Duration patience = from_seconds(patience_s * behaviour.patience_factor);
  if (patience < kForever) call.deadline = first + patience;
  if (first > view_.now) {
    await_call(contact.issue, first);
  } else {
    join_as_promised(contact.issue);
  }
  return true;
}

// Word 0 is acceptance, word n whether she answers the n-th call.
double Simulation::Center::callback_unit(const OpenIssue& issue, std::uint32_t word) const {
  const Block words = block_of(issue, issue.keys->callback, word / 2);
  return to_unit(words[word % 2]);
}

// Out of the queue until `when`: the slot, or the next call. Nobody is called while the centre is
// closed.
void Simulation::Center::await_call(std::uint32_t slot, Time when) {
  OpenIssue& issue = issues_->open[slot];
  issue.step = IssueStep::callback;
  const Time due = std::min(issues_->next_open(when), front_end_->call(slot).deadline);
  if (due == kNever) return;  // never called, never given up: pending when the run ends
  issue_events_.schedule(issue.slot, due, static_cast<std::uint8_t>(EventOrder::issue_due));
}

void Simulation::Center::on_callback_due(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  if (view_.now >= front_end_->call(slot).deadline) {
    end_callback(slot, ContactOutcome::callback_failed);
    return;
  }
  const Contact& contact = issue.contact;
  issue.step = IssueStep::contact;
  const AgentId agent = find_agent(contact.type, contact.index, view_.now - contact.arrival);
  if (agent.is_none()) {
    join_as_promised(slot);
  } else {
    front_end_->call(slot).entered = view_.now;
    end_idle(agent);
    call_back(agent, contact);
  }
}

// A first time at the end of the queue or list, after a call without an answer at its head.
void Simulation::Center::join_as_promised(std::uint32_t slot) {
  const Contact& contact = issues_->open[slot].contact;
  PromisedCall& call = front_end_->call(slot);
  const bool is_listed = tables_.plan.callback->place == CallbackPlace::list;
  const auto types = static_cast<std::uint32_t>(tables_.types.size());
  if (is_listed) ++listed_;
  call.entered = view_.now;
  issues_->open[slot].step = IssueStep::contact;
  enqueue(contact, is_listed ? types + contact.type.value : contact.type.value,
          call.calls == 0 ? QueueEnd::back : QueueEnd::front, call.deadline);
}

bool Simulation::Center::is_promised(const Contact& contact) const {
  return contact.issue != kNone && issues_->open[contact.issue].journey.accepted_callback;
}

Contact Simulation::Center::leave_as_promised(std::uint32_t place) {
  if (pool_[place].queue >= tables_.types.size()) --listed_;
  const Contact contact = leave_queue(place);
  PromisedCall& call = front_end_->call(contact.issue);
  call.waited += view_.now - call.entered;
  return contact;
}

// Her patience ended, or the queue was cleared; the place is hers no more.
void Simulation::Center::end_promise(std::uint32_t place, ContactOutcome outcome) {
  const Contact contact = leave_as_promised(place);
  end_callback(contact.issue, outcome);
}

// An agent is reserved and calls: told as one stretch of work with the talk that may follow, so
// that whoever has to leave is asked when all of it is over.
void Simulation::Center::call_back(AgentId agent, Contact contact) {
  Agent& state = agents_[agent.index()];
  assign(agent, contact, true);
  state.phase = AgentPhase::dialing;
  ++front_end_->call(contact.issue).calls;
  agent_events_.schedule(phase_number(agent), view_.now + tables_.plan.callback->ring,
                         static_cast<std::uint8_t>(EventOrder::contact_end));
}

void Simulation::Center::on_ring_end(AgentId agent) {
  const std::uint32_t slot = agents_[agent.index()].service.issue;
  const Callback& callback = *tables_.plan.callback;
  OpenIssue& issue = issues_->open[slot];
  const PromisedCall& call = front_end_->call(slot);
  issue.journey.reserved += callback.ring;
  const double answers = tables_.scenario.world.behaviour.callback.answers;
  if (callback_unit(issue, call.calls) < answers) {
    issue.journey.callback_delay = view_.now - call.promised;
    ++trunks_in_use_;  // a call out finds a line
    serve(agent, issue.contact, from_seconds(issue.contact.talk_s), true);
    return;
  }
  if (pending_leave_count_ > 0) settle_leaving(agent);
  flush(agent, view_.now);
  if (call.calls >= callback.tries || view_.now >= call.deadline) {
    end_callback(slot, ContactOutcome::callback_failed);
  } else {
    await_call(slot, view_.now + callback.redial_after);
  }
  become_free(agent);
}

// Without an agent: failed, or cut by the end of the run.
void Simulation::Center::end_callback(std::uint32_t slot, ContactOutcome outcome) {
  const OpenIssue& issue = issues_->open[slot];
  IssueCounts& counts = counts_.issues[issue.source];
  ++(outcome == ContactOutcome::in_system ? counts.callbacks_pending : counts.callbacks_failed);
  const Contact contact = issue.contact;
  tell_unserved(contact, outcome, true);
}

}  // namespace holdline
