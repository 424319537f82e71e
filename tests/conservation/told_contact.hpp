// What the facts of one contact say together.
#pragma once

#include <fmt/format.h>

#include <string>

#include "holdline/record/facts.hpp"

namespace holdline::test {

[[nodiscard]] inline std::string name(const ContactRecord& contact) {
  return fmt::format("contact {} of type {} ({}, arrived at {} us)", contact.index,
                     contact.type.value, to_string(contact.outcome),
                     contact.arrival.time_since_epoch().count());
}

/// Off the line for a callback.
[[nodiscard]] inline bool is_promised(const ContactRecord& contact) {
  return contact.journey != nullptr && contact.journey->accepted_callback;
}

/// By an agent, after a misroute or by escalation.
[[nodiscard]] inline bool is_handed_over(const ContactRecord& contact) {
  return contact.journey != nullptr && contact.journey->is_transfer;
}

[[nodiscard]] inline bool is_conversation(const ContactRecord& contact) {
  return contact.outcome == ContactOutcome::served ||
         contact.outcome == ContactOutcome::called_back;
}

/// When an agent began to talk, if one did; else when the wait ended.
[[nodiscard]] inline Time answer_time(const ContactRecord& contact) {
  return contact.queue_entry +
         (is_promised(contact) ? contact.journey->callback_delay : contact.wait);
}

/// When all of it was over: of a callback that failed, the earliest that may have been.
[[nodiscard]] inline Time end_time(const ContactRecord& contact) {
  const bool is_talk = !contact.agent.is_none() || !is_promised(contact);
  const Time answered = is_talk ? answer_time(contact) : contact.queue_entry + contact.wait;
  return answered + contact.talk + contact.hold + contact.wrap_up;
}

}  // namespace holdline::test
