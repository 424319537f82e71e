// Each law fires when one side is tampered with, says what, by how much and whose, and is silent on
// faultless facts.
#include <functional>
#include <limits>
#include <string>
#include <utility>

#include "hand_example.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

using Catch::Matchers::Contains;

std::string violation_after(const std::function<void(FactStream&)>& change_facts,
                            const std::function<void(ReplicationEnd&)>& change_end) {
  FactStream facts = hand_example();
  ReplicationEnd end = facts.end();
  change_facts(facts);
  change_end(end);
  return score(two_types_and_groups(), facts, end, 7).violation;
}

std::string violation_of_facts(const std::function<void(FactStream&)>& change) {
  return violation_after(change, [](ReplicationEnd&) {});
}

std::string violation_of_model(const std::function<void(ReplicationEnd&)>& change) {
  return violation_after([](FactStream&) {}, change);
}

std::size_t place(ContactOutcome outcome) { return static_cast<std::size_t>(outcome); }

}  // namespace

TEST_CASE("faultless facts violate nothing", "[score][conservation]") {
  CHECK(violation_of_facts([](FactStream&) {}) == "");
}

TEST_CASE("a contact the model counted and never told is noticed", "[score][conservation]") {
  const auto text = violation_of_facts([](FactStream& facts) { facts.contacts.pop_back(); });
  CHECK_THAT(text, Contains("replication 7: contact type 'b': counted by the model 2 is not "
                            "contacts told as served 1 [contacts], difference 1"));
  CHECK_THAT(text, Contains("contact type 'b': arrived 2 is not contacts told 1"));
}

TEST_CASE("an arrival that never ended is noticed", "[score][conservation]") {
  const auto text = violation_of_model([](ReplicationEnd& end) { ++end.contact_types[0].arrived; });
  CHECK_THAT(text, Contains("contact type 'a': arrived 12 is not the sum of outcomes 11 "
                            "[contacts], difference 1"));
}

TEST_CASE("an outcome told as another is noticed", "[score][conservation]") {
  for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
    const auto outcome = static_cast<ContactOutcome>(i);
    const auto text = violation_of_model([&](ReplicationEnd& end) {
      auto& outcomes = end.contact_types[0].outcomes;
      --outcomes[place(ContactOutcome::served)];
      ++outcomes[outcome == ContactOutcome::served ? place(ContactOutcome::abandoned) : i];
    });
    CHECK_THAT(text, Contains("contacts told as " + std::string(to_string(outcome))));
    CHECK_THAT(text, Contains("contacts told as ") && Contains("difference -1") &&
                         Contains("difference 1") && !Contains("sum of outcomes"));
  }
}

TEST_CASE("a contact told twice for another lost is noticed by its number",
          "[score][conservation]") {
  const auto text = violation_of_facts([](FactStream& facts) { facts.contacts[1].index = 0; });
  CHECK_THAT(text, Contains("contact type 'a': sum of arrival numbers told 54 is not that of each "
                            "told once 55 [1], difference -1"));
}

TEST_CASE("a delay the model did not count is noticed", "[score][conservation]") {
  const auto text = violation_of_facts([](FactStream& facts) { facts.contacts[0].delayed = true; });
  CHECK_THAT(text, Contains("contact type 'a': delayed 8 is not contacts told as delayed 9"));
}

TEST_CASE("a microsecond of waiting gone astray is noticed, whatever the outcome",
          "[score][conservation]") {
  for (const std::size_t contact : {1u, 3u, 8u, 9u}) {
    const auto text =
        violation_of_facts([&](FactStream& facts) { facts.contacts[contact].wait += Duration{1}; });
    CHECK_THAT(text, Contains("contact type 'a': integral of the queue 124000000 is not the sum "
                              "of waits 124000001 [us], difference -1"));
  }
}

TEST_CASE("a microsecond of handling gone astray is noticed, for contacts in service as well",
          "[score][conservation]") {
  const auto by_contact = [](std::size_t contact, Duration ContactRecord::*part) {
    return violation_of_facts(
        [=](FactStream& facts) { facts.contacts[contact].*part += Duration{1}; });
  };
  for (const auto& text :
       {by_contact(0, &ContactRecord::talk), by_contact(0, &ContactRecord::hold),
        by_contact(0, &ContactRecord::wrap_up), by_contact(10, &ContactRecord::talk)}) {
    CHECK_THAT(text, Contains("agent group 'g': integral of busy agents 312000000 is not the "
                              "handle times of contacts 312000001 [us], difference -1"));
  }
}

TEST_CASE("busy time that agents and model disagree on is noticed", "[score][conservation]") {
  const auto text = violation_of_facts(
      [](FactStream& facts) { facts.agent_time[0].state = AgentState::available; });
  CHECK_THAT(text, Contains("agent group 'g': integral of busy agents 312000000 is not the busy "
                            "time of agents 212000000 [us], difference 100000000"));
}

TEST_CASE("a gap in an agent's time is noticed", "[score][conservation]") {
  const auto text =
      violation_of_facts([](FactStream& facts) { facts.agent_time[4].begin += Duration{3}; });
  CHECK_THAT(text, Contains("agent group 'g': integral of scheduled agents 490000000 is not the "
                            "scheduled time of agents in all states 489999997 [us], difference 3"));
}

TEST_CASE("overrun told as scheduled time is noticed on both sides", "[score][conservation]") {
  const auto text =
      violation_of_facts([](FactStream& facts) { facts.agent_time[11].overrun = false; });
  CHECK_THAT(text, Contains("integral of agents in overrun 15000000 is not the overrun of agents "
                            "10000000 [us], difference 5000000"));
  CHECK_THAT(text, Contains("integral of scheduled agents 490000000"));
}

TEST_CASE("an agent in two places is noticed even when the sums agree", "[score][conservation]") {
  const auto text = violation_of_facts([](FactStream& facts) {
    facts.agent_time[3].begin -= 10 * kSecond;  // available from 140 s, wrap-up until 150 s
    facts.agent_time[6].begin += 5 * kSecond;
    facts.agent_time[13].begin -= 5 * kSecond;
  });
  CHECK_THAT(text, Contains("agent group 'g': agent 0 is available in [140000000, 200000000) us, "
                            "which overlaps her time until 150000000 us"));
}

TEST_CASE("time that runs backwards is noticed", "[score][conservation]") {
  const auto text = violation_of_facts(
      [](FactStream& facts) { std::swap(facts.agent_time[0].begin, facts.agent_time[0].end); });
  CHECK_THAT(text, Contains("agent 0 is talking in [100000000, 0) us"));
}

TEST_CASE("a negative wait is noticed", "[score][conservation]") {
  const auto text =
      violation_of_facts([](FactStream& facts) { facts.contacts[0].wait = Duration{-1}; });
  CHECK_THAT(text, Contains("contact type 'a'") && Contains("integral of the queue 124000000"));
}

TEST_CASE("a contact that met an agent without the skill is noticed", "[score][conservation]") {
  const auto text =
      violation_of_facts([](FactStream& facts) { facts.contacts[0].agent_group = kGroupH; });
  CHECK_THAT(text, Contains("contact type 'a': contact 0 met an agent of group 'h', which has not "
                            "the skill"));
}

TEST_CASE("counts of other types or groups than the scenario's are noticed",
          "[score][conservation]") {
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { end.contact_types.pop_back(); }),
             Contains("counts of 1 contact types and 2 agent groups, not of 2 and 2"));
  CHECK_THAT(violation_of_model([](ReplicationEnd& end) { end.agent_groups.emplace_back(); }),
             Contains("counts of 2 contact types and 3 agent groups, not of 2 and 2"));
}

TEST_CASE("many violations are told briefly", "[score][conservation]") {
  const auto text = violation_of_facts([](FactStream& facts) { facts.contacts.clear(); });
  CHECK_THAT(text, Contains("; and ") && Contains(" more"));
  CHECK(text.size() < 1500);
}

TEST_CASE("laws are checked over the warm-up as well", "[score][conservation]") {
  Scenario scenario = two_types_and_groups();
  scenario.experiment.warm_up = kHour;
  FactStream facts = hand_example();
  CHECK(score(scenario, facts).violation == "");
  const ReplicationEnd end = facts.end();
  facts.contacts[1].wait += Duration{1};
  CHECK_THAT(score(scenario, facts, end).violation, Contains("the sum of waits 124000001"));
}

TEST_CASE("laws hold over sums beyond 64 bits", "[score][conservation]") {
  FactStream facts;
  Int128 waits = 0;
  for (int i = 0; i < 100; ++i) {
    facts.add(kTypeA, ContactOutcome::in_system, 0, 0, true).wait = kForever;
    waits += kForever.count();
  }
  REQUIRE(waits > std::numeric_limits<std::int64_t>::max());
  ReplicationEnd end = facts.end();
  end.contact_types[0].queue_integral = waits;
  const Scorecard card = score(two_types_and_groups(), facts, end);
  CHECK(card.violation == "");
  CHECK(card.totals[1][static_cast<std::size_t>(Counter::wait_all_s)] ==
        Approx(100 * to_seconds(kForever)));
}

TEST_CASE("a replication stopped before its end is not checked", "[score][conservation]") {
  const auto text = violation_after([](FactStream& facts) { facts.contacts.pop_back(); },
                                    [](ReplicationEnd& end) { end.is_complete = false; });
  CHECK(text == "");
}

TEST_CASE("the next replication starts clean", "[score][conservation]") {
  const Scenario scenario = two_types_and_groups();
  const FactStream facts = hand_example();
  Scorer scorer(scenario, PlanId{0});
  Scorecard card;
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    ReplicationStart start;
    start.replication = replication;
    scorer.on_replication_start(start);
    for (const auto& contact : facts.contacts) scorer.on_contact(contact);
    for (const auto& interval : facts.agent_time) scorer.on_agent_interval(interval);
    ReplicationEnd end = facts.end();
    end.events = 100 + replication;
    if (replication == 1) ++end.contact_types[0].arrived;
    scorer.on_replication_end(end);
    scorer.finish(card);
    CHECK(card.replication == replication);
    CHECK(card.events == 100 + replication);
    CHECK(card.contacts == 13);
    CHECK(card.violation.empty() == (replication != 1));
    CHECK(value("served", card.totals[0]) == 5);
    CHECK(card.waits[0].count() == 7);
  }
}

}  // namespace holdline::test
