// The laws, each an `==` of integers (Little's law and the utilisation law on the sample path):
// contacts arrived = ended, told once each; integral of the queue = sum of waits; integral of busy
// agents = busy time of agents = handle times of contacts; scheduled time = time in all states.
#include "score/conservation.hpp"

#include <fmt/format.h>

#include "score/law.hpp"
#include "score/scorer_sums.hpp"

namespace holdline {
namespace {

/// 0 + 1 + ... + (count - 1), modulo 2^64.
std::uint64_t sum_of_indices(std::uint64_t count) {
  const UInt128 product = static_cast<UInt128>(count) * (count == 0 ? 0 : count - 1);
  return static_cast<std::uint64_t>(product / 2);
}

void check_type(const TypeFacts& facts, const ContactTypeCounts& counts, Violations& violations) {
  const std::string whose = fmt::format("contact type '{}'", facts.name);
  const ContactSums& told = facts.contacts;
  const ContactKindSums all = told.all();
  std::uint64_t ended = 0;
  std::uint64_t delayed = 0;
  for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
    const auto outcome = static_cast<ContactOutcome>(i);
    ended += counts.outcomes[i];
    delayed += told.delayed_of(outcome).count;
    const std::string name = fmt::format("contacts told as {}", to_string(outcome));
    expect(whose,
           {"counted by the model", counts.outcomes[i], name, told.of(outcome).count, "contacts"},
           violations);
  }
  expect(whose, {"arrived", counts.arrived, "the sum of outcomes", ended, "contacts"}, violations);
  expect(whose, {"arrived", counts.arrived, "contacts told", all.count, "contacts"}, violations);
  expect(whose, {"delayed", counts.delayed, "contacts told as delayed", delayed, "contacts"},
         violations);
  expect(whose,
         {"sum of arrival numbers told", all.index, "that of each told once",
          sum_of_indices(all.count), "1"},
         violations);
  expect(
      whose,
      {"integral of the queue", counts.queue_integral, "the sum of waits", all.wait.value(), "us"},
      violations);
}

void check_group(const GroupFacts& facts, const AgentGroupCounts& counts, Violations& violations) {
  const std::string whose = fmt::format("agent group '{}'", facts.name);
  const AgentSums& told = facts.agents;
  const Int128 busy = told.busy(false) + told.busy(true);
  expect(whose,
         {"integral of busy agents", counts.busy_integral, "the busy time of agents", busy, "us"},
         violations);
  expect(whose,
         {"integral of busy agents", counts.busy_integral, "the handle times of contacts",
          facts.handle, "us"},
         violations);
  expect(whose,
         {"integral of scheduled agents", counts.scheduled_integral,
          "the scheduled time of agents in all states", told.total(false), "us"},
         violations);
  expect(whose,
         {"integral of agents in overrun", counts.overrun_integral, "the overrun of agents",
          told.total(true), "us"},
         violations);
}

}  // namespace

void expect(const std::string& whose, const Law& law, Violations& violations) {
  if (law.left_value == law.right_value) return;
  violations.add(fmt::format("{}: {} {} is not {} {} [{}], difference {}", whose, law.left,
                             law.left_value, law.right, law.right_value, law.unit,
                             law.left_value - law.right_value));
}

void check_conservation(std::span<const TypeFacts> types, std::span<const GroupFacts> groups,
                        const ReplicationEnd& end, Violations& violations) {
  if (end.contact_types.size() != types.size() || end.agent_groups.size() != groups.size()) {
    violations.add(fmt::format(
        "the model told counts of {} contact types and {} agent groups, not of {} and {}",
        end.contact_types.size(), end.agent_groups.size(), types.size(), groups.size()));
    return;
  }
  for (std::size_t i = 0; i < types.size(); ++i) {
    check_type(types[i], end.contact_types[i], violations);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    check_group(groups[i], end.agent_groups[i], violations);
  }
}

void Violations::add(std::string what) {
  constexpr std::size_t kShown = 5;
  if (first_.size() < kShown) first_.push_back(std::move(what));
  ++count_;
}

void Violations::clear() {
  first_.clear();
  count_ = 0;
}

std::string Violations::text(std::uint32_t replication) const {
  if (count_ == 0) return {};
  std::string text = fmt::format("replication {}: {}", replication, fmt::join(first_, "; "));
  if (count_ > first_.size()) text += fmt::format("; and {} more", count_ - first_.size());
  return text;
}

void Scorer::Sums::tell_overlap(const AgentInterval& interval, std::int64_t last_end) {
  violations.add(fmt::format(
      "agent group '{}': agent {} is {} in [{}, {}) us, which overlaps her time until {} us",
      group_names[interval.agent_group.index()], interval.agent.value, to_string(interval.state),
      interval.begin.time_since_epoch().count(), interval.end.time_since_epoch().count(),
      last_end));
}

void Scorer::Sums::tell_stray(const ContactRecord& contact) {
  violations.add(fmt::format(
      "contact type '{}': contact {} met an agent of group '{}', which has not the skill",
      type_names[contact.type.index()], contact.index, group_names[contact.agent_group.index()]));
}

}  // namespace holdline
