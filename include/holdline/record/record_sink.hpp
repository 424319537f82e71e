// Where facts go. A run keeps no more than the last few.
#pragma once

#include <cstdint>
#include <span>

#include "holdline/record/facts.hpp"

namespace holdline {

enum class FactKind : std::uint8_t { contact, agent_interval };

/// Facts of one replication in the order told, sorted by kind: the i-th of `order` is the next of
/// its kind.
struct FactSpan {
  std::span<const FactKind> order;
  std::span<const ContactRecord> contacts;
  std::span<const AgentInterval> intervals;
};

/// Receives the facts of one replication after another: start, facts, end. Called from the one
/// thread that simulates; a sink shared by replications in parallel must be one for each thread.
/// Contacts arrive in the order in which they end, agent intervals in the order in which they end;
/// both a little later than that, some dozens at a time.
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

  /// What the model calls. Tells the facts one by one, in order; a sink to which the order between
  /// contacts and intervals means nothing may do better.
  virtual void on_facts(const FactSpan& facts) {
    const ContactRecord* contact = facts.contacts.data();
    const AgentInterval* interval = facts.intervals.data();
    for (const FactKind kind : facts.order) {
      if (kind == FactKind::contact) {
        on_contact(*contact++);
      } else {
        on_agent_interval(*interval++);
      }
    }
  }
};

}  // namespace holdline
