// Facts to sums. O(1) memory for each scope and interval, whatever the number of contacts; checks
// conservation at the end of every replication.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "holdline/record/record_sink.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/score/score_layout.hpp"
#include "holdline/score/wait_histogram.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

/// Money and customers of one week (from the end of the warm-up; the last may be short), where the
/// world has customers. Agent time counts in the week in which it passes, contacts and issues
/// in the week in which they end, customers in the week in which they come or go.
struct CurvePoint {
  double cost = 0.0;           ///< all of it [money]
  double margin = 0.0;         ///< earned [money]
  double equity_change = 0.0;  ///< of customers won minus customers lost [money]
  double lost = 0.0;           ///< customers who left because of an issue
};

/// The sums of one replication.
struct Scorecard {
  std::uint32_t replication = 0;
  std::vector<Tally> totals;         ///< by row
  std::vector<Tally> intervals;      ///< [interval * row_count + row]; empty without intervals
  std::vector<WaitHistogram> waits;  ///< over the replication, by row: all and contact types
  std::vector<CurvePoint> curve;     ///< by week; empty without customers
  std::uint64_t events = 0;
  std::uint64_t contacts = 0;  ///< told in the replication, in the warm-up too
  std::string violation;       ///< empty, or which conservation law failed and by how much: our bug
};

/// A sink that scores one replication at a time. finish() after each.
///
/// A contact counts in the interval in which it arrives, agent time in the intervals in which it
/// passes. What arrives or passes after the horizon counts in the last interval; what does before
/// the warm-up's end, nowhere. A replication that was stopped before its end is not checked.
class Scorer final : public RecordSink {
 public:
  /// Copies what it needs of `scenario`.
  Scorer(const Scenario& scenario, PlanId plan);
  ~Scorer() override;

  void on_replication_start(const ReplicationStart& start) override;
  void on_contact(const ContactRecord& contact) override;
  void on_agent_interval(const AgentInterval& interval) override;
  void on_issue(const IssueRecord& issue) override;
  void on_customer(const CustomerRecord& customer) override;
  void on_facts(const FactSpan& facts) override;
  void on_replication_end(const ReplicationEnd& end) override;

  [[nodiscard]] const ScoreLayout& layout() const;
  /// The scorecard of the replication that just ended; reuses `out`'s memory.
  void finish(Scorecard& out);

 private:
  struct Sums;
  std::unique_ptr<Sums> sums_;
};

}  // namespace holdline
