// A figure as people read it: value with its unit, and how far it may be off. Exact numbers are
// the business of the JSON and the CSV; here digits that mean nothing are left out.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "holdline/experiment/experiment.hpp"
#include "holdline/score/metric.hpp"

namespace holdline::report {

/// A cell of a table: the value, aligned right, and its uncertainty, aligned left beside it.
struct FigureText {
  std::string value;   ///< "83.2%", "12.4 s", "1,250 EUR"; "–" when undefined
  std::string spread;  ///< "± 1.1", or "−1.2/+1.0" when lopsided; empty without an interval
};

/// Writes figures of one unit with one number of decimals, so that a row of a table compares.
class FigureFormat {
 public:
  /// Decimals from the size of the values and the smallest half-width among `estimates`. Seconds
  /// are written as hours where the largest value is 10,000 or more.
  FigureFormat(MetricUnit unit, std::string_view currency, std::span<const Estimate> estimates);

  /// The same with as many decimals more as it takes to show this difference and its interval: a
  /// difference that is decided must not read as zero.
  [[nodiscard]] FigureFormat refined_for(const Estimate& difference) const;

  /// The same with as many decimals more, nine in all at most, as it takes to show two digits of
  /// this value that are not leading zeros.
  [[nodiscard]] FigureFormat precise_for(double value) const;

  [[nodiscard]] FigureText figure(const Estimate& estimate) const;
  /// A difference: signed, shares in percentage points, always with its interval's ends.
  [[nodiscard]] FigureText difference(const Estimate& estimate) const;
  /// The value alone, with its unit.
  [[nodiscard]] std::string value(double value) const;
  /// The size of a difference with its unit: "8.2 pp".
  [[nodiscard]] std::string magnitude(double difference) const;
  /// Whether nothing but zeros is left of a value with these decimals.
  [[nodiscard]] bool shows_zero(double value) const;
  [[nodiscard]] std::string value_without_unit(double value) const { return number(value); }
  /// Signed, without unit: "+8.2".
  [[nodiscard]] std::string signed_number(double number) const;

 private:
  [[nodiscard]] std::string digits(double value) const;
  [[nodiscard]] std::string number(double value) const;
  /// Adds decimals until `size` does not round to zero, within reason.
  void refine(double size);

  double scale_ = 1.0;  ///< shares are shown in per cent, long times in hours
  int decimals_ = 0;
  std::string unit_;             ///< suffix, with its space
  std::string difference_unit_;  ///< the same for differences
};

}  // namespace holdline::report
