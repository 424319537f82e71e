// Callbacks by hand: deterministic times, so that every place, call and wait is known.
#include "callback_run.hpp"

using namespace holdline;
using namespace holdline::test;

namespace {

// Calls at 60 s, 120 s, 180 s and 240 s, one agent; everybody is offered a callback, accepts it and
// answers it after a ring of 10 s.
Scenario four_calls(const std::string& handle = "100s", const std::string& until = "00:05") {
  Scenario scenario =
      load_text("holdline: 1\nname: callbacks\nworld:\n  calendar: {open: 00:00-" + until +
                "}\n  contact_types:\n    call: {arrivals: {fixed_interval: {every: 60s}}, "
                "handle_time: {deterministic: {value: " +
                handle +
                "}}}\n"
                "plan:\n  agent_groups: {a: {agents: 1, skills: [call]}}\n");
  Callback callback;
  callback.contact_types = {true};
  callback.queue_length = 0;
  callback.ring = 10 * kSecond;
  scenario.plans[0].callback = callback;
  return scenario;
}

void check_callback(const CallbackRun& run, std::uint64_t index, std::int64_t wait_s,
                    std::int64_t delay_s) {
  INFO("contact " << index);
  const ContactRecord& contact = run.contact(index);
  CHECK(contact.outcome == ContactOutcome::called_back);
  CHECK(contact.delayed);
  CHECK(contact.wait == wait_s * kSecond);
  CHECK(run.journeys.at(index).callback_delay == delay_s * kSecond);
}

}  // namespace

TEST_CASE("a callback keeps its place in the queue", "[model][callback]") {
  // The agent: talk 60-160, ring 160-170, talk 170-270, ring, talk 280-380, ring, talk 390-490.
  const CallbackRun result = run_callbacks(four_calls());
  CHECK(result.contact(0).outcome == ContactOutcome::served);
  check_callback(result, 1, 40, 50);
  check_callback(result, 2, 90, 100);
  check_callback(result, 3, 140, 150);
  CHECK(result.time_in(AgentState::reserved) == 30 * kSecond);
  CHECK(result.time_in(AgentState::talking) == 400 * kSecond);
  CHECK(result.journeys.at(1).was_offered_callback);
  CHECK(result.journeys.at(1).accepted_callback);
  CHECK(result.journeys.at(1).reserved == 10 * kSecond);
  CHECK_FALSE(result.journeys.at(0).was_offered_callback);
  const IssueCounts counts = result.callbacks();
  CHECK(counts.callbacks_promised == 3);
  CHECK(counts.callbacks_made == 3);
}

TEST_CASE("a callback frees the line at once", "[model][callback]") {
  Scenario scenario = four_calls("150s");
  scenario.plans[0].trunks = 2;
  // Without: at 180 s two lines are held (in talk, in the queue), and the call is blocked.
  CHECK(run_callbacks(scenario).contact(2).outcome == ContactOutcome::called_back);
  scenario.plans[0].callback.reset();
  CHECK(run_callbacks(scenario).contact(2).outcome == ContactOutcome::blocked);
}

TEST_CASE("the handle time of a callback has its own factor", "[model][callback]") {
  Scenario scenario = four_calls();
  scenario.world.behaviour.callback.handle_factor = 0.5;
  const CallbackRun result = run_callbacks(scenario);
  CHECK(result.contact(0).talk == 100 * kSecond);
  CHECK(result.contact(1).talk == 50 * kSecond);
}

TEST_CASE("a list has a priority of its own", "[model][callback]") {
  const auto with_priority = [](std::uint32_t priority) {
    // Call 0 holds the agent from 60 s to 160 s; call 1 (120 s) goes to the list, mail 0 arrives at
    // 130 s.
    Scenario scenario = load_text(
        "holdline: 1\nname: list\nworld:\n  calendar: {open: 00:00-00:02:30}\n  contact_types:\n"
        "    call: {arrivals: {fixed_interval: {every: 60s}}, priority: 2, "
        "handle_time: {deterministic: {value: 100s}}}\n"
        "    mail: {arrivals: {fixed_interval: {every: 130s}}, priority: 2, "
        "handle_time: {deterministic: {value: 100s}}}\n"
        "plan:\n  routing: priority_then_longest_wait\n"
        "  agent_groups: {a: {agents: 1, skills: [call, mail]}}\n");
    Callback callback;
    callback.contact_types = {true, false};
    callback.queue_length = 0;
    callback.place = CallbackPlace::list;
    callback.priority = priority;
    scenario.plans[0].callback = callback;
    return run_callbacks(scenario);
  };
  const CallbackRun first = with_priority(1);
  CHECK(first.contact(0, 1).wait == 130 * kSecond);
  check_callback(first, 1, 40, 40);
  CHECK(with_priority(2).contact(1).wait == 40 * kSecond);  // who has waited longer
  const CallbackRun last = with_priority(3);
  CHECK(last.contact(0, 1).wait == 30 * kSecond);
  check_callback(last, 1, 140, 140);
}

TEST_CASE("an agent with one skill serves the queue and the list of it", "[model][callback]") {
  Scenario scenario = four_calls();
  scenario.world.behaviour.callback.acceptance = 0.5;
  scenario.plans[0].callback->place = CallbackPlace::list;
  scenario.plans[0].callback->priority = 2;
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    const CallbackRun result = run_callbacks(scenario, replication);
    CHECK(result.contacts.size() == 4);
    Duration last_on_the_line{}, first_called_back = kForever;
    for (const ContactRecord& contact : result.contacts) {
      const Duration taken = contact.queue_entry + contact.wait - Time{};
      if (contact.outcome == ContactOutcome::called_back) {
        first_called_back = std::min(first_called_back, taken);
      } else {
        last_on_the_line = std::max(last_on_the_line, taken);
      }
    }
    // At 160 s those of 120 s are there alone; from then on the line comes before the list.
    if (first_called_back > 200 * kSecond) CHECK(last_on_the_line < first_called_back);
  }
}

TEST_CASE("nobody is called before her slot", "[model][callback]") {
  Scenario scenario = four_calls("100s", "00:20");
  scenario.plans[0].callback->place = CallbackPlace::list;
  scenario.plans[0].callback->slot = 5 * kMinute;
  scenario.world.contact_types[0].arrivals.gap = 9 * kMinute;
  scenario.world.contact_types[0].talk = deterministic(600.0);
  // Calls at 540 s and 1080 s; the second accepts, is due after closing and never called.
  const CallbackRun closed = run_callbacks(scenario);
  CHECK(closed.contact(1).outcome == ContactOutcome::in_system);
  CHECK(closed.callbacks().callbacks_pending == 1);
  scenario.plans[0].callback->slot = 100 * kSecond;  // at 1180 s, when the agent has 20 s left
  const CallbackRun result = run_callbacks(scenario);
  CHECK(result.contact(1).outcome == ContactOutcome::called_back);
  CHECK(result.journeys.at(1).callback_delay == 110 * kSecond);
  CHECK(result.contact(1).wait == Duration{0});  // the agent had been free since 1140 s
}

TEST_CASE("without an answer the call is made again, at the head of the queue",
          "[model][callback]") {
  Scenario scenario = four_calls("100s", "01:00");
  scenario.world.contact_types[0].arrivals.gap = 60 * kSecond;
  scenario.world.behaviour.callback.answers = 0.0;
  scenario.plans[0].callback->tries = 2;
  scenario.plans[0].callback->redial_after = 60 * kSecond;
  const CallbackRun result = run_callbacks(scenario);
  // Call 1 (120 s): ring 160-170; call 2 is answered on the line, 180-280; call 1 is due at 230 and
  // waits ahead of call 3 (240 s): ring 280-290, failed.
  const ContactRecord& failed = result.contact(1);
  CHECK(failed.outcome == ContactOutcome::callback_failed);
  CHECK(failed.wait == 90 * kSecond);
  CHECK(result.journeys.at(1).reserved == 20 * kSecond);
  CHECK(result.contact(2).outcome == ContactOutcome::served);
  CHECK(result.contact(2).wait == Duration{0});
  const IssueCounts counts = result.callbacks();
  CHECK(counts.callbacks_made == 0);
  CHECK(counts.callbacks_promised == counts.callbacks_failed + counts.callbacks_pending);
}

TEST_CASE("a callback fails when what is left of her patience ends", "[model][callback]") {
  Scenario scenario = four_calls("200s");
  scenario.world.contact_types[0].patience = deterministic(30.0);
  scenario.world.behaviour.callback.patience_factor = 2.0;
  const CallbackRun result = run_callbacks(scenario);
  CHECK(result.contact(1).outcome == ContactOutcome::callback_failed);
  CHECK(result.contact(1).wait == 60 * kSecond);
  CHECK(result.callbacks().callbacks_failed ==
        2);  // 120 s and 180 s; that of 240 s is rung at 260 s
  check_callback(result, 3, 20, 30);
}

TEST_CASE("clearing the queue at closing ends the callbacks in it", "[model][callback]") {
  Scenario scenario = four_calls();
  scenario.world.calendar.at_close = ClosingRule::disconnect;
  const CallbackRun result = run_callbacks(scenario);
  check_callback(result, 2, 90, 100);
  CHECK(result.contact(3).outcome == ContactOutcome::callback_failed);
  CHECK(result.contact(3).wait == 60 * kSecond);
}

TEST_CASE("an agent whose shift ends while she rings finishes the call", "[model][callback]") {
  // Closing at 165 s: the agent has been ringing call 1 since 160 s.
  const CallbackRun result = run_callbacks(four_calls("100s", "00:02:45"));
  check_callback(result, 1, 40, 50);
  Duration overrun{};
  for (const AgentInterval& each : result.intervals) {
    if (each.overrun) overrun += each.end - each.begin;
  }
  CHECK(overrun == 105 * kSecond);
  CHECK(result.time_in(AgentState::reserved) == 10 * kSecond);
}
