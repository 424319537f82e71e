#include "experiment/money_accounts.hpp"

#include <algorithm>

namespace holdline {

bool has_verdict(const Scenario& scenario) {
  const std::vector<Segment>& segments = scenario.world.segments;
  return scenario.experiment.mode == RunMode::terminating &&
         std::any_of(segments.begin(), segments.end(),
                     [](const Segment& segment) { return segment.value_per_year > 0.0; });
}

MoneyAccounts::MoneyAccounts(const Scenario& scenario, std::span<const PlanId> plans)
    : composites_(scenario.score, plans.size()), mean_value_(mean_customer_value(scenario.world)) {
  if (plans.size() < 2 || !has_verdict(scenario)) return;
  curves_.resize(plans.size());
  verdicts_.resize(plans.size() - 1);
}

void MoneyAccounts::add(std::span<const Scorecard> cards) {
  composites_.add(cards);
  for (std::size_t lane = 0; lane < curves_.size(); ++lane) curves_[lane].add(cards[lane]);
  for (std::size_t i = 0; i < verdicts_.size(); ++i) verdicts_[i].add(cards[0], cards[i + 1]);
}

void MoneyAccounts::report(std::span<const PlanId> plans, Confidence& confidence,
                           Result& result) const {
  for (std::size_t lane = 0; lane < plans.size() && composites_.is_wanted(); ++lane) {
    result.composites.push_back(composites_.score(lane, plans[lane], confidence));
    if (lane == 0) continue;
    result.composite_differences.push_back(
        composites_.difference(lane, plans[0], plans[lane], confidence));
  }
  for (std::size_t lane = 0; lane < curves_.size(); ++lane) {
    result.curves.push_back(curves_[lane].curve(plans[lane], confidence));
  }
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    result.verdicts.push_back(
        verdicts_[i].verdict(plans[0], plans[i + 1], mean_value_, confidence));
  }
}

}  // namespace holdline
