// What a contact of an issue must obey: before the queue, and off the line.
#include <fmt/format.h>

#include <algorithm>

#include "conservation/told_contact.hpp"
#include "conservation/watchful_sink.hpp"

namespace holdline::test {
namespace {

bool has_hang_up(const Ivr& ivr) {
  return std::any_of(ivr.nodes.begin(), ivr.nodes.end(),
                     [](const IvrNode& node) { return node.kind == IvrNodeKind::hang_up; });
}

}  // namespace

void WatchfulSink::check_journeys() {
  for (const ContactRecord& contact : contacts_) {
    if ((contact.journey == nullptr) != end_.issues.empty()) {
      complain(name(contact) + " has a journey, or has none, unlike the scenario");
    }
    if (contact.journey == nullptr) continue;
    check_journey(contact);
    check_machines(contact);
    check_callback(contact);
  }
  check_reserved_time();
}

void WatchfulSink::check_journey(const ContactRecord& contact) {
  const ContactJourney& journey = *contact.journey;
  if (contact.arrival + journey.menu + journey.self_service != contact.queue_entry) {
    complain(name(contact) + " spent other times before the queue than with machines");
  }
  if (journey.is_resolved && (journey.is_misrouted || !journey.is_marked_resolved ||
                              (!is_conversation(contact) && !journey.resolved_by_machine))) {
    complain(name(contact) + " resolved its issue, though nobody can have");
  }
  const bool has_front_end = journey.menu > Duration{0} || journey.used_self_service ||
                             journey.opted_out || journey.menu_errors > 0 || journey.is_misrouted;
  if (journey.is_transfer && (journey.is_retrial || has_front_end)) {
    complain(name(contact) + " was handed over, and met machines");
  }
  if (journey.attempt == 0 && (journey.is_transfer || journey.is_retrial)) {
    complain(name(contact) + " is the first of its issue, and follows another");
  }
  if (journey.segment.is_none() != journey.issue_type.is_none() ||
      journey.segment.is_none() != (journey.customer == 0xFFFFFFFFu)) {
    complain(name(contact) + " is half anonymous");
  }
}

void WatchfulSink::check_machines(const ContactRecord& contact) {
  const ContactJourney& journey = *contact.journey;
  const SelfService& machine = plan_.self_service;
  if (!plan_.ivr && (journey.menu > Duration{0} || journey.opted_out || journey.menu_errors > 0 ||
                     journey.is_misrouted)) {
    complain(name(contact) + " was in menus that do not exist");
  }
  const bool may_meet =
      machine.mode != SelfServiceMode::none && machine.contact_types[contact.type.index()];
  if (journey.used_self_service && !may_meet) {
    complain(name(contact) + " talked with a machine that does not exist");
  }
  if (!journey.used_self_service && journey.self_service > Duration{0}) {
    complain(name(contact) + " spent time with no machine");
  }
  const bool is_contained = contact.outcome == ContactOutcome::contained;
  if (is_contained != journey.resolved_by_machine || (is_contained && !journey.is_resolved)) {
    complain(name(contact) + " was contained without being resolved, or the reverse");
  }
  const bool may_hang_up =
      scenario_.world.behaviour.menu.hang_up_per_s > 0.0 || (plan_.ivr && has_hang_up(*plan_.ivr));
  if (contact.outcome == ContactOutcome::hung_up && !may_hang_up) {
    complain(name(contact) + " hung up, which nobody does");
  }
  if ((is_contained || contact.outcome == ContactOutcome::hung_up) &&
      (contact.delayed || contact.wait != Duration{0} || journey.was_offered_callback)) {
    complain(name(contact) + " ended before the queue, and waited in it");
  }
}

void WatchfulSink::check_callback(const ContactRecord& contact) {
  const ContactJourney& journey = *contact.journey;
  const bool is_called = contact.outcome == ContactOutcome::called_back;
  const bool is_callback = is_called || contact.outcome == ContactOutcome::callback_failed;
  if (journey.was_offered_callback && (!contact.delayed || !plan_.callback ||
                                       !plan_.callback->contact_types[contact.type.index()])) {
    complain(name(contact) + " was offered a callback that its plan does not offer");
  }
  if (!journey.accepted_callback) {
    if (is_callback || journey.reserved != Duration{0} || journey.callback_delay != Duration{0}) {
      complain(name(contact) + " was called back without a promise");
    }
    return;
  }
  if (!journey.was_offered_callback) complain(name(contact) + " accepted what was not offered");
  if (!is_callback && contact.outcome != ContactOutcome::in_system) {
    complain(name(contact) + " ended on the line, having left it");
  }
  if (!plan_.callback) return;
  const Callback& callback = *plan_.callback;
  const std::int64_t calls =
      callback.ring > Duration{0} ? journey.reserved / callback.ring : std::int64_t{0};
  const bool is_cut = contact.outcome == ContactOutcome::in_system;
  if (calls > static_cast<std::int64_t>(callback.tries) ||
      (!is_cut && journey.reserved != calls * callback.ring) ||
      (is_called && journey.reserved < callback.ring)) {
    complain(name(contact) + " was not called by whole rings, as often as tried");
  }
  if (is_called && (journey.callback_delay < contact.wait + journey.reserved ||
                    journey.callback_delay < callback.slot.value_or(Duration{0}) + callback.ring)) {
    complain(name(contact) + " was called back too soon");
  }
}

/// Agents are reserved for calls that contacts know of, a ring at most at a time.
void WatchfulSink::check_reserved_time() {
  Duration of_agents{};
  Duration of_contacts{};
  for (const AgentInterval& interval : intervals_) {
    if (interval.state != AgentState::reserved) continue;
    of_agents += interval.end - interval.begin;
    if (!plan_.callback || interval.end - interval.begin > plan_.callback->ring) {
      complain(fmt::format("agent {} was reserved longer than it rings", interval.agent.value));
    }
  }
  for (const ContactRecord& contact : contacts_) {
    if (contact.journey != nullptr) of_contacts += contact.journey->reserved;
  }
  if (of_agents != of_contacts) {
    complain(fmt::format("agents were reserved for {} us, contacts know of {} us",
                         of_agents.count(), of_contacts.count()));
  }
}

}  // namespace holdline::test
