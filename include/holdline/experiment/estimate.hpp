// A number with how sure it is.
#pragma once

#include <cstdint>

namespace holdline {

/// An estimate with its confidence interval. A single observation has a value but no interval.
/// Intervals of ratios and totals are symmetric (Student's t) and not cut at 0 or 1; their length
/// is zero when all observations agree, as for an event never seen. Quantiles of waits have
/// intervals from 10 replications on, not symmetric, and none when the data do not bound them.
struct Estimate {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  bool is_defined = false;  ///< false: 0/0, e.g. the ASA of a type nobody called
  bool has_interval = false;
  std::uint64_t observations = 0;  ///< replications (or batches) behind it
};

}  // namespace holdline
