// Facts to a CSV file, one row a contact: for those who want to look at every call, or to check our
// metrics with their own tools.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "holdline/record/record_sink.hpp"

namespace holdline {

/// Whose contacts a trace tells of, by index of the identifiers.
struct JourneyNames {
  std::vector<std::string> issue_types;
  std::vector<std::string> segments;
};

/// Writes a heading and one row a contact, in the order in which contacts end. Times are seconds
/// from 00:00 of the first day with exactly six decimals: no microsecond is rounded away. What a
/// contact does not have (the agent of an abandoned one) is an empty field. The rows of a
/// replication are handed to the stream by its end at the latest.
class TraceWriter final : public RecordSink {
 public:
  /// Writes to `out`, which must outlive the writer. Names are by index of the identifiers. With
  /// `journeys` a row says what came before and after the queue as well.
  TraceWriter(std::ostream& out, const std::string& plan,
              const std::vector<std::string>& contact_types,
              const std::vector<std::string>& agent_groups,
              const std::optional<JourneyNames>& journeys = std::nullopt);
  ~TraceWriter() override;
  TraceWriter(const TraceWriter&) = delete;
  TraceWriter& operator=(const TraceWriter&) = delete;

  void on_replication_start(const ReplicationStart& start) override;
  void on_contact(const ContactRecord& contact) override;
  void on_replication_end(const ReplicationEnd& end) override;

  /// Hands what is buffered to the stream and flushes the stream.
  void flush();
  /// False once the stream has refused a byte (a full disk); nothing is written after that.
  [[nodiscard]] bool is_good() const { return is_good_; }

 private:
  void write_journey(const ContactRecord& contact);
  void write_out();

  std::ostream& out_;
  std::string buffer_;
  std::string prefix_;  ///< `replication,plan,` of the current replication
  std::string plan_;
  std::vector<std::string> contact_types_;
  std::vector<std::string> agent_groups_;
  bool has_journeys_ = false;
  std::vector<std::string> issue_types_;
  std::vector<std::string> segments_;
  bool is_good_ = true;
};

}  // namespace holdline
