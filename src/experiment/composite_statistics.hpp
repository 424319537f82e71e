// Composite scores from scorecards.
#pragma once

#include <vector>

#include "experiment/confidence.hpp"
#include "experiment/moments.hpp"
#include "holdline/experiment/composite.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// The score of one value of a metric, [0, 1].
[[nodiscard]] double part_score(const CompositePart& part, double value);

/// Composite scores of plans that meet the same replications; the first is the base of the others'
/// differences. In steady state the run is one observation and there are no intervals.
class CompositeStatistics {
 public:
  /// Parts of metrics that do not exist are left out (loading checks their names).
  CompositeStatistics(const ScoreSettings& score, std::size_t lanes);

  [[nodiscard]] bool is_wanted() const { return !parts_.empty(); }
  /// One replication: a scorecard for each lane.
  void add(std::span<const Scorecard> cards);
  [[nodiscard]] CompositeScore score(std::size_t lane, PlanId plan, Confidence& confidence) const;
  /// Of a lane after the first.
  [[nodiscard]] CompositeDifference difference(std::size_t lane, PlanId base, PlanId other,
                                               Confidence& confidence) const;

 private:
  struct Part {
    CompositePart settings;
    const Metric* metric = nullptr;
  };
  struct Lane {
    RatioMoments score;                        ///< denominators 1, as below
    std::vector<RatioMoments> values, scores;  ///< by part
    PairedMoments pairs;                       ///< with the base
  };
  [[nodiscard]] std::optional<double> add_parts(const Scorecard& card, Lane& lane);

  std::vector<Part> parts_;
  std::vector<Lane> lanes_;
};

}  // namespace holdline
