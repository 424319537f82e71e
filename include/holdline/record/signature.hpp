// The behaviour of a run as one number: a refactoring that changes it is wrong.
#pragma once

#include <cstdint>

#include "holdline/record/record_sink.hpp"

namespace holdline {

/// Hashes every field of every fact, in the order told, into 64 bits; the same on every machine.
/// How much work a run did (ReplicationEnd::events) is not behaviour and is left out.
class BehaviourSignature final : public RecordSink {
 public:
  void on_replication_start(const ReplicationStart& start) override;
  void on_contact(const ContactRecord& contact) override;
  void on_agent_interval(const AgentInterval& interval) override;
  void on_issue(const IssueRecord& issue) override;
  void on_customer(const CustomerRecord& customer) override;
  void on_replication_end(const ReplicationEnd& end) override;

  /// Of all facts so far.
  [[nodiscard]] std::uint64_t value() const { return state_; }
  /// Forgets all facts.
  void clear() { state_ = kSeed; }

 private:
  static constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15u;
  std::uint64_t state_ = kSeed;
};

}  // namespace holdline
