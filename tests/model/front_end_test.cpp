// Menus and machines before the queue, by hand: deterministic times, so that every stage is known.
#include <map>

#include "issue_run.hpp"

using namespace holdline;
using namespace holdline::test;

namespace {

/// The contacts of an issue, in order; there are some.
std::vector<JourneyedContact> of_issue(const IssueRun& run, std::uint64_t issue) {
  std::vector<JourneyedContact> found = run.contacts_of(issue);
  REQUIRE_FALSE(found.empty());
  return found;
}

// Calls every `every` of the first ten minutes, each 30 s of talk, five agents, and 8 s of welcome
// before a menu of 15 s and 2 s to choose. The calls' own people are option 0, the loans' 1.
Scenario welcomed(const std::string& every = "60s", const std::string& more = "") {
  Scenario scenario = load_text(
      "holdline: 1\nname: menus\nworld:\n  calendar: {open: 00:00-00:10}\n  contact_types:\n"
      "    call: {arrivals: {fixed_interval: {every: " +
      every +
      "}}, patience: {deterministic: {value: 100s}}, handle_time: {deterministic: {value: 30s}}}\n"
      "    loan: {arrivals: {fixed_interval: {every: 9m59s}}, "
      "handle_time: {deterministic: {value: 30s}}}\n" +
      more +
      "plan:\n  agent_groups:\n    people: {agents: 5, skills: [call]}\n"
      "    lenders: {agents: 1, skills: [loan]}\n");
  Ivr ivr;
  ivr.contact_types = {true, false};
  IvrNode welcome, menu, own, loans;
  welcome.kind = IvrNodeKind::prompt;
  welcome.duration = 8 * kSecond;
  welcome.next = IvrNodeId(1);
  menu.kind = IvrNodeKind::menu;
  menu.duration = 15 * kSecond;
  menu.answer = 2 * kSecond;
  menu.options = {{"own", IvrNodeId(2)}, {"loans", IvrNodeId(3)}};
  menu.option_for.assign(scenario.world.issue_types.size() + 2, 0);
  menu.on_failure = IvrNodeId(2);
  own.kind = loans.kind = IvrNodeKind::transfer;
  loans.transfer_to = ContactTypeId(1);
  ivr.nodes = {welcome, menu, own, loans};
  ivr.start = IvrNodeId(0);
  ivr.way_out = IvrNodeId(2);
  scenario.plans[0].ivr = ivr;
  return scenario;
}

}  // namespace

TEST_CASE("menus come before the queue and are not part of the wait", "[model][front_end]") {
  const IssueRun result = run_issues(welcomed());
  const JourneyedContact& first = result.contacts.front();
  CHECK(first.record.arrival == Time{60 * kSecond});
  CHECK(first.record.queue_entry == Time{85 * kSecond});
  CHECK(first.record.wait == Duration{0});
  CHECK(first.record.outcome == ContactOutcome::served);
  CHECK(first.journey.menu == 25 * kSecond);
  CHECK_FALSE(first.journey.used_self_service);
  REQUIRE(result.issues.size() == 10);
  CHECK(result.issues.front().machine == 25 * kSecond);
  CHECK(result.issues.front().outcome == IssueOutcome::resolved);
}

TEST_CASE("a contact that finds all ports busy is blocked", "[model][front_end]") {
  Scenario scenario = welcomed("10s");
  scenario.plans[0].ivr->ports = 2;
  // Calls at 10, 20, ...; a port is free again after 25 s: two of three get through.
  const IssueRun result = run_issues(scenario);
  std::map<std::int64_t, ContactOutcome> by_arrival;
  for (const JourneyedContact& each : result.contacts) {
    if (each.record.type.index() != 0) continue;
    by_arrival[each.record.arrival.time_since_epoch() / kSecond] = each.record.outcome;
  }
  CHECK(by_arrival.at(10) == ContactOutcome::served);
  CHECK(by_arrival.at(20) == ContactOutcome::served);
  CHECK(by_arrival.at(30) == ContactOutcome::blocked);
  CHECK(by_arrival.at(40) == ContactOutcome::served);
  CHECK(by_arrival.at(50) == ContactOutcome::served);
  CHECK(by_arrival.at(60) == ContactOutcome::blocked);
}

TEST_CASE("a trunk is held from the menus to the end of talk", "[model][front_end]") {
  Scenario scenario = welcomed("20s");
  scenario.plans[0].trunks = 2;
  // 25 s of menus and 30 s of talk: the line of 20 s is free again at 75 s.
  const IssueRun result = run_issues(scenario);
  std::map<std::int64_t, ContactOutcome> by_arrival;
  for (const JourneyedContact& each : result.contacts) {
    by_arrival[each.record.arrival.time_since_epoch() / kSecond] = each.record.outcome;
  }
  CHECK(by_arrival.at(40) == ContactOutcome::served);
  CHECK(by_arrival.at(60) == ContactOutcome::blocked);
  CHECK(by_arrival.at(80) == ContactOutcome::served);
}

TEST_CASE("who is misrouted talks to the wrong people and is passed on", "[model][front_end]") {
  Scenario scenario = welcomed("5m");
  MenuBehaviour& menu = scenario.world.behaviour.menu;
  menu.error_base = menu.wrong_choice = 1.0;
  scenario.world.behaviour.transfer = {45 * kSecond, 1.5};
  const std::vector<JourneyedContact> told = of_issue(run_issues(scenario), 0);
  REQUIRE(told.size() == 2);
  CHECK(told[0].record.type == ContactTypeId(1));
  CHECK(told[0].record.talk == 45 * kSecond);
  CHECK(told[0].journey.is_misrouted);
  CHECK(told[0].journey.menu_errors == 1);
  CHECK_FALSE(told[0].journey.is_resolved);
  CHECK(told[1].record.type == ContactTypeId(0));
  CHECK(told[1].record.talk == 45 * kSecond);  // 30 s x 1.5
  CHECK(told[1].journey.is_transfer);
  CHECK_FALSE(told[1].journey.is_misrouted);
}

TEST_CASE("who hangs up in the menus has reached nobody", "[model][front_end]") {
  Scenario scenario = welcomed();
  scenario.plans[0].ivr->nodes[2].kind = IvrNodeKind::hang_up;
  scenario.world.behaviour.redial.probability = 1.0;
  scenario.world.behaviour.redial.most = 1;
  scenario.world.behaviour.redial.delay = deterministic(30.0);
  const IssueRun result = run_issues(scenario);
  const std::vector<JourneyedContact> told = of_issue(result, 0);
  REQUIRE(told.size() == 2);
  CHECK(told[0].record.outcome == ContactOutcome::hung_up);
  CHECK(told[0].journey.menu == 25 * kSecond);
  CHECK(told[1].record.arrival == Time{115 * kSecond});
  CHECK(told[1].journey.is_retrial);
  CHECK(result.issues.front().outcome == IssueOutcome::given_up);
  CHECK(result.issues.front().abandonments == 2);
}

TEST_CASE("a forced machine that fails costs patience and is told again", "[model][front_end]") {
  Scenario scenario = welcomed();
  SelfService machine;
  machine.mode = SelfServiceMode::forced_first;
  machine.contact_types = {true, false};
  machine.duration = deterministic(90.0);
  scenario.plans[0].self_service = machine;
  scenario.world.behaviour.self_service.patience_factor = 0.5;
  scenario.world.behaviour.self_service.handle_factor = 1.2;
  const JourneyedContact told = of_issue(run_issues(scenario), 0).front();
  CHECK(told.record.queue_entry == Time{175 * kSecond});
  CHECK(told.journey.used_self_service);
  CHECK(told.journey.self_service == 90 * kSecond);
  CHECK(told.record.talk == 36 * kSecond);

  scenario.plans[0].agent_groups[0].skills.clear();
  const JourneyedContact left = of_issue(run_issues(scenario), 0).front();
  CHECK(left.record.outcome == ContactOutcome::abandoned);
  CHECK(left.record.wait == 50 * kSecond);

  scenario.plans[0].self_service.success = 1.0;
  const IssueRun helped = run_issues(scenario);
  const JourneyedContact contained = of_issue(helped, 0).front();
  CHECK(contained.record.outcome == ContactOutcome::contained);
  CHECK(contained.journey.resolved_by_machine);
  CHECK(contained.journey.is_resolved);
  CHECK(helped.issues.front().resolved_by_machine);
  CHECK(helped.issues.front().closed == Time{175 * kSecond});
}

TEST_CASE("a machine that passes on what it learnt spares the telling again",
          "[model][front_end]") {
  Scenario scenario = welcomed();
  scenario.plans[0].ivr.reset();
  SelfService machine;
  machine.mode = SelfServiceMode::forced_first;
  machine.contact_types = {true, false};
  machine.duration = deterministic(90.0);
  machine.passes_context = true;
  scenario.plans[0].self_service = machine;
  scenario.world.behaviour.self_service.handle_factor = 1.2;
  const JourneyedContact told = of_issue(run_issues(scenario), 0).front();
  CHECK(told.record.queue_entry == Time{150 * kSecond});
  CHECK(told.journey.menu == Duration{0});
  CHECK(told.record.talk == 30 * kSecond);
}

TEST_CASE("the end of the run cuts a walk", "[model][front_end]") {
  Scenario scenario = welcomed("9m");
  scenario.experiment.mode = RunMode::steady_state;
  scenario.world.calendar.open.fill(DayWindow{Duration{0}, kDay});
  scenario.world.contact_types[0].arrivals.gap = kDay - 20 * kSecond;
  const std::vector<JourneyedContact> told =
      of_issue(run_issues(scenario), 144);  // after 144 loans
  CHECK(told.front().record.outcome == ContactOutcome::in_system);
  CHECK(told.front().journey.menu == 20 * kSecond);
}

namespace {

// One customer with an issue every two minutes.
Scenario one_customer(const std::string& knows) {
  return welcomed("9m59s",
                  "  customers: {segments: {all: {count: 1, trust: 50%, knows_menu: " + knows +
                      "}}}\n  issues:\n    ask: {contact_type: call, "
                      "arrivals: {fixed_interval: {every: 120s}}}\n");
}

std::vector<Duration> menu_times(const IssueRun& run) {
  std::vector<Duration> times;
  for (const JourneyedContact& each : run.contacts) {
    if (!each.journey.issue_type.is_none()) times.push_back(each.journey.menu);
  }
  return times;
}

}  // namespace

TEST_CASE("who knows the menus need not listen, until they change", "[model][front_end]") {
  using Times = std::vector<Duration>;
  constexpr Duration kFull = 25 * kSecond, kShort = 2 * kSecond;
  Scenario scenario = one_customer("0%");
  CHECK(menu_times(run_issues(scenario)) == Times(4, kFull));
  scenario.world.behaviour.menu.learns = 1.0;
  CHECK(menu_times(run_issues(scenario)) == Times{kFull, kShort, kShort, kShort});
  scenario.plans[0].ivr->changed_on = {0};
  scenario.plans[0].ivr->forgotten_for = 5 * kMinute;
  CHECK(menu_times(run_issues(scenario)) == Times{kFull, kFull, kShort, kShort});
  CHECK(menu_times(run_issues(one_customer("100%"))) == Times(4, kShort));
}

TEST_CASE("trust in an optional machine falls with each failure", "[model][front_end]") {
  Scenario scenario = one_customer("0%");
  SelfService machine;
  machine.mode = SelfServiceMode::optional;
  machine.contact_types = {true, false};
  machine.duration = deterministic(10.0);
  scenario.plans[0].self_service = machine;
  const auto uses = [&] {
    std::size_t count = 0;
    for (const JourneyedContact& each : run_issues(scenario).contacts) {
      if (!each.journey.issue_type.is_none() && each.journey.used_self_service) ++count;
    }
    return count;
  };
  const std::size_t always = uses();
  scenario.world.behaviour.self_service.trust_loss = 1.0;
  CHECK(always == 4);
  CHECK(uses() == 1);
}
