// What the field tables state of a coefficient: a number of the model that may be doubted. Stated
// once, next to its key: how it is written, its bounds, and where its default comes from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// Bounds of a number, both included.
struct Range {
  double min = 0.0;
  double max = 0.0;
};

/// How a number is written, and the unit in which it is held.
enum class Measure : std::uint8_t {
  number,           ///< 0.8 [1]
  share,            ///< 62%
  seconds,          ///< 45s [s]
  rate_per_h,       ///< 12/h, 0.2/min [1/h]
  share_per_year,   ///< 9%/year
  number_per_year,  ///< 2.4/year
  money,            ///< 5 EUR
  money_per_h,      ///< 26 EUR/h
  money_per_week,   ///< 800 EUR/week
  money_per_year,   ///< 180 EUR/year
};

struct Quantity {
  Measure measure = Measure::number;
  Range range;                     ///< in the measure's unit
  std::string_view currency = {};  ///< of money
  bool is_count = false;           ///< of people or things: whole as a rule
};

/// What stands in Coefficient::unit.
[[nodiscard]] std::string unit_of(const Quantity& quantity);

/// The field table's line on a coefficient.
struct CoefficientSpec {
  Quantity quantity;
  /// Of the default. Source::stated: a neutral one, which assumes nothing and is not varied.
  Source source = Source::stated;
  std::optional<Range> tried = {};  ///< where to try the default; else by the rule of tried_range
  bool counts = true;               ///< false: it is read, but nothing depends on it here
};

/// Whether a verdict is to be tried on figures from there.
[[nodiscard]] inline bool is_in_doubt(Source source) {
  return source == Source::assumed || source == Source::vendor;
}

/// A share as a coefficient, its default from `source`.
[[nodiscard]] inline CoefficientSpec share_of(Source source, Range range = {0.0, 1.0}) {
  return {{Measure::share, range}, source};
}
/// The same of a plain number.
[[nodiscard]] inline CoefficientSpec number_of(Source source, Range range) {
  return {{Measure::number, range}, source};
}
/// The same, where it counts under a condition alone.
[[nodiscard]] inline CoefficientSpec number_where(bool counts, Range range) {
  return {{Measure::number, range}, Source::stated, std::nullopt, counts};
}
/// Money as the user's own figure, 0 when left out.
[[nodiscard]] inline CoefficientSpec money_of(std::string_view currency,
                                              Measure measure = Measure::money) {
  return {{measure, {0.0, 1e9}, currency}};
}

/// Where a value is tried if nobody says where: from half to twice it; a share p at most
/// to (1 + p)/2, so that what it leaves is not changed by more than half either. Never out
/// of its bounds.
[[nodiscard]] Range tried_range(double value, const Quantity& quantity);

}  // namespace holdline
