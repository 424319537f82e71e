// A sink that believes nothing: it keeps every fact of a replication and checks, from the scenario
// alone, that they could have happened. Written apart from the model and the scorer.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "holdline/record/record_sink.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline::test {

class WatchfulSink final : public RecordSink {
 public:
  WatchfulSink(const Scenario& scenario, PlanId plan);

  void on_replication_start(const ReplicationStart& start) override;
  void on_contact(const ContactRecord& contact) override;
  void on_agent_interval(const AgentInterval& interval) override { intervals_.push_back(interval); }
  void on_issue(const IssueRecord& issue) override { issues_.push_back(issue); }
  void on_customer(const CustomerRecord& customer) override { customers_.push_back(customer); }
  void on_replication_end(const ReplicationEnd& end) override;

  /// What was wrong with the replications so far, a line each; empty if nothing.
  [[nodiscard]] const std::string& complaints() const { return complaints_; }
  [[nodiscard]] std::size_t contact_count() const { return contact_count_; }

 private:
  /// The contacts of one issue, by attempt.
  using Attempts = std::span<const ContactRecord* const>;
  /// Where a customer is known to have come from and gone to.
  struct Stay {
    SegmentId segment;
    Time joined;
    Time left = kNever;
  };

  void complain(const std::string& what);

  // contact_laws.cpp: what each contact must obey
  void check_each_contact();
  [[nodiscard]] std::vector<std::optional<Duration>> draw_patience() const;
  void check_outcome(const ContactRecord& contact, std::optional<Duration> patience);
  void check_told_once();
  void check_in_order();
  void check_capacity();
  [[nodiscard]] bool is_open_at(Time time) const;
  [[nodiscard]] bool is_closing(Time time) const;

  // journey_laws.cpp: what a contact of an issue must obey
  void check_journeys();
  void check_journey(const ContactRecord& contact);
  void check_machines(const ContactRecord& contact);
  void check_callback(const ContactRecord& contact);
  void check_reserved_time();

  // issue_laws.cpp: what each issue must obey
  void check_issues();
  void check_issue(const IssueRecord& issue, Attempts attempts);
  void check_attempt(const IssueRecord& issue, Attempts attempts, std::size_t place);
  void check_sums(const IssueRecord& issue, Attempts attempts);
  void check_end(const IssueRecord& issue, Attempts attempts);
  void check_counts_of_sources();
  [[nodiscard]] std::size_t source_of(const IssueRecord& issue) const;

  // customer_laws.cpp: what each customer must obey
  void check_customers();
  void check_comings_and_goings();
  void check_change(const CustomerRecord& change);
  void check_counts_of_segments();
  void check_nobody_calls_after_leaving();
  void check_consequences();
  [[nodiscard]] bool is_cut_by_leaving(const IssueRecord& issue);
  [[nodiscard]] Stay& stay_of(std::uint32_t customer, SegmentId segment);

  // agent_laws.cpp: what each agent must obey
  void check_one_state_at_a_time();
  void check_work_matches_contacts();
  void check_scheduled_time();
  void check_nobody_waits_while_an_agent_is_free();
  [[nodiscard]] Duration rostered_time(const AgentGroup& group) const;
  [[nodiscard]] bool is_worked(std::uint32_t day) const;

  const Scenario& scenario_;
  const Plan& plan_;
  std::vector<AgentGroupId> group_of_;  ///< by AgentId, as the facts tell
  ReplicationStart start_;
  ReplicationEnd end_;
  std::vector<ContactRecord> contacts_;
  std::deque<ContactJourney> journeys_;  ///< copies, which the contacts point to
  std::vector<IssueRecord> issues_;
  std::vector<CustomerRecord> customers_;
  std::map<std::uint32_t, Stay> stays_;  ///< of those who came, went or called
  std::vector<AgentInterval> intervals_;
  std::string complaints_;
  std::size_t contact_count_ = 0;
};

}  // namespace holdline::test
