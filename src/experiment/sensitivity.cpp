// One coefficient at a time, both ends of its range, the same seed and replications throughout:
// what changes is the coefficient, so few replications tell. Interactions are not looked at.
#include "holdline/experiment/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "experiment/sensitivity_runs.hpp"
#include "experiment/tornado.hpp"
#include "experiment/verdict_statistics.hpp"
#include "holdline/experiment/experiment.hpp"
#include "scenario/coefficients.hpp"
#include "scenario/override_path.hpp"

namespace holdline {
namespace {

constexpr std::uint32_t kUsualReplications = 5;

/// Where a coefficient's two ends stand among the variations; 0: it is there already.
struct Trial {
  Coefficient coefficient;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
};

/// The base of the comparison, then the others.
std::vector<PlanId> plans_of(const Result& base) {
  std::vector<PlanId> plans{base.verdicts.front().base};
  for (const Verdict& verdict : base.verdicts) plans.push_back(verdict.other);
  return plans;
}

class SensitivityStudy {
 public:
  SensitivityStudy(const Scenario& scenario, const ExperimentSpec& spec, const Result& base,
                   const VaryScenario& vary, std::uint32_t replications)
      : scenario_(scenario),
        spec_(spec),
        base_(base),
        replications_(replications),
        plans_(plans_of(base)) {
    for (const Coefficient& coefficient : doubtful_coefficients(scenario, plans_)) {
      trials_.push_back({coefficient, variation(coefficient, coefficient.low),
                         variation(coefficient, coefficient.high)});
    }
    shelf_.emplace(scenario, variations_, vary, plans_);
  }

  Sensitivity run() {
    result_.replications = replications_;
    ReplicationJob job;
    job.lanes = plans_.size() * replications_;
    job.threads =
        spec_.threads != 0 ? spec_.threads : std::max(1u, std::thread::hardware_concurrency());
    job.target = job.most = static_cast<std::uint32_t>(1 + variations_.size());
    job.stop = spec_.stop;
    job.make_runner = [this] {
      return std::make_unique<VariationRunner>(
          *shelf_, plans_, replications_,
          [this](std::uint32_t number, PlanId plan) { return is_run(number, plan); }, spec_.stop);
    };
    job.consume = [this](std::span<const Scorecard> cards) { return consume(cards); };
    job.extend = [](std::uint32_t done) { return done; };
    result_.is_complete = replicate(job) == ReplicationEnding::finished;
    if (result_.violation.empty()) report();
    return std::move(result_);
  }

 private:
  std::uint32_t variation(const Coefficient& coefficient, double value) {
    if (value == coefficient.value) return 0;
    variations_.push_back({coefficient.path, value});
    trial_of_.push_back(trials_.size());
    return static_cast<std::uint32_t>(variations_.size());
  }

  /// A plan in which a coefficient does not act would do again what it did.
  [[nodiscard]] bool is_run(std::uint32_t number, PlanId plan) const {
    return number == 0 || trials_[trial_of_[number - 1]].coefficient.acts_in(plan);
  }

  bool consume(std::span<const Scorecard> cards) {
    const auto number = static_cast<std::uint32_t>(differences_.size());
    std::vector<double>& differences = differences_.emplace_back();
    const bool is_there = !shelf_->has_failed(number);
    std::vector<double> values = present_;
    values.resize(cards.size());
    for (std::size_t lane = 0; is_there && lane < cards.size(); ++lane) {
      if (is_run(number, plans_[lane / replications_])) {
        if (!cards[lane].violation.empty()) return refuse(number, lane, cards[lane]);
        if (!cards[lane].excess.empty()) {  // as if the scenario were not valid with that value
          differences.clear();
          break;
        }
        values[lane] = net_value_of(cards[lane]);
      }
      if (lane >= replications_) {
        differences.push_back(values[lane] - values[lane % replications_]);
      }
    }
    note_moves(values);
    if (number == 0) present_ = std::move(values);
    if (spec_.progress) {
      spec_.progress(differences_.size() * cards.size(), (1 + variations_.size()) * cards.size());
    }
    return true;
  }

  /// Which plans' net values differ from those of the scenario as it is.
  void note_moves(const std::vector<double>& values) {
    std::vector<bool>& moves = moves_.emplace_back(plans_.size(), false);
    for (std::size_t lane = 0; lane < present_.size(); ++lane) {
      if (values[lane] != present_[lane]) moves[lane / replications_] = true;
    }
  }

  bool refuse(std::uint32_t number, std::size_t lane, const Scorecard& card) {
    const std::string change = number == 0 ? std::string("as it is")
                                           : fmt::format("{} = {}", variations_[number - 1].path,
                                                         variations_[number - 1].value);
    result_.violation = fmt::format("sensitivity, {}, plan {}, replication {}: {}", change,
                                    scenario_.plans[plans_[lane / replications_].index()].name,
                                    lane % replications_, card.violation);
    return false;
  }

  /// The differences of one verdict in a variation that was run.
  [[nodiscard]] std::span<const double> of(std::uint32_t number, std::size_t verdict) const {
    return std::span<const double>(differences_[number])
        .subspan(verdict * replications_, replications_);
  }

  SensitivityEnd end(double at, std::uint32_t number, std::size_t verdict,
                     Confidence& confidence) const {
    const Estimate& headline = base_.verdicts[verdict].net_value;
    if (number == 0) return unchanged_end(at, headline);
    return sensitivity_end(at, headline, of(0, verdict), of(number, verdict), confidence);
  }

  static bool acts(const Trial& trial, const Verdict& verdict) {
    return trial.coefficient.acts_in(verdict.base) || trial.coefficient.acts_in(verdict.other);
  }

  [[nodiscard]] bool moves(const Trial& trial, std::size_t plan) const {
    return moves_[trial.low][plan] || moves_[trial.high][plan];
  }

  void report() {
    Confidence confidence(scenario_.experiment.confidence);
    std::vector<const Trial*> tried;
    std::vector<const Trial*> failed;
    for (const Trial& trial : trials_) {
      if (std::max(trial.low, trial.high) >= differences_.size()) break;  // stopped before
      const bool is_tried = !differences_[trial.low].empty() && !differences_[trial.high].empty();
      (is_tried ? tried : failed).push_back(&trial);
      if (!is_tried) result_.failed.push_back(typed_path(trial.coefficient.path));
    }
    for (std::size_t i = 0; i < base_.verdicts.size(); ++i) {
      const Verdict& verdict = base_.verdicts[i];
      Tornado tornado{verdict.base, verdict.other, verdict.net_value, {}, 0};
      for (const Trial& trial : trials_) tornado.coefficients += acts(trial, verdict) ? 1u : 0u;
      for (const Trial* trial : failed) {
        if (acts(*trial, verdict)) tornado.failed.push_back(typed_path(trial->coefficient.path));
      }
      for (const Trial* trial : tried) {
        const Coefficient& coefficient = trial->coefficient;
        if (!acts(*trial, verdict)) continue;
        tornado.bars.push_back({coefficient, end(coefficient.low, trial->low, i, confidence),
                                end(coefficient.high, trial->high, i, confidence), 0.0,
                                moves(*trial, 0), moves(*trial, i + 1)});
      }
      arrange(tornado);
      result_.tornados.push_back(std::move(tornado));
    }
  }

  const Scenario& scenario_;
  const ExperimentSpec& spec_;
  const Result& base_;
  const std::uint32_t replications_;
  std::vector<PlanId> plans_;
  std::vector<Trial> trials_;
  std::vector<Variation> variations_;
  std::vector<std::size_t> trial_of_;  ///< by variation, from 0: index in `trials_`
  std::optional<VariationShelf> shelf_;
  std::vector<double> present_;                   ///< net value by lane of the scenario as it is
  std::vector<std::vector<double>> differences_;  ///< by variation: [verdict x replications + i]
  std::vector<std::vector<bool>> moves_;          ///< by variation: [plan]
  Sensitivity result_;
};

}  // namespace

std::vector<Coefficient> doubtful_coefficients(const Scenario& scenario,
                                               std::span<const PlanId> plans) {
  std::vector<Coefficient> doubtful;
  for (const Coefficient& coefficient : scenario.coefficients) {
    const bool is_doubtful = is_in_doubt(coefficient.source) && coefficient.low < coefficient.high;
    const bool acts = plans.empty() || std::any_of(plans.begin(), plans.end(), [&](PlanId plan) {
                        return coefficient.acts_in(plan);
                      });
    if (is_doubtful && acts) doubtful.push_back(coefficient);
  }
  return doubtful;
}

Sensitivity run_sensitivity(const Scenario& scenario, const ExperimentSpec& spec,
                            const Result& base, const VaryScenario& vary,
                            const SensitivitySettings& settings) {
  if (base.verdicts.empty()) return {};
  const std::uint32_t available = base.verdicts.front().replications;
  const std::uint32_t wanted =
      settings.replications != 0 ? settings.replications : kUsualReplications;
  const std::uint32_t replications = std::min(wanted, available);
  if (replications == 0) {  // stopped before the first
    Sensitivity nothing;
    nothing.is_complete = false;
    return nothing;
  }
  return SensitivityStudy(scenario, spec, base, vary, replications).run();
}

}  // namespace holdline
