// Facts written by hand for the tests of sinks.
#pragma once

#include "holdline/record/facts.hpp"

namespace holdline::test {

inline Time at_s(double seconds) { return Time{from_seconds(seconds)}; }

inline ContactRecord served_contact() {
  ContactRecord contact;
  contact.type = ContactTypeId{1};
  contact.outcome = ContactOutcome::served;
  contact.delayed = true;
  contact.agent = AgentId{7};
  contact.agent_group = AgentGroupId{0};
  contact.index = 12;
  contact.arrival = Time{Duration{30'000'001}};
  contact.queue_entry = Time{Duration{30'000'002}};
  contact.wait = Duration{1'500'000};
  contact.talk = Duration{100'000'000};
  contact.hold = Duration{20};
  contact.wrap_up = Duration{999'999};
  return contact;
}

inline AgentInterval talking_interval() {
  return {AgentId{7}, AgentGroupId{0}, AgentState::talking, true,
          false,      at_s(31.500002), at_s(131.500002)};
}

}  // namespace holdline::test
