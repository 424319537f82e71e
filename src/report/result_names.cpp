// The words of a result: enum values as scenario files write them, durations and periods of time.
#include <fmt/format.h>

#include "report/result_view.hpp"

namespace holdline::report {
namespace {

std::string clock_text(Duration since_midnight) {
  return fmt::format("{:02}:{:02}", since_midnight / kHour, since_midnight % kHour / kMinute);
}

}  // namespace

std::string_view to_string(ServiceLevelVariant variant) {
  switch (variant) {
    case ServiceLevelVariant::standard:
      return "standard";
    case ServiceLevelVariant::all_offered:
      return "all_offered";
    case ServiceLevelVariant::with_abandoned:
      return "with_abandoned";
    case ServiceLevelVariant::answered:
      return "answered";
  }
  return "";
}

std::string_view to_string(Estimation estimation) {
  return estimation == Estimation::pooled ? "pooled" : "per_replication";
}

std::string_view to_string(ExpectationStatus status) {
  switch (status) {
    case ExpectationStatus::met:
      return "met";
    case ExpectationStatus::not_met:
      return "not_met";
    case ExpectationStatus::undecided:
      return "undecided";
  }
  return "";
}

std::string_view to_string(RunMode mode) {
  return mode == RunMode::terminating ? "terminating" : "steady_state";
}

std::string unit_name(MetricUnit unit, const Result& result) {
  return unit == MetricUnit::money ? result.currency : std::string(holdline::to_string(unit));
}

Duration period_start(const Result& result, const ScoreLayout& layout, std::uint32_t interval) {
  const Duration start = static_cast<std::int64_t>(interval) * layout.interval;
  return result.settings.mode == RunMode::steady_state ? layout.warm_up + start : start;
}

std::string period_label(const Result& result, const ScoreLayout& layout, std::uint32_t interval) {
  if (result.settings.mode == RunMode::steady_state) return fmt::format("batch {}", interval + 1);
  const Duration start = period_start(result, layout, interval);
  if (layout.fold_days || result.horizon <= kDay) return clock_text(start);
  return fmt::format("day {} {}", start / kDay + 1, clock_text(start % kDay));
}

Duration counted_time(const Result& result) { return result.horizon - result.settings.warm_up; }

std::string duration_text(Duration duration) {
  if (duration >= kDay && duration % kDay == Duration{0}) {
    const auto days = duration / kDay;
    return fmt::format("{} day{}", days, days == 1 ? "" : "s");
  }
  if (duration >= kHour && duration % kMinute == Duration{0}) {
    const auto minutes = duration % kHour / kMinute;
    return minutes == 0 ? fmt::format("{} h", duration / kHour)
                        : fmt::format("{} h {} min", duration / kHour, minutes);
  }
  if (duration >= kMinute && duration % kMinute == Duration{0}) {
    return fmt::format("{} min", duration / kMinute);
  }
  return fmt::format("{} s", to_seconds(duration));
}

}  // namespace holdline::report
