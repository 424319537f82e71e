// The questions a scenario answers about itself.
#include "holdline/scenario/scenario.hpp"

#include <algorithm>

#include "kernel/exact_math.hpp"

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

bool Calendar::is_open(Duration time) const {
  const auto day = static_cast<std::uint32_t>(time / kDay);
  const auto today = opening(day);
  const auto before = day > 0 ? opening(day - 1) : std::nullopt;
  return (today && time >= today->begin && time < today->end) || (before && time < before->end);
}

double share_in_a_year(double rate) { return 1.0 - exact::exp(-rate); }

double World::customer_equity(SegmentId segment) const {
  const Segment& spec = segments[segment.index()];
  if (spec.value_per_year <= 0.0) return 0.0;
  const double hazard_per_year = exact::log(1.0 + discount_per_year) -
                                 exact::log(1.0 - spec.leaves_per_year) -
                                 exact::log(1.0 - spec.service_churn_per_year);
  return spec.value_per_year / hazard_per_year;
}

std::string_view to_string(Source source) {
  constexpr std::string_view kWords[] = {"stated", "data", "paper", "vendor", "assumed"};
  return kWords[static_cast<std::size_t>(source)];
}

bool Coefficient::acts_in(PlanId plan) const {
  return plans.empty() || std::find(plans.begin(), plans.end(), plan) != plans.end();
}

std::optional<PlanId> Scenario::find_plan(const std::string& plan_name) const {
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (plans[i].name == plan_name) return PlanId{i};
  }
  return std::nullopt;
}

// Customers, retrials, outcomes, or, in any plan, something before or around the queues. Recontacts
// alone change nothing: without outcomes every served contact resolves its issue.
bool has_issues(const Scenario& scenario) {
  const World& world = scenario.world;
  if (!world.segments.empty() || world.outcomes.is_given) return true;
  if (world.behaviour.redial.probability > 0.0) return true;
  return std::any_of(scenario.plans.begin(), scenario.plans.end(), [](const Plan& plan) {
    return plan.ivr || plan.self_service.mode != SelfServiceMode::none || plan.callback ||
           std::any_of(plan.escalations.begin(), plan.escalations.end(),
                       [](const auto& escalation) { return escalation.has_value(); });
  });
}

}  // namespace holdline
