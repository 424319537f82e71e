// The runs behind a tornado: scenarios with one coefficient changed, on all threads, with one
// scenario in memory for each that is being run.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "experiment/replicate.hpp"
#include "holdline/experiment/experiment.hpp"
#include "holdline/experiment/sensitivity.hpp"
#include "holdline/model/simulate.hpp"

namespace holdline {

/// Hands out the scenario of each variation, making it when it is first asked for and dropping it
/// with its last user. Safe for many threads; `vary` is never called twice at once.
class VariationShelf {
 public:
  /// Keeps references. Variation 0 is the scenario itself, i the (i - 1)-th of `variations`.
  VariationShelf(const Scenario& scenario, std::span<const Variation> variations,
                 const VaryScenario& vary, std::span<const PlanId> plans);

  /// With all of `plans`, found by their names; nullptr if it cannot be made.
  [[nodiscard]] std::shared_ptr<const Scenario> take(std::uint32_t variation);
  [[nodiscard]] const std::string& name_of(PlanId plan) const {
    return scenario_.plans[plan.index()].name;
  }
  [[nodiscard]] bool has_failed(std::uint32_t variation);

 private:
  const Scenario& scenario_;
  std::span<const Variation> variations_;
  const VaryScenario& vary_;
  std::span<const PlanId> plans_;
  std::mutex mutex_;
  std::vector<std::weak_ptr<const Scenario>> made_;
  std::vector<bool> failed_;
};

/// For replicate(): its replications are our variations, its lanes our replications of the plans,
/// plan by plan (lane = plan x replications + replication), so that a thread builds a simulation
/// for each variation and plan once.
class VariationRunner final : public ReplicationRunner {
 public:
  /// Whether a plan is to be run in a variation.
  using IsRun = std::function<bool(std::uint32_t variation, PlanId plan)>;

  VariationRunner(VariationShelf& shelf, std::span<const PlanId> plans, std::uint32_t replications,
                  IsRun is_run, const std::atomic<bool>* stop);
  ~VariationRunner() override;

  /// A variation that cannot be made leaves an empty card, one that is not to be run the card as it
  /// was.
  bool run(std::uint32_t variation, std::size_t lane, Scorecard& card) override;

 private:
  struct Built;
  VariationShelf& shelf_;
  std::span<const PlanId> plans_;
  std::uint32_t replications_;
  IsRun is_run_;
  const std::atomic<bool>* stop_;
  std::unique_ptr<Built> built_;
};

}  // namespace holdline
