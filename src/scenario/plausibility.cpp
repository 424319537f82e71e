// Warnings about a scenario that can be run but is likely a slip of a unit, a name or a shift: what
// a planner would see at a glance in the erlangs, computed and shown.
#include "scenario/plausibility.hpp"

#include <fmt/format.h>

#include <cmath>

#include "scenario/staffing.hpp"

namespace holdline {
namespace {

void check_times(const ContactType& type, const ContactTypeSource& source, Sheet& sheet) {
  const auto warn = [&](Position position, std::string message) {
    sheet.report(Severity::warning, or_else(position, source.type), source.path, std::move(message),
                 "is its unit right?");
  };
  const double handle_s = mean_handle_s(type);
  if (handle_s < 5.0 || handle_s > 4 * 3600.0) {
    warn(source.handle_time, fmt::format("the mean handle time is {}", mean_text(handle_s)));
  }
  const double patience_s = mean_s(type.patience);
  if (patience_s < 1.0) {
    warn(source.patience, fmt::format("the mean patience is {}", mean_text(patience_s)));
  }
}

}  // namespace

std::string mean_text(double seconds) {
  if (!std::isfinite(seconds) || seconds > to_seconds(kLongest)) return "beyond ten years";
  const double step = seconds >= 60.0 ? 1.0 : 1e-3;
  return duration_text(from_seconds(std::round(seconds / step) * step));
}

void check_plausibility(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  for (std::size_t type = 0; type < scenario.world.contact_types.size(); ++type) {
    check_times(scenario.world.contact_types[type], context.type_sources[type], sheet);
  }
  check_staff(scenario, context, sheet);
  check_hours(scenario, context, sheet);
  check_shifts(scenario, context, sheet);
  check_closed_shifts(scenario, context, sheet);
  check_front_end(scenario, context, sheet);
  check_customers(scenario.world, context, sheet);
}

}  // namespace holdline
