// Random centres with menus, machines, callbacks and hand-overs put around their queues: contacts,
// issues, callbacks and agents' time are conserved, counted here apart from the scorer.
#include <map>
#include <vector>

#include "conservation/scenario_generator.hpp"
#include "holdline/model/simulate.hpp"
#include "holdline/scenario/load.hpp"
#include "support/catch.hpp"
#include "support/ivr_nodes.hpp"

namespace holdline {
namespace {

using test::ivr_node;
using test::transfer_node;

constexpr std::uint64_t kFrontEndScenarios = 400;

/// A word of draws that only this test makes.
class Dice {
 public:
  explicit Dice(std::uint64_t number)
      : draws_(make_stream_key(29, Purpose::menu, "front_end_laws"), 0, number) {}
  double unit() { return draws_.next_unit(); }
  bool chance(double probability) { return unit() < probability; }
  std::size_t below(std::size_t bound) { return draws_.next_below(bound); }
  Duration seconds(double least, double most) {
    return from_seconds(least + (most - least) * unit());
  }

 private:
  DrawSequence draws_;
};

// A welcome, a menu, a task, one's own people, anybody's people, and the way out of patience.
Ivr random_menus(Dice& dice, std::size_t types) {
  Ivr ivr;
  for (std::size_t t = 0; t < types; ++t) ivr.contact_types.push_back(dice.chance(0.8));
  IvrNode menu = ivr_node(IvrNodeKind::menu, dice.seconds(0, 30));
  menu.answer = dice.seconds(0, 3);
  menu.options = {{"", IvrNodeId(2)}, {"", IvrNodeId(3)}, {"", IvrNodeId(4)}, {"", IvrNodeId(5)}};
  menu.option_for.assign(types, 0);
  for (std::uint32_t& option : menu.option_for) {
    option = static_cast<std::uint32_t>(dice.below(4));
  }
  menu.on_failure = IvrNodeId(dice.below(2) + 3);
  menu.opt_out = static_cast<OptOut>(dice.below(3));
  IvrNode task = ivr_node(IvrNodeKind::self_service, {}, 3);
  task.task = exponential(40.0);
  task.success = 0.5;
  const IvrNode anybody = transfer_node(ContactTypeId(dice.below(types)));
  ivr.nodes = {ivr_node(IvrNodeKind::prompt, dice.seconds(0, 10), 1),
               menu,
               task,
               transfer_node(),
               anybody,
               ivr_node(IvrNodeKind::hang_up)};
  ivr.start = IvrNodeId(0);
  ivr.way_out = IvrNodeId(3);
  if (dice.chance(0.4)) ivr.ports = static_cast<std::uint32_t>(1 + dice.below(6));
  return ivr;
}

Callback random_callback(Dice& dice, std::size_t types) {
  Callback callback;
  for (std::size_t t = 0; t < types; ++t) callback.contact_types.push_back(dice.chance(0.8));
  if (dice.chance(0.5)) {
    callback.queue_length = static_cast<std::uint32_t>(dice.below(4));
  } else {
    callback.expected_wait = dice.seconds(0, 60);
  }
  callback.predictor = static_cast<WaitPredictor>(dice.below(3));
  callback.place = dice.chance(0.5) ? CallbackPlace::kept : CallbackPlace::list;
  callback.priority = static_cast<std::uint32_t>(1 + dice.below(3));
  if (callback.place == CallbackPlace::list && dice.chance(0.4)) {
    callback.slot = dice.seconds(0, 3600);
  }
  callback.ring = dice.chance(0.2) ? Duration{0} : dice.seconds(1, 40);
  callback.redial_after = dice.chance(0.2) ? Duration{0} : dice.seconds(1, 600);
  callback.tries = static_cast<std::uint32_t>(1 + dice.below(4));
  return callback;
}

void put_around(Scenario& scenario, Dice& dice) {
  Behaviour& behaviour = scenario.world.behaviour;
  const std::size_t types = scenario.world.contact_types.size();
  behaviour.redial = {0.5, 0.5, exponential(300.0), 3, 0.0};
  behaviour.menu = {0.1, 0.02, 0.5, 0.1, 0.5, 0.004, 0.2, 0.5, 0.5};
  behaviour.self_service = {0.6, 0.7, 1.2, 0.1, 0.3};
  behaviour.callback = {0.7, 1.7, 0.75, 0.7};
  behaviour.transfer = {45 * kSecond, 1.1};
  Plan& plan = scenario.plans[0];
  if (dice.chance(0.7)) plan.ivr = random_menus(dice, types);
  if (dice.chance(0.5)) {
    SelfService& machine = plan.self_service;
    machine.mode = dice.chance(0.5) ? SelfServiceMode::optional : SelfServiceMode::forced_first;
    for (std::size_t t = 0; t < types; ++t) machine.contact_types.push_back(dice.chance(0.7));
    machine.duration = exponential(60.0);
    machine.success = 0.3;
    machine.passes_context = dice.chance(0.5);
  }
  if (dice.chance(0.8)) plan.callback = random_callback(dice, types);
}

/// Counts what is told, by type.
struct Counting final : RecordSink {
  struct Totals {
    std::uint64_t outcomes[kContactOutcomeCount] = {};
    std::uint64_t delayed = 0;
    Int128 waits = 0;
  };
  std::map<std::size_t, Totals> types;
  std::map<std::size_t, Int128> busy, scheduled, overrun;  ///< by group
  std::map<std::size_t, Time> told_until;                  ///< by agent
  std::uint64_t issues[kIssueOutcomeCount] = {}, contacts = 0, pending = 0;
  Duration reserved_of_agents{}, reserved_of_contacts{};
  bool is_overlapping = false;
  ReplicationEnd end;

  void on_contact(const ContactRecord& contact) override {
    Totals& totals = types[contact.type.index()];
    ++totals.outcomes[static_cast<std::size_t>(contact.outcome)];
    totals.delayed += contact.delayed ? 1 : 0;
    totals.waits += contact.wait.count();
    REQUIRE(contact.journey != nullptr);
    const ContactJourney& journey = *contact.journey;
    ++contacts;
    reserved_of_contacts += journey.reserved;
    if (contact.outcome == ContactOutcome::in_system && journey.accepted_callback) ++pending;
    const bool is_callback = contact.outcome == ContactOutcome::called_back ||
                             contact.outcome == ContactOutcome::callback_failed;
    REQUIRE((!is_callback || journey.accepted_callback));
    REQUIRE((!journey.accepted_callback || journey.was_offered_callback));
    REQUIRE(contact.arrival + journey.menu + journey.self_service <= contact.queue_entry);
    if (contact.outcome == ContactOutcome::called_back) {
      REQUIRE(contact.wait + journey.reserved <= journey.callback_delay);
    }
  }
  void on_agent_interval(const AgentInterval& each) override {
    const std::size_t group = each.agent_group.index();
    const Int128 length = (each.end - each.begin).count();
    if (is_busy(each.state)) busy[group] += length;
    (each.overrun ? overrun : scheduled)[group] += length;
    if (each.state == AgentState::reserved) reserved_of_agents += each.end - each.begin;
    Time& until = told_until[each.agent.index()];
    if (each.begin < until) is_overlapping = true;
    until = each.end;
  }
  void on_issue(const IssueRecord& issue) override {
    ++issues[static_cast<std::size_t>(issue.outcome)];
  }
  void on_replication_end(const ReplicationEnd& facts) override { end = facts; }
};

void check_contacts(const Counting& sink) {
  for (std::size_t type = 0; type < sink.end.contact_types.size(); ++type) {
    const ContactTypeCounts& counts = sink.end.contact_types[type];
    const auto found = sink.types.find(type);
    const Counting::Totals told = found == sink.types.end() ? Counting::Totals{} : found->second;
    std::uint64_t ended = 0;
    for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
      CHECK(told.outcomes[i] == counts.outcomes[i]);
      ended += told.outcomes[i];
    }
    CHECK(ended == counts.arrived);
    CHECK(told.delayed == counts.delayed);
    CHECK((told.waits == counts.queue_integral));
  }
}

void check_agents(const Counting& sink) {
  CHECK_FALSE(sink.is_overlapping);
  for (std::size_t group = 0; group < sink.end.agent_groups.size(); ++group) {
    const AgentGroupCounts& counts = sink.end.agent_groups[group];
    const auto of = [&](const std::map<std::size_t, Int128>& sums) {
      const auto found = sums.find(group);
      return found == sums.end() ? Int128{0} : found->second;
    };
    CHECK((of(sink.busy) == counts.busy_integral));
    CHECK((of(sink.scheduled) == counts.scheduled_integral));
    CHECK((of(sink.overrun) == counts.overrun_integral));
  }
}

void check_issues(const Counting& sink) {
  IssueCounts sum;
  for (const IssueCounts& each : sink.end.issues) {
    sum.opened += each.opened;
    sum.contacts += each.contacts;
    sum.callbacks_promised += each.callbacks_promised;
    sum.callbacks_made += each.callbacks_made;
    sum.callbacks_failed += each.callbacks_failed;
    sum.callbacks_pending += each.callbacks_pending;
  }
  const auto told = [&](ContactOutcome outcome) {
    std::uint64_t total = 0;
    for (const auto& [type, totals] : sink.types) {
      total += totals.outcomes[static_cast<std::size_t>(outcome)];
    }
    return total;
  };
  CHECK(sum.opened == sink.issues[0] + sink.issues[1] + sink.issues[2]);
  CHECK(sum.contacts == sink.contacts);
  CHECK(sum.callbacks_made == told(ContactOutcome::called_back));
  CHECK(sum.callbacks_failed == told(ContactOutcome::callback_failed));
  CHECK(sum.callbacks_pending == sink.pending);
  CHECK(sum.callbacks_promised ==
        sum.callbacks_made + sum.callbacks_failed + sum.callbacks_pending);
}

}  // namespace

TEST_CASE("menus, machines and callbacks conserve contacts, issues and agents' time",
          "[conservation][front_end]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::uint64_t outcomes[kContactOutcomeCount] = {}, overruns = 0;
  for (std::uint64_t number = 0; number < kFrontEndScenarios; ++number) {
    if (test::has_customers(number)) continue;  // has menus of its own
    LoadResult loaded =
        load_scenario_text(test::random_scenario(number),
                           HOLDLINE_SOURCE_DIR "/tests/conservation/random.yaml", registry);
    REQUIRE(loaded.scenario.has_value());
    Dice dice(number);
    put_around(*loaded.scenario, dice);
    Simulation simulation(*loaded.scenario, PlanId(0));
    for (std::uint32_t replication = 0; replication < 2; ++replication) {
      INFO("scenario " << number << ", replication " << replication);
      Counting sink;
      simulation.run({loaded.scenario->experiment.seed, replication}, sink);
      CHECK(sink.end.fault.empty());
      if (sink.end.issues.empty()) continue;
      check_contacts(sink);
      check_agents(sink);
      check_issues(sink);
      for (const auto& [type, totals] : sink.types) {
        for (std::size_t i = 0; i < kContactOutcomeCount; ++i) outcomes[i] += totals.outcomes[i];
      }
      for (const auto& [group, overrun] : sink.overrun) overruns += overrun > 0 ? 1 : 0;
    }
  }
  CHECK(overruns > 50);
  for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
    INFO("outcome " << to_string(static_cast<ContactOutcome>(i)));
    CHECK(outcomes[i] > 20);
  }
}

}  // namespace holdline
