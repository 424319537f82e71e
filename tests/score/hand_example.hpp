// Thirteen contacts and three agents, small enough to score by hand.
#pragma once

#include "fact_stream.hpp"

namespace holdline::test {

/// Type a, eleven contacts: served after 0, 15 and 40 s (handle times 150, 100, 50 s), abandoned
/// after 4 and 25 s, two blocked, one balked, one disconnected after 33 s, and at the end one
/// waiting for 7 s and one in service for 12 s. Type b: two served by group h after 0 and 12 s, 30
/// s each.
[[nodiscard]] inline FactStream hand_example() {
  using enum ContactOutcome;
  using enum AgentState;
  FactStream facts;
  facts.add(kTypeA, served, 0, 0, false, kGroupG, {100, 20, 30});
  facts.add(kTypeA, served, 10, 15, true, kGroupG, {60, 0, 40});
  facts.add(kTypeA, served, 20, 40, true, kGroupG, {50, 0, 0});
  facts.add(kTypeA, abandoned, 30, 4, true);
  facts.add(kTypeA, abandoned, 40, 25, true);
  facts.add(kTypeA, blocked, 50, 0, true);
  facts.add(kTypeA, blocked, 51, 0, false);
  facts.add(kTypeA, balked, 60, 0, true);
  facts.add(kTypeA, disconnected, 70, 33, true);
  facts.add(kTypeA, in_system, 80, 7, true);
  facts.add(kTypeA, in_system, 90, 0, false, kGroupG, {12, 0, 0});
  facts.add(kTypeB, served, 10, 0, false, kGroupH, {30, 0, 0});
  facts.add(kTypeB, served, 28, 12, true, kGroupH, {30, 0, 0});

  // Agent 0 of g: on shift for 390 s, then 10 s of a contact and 5 s at the phone until closing.
  facts.add_time(AgentId{0}, kGroupG, talking, 100);
  facts.add_time(AgentId{0}, kGroupG, holding, 120);
  facts.add_time(AgentId{0}, kGroupG, wrap_up, 150);
  facts.add_time(AgentId{0}, kGroupG, available, 200);
  facts.add_time(AgentId{0}, kGroupG, on_break, 215);
  facts.add_time(AgentId{0}, kGroupG, meal, 245, false);
  facts.add_time(AgentId{0}, kGroupG, available, 250);
  facts.add_time(AgentId{0}, kGroupG, talking, 310);
  facts.add_time(AgentId{0}, kGroupG, wrap_up, 350);
  facts.add_time(AgentId{0}, kGroupG, talking, 390);
  facts.add_time(AgentId{0}, kGroupG, talking, 400, true, true);
  facts.add_time(AgentId{0}, kGroupG, available, 405, true, true);
  // Agent 1 of g: on shift for 100 s.
  facts.add_time(AgentId{1}, kGroupG, absent, 60, false);
  facts.add_time(AgentId{1}, kGroupG, training, 80);
  facts.add_time(AgentId{1}, kGroupG, talking, 92);
  facts.add_time(AgentId{1}, kGroupG, sent_home, 100, false);
  // Agent 2 of h: on shift for 110 s.
  facts.add_time(AgentId{2}, kGroupH, available, 10);
  facts.add_time(AgentId{2}, kGroupH, talking, 40);
  facts.add_time(AgentId{2}, kGroupH, talking, 70);
  facts.add_time(AgentId{2}, kGroupH, available, 110);
  return facts;
}

}  // namespace holdline::test
