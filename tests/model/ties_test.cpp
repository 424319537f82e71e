// The order of events of one microsecond is part of the specification (docs/model.md, "Time and
// order"). Deterministic arrivals, times and patience make ties exact.
#include "support/recorded_run.hpp"

using namespace holdline;
using holdline::test::RecordedRun;
using holdline::test::run_text;

namespace {

// Arrivals at 60 s, 120 s, ... of a centre open from 00:00 to 01:00.
std::string centre(const std::string& type, const std::string& plan,
                   const std::string& every = "60s") {
  return "holdline: 1\nname: ties\nworld:\n  calendar: {open: 00:00-01:00}\n  contact_types:\n"
         "    call: {arrivals: {fixed_interval: {every: " +
         every + "}}, " + type + "}\nplan:\n  " + plan + "\n";
}

}  // namespace

TEST_CASE("a talk that ends in the instant of an arrival leaves an idle agent for it",
          "[model][ties]") {
  const RecordedRun run = run_text(centre("handle_time: {deterministic: {value: 60s}}",
                                          "agent_groups: {a: {agents: 1, skills: [call]}}"));
  REQUIRE(run.contacts.size() == 59);
  for (const ContactRecord& contact : run.contacts) {
    CHECK(contact.wait == Duration{0});
    CHECK_FALSE(contact.delayed);
  }
}

TEST_CASE("a talk that ends in the instant a patience ends serves the contact", "[model][ties]") {
  // Arrival 0 at 60 s talks until 180 s; arrival 1 at 120 s would leave at 180 s.
  const RecordedRun run = run_text(
      centre("handle_time: {deterministic: {value: 120s}}, patience: {deterministic: {value: 60s}}",
             "agent_groups: {a: {agents: 1, skills: [call]}}"));
  CHECK(run.contact(1).outcome == ContactOutcome::served);
  CHECK(run.contact(1).wait == 60 * kSecond);
}

TEST_CASE("a contact abandons when its patience is shorter than the wait", "[model][ties]") {
  const RecordedRun run = run_text(centre(
      "handle_time: {deterministic: {value: 120.001s}}, patience: {deterministic: {value: 60s}}",
      "agent_groups: {a: {agents: 1, skills: [call]}}"));
  CHECK(run.contact(1).outcome == ContactOutcome::abandoned);
  CHECK(run.contact(1).wait == 60 * kSecond);
}

TEST_CASE("a patience that ends in the instant of an arrival frees its place first",
          "[model][ties]") {
  // The queue holds one. Arrival 1 waits from 120 s and leaves at 180 s, when arrival 2 comes.
  const RecordedRun run = run_text(centre(
      "handle_time: {deterministic: {value: 1000s}}, patience: {deterministic: {value: 60s}}",
      "queue_limit: 1\n  agent_groups: {a: {agents: 1, skills: [call]}}"));
  CHECK(run.contact(1).outcome == ContactOutcome::abandoned);
  CHECK(run.contact(2).outcome != ContactOutcome::blocked);
}

TEST_CASE("a shift that starts in the instant of an arrival answers it", "[model][ties]") {
  const RecordedRun run = run_text(
      centre("handle_time: {deterministic: {value: 10s}}",
             "agent_groups: {a: {skills: [call], shifts: {s: {agents: 1, hours: 00:10-00:20}}}}"));
  CHECK(run.contact(9).arrival == Time{10 * kMinute});
  // The first nine waited since before; the shift's start serves the longest waiting at once.
  CHECK(run.contact(0).wait == 9 * kMinute);
}

TEST_CASE("a shift that ends in the instant of an arrival does not answer it", "[model][ties]") {
  const RecordedRun run = run_text(
      centre("handle_time: {deterministic: {value: 10s}}, patience: {deterministic: {value: 30s}}",
             "agent_groups: {a: {skills: [call], shifts: {s: {agents: 1, hours: 00:00-00:20}}}}"));
  CHECK(run.contact(18).outcome == ContactOutcome::served);     // 19:00
  CHECK(run.contact(19).outcome == ContactOutcome::abandoned);  // 20:00
}

TEST_CASE("a talk that ends in the instant of the shift's end is no overrun", "[model][ties]") {
  const RecordedRun run = run_text(
      centre("handle_time: {deterministic: {value: 60s}}, patience: {deterministic: {value: 1s}}",
             "agent_groups: {a: {skills: [call], shifts: {s: {agents: 1, hours: 00:00-00:20}}}}"));
  CHECK(run.seconds_in(AgentState::talking) == Approx(19 * 60));
  CHECK(run.seconds_in(AgentState::talking, true) == 0.0);
}

TEST_CASE("a break that falls due in the instant of an arrival comes first", "[model][ties]") {
  const RecordedRun run = run_text(
      centre("handle_time: {deterministic: {value: 10s}}",
             "agent_groups: {a: {skills: [call], shifts: {s: {agents: 1, hours: 00:00-01:00, "
             "breaks: [{at: 00:10, length: 90s}]}}}}"));
  CHECK(run.contact(9).wait == 90 * kSecond);  // arrived at 10:00
  CHECK(run.seconds_in(AgentState::on_break) == Approx(90));
}

TEST_CASE("a break that ends in the instant of an arrival answers it", "[model][ties]") {
  const RecordedRun run = run_text(
      centre("handle_time: {deterministic: {value: 10s}}",
             "agent_groups: {a: {skills: [call], shifts: {s: {agents: 1, hours: 00:00-01:00, "
             "breaks: [{at: 00:10:30, length: 30s}]}}}}"));
  CHECK(run.contact(10).wait == Duration{0});
  CHECK_FALSE(run.contact(10).delayed);
}
