// Facts written by hand, what a faultless model would have counted of them, and their scorecard.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "holdline/score/scorer.hpp"

namespace holdline::test {

/// Two contact types, `a` (acceptable wait 20 s) and `b` (10 s); group `g` (36 an hour) serves
/// both, group `h` (18 an hour) only `b`. One day; short abandons up to 5 s; totals only.
[[nodiscard]] Scenario two_types_and_groups();

inline const ContactTypeId kTypeA{0};
inline const ContactTypeId kTypeB{1};
inline const AgentGroupId kGroupG{0};
inline const AgentGroupId kGroupH{1};
inline const AgentGroupId kNoGroup{};

[[nodiscard]] inline Time at_s(double seconds) { return Time{from_seconds(seconds)}; }

/// A replication's facts in the order they are told, all contacts first. Times in seconds.
struct FactStream {
  std::vector<ContactRecord> contacts;
  std::vector<AgentInterval> agent_time;

  struct Handle {
    double talk = 0.0;
    double hold = 0.0;
    double wrap_up = 0.0;
  };
  /// A contact that joined the queue when it arrived; numbered by type in the order of calls.
  ContactRecord& add(ContactTypeId type, ContactOutcome outcome, double arrival, double wait,
                     bool delayed, AgentGroupId group = kNoGroup, Handle handle = {0, 0, 0});
  /// The next stretch of an agent's time, up to `end`; the first begins at 0.
  AgentInterval& add_time(AgentId agent, AgentGroupId group, AgentState state, double end,
                          bool paid = true, bool overrun = false);

  /// What the model would have counted.
  [[nodiscard]] ReplicationEnd end() const;
};

/// Of one replication whose facts `tell` tells, with `end` as the model's side.
[[nodiscard]] Scorecard scored(const Scenario& scenario, const ReplicationEnd& end,
                               std::uint32_t replication,
                               const std::function<void(RecordSink&)>& tell);
/// Of the stream.
[[nodiscard]] Scorecard score(const Scenario& scenario, const FactStream& stream,
                              const ReplicationEnd& end, std::uint32_t replication = 0);
[[nodiscard]] Scorecard score(const Scenario& scenario, const FactStream& stream);

/// A metric of a tally; must be defined.
[[nodiscard]] double value(std::string_view id, const Tally& tally);
[[nodiscard]] bool is_blank(std::string_view id, const Tally& tally);

}  // namespace holdline::test
