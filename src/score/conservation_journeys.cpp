// The laws of issues, callbacks and customers: issues opened = resolved + given up + open; attempts
// = first contacts + redials + recontacts + transfers = contacts told; callbacks promised = made +
// failed + pending; customers at the end = at the start + came - left.
#include <fmt/format.h>

#include "score/law.hpp"
#include "score/scorer_sums.hpp"
#include "score/told.hpp"

namespace holdline {
namespace {

void check_issues(const std::string& whose, const IssueSums& told, const IssueCounts& counts,
                  Violations& violations) {
  std::uint64_t ended = 0;
  for (std::size_t i = 0; i < kIssueOutcomeCount; ++i) {
    ended += counts.outcomes[i];
    const std::string name =
        fmt::format("issues told as {}", to_string(static_cast<IssueOutcome>(i)));
    expect(whose, {"counted by the model", counts.outcomes[i], name, told.outcomes[i], "issues"},
           violations);
  }
  expect(whose, {"issues opened", counts.opened, "the sum of outcomes", ended, "issues"},
         violations);
  expect(whose, {"issues opened", counts.opened, "issues told", told.count(), "issues"},
         violations);
  const std::uint64_t attempts =
      counts.opened + counts.redials + counts.recontacts + counts.transfers;
  expect(whose,
         {"attempts", counts.contacts, "first contacts, redials, recontacts and transfers",
          attempts, "contacts"},
         violations);
  expect(whose,
         {"attempts", counts.contacts, "the contacts of issues told", told.contacts, "contacts"},
         violations);
  expect(whose, {"redials", counts.redials, "the redials of issues told", told.redials, "contacts"},
         violations);
  expect(whose,
         {"recontacts", counts.recontacts, "the recontacts of issues told", told.recontacts,
          "contacts"},
         violations);
  expect(
      whose,
      {"transfers", counts.transfers, "the transfers of issues told", told.transfers, "contacts"},
      violations);
}

void check_contacts(const std::string& whose, const ContactsTold& told, const IssueCounts& counts,
                    Violations& violations) {
  expect(whose, {"attempts", counts.contacts, "contacts told", told.contacts, "contacts"},
         violations);
  expect(whose, {"redials", counts.redials, "retrials told", told.retrials, "contacts"},
         violations);
  expect(whose, {"transfers", counts.transfers, "transfers told", told.transfers, "contacts"},
         violations);
  expect(whose,
         {"callbacks promised", counts.callbacks_promised, "made, failed and pending",
          counts.callbacks_made + counts.callbacks_failed + counts.callbacks_pending, "callbacks"},
         violations);
  expect(whose,
         {"callbacks promised", counts.callbacks_promised, "callbacks told as promised",
          told.promised, "callbacks"},
         violations);
  expect(whose,
         {"callbacks failed", counts.callbacks_failed, "callbacks told as failed",
          told.callback_failed, "callbacks"},
         violations);
  // One under way when the run ends is made or pending, as the model likes.
  expect(whose,
         {"callbacks made or pending", counts.callbacks_made + counts.callbacks_pending,
          "contacts told as called back or waiting for it", told.called_back + told.pending,
          "callbacks"},
         violations);
}

IssueCounts& operator+=(IssueCounts& sum, const IssueCounts& other) {
  sum.opened += other.opened;
  sum.contacts += other.contacts;
  sum.redials += other.redials;
  sum.recontacts += other.recontacts;
  sum.transfers += other.transfers;
  sum.callbacks_promised += other.callbacks_promised;
  sum.callbacks_made += other.callbacks_made;
  sum.callbacks_failed += other.callbacks_failed;
  sum.callbacks_pending += other.callbacks_pending;
  return sum;
}

void check_segment(const SegmentTold& told, const SegmentCounts& counts, Violations& violations) {
  const std::string whose = fmt::format("segment '{}'", told.name);
  expect(whose, {"at the start", counts.at_start, "the scenario's", told.at_start, "customers"},
         violations);
  for (std::size_t i = 0; i < kCustomerChangeCount; ++i) {
    const std::string name =
        fmt::format("customers told as {}", to_string(static_cast<CustomerChange>(i)));
    expect(
        whose,
        {"counted by the model", counts.changes[i], name, told.customers.changes[i], "customers"},
        violations);
  }
  const Int128 at_end = static_cast<Int128>(counts.at_start) + told.customers.net();
  expect(whose,
         {"at the end", counts.at_end, "those at the start and those who came, less those who left",
          at_end, "customers"},
         violations);
}

void check_sources(const JourneysTold& told, const ReplicationEnd& end, Violations& violations) {
  const auto kind = [&](std::size_t source) {
    return source < told.contact_type_count ? "contact type" : "issue type";
  };
  IssueCounts of_contact_types;
  for (std::size_t source = 0; source < told.names.size(); ++source) {
    const std::string whose = fmt::format("issues of {} '{}'", kind(source), told.names[source]);
    const IssueCounts& counts = end.issues[source];
    check_issues(whose, told.issues[source], counts, violations);
    if (source < told.contact_type_count) {
      of_contact_types += counts;
    } else {
      check_contacts(whose, told.contacts[1 + source - told.contact_type_count], counts,
                     violations);
    }
  }
  check_contacts("issues of contact types", told.contacts[0], of_contact_types, violations);
}

}  // namespace

void ContactsTold::add(const PlainSums& sums) {
  contacts += static_cast<std::uint64_t>(sums.count());
  retrials += static_cast<std::uint64_t>(sums.journeys.retrials);
  transfers += static_cast<std::uint64_t>(sums.journeys.transfers);
}

void ContactsTold::add_callback(const ContactRecord& contact, const ContactJourney& journey) {
  reserved += journey.reserved.count();
  if (!journey.accepted_callback) return;
  ++promised;
  called_back += contact.outcome == ContactOutcome::called_back;
  callback_failed += contact.outcome == ContactOutcome::callback_failed;
  pending += contact.outcome == ContactOutcome::in_system;
}

ContactsTold& ContactsTold::operator+=(const ContactsTold& other) {
  contacts += other.contacts;
  retrials += other.retrials;
  transfers += other.transfers;
  promised += other.promised;
  called_back += other.called_back;
  callback_failed += other.callback_failed;
  pending += other.pending;
  reserved += other.reserved;
  return *this;
}

void check_journeys(const JourneysTold& told, const ReplicationEnd& end, Violations& violations) {
  ContactsTold all;
  for (const ContactsTold& contacts : told.contacts) all += contacts;
  std::int64_t issues = 0;
  for (const IssueSums& sums : told.issues) issues += sums.count();
  expect("all agents",
         {"time reserved", told.reserved, "the time reserved for contacts", all.reserved, "us"},
         violations);
  if (end.issues.empty()) {
    expect("the centre", {"issues told", issues, "issues counted", 0, "issues"}, violations);
    expect("the centre",
           {"contacts of issues told", all.contacts, "contacts of issues counted", 0, "contacts"},
           violations);
  } else if (end.issues.size() != told.names.size()) {
    violations.add(fmt::format("the model told counts of {} sources of issues, not of {}",
                               end.issues.size(), told.names.size()));
  } else {
    check_sources(told, end, violations);
  }
  if (end.segments.size() != told.segments.size()) {
    violations.add(fmt::format("the model told counts of {} segments, not of {}",
                               end.segments.size(), told.segments.size()));
    return;
  }
  for (std::size_t i = 0; i < told.segments.size(); ++i) {
    check_segment(told.segments[i], end.segments[i], violations);
  }
}

}  // namespace holdline
