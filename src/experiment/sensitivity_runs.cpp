#include "experiment/sensitivity_runs.hpp"

#include <algorithm>

namespace holdline {

VariationShelf::VariationShelf(const Scenario& scenario, std::span<const Variation> variations,
                               const VaryScenario& vary, std::span<const PlanId> plans)
    : scenario_(scenario),
      variations_(variations),
      vary_(vary),
      plans_(plans),
      made_(1 + variations.size()),
      failed_(1 + variations.size(), false) {}

std::shared_ptr<const Scenario> VariationShelf::take(std::uint32_t variation) {
  const std::scoped_lock lock(mutex_);
  if (failed_[variation]) return nullptr;
  if (std::shared_ptr<const Scenario> ready = made_[variation].lock()) return ready;
  std::shared_ptr<const Scenario> made;
  if (variation == 0) {
    made = std::shared_ptr<const Scenario>(std::shared_ptr<void>(), &scenario_);  // not owned
    return made;
  }
  if (std::optional<Scenario> varied = vary_(variations_[variation - 1])) {
    made = std::make_shared<const Scenario>(std::move(*varied));
  }
  // Whoever varies may leave out plans, but none of those that are compared.
  const bool is_whole = made && std::all_of(plans_.begin(), plans_.end(), [&](PlanId plan) {
                          return made->find_plan(name_of(plan)).has_value();
                        });
  if (!is_whole) {
    failed_[variation] = true;
    return nullptr;
  }
  made_[variation] = made;
  return made;
}

bool VariationShelf::has_failed(std::uint32_t variation) {
  const std::scoped_lock lock(mutex_);
  return failed_[variation];
}

struct VariationRunner::Built {
  /// `of` is the plan's number in the comparison, `there` that in the varied scenario.
  Built(std::shared_ptr<const Scenario> from, std::uint32_t number, PlanId of, PlanId there)
      : scenario(std::move(from)),
        variation(number),
        plan(of),
        simulation(*scenario, there),
        scorer(*scenario, there) {}
  std::shared_ptr<const Scenario> scenario;
  std::uint32_t variation;
  PlanId plan;
  Simulation simulation;
  Scorer scorer;
};

VariationRunner::VariationRunner(VariationShelf& shelf, std::span<const PlanId> plans,
                                 std::uint32_t replications, IsRun is_run,
                                 const std::atomic<bool>* stop)
    : shelf_(shelf),
      plans_(plans),
      replications_(replications),
      is_run_(std::move(is_run)),
      stop_(stop) {}
VariationRunner::~VariationRunner() = default;

bool VariationRunner::run(std::uint32_t variation, std::size_t lane, Scorecard& card) {
  const PlanId plan = plans_[lane / replications_];
  if (!is_run_(variation, plan)) return true;
  if (!built_ || built_->variation != variation || built_->plan != plan) {
    // The old one goes first: two of a million customers need not fit.
    std::shared_ptr<const Scenario> scenario;
    if (built_ && built_->variation == variation) scenario = built_->scenario;
    built_.reset();
    if (!scenario) scenario = shelf_.take(variation);
    if (!scenario) {
      card = Scorecard{};
      return true;
    }
    const PlanId there = scenario->find_plan(shelf_.name_of(plan)).value();
    built_ = std::make_unique<Built>(std::move(scenario), variation, plan, there);
  }
  const auto replication = static_cast<std::uint32_t>(lane % replications_);
  built_->simulation.run({built_->scenario->experiment.seed, replication}, built_->scorer, stop_);
  built_->scorer.finish(card);
  return stop_ == nullptr || !stop_->load(std::memory_order_relaxed);
}

}  // namespace holdline
