// Where facts go. A run keeps no contact after telling it.
#pragma once

#include "holdline/record/facts.hpp"

namespace holdline {

/// Receives the facts of one replication after another: start, facts, end. Called from the one
/// thread that simulates; a sink shared by replications in parallel must be one for each thread.
/// Contacts arrive in the order in which they end, agent intervals in the order in which they end.
/// A sink must not throw.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void on_replication_start(const ReplicationStart&) {}
  virtual void on_contact(const ContactRecord&) {}
  virtual void on_agent_interval(const AgentInterval&) {}
  virtual void on_issue(const IssueRecord&) {}
  virtual void on_customer(const CustomerRecord&) {}
  virtual void on_replication_end(const ReplicationEnd&) {}
};

}  // namespace holdline
