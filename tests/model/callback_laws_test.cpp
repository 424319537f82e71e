// Callbacks in busy hours: what is promised is kept or told, and who stays on the line waits less.
#include "callback_run.hpp"

using namespace holdline;
using namespace holdline::test;

namespace {

Scenario busy_hours(const std::string& seed = "7") {
  return load_text(
      "holdline: 1\nname: busy\nworld:\n  calendar: {open: 08:00-12:00}\n  contact_types:\n"
      "    call: {arrivals: {poisson: {rate: 130/h}}, patience: {exponential: {mean: 3m}}, "
      "handle_time: {exponential: {mean: 5m}}}\n"
      "    loan: {arrivals: {poisson: {rate: 20/h}}, patience: {exponential: {mean: 5m}}, "
      "handle_time: {exponential: {mean: 5m}}}\n"
      "plan:\n  agent_groups:\n    a: {agents: 9, skills: [call]}\n"
      "    b: {agents: 3, skills: [call, loan]}\n"
      "experiment: {seed: " +
      seed + "}\n");
}

Callback generous(CallbackPlace place) {
  Callback callback;
  callback.contact_types = {true, true};
  callback.expected_wait = 30 * kSecond;
  callback.ring = 15 * kSecond;
  callback.place = place;
  callback.priority = 2;
  return callback;
}

}  // namespace

TEST_CASE("callbacks that nobody accepts change nothing that happens", "[model][callback]") {
  const Scenario without = busy_hours();
  Scenario with = without;
  with.plans[0].callback = generous(CallbackPlace::list);
  with.world.behaviour.callback.acceptance = 0.0;
  const CallbackRun a = run_callbacks(without), b = run_callbacks(with);
  REQUIRE(a.contacts.size() == b.contacts.size());
  for (std::size_t i = 0; i < a.contacts.size(); ++i) {
    REQUIRE(a.contacts[i].index == b.contacts[i].index);
    REQUIRE(a.contacts[i].outcome == b.contacts[i].outcome);
    REQUIRE(a.contacts[i].wait == b.contacts[i].wait);
    REQUIRE(a.contacts[i].talk == b.contacts[i].talk);
    REQUIRE(a.contacts[i].agent == b.contacts[i].agent);
  }
  REQUIRE(a.intervals.size() == b.intervals.size());
  CHECK(a.end.events == b.end.events);
}

TEST_CASE("callbacks are conserved and shorten the wait of those on the line",
          "[model][callback]") {
  for (const CallbackPlace place : {CallbackPlace::kept, CallbackPlace::list}) {
    Scenario scenario = busy_hours();
    const Scenario plain = scenario;
    scenario.plans[0].callback = generous(place);
    scenario.world.behaviour.callback = {0.5, 3.0, 0.9, 0.7};
    double asa_s[2] = {0, 0};
    std::uint64_t made = 0, failed = 0;
    for (std::uint32_t replication = 0; replication < 10; ++replication) {
      const CallbackRun runs[2] = {run_callbacks(plain, replication),
                                   run_callbacks(scenario, replication)};
      for (std::size_t r = 0; r < 2; ++r) {
        std::int64_t waits = 0, served = 0;
        std::map<std::size_t, Int128> queued;
        for (const ContactRecord& contact : runs[r].contacts) {
          queued[contact.type.index()] += contact.wait.count();
          if (contact.outcome != ContactOutcome::served) continue;
          waits += contact.wait.count();
          ++served;
        }
        asa_s[r] += static_cast<double>(waits) / static_cast<double>(served) / 1e7;
        for (std::size_t type = 0; type < 2; ++type) {
          CHECK((queued[type] == runs[r].end.contact_types[type].queue_integral));
        }
      }
      const IssueCounts counts = runs[1].callbacks();
      std::uint64_t outcomes[kContactOutcomeCount] = {}, pending = 0;
      for (const ContactRecord& contact : runs[1].contacts) {
        ++outcomes[static_cast<std::size_t>(contact.outcome)];
        pending += contact.outcome == ContactOutcome::in_system ? 1 : 0;
      }
      const auto told = [&](ContactOutcome what) {
        return outcomes[static_cast<std::size_t>(what)];
      };
      CHECK(counts.callbacks_promised ==
            counts.callbacks_made + counts.callbacks_failed + counts.callbacks_pending);
      CHECK(counts.callbacks_made == told(ContactOutcome::called_back));
      CHECK(counts.callbacks_failed == told(ContactOutcome::callback_failed));
      CHECK(counts.callbacks_pending == pending);
      made += counts.callbacks_made;
      failed += counts.callbacks_failed;
    }
    CHECK(made > 100);
    CHECK(failed > 10);
    INFO("ASA without and with: " << asa_s[0] << " s, " << asa_s[1] << " s");
    if (place == CallbackPlace::list) CHECK(asa_s[1] < asa_s[0]);
  }
}
