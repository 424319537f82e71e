// One replication with issues, every fact kept, and the laws that hold in each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/recorded_run.hpp"

namespace holdline::test {

/// A contact with its journey, which the model keeps for the call alone.
struct JourneyedContact {
  ContactRecord record;
  ContactJourney journey;
};

struct IssueRun final : RecordSink {
  std::vector<JourneyedContact> contacts;
  std::vector<IssueRecord> issues;
  std::vector<CustomerRecord> customers;
  ReplicationEnd end;
  bool has_journeys = true;

  void on_contact(const ContactRecord& contact) override {
    has_journeys = has_journeys && contact.journey != nullptr;
    contacts.push_back({contact, contact.journey ? *contact.journey : ContactJourney{}});
  }
  void on_issue(const IssueRecord& issue) override { issues.push_back(issue); }
  void on_customer(const CustomerRecord& customer) override { customers.push_back(customer); }
  void on_replication_end(const ReplicationEnd& facts) override { end = facts; }

  [[nodiscard]] std::size_t count(IssueOutcome outcome) const {
    std::size_t n = 0;
    for (const IssueRecord& issue : issues) n += issue.outcome == outcome ? 1 : 0;
    return n;
  }
  [[nodiscard]] std::size_t count(ContactOutcome outcome) const {
    std::size_t n = 0;
    for (const JourneyedContact& contact : contacts) n += contact.record.outcome == outcome ? 1 : 0;
    return n;
  }
  [[nodiscard]] std::size_t count(CustomerChange change) const {
    std::size_t n = 0;
    for (const CustomerRecord& customer : customers) n += customer.change == change ? 1 : 0;
    return n;
  }
  /// The contacts of an issue, in order.
  [[nodiscard]] std::vector<JourneyedContact> contacts_of(std::uint64_t issue) const {
    std::vector<JourneyedContact> found;
    for (const JourneyedContact& contact : contacts) {
      if (contact.journey.issue == issue) found.push_back(contact);
    }
    return found;
  }
  [[nodiscard]] std::vector<JourneyedContact> contacts_of(const IssueRecord& issue) const {
    return contacts_of(issue.issue);
  }
};

inline IssueRun run_issues(const Scenario& scenario, PlanId plan = PlanId(0),
                           std::uint32_t replication = 0) {
  IssueRun run = record<IssueRun>(scenario, plan, replication);
  CHECK(run.has_journeys);
  return run;
}

/// What the model counts and what it tells agree: contacts, issues, customers.
inline void check_laws(const IssueRun& run) {
  std::map<std::uint64_t, std::uint64_t> contacts_of;
  std::vector<std::uint64_t> contacts(run.end.contact_types.size());
  std::vector<std::uint64_t> indices(run.end.contact_types.size());
  std::vector<Int128> waits(run.end.contact_types.size());
  for (const JourneyedContact& contact : run.contacts) {
    const std::size_t type = contact.record.type.index();
    ++contacts[type];
    indices[type] += contact.record.index;
    waits[type] += contact.record.wait.count();
    CHECK(contact.journey.attempt == contacts_of[contact.journey.issue]++);
    CHECK(contact.record.arrival <= contact.record.queue_entry);
  }
  for (std::size_t t = 0; t < contacts.size(); ++t) {
    const ContactTypeCounts& counts = run.end.contact_types[t];
    std::uint64_t ended = 0;
    for (const std::uint64_t outcome : counts.outcomes) ended += outcome;
    CHECK(counts.arrived == ended);
    CHECK(counts.arrived == contacts[t]);
    CHECK(indices[t] == counts.arrived * (counts.arrived == 0 ? 0 : counts.arrived - 1) / 2);
    CHECK((counts.queue_integral == waits[t]));
  }
  IssueCounts all;
  for (const IssueCounts& counts : run.end.issues) {
    CHECK(counts.opened == counts.outcomes[0] + counts.outcomes[1] + counts.outcomes[2]);
    CHECK(counts.contacts == counts.opened + counts.redials + counts.recontacts + counts.transfers);
    all.opened += counts.opened;
    all.contacts += counts.contacts;
    all.redials += counts.redials;
    all.recontacts += counts.recontacts;
    all.transfers += counts.transfers;
    for (std::size_t i = 0; i < kIssueOutcomeCount; ++i) all.outcomes[i] += counts.outcomes[i];
  }
  CHECK(all.opened == run.issues.size());
  CHECK(all.contacts == run.contacts.size());
  IssueCounts told;
  for (const IssueRecord& issue : run.issues) {
    CHECK(issue.contacts == contacts_of[issue.issue]);
    CHECK(issue.contacts == 1 + issue.redials + issue.recontacts + issue.transfers);
    CHECK(issue.opened <= issue.closed);
    if (!issue.segment.is_none()) CHECK(issue.segment.index() < run.end.segments.size());
    told.redials += issue.redials;
    told.recontacts += issue.recontacts;
    told.transfers += issue.transfers;
    ++told.outcomes[static_cast<std::size_t>(issue.outcome)];
  }
  CHECK(all.redials == told.redials);
  CHECK(all.recontacts == told.recontacts);
  CHECK(all.transfers == told.transfers);
  for (std::size_t i = 0; i < kIssueOutcomeCount; ++i) CHECK(all.outcomes[i] == told.outcomes[i]);
  for (std::size_t s = 0; s < run.end.segments.size(); ++s) {
    SegmentCounts changes;
    for (const CustomerRecord& customer : run.customers) {
      if (customer.segment.index() == s) {
        ++changes.changes[static_cast<std::size_t>(customer.change)];
      }
    }
    const SegmentCounts& counts = run.end.segments[s];
    for (std::size_t i = 0; i < kCustomerChangeCount; ++i) {
      CHECK(counts.changes[i] == changes.changes[i]);
    }
    std::uint64_t at_end = counts.at_start;
    for (std::size_t i = 0; i < kCustomerChangeCount; ++i) {
      const int gained = customers_gained(static_cast<CustomerChange>(i));
      at_end += static_cast<std::uint64_t>(gained) * changes.changes[i];
    }
    CHECK(counts.at_end == at_end);
    CHECK(counts.at_start > 0);
  }
}

}  // namespace holdline::test
