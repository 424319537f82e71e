// Shifts, numbers by interval, closings and absence: deterministic cases counted by hand.
#include "support/recorded_run.hpp"

using namespace holdline;
using holdline::test::RecordedRun;
using holdline::test::run_text;

namespace {

std::string scenario(const std::string& calendar, const std::string& type,
                     const std::string& plan) {
  return "holdline: 1\nname: roster\nworld:\n  calendar: {" + calendar +
         "}\n  contact_types:\n    call: {" + type + "}\nplan:\n  " + plan + "\n";
}

const std::string every_minute = "arrivals: {fixed_interval: {every: 60s}}, ";

}  // namespace

TEST_CASE("a contact in progress at the end of the shift is finished in overrun",
          "[model][roster]") {
  const RecordedRun run = run_text(scenario(
      "open: 00:00-00:10",
      every_minute +
          "handle_time: {deterministic: {value: 100s}}, patience: {deterministic: {value: 1s}}",
      "agent_groups: {a: {skills: [call], agents: 1}}"));
  // Answered at 1:00, 3:00, 5:00, 7:00 and 9:00; the last ends at 10:40.
  CHECK(run.count(ContactOutcome::served) == 5);
  CHECK(run.seconds_in(AgentState::talking) == Approx(460));
  CHECK(run.seconds_in(AgentState::talking, true) == Approx(40));
  CHECK(run.seconds_in(AgentState::available) == Approx(600 - 460));
  CHECK(run.end.agent_groups[0].overrun_integral == Int128{40'000'000});
}

TEST_CASE("at closing those waiting are served, disconnected or carried over", "[model][roster]") {
  const std::string type = every_minute + "handle_time: {deterministic: {value: 200s}}";
  const std::string plan = "agent_groups: {a: {skills: [call], agents: 1}}";
  SECTION("serve") {
    const RecordedRun run = run_text(scenario("open: 00:00-00:05, at_close: serve", type, plan));
    CHECK(run.count(ContactOutcome::served) == 4);
    // The last of four starts at 1:00 + 3 x 200 s and overruns until 14:20.
    CHECK(run.seconds_in(AgentState::talking, true) == Approx(60 + 800 - 300));
  }
  SECTION("disconnect") {
    const RecordedRun run =
        run_text(scenario("open: 00:00-00:05, at_close: disconnect", type, plan));
    CHECK(run.count(ContactOutcome::served) == 2);
    CHECK(run.count(ContactOutcome::disconnected) == 2);
    CHECK(run.contact(3).wait == 60 * kSecond);
  }
  SECTION("carry over") {
    const RecordedRun run =
        run_text(scenario("days: 2, open: 00:00-00:05, at_close: carry_over", type, plan));
    // Two of day one wait for day two; there they are served first.
    CHECK(run.contact(2).wait == kDay - 3 * kMinute);
    CHECK(run.contact(2).outcome == ContactOutcome::served);
    CHECK(run.count(ContactOutcome::in_system) == 8 - run.count(ContactOutcome::served));
  }
}

TEST_CASE("when the number of agents falls, the named one or the next to finish leaves",
          "[model][roster]") {
  const auto run_with = [](const std::string& rule) {
    return run_text(
        scenario("open: 00:00-01:00",
                 "arrivals: {fixed_interval: {every: 60s}}, handle_time: {deterministic: {value: "
                 "300s}}, patience: {deterministic: {value: 1s}}",
                 "agent_groups: {a: {skills: [call], agents: {from: 00:00, interval: 10m, counts: "
                 "[2, 1, 1, 1, 1, 1], on_decrease: " +
                     rule + "}}}"));
  };
  // Agent 0 answers at 1:00, 6:00 (ends 11:00); agent 1 at 2:00, 7:00 (ends 12:00).
  SECTION("named: agent 1 finishes at 12:00 and goes") {
    const RecordedRun run = run_with("named");
    CHECK(run.seconds_in(AgentState::talking, true, AgentId(1)) == Approx(120));
    CHECK(run.seconds_in(AgentState::talking, true, AgentId(0)) < 300);
  }
  SECTION("next to finish: agent 0 finishes at 11:00 and goes") {
    const RecordedRun run = run_with("next_to_finish");
    CHECK(run.seconds_in(AgentState::talking, true, AgentId(0)) == Approx(60));
    CHECK(run.contact(11).agent == AgentId(1));  // 12:00
  }
}

TEST_CASE("an absent agent is scheduled, paid as her cause says, and answers nothing",
          "[model][roster]") {
  const RecordedRun run = run_text(scenario(
      "open: 00:00-01:00",
      every_minute +
          "handle_time: {deterministic: {value: 1s}}, patience: {deterministic: {value: 1s}}",
      "agent_groups: {a: {skills: [call], agents: 3, absence: {sick: {probability: 100%, paid: "
      "false}}}}"));
  CHECK(run.count(ContactOutcome::served) == 0);
  CHECK(run.seconds_in(AgentState::absent) == Approx(3 * 3600));
  for (const AgentInterval& interval : run.intervals) CHECK_FALSE(interval.paid);
  CHECK(run.end.agent_groups[0].scheduled_integral == Int128{3} * 3'600'000'000);
}

TEST_CASE("an absent agent is not paid for the unpaid breaks of her shift", "[model][roster]") {
  const RecordedRun run = run_text(scenario(
      "open: 00:00-01:00",
      every_minute +
          "handle_time: {deterministic: {value: 1s}}, patience: {deterministic: {value: 1s}}",
      "agent_groups: {a: {skills: [call], absence: {sick: {probability: 100%}}, shifts: {s: "
      "{hours: "
      "00:10-00:50, agents: 1, breaks: [{kind: meal, at: 00:20, length: 10m, paid: false}, {kind: "
      "break, at: 00:35, length: 5m, paid: true}, {kind: meal, at: 00:45, length: 5m, paid: "
      "false}]}}}}"));
  double paid_s = 0.0;
  double unpaid_s = 0.0;
  for (const AgentInterval& interval : run.intervals) {
    CHECK(interval.state == AgentState::absent);
    (interval.paid ? paid_s : unpaid_s) += to_seconds(interval.end - interval.begin);
  }
  CHECK(paid_s == Approx(25 * 60));  // 40 minutes without ten and five
  CHECK(unpaid_s == Approx(15 * 60));
  CHECK(run.end.agent_groups[0].scheduled_integral == Int128{40} * 60'000'000);
}

TEST_CASE("round the clock no shift ends at midnight", "[model][roster]") {
  const RecordedRun run = run_text(scenario(
      "days: 3",
      "arrivals: {fixed_interval: {every: 1h}}, handle_time: {deterministic: {value: 50m}}",
      "agent_groups: {a: {skills: [call], agents: 1}}"));
  CHECK(run.contacts.size() == 71);
  CHECK(run.seconds_in(AgentState::talking, true) == 0.0);
}

TEST_CASE("a line is held until the end of talk, and wrap-up holds none", "[model][trunks]") {
  const RecordedRun run = run_text(
      scenario("open: 00:00-00:10",
               every_minute + "talk: {deterministic: {value: 50s}}, wrap_up: {deterministic: "
                              "{value: 70s}}, patience: {deterministic: {value: 100s}}",
               "trunks: 1\n  agent_groups: {a: {skills: [call], agents: 1}}"));
  // Talk 1:00-1:50, wrap-up until 3:00. At 2:00 the line is free and the agent is not: it waits
  // until 3:00, when the line is held and the arrival of 3:00 is blocked.
  CHECK(run.contact(1).wait == 60 * kSecond);
  CHECK(run.contact(2).outcome == ContactOutcome::blocked);
}

TEST_CASE("an agent sent home is unpaid for the rest of the shift and takes nothing",
          "[model][staffing]") {
  const RecordedRun run = run_text(scenario(
      "open: 00:00-04:00",
      "arrivals: {fixed_interval: {every: 30m}}, handle_time: {deterministic: {value: 60s}}",
      "staffing: {send_home_when_idle: {}}\n  agent_groups: {a: {skills: [call], agents: 10}}"));
  CHECK(run.seconds_in(AgentState::sent_home) > 0.0);
  for (const AgentInterval& interval : run.intervals) {
    if (interval.state == AgentState::sent_home) CHECK_FALSE(interval.paid);
  }
  CHECK(run.end.agent_groups[0].scheduled_integral == Int128{10} * 4 * 3'600'000'000);
}

TEST_CASE("an agent whose break ends with her shift goes home", "[model][roster]") {
  const RecordedRun run = run_text(
      scenario("open: 00:00-01:00", every_minute + "handle_time: {deterministic: {value: 10m}}",
               "agent_groups: {a: {skills: [call], shifts: {s: {agents: 1, hours: 00:00-00:30, "
               "breaks: [{at: "
               "00:15, length: 15m}]}}}}"));
  // Served at 1:00 and 11:00; the break, due at 15:00, begins at 21:00 and is cut at 30:00.
  CHECK(run.count(ContactOutcome::served) == 2);
  CHECK(run.seconds_in(AgentState::on_break) == Approx(540));
  CHECK(run.seconds_in(AgentState::talking, true) == 0.0);
}

TEST_CASE("round the clock absence is drawn for each day", "[model][roster]") {
  const RecordedRun run = run_text(scenario(
      "days: 40",
      "arrivals: {fixed_interval: {every: 6h}}, handle_time: {deterministic: {value: 1s}}",
      "agent_groups: {a: {skills: [call], agents: 1, absence: {sick: {probability: 50%}}}}"));
  // One draw for the whole run would give 0 or 40 days; 4 and 36 are 5 standard deviations off.
  const double days_away = run.seconds_in(AgentState::absent) / 86400.0;
  CHECK(days_away > 4.0);
  CHECK(days_away < 36.0);
}

TEST_CASE("a leave that is due goes to whoever has worked since before it", "[model][roster]") {
  // Numbers that fall and rise again within one talk.
  const Scenario centre = holdline::test::load_text(
      scenario("open: 00:00-12:00",
               "arrivals: {poisson: {rate: 60/h}}, handle_time: {exponential: {mean: 30m}}, "
               "patience: {exponential: {mean: 10m}}",
               "agent_groups: {a: {skills: [call], agents: {from: 00:00, interval: 5m, repeat: "
               "none, counts: "
               "[6, 3, 5, 3, 6, 2, 5, 1, 6, 4, 5, 0, 6, 3, 5, 3, 6, 2, 5, 1, 6, 4, 5, 2, 6, 3, 4, "
               "1, 6]}}}"));
  Simulation simulation(centre, PlanId(0));
  for (std::uint32_t replication = 0; replication < 50; ++replication) {
    RecordedRun run;
    simulation.run({1, replication}, run);
    Int128 overrun = 0;
    Int128 scheduled = 0;
    for (const AgentInterval& interval : run.intervals) {
      (interval.overrun ? overrun : scheduled) += (interval.end - interval.begin).count();
    }
    REQUIRE(run.end.fault.empty());
    REQUIRE(overrun == run.end.agent_groups[0].overrun_integral);
    REQUIRE(scheduled == run.end.agent_groups[0].scheduled_integral);
  }
}

TEST_CASE("a group that opens in the instant a patience ends serves the contact", "[model][ties]") {
  const RecordedRun run = run_text(scenario(
      "open: 00:00-01:00",
      "arrivals: {fixed_interval: {every: 10m}}, handle_time: {deterministic: {value: 1m}}, "
      "patience: {deterministic: {value: 30s}}",
      "agent_groups: {a: {skills: [call], agents: 0}, b: {skills: [call], agents: 1}}\n  routing: "
      "{preferences: {call: [a, {group: b, after: 30s}]}}"));
  CHECK(run.count(ContactOutcome::served) == 5);
}
