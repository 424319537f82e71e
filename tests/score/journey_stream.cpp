// The model's side is counted here the plain way, without any code of the scorer.
#include "journey_stream.hpp"

namespace holdline::test {

Scenario two_segments_and_issue_types() {
  Scenario scenario = two_types_and_groups();
  World& world = scenario.world;
  world.calendar.days = 14;
  world.outcomes.is_given = true;
  world.segments.resize(2);
  world.segments[0] = {.name = "retail",
                       .count = 100,
                       .value_per_year = 365.0,
                       .leaves_per_year = 0.1,
                       .acquisition_cost = 50.0,
                       .presses_zero = {},
                       .channels = {}};
  world.segments[1] = {.name = "firms",
                       .count = 10,
                       .value_per_year = 3650.0,
                       .leaves_per_year = 0.05,
                       .presses_zero = {},
                       .channels = {}};
  world.issue_types.resize(2);
  world.issue_types[0].name = "balance";
  world.issue_types[1].name = "claim";
  world.issue_types[1].due = kDay;
  world.issue_types[1].lateness_penalty = 5.0;
  Plan& plan = scenario.plans[0];
  plan.ivr.emplace();
  plan.self_service.mode = SelfServiceMode::optional;
  plan.callback.emplace();
  plan.costs = {.per_self_service = 0.10,
                .per_menu_min = 0.60,
                .per_callback = 0.05,
                .per_contact = 0.04,
                .fixed_per_week = 700.0};
  return scenario;
}

IssueRecord& JourneyStream::open(IssueTypeId type, ContactTypeId contact_type, SegmentId segment,
                                 double opened) {
  IssueRecord& issue = issues.emplace_back();
  issue.issue = issues.size() - 1;
  issue.type = type;
  issue.contact_type = contact_type;
  issue.segment = segment;
  issue.opened = at_s(opened);
  return issue;
}

ContactJourney& JourneyStream::contact(ContactTypeId type, ContactOutcome outcome, double arrival,
                                       double before_queue, double wait, AgentGroupId group,
                                       FactStream::Handle handle) {
  ContactRecord& record = queues.add(type, outcome, arrival, wait, wait > 0.0, group, handle);
  record.queue_entry = at_s(arrival + before_queue);
  IssueRecord& issue = issues.back();
  ContactJourney& journey = journeys.emplace_back();
  journey.issue = issue.issue;
  journey.issue_type = issue.type;
  journey.segment = issue.segment;
  journey.attempt = issue.contacts++;
  issue.served += outcome == ContactOutcome::served || outcome == ContactOutcome::called_back;
  return journey;
}

IssueRecord& JourneyStream::close(IssueOutcome outcome, double closed) {
  issues.back().outcome = outcome;
  issues.back().closed = at_s(closed);
  return issues.back();
}

void JourneyStream::change(SegmentId segment, CustomerChange change, double time) {
  customers.push_back({0, segment, change, at_s(time)});
}

ReplicationEnd JourneyStream::end(const Scenario& scenario) const {
  ReplicationEnd end = queues.end();
  const std::size_t types = scenario.world.contact_types.size();
  end.issues.resize(types + scenario.world.issue_types.size());
  const auto counts_of = [&](const IssueRecord& issue) -> IssueCounts& {
    return end
        .issues[issue.type.is_none() ? issue.contact_type.index() : types + issue.type.index()];
  };
  for (const IssueRecord& issue : issues) {
    IssueCounts& counts = counts_of(issue);
    ++counts.opened;
    ++counts.outcomes[static_cast<std::size_t>(issue.outcome)];
    counts.recontacts += issue.recontacts;
  }
  for (std::size_t i = 0; i < journeys.size(); ++i) {
    IssueCounts& counts = counts_of(issues[journeys[i].issue]);
    const ContactOutcome outcome = queues.contacts[i].outcome;
    ++counts.contacts;
    counts.redials += journeys[i].is_retrial;
    counts.transfers += journeys[i].is_transfer;
    counts.callbacks_promised += journeys[i].accepted_callback;
    counts.callbacks_made += outcome == ContactOutcome::called_back;
    counts.callbacks_failed += outcome == ContactOutcome::callback_failed;
    counts.callbacks_pending +=
        journeys[i].accepted_callback && outcome == ContactOutcome::in_system;
  }
  for (const Segment& segment : scenario.world.segments) {
    SegmentCounts& counts = end.segments.emplace_back();
    counts.at_start = counts.at_end = segment.count;
  }
  for (const CustomerRecord& record : customers) {
    SegmentCounts& counts = end.segments[record.segment.index()];
    ++counts.changes[static_cast<std::size_t>(record.change)];
    counts.at_end += static_cast<std::uint64_t>(customers_gained(record.change));
  }
  return end;
}

Scorecard score(const Scenario& scenario, const JourneyStream& stream, const ReplicationEnd& end) {
  return scored(scenario, end, 0, [&](RecordSink& sink) {
    for (std::size_t i = 0; i < stream.queues.contacts.size(); ++i) {
      ContactRecord contact = stream.queues.contacts[i];
      contact.journey = &stream.journeys[i];
      sink.on_contact(contact);
    }
    for (const IssueRecord& issue : stream.issues) sink.on_issue(issue);
    for (const CustomerRecord& customer : stream.customers) sink.on_customer(customer);
    for (const AgentInterval& time : stream.queues.agent_time) sink.on_agent_interval(time);
  });
}

Scorecard score(const Scenario& scenario, const JourneyStream& stream) {
  return score(scenario, stream, stream.end(scenario));
}

}  // namespace holdline::test
