#include "experiment/expectations.hpp"

namespace holdline {

ExpectationStatus judge(const Estimate& estimate, Comparison comparison, double bound) {
  if (!estimate.is_defined) return ExpectationStatus::not_met;
  if (!estimate.has_interval) return ExpectationStatus::undecided;
  const bool at_least = comparison == Comparison::at_least;
  if (at_least ? estimate.low >= bound : estimate.high <= bound) return ExpectationStatus::met;
  if (at_least ? estimate.high < bound : estimate.low > bound) return ExpectationStatus::not_met;
  return ExpectationStatus::undecided;
}

}  // namespace holdline
