// The model's side of conservation is added up here the plain way, in 64-bit integers, without any
// code of the scorer.
#include "fact_stream.hpp"

#include <algorithm>
#include <string>

#include "support/catch.hpp"

namespace holdline::test {

Scenario two_types_and_groups() {
  Scenario scenario;
  scenario.world.contact_types.resize(2);
  scenario.world.contact_types[0].name = "a";
  scenario.world.contact_types[1].name = "b";
  scenario.world.contact_types[1].acceptable_wait = 10 * kSecond;
  Plan& plan = scenario.plans.emplace_back();
  plan.agent_groups.resize(2);
  plan.agent_groups[0].name = "g";
  plan.agent_groups[0].wage_per_h = 36.0;
  plan.agent_groups[0].skills = {Skill{kTypeA}, Skill{kTypeB}};
  plan.agent_groups[1].name = "h";
  plan.agent_groups[1].wage_per_h = 18.0;
  plan.agent_groups[1].skills = {Skill{kTypeB}};
  return scenario;
}

ContactRecord& FactStream::add(ContactTypeId type, ContactOutcome outcome, double arrival,
                               double wait, bool delayed, AgentGroupId group, Handle handle) {
  const auto of_type = std::count_if(contacts.begin(), contacts.end(),
                                     [&](const ContactRecord& c) { return c.type == type; });
  ContactRecord contact;
  contact.type = type;
  contact.outcome = outcome;
  contact.delayed = delayed;
  contact.agent_group = group;
  if (!group.is_none()) contact.agent = AgentId{0};
  contact.index = static_cast<std::uint64_t>(of_type);
  contact.arrival = contact.queue_entry = at_s(arrival);
  contact.wait = from_seconds(wait);
  contact.talk = from_seconds(handle.talk);
  contact.hold = from_seconds(handle.hold);
  contact.wrap_up = from_seconds(handle.wrap_up);
  return contacts.emplace_back(contact);
}

AgentInterval& FactStream::add_time(AgentId agent, AgentGroupId group, AgentState state, double end,
                                    bool paid, bool overrun) {
  Time begin{};
  for (const AgentInterval& interval : agent_time) {
    if (interval.agent == agent) begin = interval.end;
  }
  return agent_time.emplace_back(
      AgentInterval{agent, group, state, paid, overrun, begin, at_s(end)});
}

ReplicationEnd FactStream::end() const {
  ReplicationEnd end;
  end.contact_types.resize(2);
  end.agent_groups.resize(2);
  for (const ContactRecord& contact : contacts) {
    ContactTypeCounts& counts = end.contact_types[contact.type.index()];
    ++counts.arrived;
    ++counts.outcomes[static_cast<std::size_t>(contact.outcome)];
    if (contact.delayed) ++counts.delayed;
    counts.queue_integral += contact.wait.count();
  }
  for (const AgentInterval& interval : agent_time) {
    AgentGroupCounts& counts = end.agent_groups[interval.agent_group.index()];
    const std::int64_t length = (interval.end - interval.begin).count();
    (interval.overrun ? counts.overrun_integral : counts.scheduled_integral) += length;
    if (is_busy(interval.state)) counts.busy_integral += length;
  }
  return end;
}

Scorecard scored(const Scenario& scenario, const ReplicationEnd& end, std::uint32_t replication,
                 const std::function<void(RecordSink&)>& tell) {
  Scorer scorer(scenario, PlanId{0});
  ReplicationStart start;
  start.replication = replication;
  start.horizon_end = Time{scenario.world.calendar.horizon()};
  scorer.on_replication_start(start);
  tell(scorer);
  scorer.on_replication_end(end);
  Scorecard card;
  scorer.finish(card);
  return card;
}

Scorecard score(const Scenario& scenario, const FactStream& stream, const ReplicationEnd& end,
                std::uint32_t replication) {
  return scored(scenario, end, replication, [&](RecordSink& sink) {
    for (const ContactRecord& contact : stream.contacts) sink.on_contact(contact);
    for (const AgentInterval& interval : stream.agent_time) sink.on_agent_interval(interval);
  });
}

Scorecard score(const Scenario& scenario, const FactStream& stream) {
  return score(scenario, stream, stream.end());
}

double value(std::string_view id, const Tally& tally) {
  const Metric* metric = find_metric(id);
  INFO("metric " << std::string(id));
  REQUIRE(metric != nullptr);
  const auto value = evaluate(*metric, tally);
  REQUIRE(value.has_value());
  return *value;
}

bool is_blank(std::string_view id, const Tally& tally) {
  const Metric* metric = find_metric(id);
  REQUIRE(metric != nullptr);
  return !evaluate(*metric, tally).has_value();
}

}  // namespace holdline::test
