// Facts to sums. O(1) memory for each scope and interval, whatever the number of contacts; checks
// conservation at the end of every replication.
#pragma once

#include "holdline/record/record_sink.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/util/ids.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace holdline {

/// A log-linear histogram of waits: 64 equal cells in each power of two of milliseconds, so that a
/// quantile is off by at most 0.8 % (and by at most 1 ms below 64 ms).
class WaitHistogram {
 public:
  void add(Duration wait);
  void merge(const WaitHistogram& other);
  void clear();
  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// Smallest wait [s] such that at least share q of all are at or below it (interpolated inside
  /// its cell); 0 when empty. 0 < q < 1.
  [[nodiscard]] double quantile_s(double q) const;

 private:
  std::uint64_t count_ = 0;
  std::vector<std::uint32_t> cells_;  ///< grown to the largest wait seen
};

/// Where a tally belongs: row 0 is the centre (`all`), then contact types, then agent groups.
struct ScoreRow {
  ScopeKind kind = ScopeKind::all;
  std::uint32_t index = 0;  ///< of the contact type or agent group
};

/// The rows and intervals of a plan's scores.
struct ScoreLayout {
  std::size_t contact_type_count = 0;
  std::size_t agent_group_count = 0;
  std::size_t interval_count = 0;  ///< reporting intervals (or batches); 0: totals only
  Duration interval{};             ///< length
  bool fold_days = false;          ///< interval = time of day / length, over all days
  Duration warm_up{};              ///< contacts arriving and agent time before it are not scored

  ScoreLayout() = default;
  /// The layout a scenario asks for; in steady state the intervals are the batches.
  ScoreLayout(const Scenario& scenario, PlanId plan);
  [[nodiscard]] std::size_t row_count() const { return 1 + contact_type_count + agent_group_count; }
  [[nodiscard]] ScoreRow row(std::size_t index) const;
};

/// The sums of one replication.
struct Scorecard {
  std::uint32_t replication = 0;
  std::vector<Tally> totals;              ///< by row
  std::vector<Tally> intervals;           ///< [interval * row_count + row]; empty without intervals
  std::vector<WaitHistogram> waits;       ///< over the replication, by row: all and contact types
  std::uint64_t events = 0;
  std::uint64_t contacts = 0;
  std::string violation;  ///< empty, or which conservation law failed and by how much: our bug
};

/// A sink that scores one replication at a time. finish() after each.
class Scorer final : public RecordSink {
 public:
  Scorer(const Scenario& scenario, PlanId plan);
  ~Scorer() override;

  void on_replication_start(const ReplicationStart& start) override;
  void on_contact(const ContactRecord& contact) override;
  void on_agent_interval(const AgentInterval& interval) override;
  void on_replication_end(const ReplicationEnd& end) override;

  [[nodiscard]] const ScoreLayout& layout() const;
  /// The scorecard of the replication that just ended; reuses `out`'s memory.
  void finish(Scorecard& out);

 private:
  struct Sums;
  std::unique_ptr<Sums> sums_;
};

}  // namespace holdline
