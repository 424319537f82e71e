// The traps of the glossary, each as two numbers that must not be taken for each other.
#include "fact_stream.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

using enum ContactOutcome;
constexpr std::size_t kA = 1;
constexpr std::size_t kG = 3;

}  // namespace

TEST_CASE("trap 1: the speed of answer is of the answered, the mean wait of all", "[score][trap]") {
  FactStream facts;
  facts.add(kTypeA, served, 0, 10, true, kGroupG);
  facts.add(kTypeA, abandoned, 0, 50, true);
  const Tally tally = score(two_types_and_groups(), facts).totals[kA];
  CHECK(value("asa", tally) == 10);
  CHECK(value("mean_wait", tally) == 30);
}

TEST_CASE("trap 1: the wait begins at the queue, not at the door", "[score][trap]") {
  FactStream facts;
  ContactRecord& contact = facts.add(kTypeA, served, 100, 10, true, kGroupG);
  contact.queue_entry = at_s(190);
  CHECK(value("asa", score(two_types_and_groups(), facts).totals[kA]) == 10);
}

TEST_CASE("trap 2: quick abandonments leave the standard service level alone, and only that",
          "[score][trap]") {
  FactStream facts;
  for (int i = 0; i < 8; ++i) facts.add(kTypeA, served, i, 0, false, kGroupG);
  for (int i = 0; i < 2; ++i) facts.add(kTypeA, abandoned, i, 3, true);
  const Tally tally = score(two_types_and_groups(), facts).totals[kA];
  CHECK(value("service_level_standard", tally) == 1.0);
  CHECK(value("service_level_all_offered", tally) == 0.8);
  CHECK(value("service_level_with_abandoned", tally) == 1.0);
  CHECK(value("service_level_answered", tally) == 1.0);
}

TEST_CASE("trap 2: late abandonments hurt all but the service level over the answered",
          "[score][trap]") {
  FactStream facts;
  for (int i = 0; i < 8; ++i) facts.add(kTypeA, served, i, 0, false, kGroupG);
  for (int i = 0; i < 2; ++i) facts.add(kTypeA, abandoned, i, 21, true);
  const Tally tally = score(two_types_and_groups(), facts).totals[kA];
  CHECK(value("service_level_standard", tally) == 0.8);
  CHECK(value("service_level_all_offered", tally) == 0.8);
  CHECK(value("service_level_with_abandoned", tally) == 0.8);
  CHECK(value("service_level_answered", tally) == 1.0);
}

TEST_CASE("trap 3: work after closing is in one occupancy and not in the other", "[score][trap]") {
  FactStream facts;
  facts.add_time(AgentId{0}, kGroupG, AgentState::talking, 641);
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 1000);
  facts.add_time(AgentId{1}, kGroupG, AgentState::talking, 27, true, true);
  const Tally tally = score(two_types_and_groups(), facts).totals[kG];
  CHECK(value("occupancy", tally) == Approx(0.641));
  CHECK(value("occupancy_scheduled", tally) == Approx(0.668));
}

TEST_CASE("trap 3: pauses are in neither part of the occupancy", "[score][trap]") {
  FactStream facts;
  facts.add_time(AgentId{0}, kGroupG, AgentState::talking, 60);
  facts.add_time(AgentId{0}, kGroupG, AgentState::available, 100);
  facts.add_time(AgentId{0}, kGroupG, AgentState::meeting, 300);
  const Tally tally = score(two_types_and_groups(), facts).totals[kG];
  CHECK(value("occupancy", tally) == Approx(0.6));
  CHECK(value("occupancy_scheduled", tally) == Approx(0.2));
  CHECK(value("shrinkage", tally) == Approx(2 / 3.0));
  CHECK(value("paid_utilization", tally) == Approx(1 / 3.0));
}

TEST_CASE("trap 4: shares are of the arrivals that came", "[score][trap]") {
  FactStream facts;
  for (int i = 0; i < 3; ++i) facts.add(kTypeA, abandoned, i, 1, true);
  const Tally tally = score(two_types_and_groups(), facts).totals[kA];
  CHECK(value("abandonment_share", tally) == 1.0);
}

TEST_CASE("trap 5: a centre's ratio is a ratio of sums, not a mean of its types' ratios",
          "[score][trap]") {
  FactStream facts;
  for (int i = 0; i < 9; ++i) facts.add(kTypeA, served, i, 0, false, kGroupG);
  facts.add(kTypeB, served, 0, 100, true, kGroupH);
  const Tally tally = score(two_types_and_groups(), facts).totals[0];
  CHECK(value("asa", tally) == 10.0);
  CHECK(value("service_level", tally) == 0.9);
}

TEST_CASE("trap 6: blocked contacts are arrivals that were not offered", "[score][trap]") {
  FactStream facts;
  for (int i = 0; i < 6; ++i) facts.add(kTypeA, served, i, 0, false, kGroupG);
  for (int i = 0; i < 4; ++i) facts.add(kTypeA, blocked, i, 0, true);
  const Tally tally = score(two_types_and_groups(), facts).totals[kA];
  CHECK(value("arrivals", tally) == 10);
  CHECK(value("offered", tally) == 6);
  CHECK(value("blocked_share", tally) == 0.4);
  CHECK(value("service_level_all_offered", tally) == 1.0);
  CHECK(value("service_level_standard", tally) == 0.6);
  CHECK(value("delayed_share", tally) == 0.0);
}

TEST_CASE("trap 7: contacts in the system at the end are counted, and in no mean of the ended",
          "[score][trap]") {
  FactStream facts;
  facts.add(kTypeA, served, 0, 10, true, kGroupG, {100, 0, 0});
  facts.add(kTypeA, in_system, 0, 5000, true);
  facts.add(kTypeA, in_system, 0, 30, true, kGroupG, {900, 0, 0});
  const Scorecard card = score(two_types_and_groups(), facts);
  const Tally& tally = card.totals[kA];
  CHECK(value("arrivals", tally) == 3);
  CHECK(value("in_system_at_end", tally) == 2);
  CHECK(value("served", tally) == 1);
  CHECK(value("asa", tally) == 10);
  CHECK(value("aht", tally) == 100);
  CHECK(value("served", card.totals[kG]) == 1);
  CHECK(value("aht", card.totals[kG]) == 100);
  CHECK(card.waits[kA].count() == 1);
}

TEST_CASE("trap 8: shares are of contacts: a customer served at the second try counts twice",
          "[score][trap]") {
  FactStream facts;
  facts.add(kTypeA, abandoned, 0, 30, true);
  facts.add(kTypeA, served, 600, 0, false, kGroupG);
  const Tally tally = score(two_types_and_groups(), facts).totals[kA];
  CHECK(value("arrivals", tally) == 2);
  CHECK(value("abandonment_share", tally) == 0.5);
}

}  // namespace holdline::test
