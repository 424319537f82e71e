// A sink that believes nothing: it keeps every fact of a replication and checks, from the scenario
// alone, that they could have happened. Written apart from the model and the scorer.
#pragma once

#include <string>
#include <vector>

#include "holdline/record/record_sink.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline::test {

class WatchfulSink final : public RecordSink {
 public:
  WatchfulSink(const Scenario& scenario, PlanId plan);

  void on_replication_start(const ReplicationStart& start) override;
  void on_contact(const ContactRecord& contact) override { contacts_.push_back(contact); }
  void on_agent_interval(const AgentInterval& interval) override { intervals_.push_back(interval); }
  void on_replication_end(const ReplicationEnd& end) override;

  /// What was wrong with the replications so far, a line each; empty if nothing.
  [[nodiscard]] const std::string& complaints() const { return complaints_; }
  [[nodiscard]] std::size_t contact_count() const { return contact_count_; }

 private:
  void complain(const std::string& what);

  // contact_laws.cpp: what each contact must obey
  void check_each_contact();
  void check_outcome(const ContactRecord& contact, Duration patience);
  void check_told_once();
  void check_in_order();
  void check_capacity();
  [[nodiscard]] bool is_open_at(Time time) const;
  [[nodiscard]] bool is_closing(Time time) const;

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
  std::vector<AgentInterval> intervals_;
  std::string complaints_;
  std::size_t contact_count_ = 0;
};

}  // namespace holdline::test
