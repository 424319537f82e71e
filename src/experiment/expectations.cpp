#include "experiment/expectations.hpp"

namespace holdline {

ExpectationStatus judge(const Estimate& estimate, Comparison comparison, double bound) {
  if (!estimate.is_defined) return ExpectationStatus::undecided;
  const double low = estimate.has_interval ? estimate.low : estimate.value;
  const double high = estimate.has_interval ? estimate.high : estimate.value;
  const bool at_least = comparison == Comparison::at_least;
  if (at_least ? low >= bound : high <= bound) return ExpectationStatus::met;
  if (at_least ? high < bound : low > bound) return ExpectationStatus::not_met;
  return ExpectationStatus::undecided;
}

}  // namespace holdline
