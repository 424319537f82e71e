// Callbacks of one replication: the contacts, and what is told of the callback of each.
#pragma once

#include <map>

#include "support/recorded_run.hpp"

namespace holdline::test {

struct CallbackRun final : RecordedRun {
  std::map<std::uint64_t, ContactJourney> journeys;  ///< by index, of contact type 0

  void on_contact(const ContactRecord& contact) override {
    RecordedRun::on_contact(contact);
    if (contact.journey != nullptr && contact.type.index() == 0) {
      journeys[contact.index] = *contact.journey;
    }
  }
  [[nodiscard]] Duration time_in(AgentState state) const {
    Duration total{};
    for (const AgentInterval& each : intervals) {
      if (each.state == state) total += each.end - each.begin;
    }
    return total;
  }
  /// The model's counts, of all sources of issues together.
  [[nodiscard]] IssueCounts callbacks() const {
    IssueCounts sum;
    for (const IssueCounts& each : end.issues) {
      sum.callbacks_promised += each.callbacks_promised;
      sum.callbacks_made += each.callbacks_made;
      sum.callbacks_failed += each.callbacks_failed;
      sum.callbacks_pending += each.callbacks_pending;
    }
    return sum;
  }
};

inline CallbackRun run_callbacks(const Scenario& scenario, std::uint32_t replication = 0) {
  return record<CallbackRun>(scenario, PlanId(0), replication);
}

}  // namespace holdline::test
