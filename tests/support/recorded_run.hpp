// One replication of a scenario written in the test, with every fact kept.
#pragma once

#include <string>
#include <vector>

#include "holdline/model/simulate.hpp"
#include "holdline/scenario/load.hpp"
#include "support/catch.hpp"

namespace holdline::test {

struct RecordedRun : RecordSink {
  std::vector<ContactRecord> contacts;
  std::vector<AgentInterval> intervals;
  ReplicationEnd end;

  void on_contact(const ContactRecord& contact) override { contacts.push_back(contact); }
  void on_agent_interval(const AgentInterval& interval) override { intervals.push_back(interval); }
  void on_replication_end(const ReplicationEnd& facts) override { end = facts; }

  /// The contact of this arrival number; fails the test if there is none.
  [[nodiscard]] const ContactRecord& contact(std::uint64_t index, std::size_t type = 0) const {
    for (const ContactRecord& record : contacts) {
      if (record.index == index && record.type.index() == type) return record;
    }
    FAIL("no contact " << index << " of type " << type);
    return contacts.front();
  }
  [[nodiscard]] std::size_t count(ContactOutcome outcome) const {
    std::size_t n = 0;
    for (const ContactRecord& record : contacts) n += record.outcome == outcome ? 1 : 0;
    return n;
  }
  /// Total time of an agent (or all) in a state [s].
  [[nodiscard]] double seconds_in(AgentState state, bool overrun = false,
                                  AgentId agent = {}) const {
    double total = 0.0;
    for (const AgentInterval& interval : intervals) {
      if (interval.state == state && interval.overrun == overrun &&
          (agent.is_none() || interval.agent == agent)) {
        total += to_seconds(interval.end - interval.begin);
      }
    }
    return total;
  }
};

/// Loads `text`; any error fails the test with all messages.
inline Scenario load_text(const std::string& text) {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  LoadResult result = load_scenario_text(text, "test.yaml", registry);
  std::string messages;
  for (const Diagnostic& diagnostic : result.diagnostics) messages += to_string(diagnostic) + "\n";
  INFO(messages);
  REQUIRE(result.scenario.has_value());
  return std::move(*result.scenario);
}

/// A replication of the plan, told to a sink of this kind, which keeps its end.
template <class Sink>
Sink record(const Scenario& scenario, PlanId plan = PlanId(0), std::uint32_t replication = 0) {
  Simulation simulation(scenario, plan);
  Sink sink;
  simulation.run({scenario.experiment.seed, replication}, sink);
  CHECK(sink.end.fault.empty());
  CHECK(sink.end.excess.empty());
  return sink;
}

inline RecordedRun run_text(const std::string& text, std::uint32_t replication = 0) {
  return record<RecordedRun>(load_text(text), PlanId(0), replication);
}

}  // namespace holdline::test
