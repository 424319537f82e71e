// One stream of facts into two sinks: the scorer and a trace.
#pragma once

#include "holdline/record/record_sink.hpp"

namespace holdline {

/// Forwards facts to `first`, then to `second`. Keeps references to both.
class TeeSink final : public RecordSink {
 public:
  TeeSink(RecordSink& first, RecordSink& second) : first_(first), second_(second) {}

  void on_replication_start(const ReplicationStart& start) override {
    first_.on_replication_start(start);
    second_.on_replication_start(start);
  }
  void on_contact(const ContactRecord& contact) override {
    first_.on_contact(contact);
    second_.on_contact(contact);
  }
  void on_agent_interval(const AgentInterval& interval) override {
    first_.on_agent_interval(interval);
    second_.on_agent_interval(interval);
  }
  void on_facts(const FactSpan& facts) override {
    first_.on_facts(facts);
    second_.on_facts(facts);
  }
  void on_issue(const IssueRecord& issue) override {
    first_.on_issue(issue);
    second_.on_issue(issue);
  }
  void on_customer(const CustomerRecord& customer) override {
    first_.on_customer(customer);
    second_.on_customer(customer);
  }
  void on_replication_end(const ReplicationEnd& end) override {
    first_.on_replication_end(end);
    second_.on_replication_end(end);
  }

 private:
  RecordSink& first_;
  RecordSink& second_;
};

}  // namespace holdline
