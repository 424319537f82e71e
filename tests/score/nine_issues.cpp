// The example of customers: small enough to score by hand, with each thing that can happen once.
#include "journey_stream.hpp"

namespace holdline::test {
namespace {

using enum ContactOutcome;

void tell_experience(IssueRecord& issue, bool satisfied, bool answered, int recommendation,
                     double ease, double effort) {
  issue.has_experience = true;
  issue.is_satisfied = satisfied;
  issue.has_answered = answered;
  issue.recommendation = static_cast<std::int8_t>(recommendation);
  issue.ease = ease;
  issue.effort = effort;
}

// The machine knows: 30 s in the menus with one error, 60 s with the machine.
void add_contained(JourneyStream& facts) {
  facts.open(kBalance, kTypeA, kRetail, 100);
  ContactJourney& journey = facts.contact(kTypeA, contained, 100, 90, 0);
  journey.menu = 30 * kSecond;
  journey.menu_errors = 1;
  journey.used_self_service = journey.resolved_by_machine = true;
  journey.self_service = 60 * kSecond;
  IssueRecord& issue = facts.close(IssueOutcome::resolved, 190);
  issue.resolved_by_machine = issue.marked_at_first_contact = true;
  tell_experience(issue, true, true, 1, 7, 1);
}

// Abandons, redials, is served in vain, comes again a week later: resolved late, and lost.
void add_lost(JourneyStream& facts) {
  facts.open(kClaim, kTypeA, kFirms, 1000);
  ContactJourney& first = facts.contact(kTypeA, abandoned, 1000, 20, 40);
  first.menu = 20 * kSecond;
  first.opted_out = true;
  ContactJourney& second = facts.contact(kTypeA, served, 2000, 10, 10, kGroupG, {100, 0, 20});
  second.menu = 10 * kSecond;
  second.is_retrial = second.has_prediction = true;
  second.predicted_wait = 25 * kSecond;
  facts.contact(kTypeB, served, 700'000, 0, 0, kGroupH, {60, 0, 0});
  IssueRecord& issue = facts.close(IssueOutcome::resolved, 700'060);
  issue.redials = issue.recontacts = issue.abandonments = 1;
  issue.second_contact = at_s(2000);
  issue.is_late = issue.is_lost = true;
  tell_experience(issue, false, false, -1, 2, 6);
}

// Takes the wrong option, tells the wrong people, is passed on and helped.
void add_misrouted(JourneyStream& facts) {
  facts.open(kBalance, kTypeA, kRetail, 3000);
  ContactJourney& first = facts.contact(kTypeB, served, 3000, 60, 5, kGroupH, {45, 0, 0});
  first.menu = 60 * kSecond;
  first.menu_errors = 2;
  first.is_misrouted = true;
  ContactJourney& second = facts.contact(kTypeA, served, 3110, 0, 15, kGroupG, {50, 0, 0});
  second.is_transfer = second.has_prediction = true;
  second.predicted_wait = 5 * kSecond;
  IssueRecord& issue = facts.close(IssueOutcome::resolved, 3175);
  issue.transfers = 1;
  issue.marked_at_first_contact = true;
  tell_experience(issue, true, true, 0, 5, 2);
}

void add_callbacks(JourneyStream& facts) {
  facts.open(IssueTypeId{}, kTypeB, SegmentId{}, 4000);
  ContactJourney& made = facts.contact(kTypeB, called_back, 4000, 0, 0, kGroupH, {40, 0, 0});
  made.was_offered_callback = made.accepted_callback = true;
  made.callback_delay = 600 * kSecond;
  made.reserved = 20 * kSecond;
  facts.close(IssueOutcome::resolved, 4640).marked_at_first_contact = true;

  facts.open(IssueTypeId{}, kTypeB, SegmentId{}, 7000);
  ContactJourney& failed = facts.contact(kTypeB, callback_failed, 7000, 0, 0);
  failed.was_offered_callback = failed.accepted_callback = true;
  failed.callback_delay = 900 * kSecond;
  failed.reserved = 20 * kSecond;
  facts.close(IssueOutcome::given_up, 7900);
}

// Blocked; hung up in the menus; still talking when the run ends.
void add_unserved(JourneyStream& facts) {
  facts.open(kBalance, kTypeA, kRetail, 5000);
  facts.contact(kTypeA, blocked, 5000, 0, 0);
  tell_experience(facts.close(IssueOutcome::given_up, 5000), false, false, -1, 1, 3);

  facts.open(IssueTypeId{}, kTypeA, SegmentId{}, 6000);
  facts.contact(kTypeA, hung_up, 6000, 15, 0).menu = 15 * kSecond;
  facts.close(IssueOutcome::given_up, 6015);

  facts.open(kClaim, kTypeB, kRetail, 1'209'500);
  facts.contact(kTypeB, in_system, 1'209'500, 0, 0, kGroupH, {100, 0, 0});
  facts.close(IssueOutcome::open, 1'209'600);
}

// Said to be resolved, but handed to another tier.
void add_escalated(JourneyStream& facts) {
  facts.open(IssueTypeId{}, kTypeA, SegmentId{}, 8000);
  facts.contact(kTypeA, served, 8000, 0, 0, kGroupG, {30, 0, 0});
  facts.contact(kTypeB, served, 9000, 0, 2, kGroupH, {10, 0, 0}).is_transfer = true;
  IssueRecord& issue = facts.close(IssueOutcome::resolved, 9012);
  issue.transfers = issue.escalations = 1;
  issue.marked_at_first_contact = true;
}

}  // namespace

JourneyStream nine_issues() {
  JourneyStream facts;
  add_contained(facts);
  add_lost(facts);
  add_misrouted(facts);
  add_callbacks(facts);
  add_unserved(facts);
  add_escalated(facts);

  // Told as the model does: those who left anyway at the end of the run.
  facts.change(kRetail, CustomerChange::acquired, 3.5 * 86400);
  facts.change(kFirms, CustomerChange::left_service, 700'060);
  facts.change(kRetail, CustomerChange::referred, 10 * 86400);
  facts.change(kRetail, CustomerChange::kept_away, 9 * 86400);
  facts.change(kRetail, CustomerChange::left_anyway, 7 * 86400);

  // Agent 0 of g handles 200 s, agent 1 of h 155 s in the first week and 100 s at the end.
  FactStream& queues = facts.queues;
  queues.add_time(AgentId{0}, kGroupG, AgentState::talking, 200);
  queues.add_time(AgentId{0}, kGroupG, AgentState::available, 1000);
  queues.add_time(AgentId{1}, kGroupH, AgentState::talking, 155);
  queues.add_time(AgentId{1}, kGroupH, AgentState::reserved, 195);
  queues.add_time(AgentId{1}, kGroupH, AgentState::available, 1000);
  queues.add_time(AgentId{1}, kGroupH, AgentState::talking, 1'209'600).begin = at_s(1'209'500);
  return facts;
}

}  // namespace holdline::test
