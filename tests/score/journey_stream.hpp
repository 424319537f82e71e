// Facts of issues and customers written by hand, what a faultless model would have counted of them,
// and their scorecard.
#pragma once

#include <vector>

#include "fact_stream.hpp"

namespace holdline::test {

/// Two weeks of the types and groups of two_types_and_groups(), with menus, a machine, callbacks,
/// outcomes, costs; segments `retail` (100 customers, 1 a day each) and `firms` (10, 10 a day
/// each); issue types `balance` and `claim` (due in a day, 5 if late).
[[nodiscard]] Scenario two_segments_and_issue_types();

inline const SegmentId kRetail{0};
inline const SegmentId kFirms{1};
inline const IssueTypeId kBalance{0};
inline const IssueTypeId kClaim{1};

struct JourneyStream {
  FactStream queues;
  std::vector<ContactJourney> journeys;  ///< of queues.contacts
  std::vector<IssueRecord> issues;       ///< by number
  std::vector<CustomerRecord> customers;

  /// Issues are numbered in the order of calls; the contacts that follow are its own.
  IssueRecord& open(IssueTypeId type, ContactTypeId contact_type, SegmentId segment, double opened);
  /// A contact of the last issue, with `before_queue` seconds before it joins the queue.
  ContactJourney& contact(ContactTypeId type, ContactOutcome outcome, double arrival,
                          double before_queue, double wait, AgentGroupId group = kNoGroup,
                          FactStream::Handle handle = {0, 0, 0});
  /// The last issue is over.
  IssueRecord& close(IssueOutcome outcome, double closed);
  void change(SegmentId segment, CustomerChange change, double time);

  /// What the model would have counted.
  [[nodiscard]] ReplicationEnd end(const Scenario& scenario) const;
};

[[nodiscard]] Scorecard score(const Scenario& scenario, const JourneyStream& stream,
                              const ReplicationEnd& end);
[[nodiscard]] Scorecard score(const Scenario& scenario, const JourneyStream& stream);

/// Nine issues in thirteen contacts; see the lines of the definition.
[[nodiscard]] JourneyStream nine_issues();

}  // namespace holdline::test
