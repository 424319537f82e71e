// The questions a scenario answers about itself.
#include "holdline/scenario/scenario.hpp"

#include <algorithm>

namespace holdline {

Weekday Calendar::weekday(std::uint32_t day) const {
  return static_cast<Weekday>((static_cast<std::uint32_t>(first_day) + day) % 7);
}

std::optional<DayWindow> Calendar::opening(std::uint32_t day) const {
  const auto& window = open[static_cast<std::size_t>(weekday(day))];
  if (!window || std::binary_search(holidays.begin(), holidays.end(), day)) return std::nullopt;
  const Duration midnight = static_cast<std::int64_t>(day) * kDay;
  return DayWindow{midnight + window->begin, midnight + window->end};
}

std::optional<PlanId> Scenario::find_plan(const std::string& plan_name) const {
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (plans[i].name == plan_name) return PlanId{i};
  }
  return std::nullopt;
}

}  // namespace holdline
