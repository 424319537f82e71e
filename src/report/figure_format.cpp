// Decimals: enough for three or four significant digits of the largest value of a row, and up to
// two more where an interval would otherwise read "± 0".
#include "report/figure_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/display.hpp"

namespace holdline::report {
namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr int kMostExtraDecimals = 2;
constexpr int kMostDecimals = 9;
constexpr double kLongS = 10'000.0;  // from here on hours read better

int decimals_for_size(MetricUnit unit, double size, bool all_integers) {
  switch (unit) {
    case MetricUnit::share:
      return 1;
    case MetricUnit::money:
      return size < 1000.0 ? 2 : 0;
    case MetricUnit::seconds:
      return size < 10.0 ? 2 : size < 1000.0 ? 1 : 0;
    case MetricUnit::count:
      return all_integers || size >= 1000.0 ? 0 : 1;
    case MetricUnit::hours:
      return size < 1000.0 ? 1 : 0;
    case MetricUnit::erlang:
      return size < 100.0 ? 2 : 1;
    case MetricUnit::one:
      return size < 10.0 ? 3 : size < 1000.0 ? 1 : 0;
  }
  return 3;
}

std::string unit_suffix(MetricUnit unit, std::string_view currency) {
  switch (unit) {
    case MetricUnit::share:
      return "%";
    case MetricUnit::seconds:
      return " s";
    case MetricUnit::money:
      return fmt::format(" {}", currency);
    case MetricUnit::hours:
      return " h";
    case MetricUnit::erlang:
      return " erl";
    case MetricUnit::count:
    case MetricUnit::one:
      break;
  }
  return "";
}

}  // namespace

FigureFormat::FigureFormat(MetricUnit unit, std::string_view currency,
                           std::span<const Estimate> estimates)
    : scale_(unit == MetricUnit::share ? 100.0 : 1.0),
      unit_(unit_suffix(unit, currency)),
      difference_unit_(unit == MetricUnit::share ? " pp" : unit_) {
  double size = 0.0;
  double least_half = 0.0;
  bool all_integers = true;
  for (const Estimate& estimate : estimates) {
    if (!estimate.is_defined) continue;
    size = std::max(size, std::fabs(estimate.value));
    all_integers = all_integers && estimate.value == std::floor(estimate.value);
    const double half = estimate.has_interval ? 0.5 * (estimate.high - estimate.low) : 0.0;
    all_integers = all_integers && half == 0.0;
    if (half > 0.0 && (least_half == 0.0 || half < least_half)) least_half = half;
  }
  if (unit == MetricUnit::seconds && size >= kLongS) {
    unit = MetricUnit::hours;
    scale_ = 1.0 / 3600.0;
    size *= scale_;
    unit_ = difference_unit_ = unit_suffix(unit, currency);
  }
  decimals_ = decimals_for_size(unit, size, all_integers);
  refine(least_half);
}

void FigureFormat::refine(double size) {
  if (size <= 0.0) return;
  double step = 1.0;
  for (int i = 0; i < decimals_; ++i) step /= 10.0;
  for (int i = 0; i < kMostExtraDecimals && scale_ * size < 0.5 * step; ++i) {
    ++decimals_;
    step /= 10.0;
  }
}

FigureFormat FigureFormat::refined_for(const Estimate& difference) const {
  FigureFormat format = *this;
  if (!difference.is_defined) return format;
  if (difference.has_interval) format.refine(0.5 * (difference.high - difference.low));
  format.refine(std::fabs(difference.value));
  return format;
}

FigureFormat FigureFormat::precise_for(double value) const {
  FigureFormat format = *this;
  double shown = std::fabs(value) * scale_;
  for (int i = 0; i < decimals_; ++i) shown *= 10.0;
  for (; shown > 0.0 && shown < 10.0 && format.decimals_ < kMostDecimals; shown *= 10.0) {
    ++format.decimals_;
  }
  return format;
}

std::string FigureFormat::digits(double value) const {
  return fmt::format("{:.{}f}", std::fabs(value) * scale_, decimals_);
}

bool FigureFormat::shows_zero(double value) const {
  return digits(value).find_first_not_of("0.") == std::string::npos;
}

std::string FigureFormat::number(double value) const {
  const std::string text = grouped(digits(value));
  return value < 0.0 && !shows_zero(value) ? std::string(kMinus) + text : text;
}

std::string FigureFormat::signed_number(double value) const {
  const std::string text = number(value);
  return value > 0.0 && !shows_zero(value) ? "+" + text : text;
}

std::string FigureFormat::value(double value) const { return number(value) + unit_; }

std::string FigureFormat::magnitude(double difference) const {
  return number(std::fabs(difference)) + difference_unit_;
}

FigureText FigureFormat::figure(const Estimate& estimate) const {
  if (!estimate.is_defined) return {"\u2013", ""};
  FigureText text{value(estimate.value), ""};
  if (!estimate.has_interval) return text;
  const std::string below = number(estimate.value - estimate.low);
  const std::string above = number(estimate.high - estimate.value);
  text.spread = below == above ? fmt::format("\u00b1 {}", above)
                               : fmt::format("{}{}/+{}", kMinus, below, above);
  return text;
}

FigureText FigureFormat::difference(const Estimate& estimate) const {
  if (!estimate.is_defined) return {"\u2013", ""};
  FigureText text{signed_number(estimate.value) + difference_unit_, ""};
  if (estimate.has_interval) {
    text.spread =
        fmt::format("[{}, {}]", signed_number(estimate.low), signed_number(estimate.high));
  }
  return text;
}

}  // namespace holdline::report
