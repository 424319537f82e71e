// On which doubtful numbers, of the world and of the plans, a verdict rests: each is set to the
// ends of its range, one at a time, and the plans meet the same customers again.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "holdline/experiment/estimate.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/util/ids.hpp"

namespace holdline {

struct ExperimentSpec;
struct Result;

/// The verdict with a coefficient at one end of its range.
struct SensitivityEnd {
  double at = 0.0;  ///< the coefficient's value
  /// Difference of net value, other - base: that of the whole comparison plus the change seen in
  /// the replications repeated. Its interval allows for both.
  Estimate difference;
  /// Against the present value, over the same replications, so that their luck cancels.
  Estimate change;
  bool turns = false;         ///< the difference has the other sign than at present
  bool turns_surely = false;  ///< and its whole interval has
};

/// One bar of a tornado.
struct SensitivityBar {
  Coefficient coefficient;
  SensitivityEnd low;
  SensitivityEnd high;
  double swing = 0.0;  ///< the way from the lowest to the highest of both ends and the present
  /// Whether the plan's net value changed at an end, in any replication: a figure of the world acts
  /// in those plans alone that have what it is about.
  bool moves_base = true;
  bool moves_other = true;

  [[nodiscard]] bool turns() const { return low.turns || high.turns; }
  [[nodiscard]] bool turns_surely() const { return low.turns_surely || high.turns_surely; }
};

/// One other plan against the base.
struct Tornado {
  PlanId base;
  PlanId other;
  Estimate difference;               ///< of net value at present, from the whole comparison
  std::vector<SensitivityBar> bars;  ///< longest swing first, then in the scenario's order; of
                                     ///< coefficients that act in one of the two plans at least
  std::size_t coefficients = 0;      ///< such that were to be tried; fewer bars if it was stopped
                                     ///< early, or some could not be tried
  std::vector<std::string> failed = {};  ///< paths of those of Sensitivity::failed that act in one
                                         ///< of the two plans
};

struct Sensitivity {
  std::uint32_t replications = 0;   ///< repeated for each value
  std::vector<Tornado> tornados;    ///< by verdict
  std::vector<std::string> failed;  ///< paths, as `--set` takes them, of coefficients that could
                                    ///< not be tried: at an end of their range the scenario is not
                                    ///< valid, or grows beyond what a run can hold
  bool is_complete = true;          ///< false: stopped early; only some coefficients were tried
  std::string violation;            ///< conservation broken: our bug; must not be used
};

struct SensitivitySettings {
  /// Replications to repeat for each value; at most those of the comparison. 0: up to 5.
  std::uint32_t replications = 0;
};

/// The coefficients to try: assumed or from a vendor, with room between low and high, that act in
/// one of `plans` (none named: of all plans).
[[nodiscard]] std::vector<Coefficient> doubtful_coefficients(const Scenario& scenario,
                                                             std::span<const PlanId> plans = {});

/// The scenario with one coefficient changed, everything else (overrides too) as it was; nullopt
/// if it cannot be. Plans that are not compared may be left out, so that one which is not valid
/// there blocks no trial of the others. Called from any thread, but never twice at once.
using VaryScenario = std::function<std::optional<Scenario>(const Variation& variation)>;

/// Tries every doubtful coefficient at both ends of its range, in the plans of `base`'s verdicts
/// and on their first replications (a plan it does not act in is not run again); threads, stop and
/// progress as in `spec`. The same bits for any number of threads. Empty if `base` has no verdict.
/// Throws what `vary` throws.
[[nodiscard]] Sensitivity run_sensitivity(const Scenario& scenario, const ExperimentSpec& spec,
                                          const Result& base, const VaryScenario& vary,
                                          const SensitivitySettings& settings = {});

}  // namespace holdline
