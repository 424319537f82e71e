// Names of outcomes and states: distinct, and the ones the formats use.
#include "holdline/record/facts.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

namespace holdline::test {

TEST_CASE("every outcome and every agent state has a name of its own", "[record][facts]") {
  std::set<std::string> names;
  for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
    names.emplace(to_string(static_cast<ContactOutcome>(i)));
  }
  for (std::size_t i = 0; i < kAgentStateCount; ++i) {
    names.emplace(to_string(static_cast<AgentState>(i)));
  }
  CHECK(names.size() == kContactOutcomeCount + kAgentStateCount);
  CHECK(names.count("invalid") == 0);
  CHECK(to_string(ContactOutcome::in_system) == "in_system");
  CHECK(to_string(AgentState::on_break) == "on_break");
}

TEST_CASE("an agent is busy while talking, holding or wrapping up, and at no other time",
          "[record][facts]") {
  int busy = 0;
  for (std::size_t i = 0; i < kAgentStateCount; ++i) {
    if (is_busy(static_cast<AgentState>(i))) ++busy;
  }
  CHECK(busy == 3);
  CHECK(is_busy(AgentState::talking));
  CHECK(is_busy(AgentState::holding));
  CHECK(is_busy(AgentState::wrap_up));
}

}  // namespace holdline::test
