// Each law of issues, callbacks and customers fires when one side is tampered with, says what, by
// how much and whose, and is silent on faultless facts.
#include <functional>
#include <string>

#include "journey_stream.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

using Catch::Matchers::Contains;

// Sources: a, b, balance, claim. Issues: contained, lost, misrouted, called back, callback failed,
// blocked, hung up, in the system, escalated.
constexpr std::size_t kSourceA = 0;
constexpr std::size_t kSourceB = 1;
constexpr std::size_t kSourceBalance = 2;
constexpr std::size_t kSourceClaim = 3;

std::string violation_of_facts(const std::function<void(JourneyStream&)>& change) {
  const Scenario scenario = two_segments_and_issue_types();
  JourneyStream facts = nine_issues();
  const ReplicationEnd end = facts.end(scenario);
  change(facts);
  return score(scenario, facts, end).violation;
}

std::string violation_of_model(const std::function<void(ReplicationEnd&)>& change) {
  const Scenario scenario = two_segments_and_issue_types();
  const JourneyStream facts = nine_issues();
  ReplicationEnd end = facts.end(scenario);
  change(end);
  return score(scenario, facts, end).violation;
}

}  // namespace

TEST_CASE("faultless facts of issues and customers violate nothing", "[score][conservation]") {
  CHECK(violation_of_facts([](JourneyStream&) {}) == "");
}

TEST_CASE("an issue that was opened and never told is noticed", "[score][conservation]") {
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) { facts.issues.pop_back(); }),
             Contains("issues of contact type 'a': issues opened 2 is not issues told 1 [issues], "
                      "difference 1"));
  CHECK_THAT(
      violation_of_model([](ReplicationEnd& end) { ++end.issues[kSourceBalance].opened; }),
      Contains("issues of issue type 'balance': issues opened 4 is not the sum of outcomes 3"));
}

TEST_CASE("an issue told to have ended otherwise is noticed", "[score][conservation]") {
  const auto text = violation_of_facts(
      [](JourneyStream& facts) { facts.issues[4].outcome = IssueOutcome::resolved; });
  CHECK_THAT(text, Contains("issues of contact type 'b': counted by the model 1 is not issues told "
                            "as resolved 2 [issues], difference -1") &&
                       Contains("told as given_up 0 [issues], difference 1"));
}

TEST_CASE("an attempt out of nowhere is noticed", "[score][conservation]") {
  CHECK_THAT(
      violation_of_model([](ReplicationEnd& end) { --end.issues[kSourceClaim].recontacts; }),
      Contains(
          "issues of issue type 'claim': attempts 4 is not first contacts, redials, recontacts "
          "and transfers 3 [contacts], difference 1") &&
          Contains("recontacts 0 is not the recontacts of issues told 1"));
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) { ++facts.issues[1].contacts; }),
             Contains("attempts 4 is not the contacts of issues told 5"));
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) { ++facts.issues[1].redials; }),
             Contains("redials 1 is not the redials of issues told 2"));
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) { --facts.issues[2].transfers; }),
             Contains("issues of issue type 'balance': transfers 1 is not the transfers of issues "
                      "told 0"));
}

TEST_CASE("a contact of another issue than the model's is noticed", "[score][conservation]") {
  const auto text =
      violation_of_facts([](JourneyStream& facts) { facts.journeys[1].issue_type = kBalance; });
  CHECK_THAT(text, Contains("issues of issue type 'balance': attempts 4 is not contacts told 5") &&
                       Contains("issues of issue type 'claim': attempts 4 is not contacts told 3"));
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) { facts.journeys[2].is_retrial = false; }),
             Contains("issues of issue type 'claim': redials 1 is not retrials told 0"));
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) {
               ++end.issues[kSourceA].transfers;
               ++end.issues[kSourceA].contacts;
             }),
             Contains("issues of contact types: transfers 2 is not transfers told 1"));
}

TEST_CASE("a promised callback that is neither made, failed nor pending is noticed",
          "[score][conservation]") {
  CHECK_THAT(
      violation_of_model([](ReplicationEnd& end) { --end.issues[kSourceB].callbacks_failed; }),
      Contains("issues of contact types: callbacks promised 2 is not made, failed and pending 1 "
               "[callbacks], difference 1") &&
          Contains("callbacks failed 0 is not callbacks told as failed 1"));
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) {
               for (ContactJourney& journey : facts.journeys) journey.accepted_callback = false;
             }),
             Contains("callbacks promised 2 is not callbacks told as promised 0") &&
                 Contains("callbacks made or pending 1 is not contacts told as called back or "
                          "waiting for it 0"));
}

TEST_CASE("a callback under way when the run ends is made or pending", "[score][conservation]") {
  const Scenario scenario = two_segments_and_issue_types();
  JourneyStream facts = nine_issues();
  ContactJourney& last = facts.journeys[facts.journeys.size() - 3];
  REQUIRE(facts.queues.contacts[facts.journeys.size() - 3].outcome == ContactOutcome::in_system);
  last.was_offered_callback = last.accepted_callback = true;
  ReplicationEnd end = facts.end(scenario);
  CHECK(score(scenario, facts, end).violation == "");
  --end.issues[kSourceClaim].callbacks_pending;
  ++end.issues[kSourceClaim].callbacks_made;
  CHECK(score(scenario, facts, end).violation == "");
}

TEST_CASE("a microsecond of reserved time that no contact had is noticed",
          "[score][conservation]") {
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) {
               for (ContactJourney& journey : facts.journeys) {
                 if (journey.accepted_callback) {
                   journey.reserved -= Duration{1};
                   break;
                 }
               }
             }),
             Contains("all agents: time reserved 40000000 is not the time reserved for contacts "
                      "39999999 [us], difference 1"));
}

TEST_CASE("reserved time is scheduled time and not busy", "[score][conservation]") {
  const auto text = violation_of_facts([](JourneyStream& facts) {
    for (AgentInterval& time : facts.queues.agent_time) {
      if (time.state == AgentState::reserved) time.state = AgentState::talking;
    }
  });
  CHECK_THAT(text, Contains("agent group 'h': integral of busy agents") &&
                       Contains("time reserved 0 is not") && !Contains("scheduled"));
}

TEST_CASE("a customer who comes from nowhere is noticed", "[score][conservation]") {
  CHECK_THAT(violation_of_facts([](JourneyStream& facts) { facts.customers.pop_back(); }),
             Contains("segment 'retail': counted by the model 1 is not customers told as "
                      "left_anyway 0 [customers], difference 1") &&
                 Contains("segment 'retail': at the end 101 is not those at the start and those "
                          "who came, less those who left 102 [customers], difference -1"));
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { ++end.segments[1].at_start; }),
             Contains("segment 'firms': at the start 11 is not the scenario's 10"));
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { ++end.segments[1].at_end; }),
             Contains("segment 'firms': at the end 10 is not"));
}

TEST_CASE("counts of other sources or segments than the scenario's are noticed",
          "[score][conservation]") {
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { end.issues.pop_back(); }),
             Contains("counts of 3 sources of issues, not of 4"));
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { end.issues.clear(); }),
             Contains("issues told 9 is not issues counted 0") &&
                 Contains("contacts of issues told 13 is not"));
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { end.segments.pop_back(); }),
             Contains("counts of 1 segments, not of 2"));
}

TEST_CASE("laws of issues and customers are checked over the warm-up as well",
          "[score][conservation]") {
  Scenario scenario = two_segments_and_issue_types();
  scenario.experiment.warm_up = kDay;
  JourneyStream facts = nine_issues();
  const ReplicationEnd end = facts.end(scenario);
  CHECK(score(scenario, facts, end).violation == "");
  ++facts.issues[0].contacts;
  facts.customers.erase(facts.customers.begin());
  const auto text = score(scenario, facts, end).violation;
  CHECK_THAT(text, Contains("the contacts of issues told 5") && Contains("segment 'retail'"));
}

TEST_CASE("what a scenario grew beyond is told apart from a broken law", "[score][conservation]") {
  const Scenario scenario = two_segments_and_issue_types();
  const JourneyStream facts = nine_issues();
  ReplicationEnd end = facts.end(scenario);
  end.is_complete = false;
  end.excess = "too many customers";
  const Scorecard card = score(scenario, facts, end);
  CHECK(card.excess == "too many customers");
  CHECK(card.violation == "");
}

}  // namespace holdline::test
