// The composite score: one figure from several, as the scenario weighs them. Only ever shown with
// its parts, since the weights are an opinion.
#pragma once

#include <vector>

#include "holdline/experiment/estimate.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

/// One part: in each replication 0 at the scenario's `worst` value of the metric, 1 at its `best`,
/// straight between, cut beyond.
struct CompositePartScore {
  const Metric* metric = nullptr;
  double weight = 1.0;  ///< as the scenario gives it
  Estimate value;       ///< the metric itself, as the mean of replications
  Estimate score;       ///< [0, 1]
};

/// A plan's score: in each replication the weighted mean of the parts; here the mean over
/// replications with Student's t interval. A replication in which a part is undefined (0/0) has no
/// score.
struct CompositeScore {
  PlanId plan;
  Estimate score;  ///< [0, 1]
  std::vector<CompositePartScore> parts;
};

/// Paired, other - base.
struct CompositeDifference {
  PlanId base;
  PlanId other;
  Estimate difference;
  double variance_reduction = 0.0;  ///< as for every difference; 0 when undefined
};

}  // namespace holdline
