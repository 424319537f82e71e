#include "experiment/plan_group.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "experiment/batches.hpp"
#include "experiment/expectations.hpp"
#include "experiment/plan_runner.hpp"
#include "experiment/warnings.hpp"

namespace holdline {
namespace {

std::uint32_t first_target(const ExperimentSettings& settings) {
  if (settings.mode == RunMode::steady_state) return 1;
  return settings.precision ? first_checkpoint(settings) : settings.replications;
}

/// The metrics that mean something in all of these plans; in any plan of the scenario without.
std::vector<const Metric*> catalogue_of(const Scenario& scenario,
                                        std::initializer_list<PlanId> plans = {}) {
  std::vector<const Metric*> catalogue;
  for (const Metric& metric : metrics()) {
    const bool is_told = plans.size() == 0
                             ? applies(metric, scenario)
                             : std::all_of(plans.begin(), plans.end(), [&](PlanId plan) {
                                 return applies(metric, scenario, plan);
                               });
    if (is_told) catalogue.push_back(&resolve_metric(metric, scenario.score.service_level));
  }
  return catalogue;
}

bool is_sequential(const ExperimentSettings& settings) {
  return settings.precision && settings.mode == RunMode::terminating;
}

}  // namespace

PlanGroup::PlanGroup(const Scenario& scenario, std::vector<PlanId> plans,
                     const ExperimentSpec& spec, ProgressCount& progress)
    : scenario_(scenario),
      plans_(std::move(plans)),
      spec_(spec),
      progress_(progress),
      confidence_(scenario.experiment.confidence),
      catalogue_(catalogue_of(scenario)),
      goal_(scenario, catalogue_, plans_.size()),
      money_(scenario, plans_),
      target_(first_target(scenario.experiment)) {
  const RunMode mode = scenario.experiment.mode;
  if (mode == RunMode::steady_state) pieces_scenario_ = with_pieces(scenario);
  const Estimation estimation = scenario.score.estimation;
  for (const PlanId plan : plans_) {
    names_.push_back(scenario.plans[plan.index()].name);
    statistics_.emplace_back(catalogue_of(scenario, {plan}), ScoreLayout(scenario, plan), mode,
                             estimation);
  }
  const auto groups = [&](std::size_t lane) -> std::span<const AgentGroup> {
    return scenario.plans[plans_[lane].index()].agent_groups;
  };
  for (std::size_t lane = 1; lane < plans_.size(); ++lane) {
    const ScoreLayout& base = statistics_[0].layout();
    const ScoreLayout& other = statistics_[lane].layout();
    comparisons_.emplace_back(catalogue_of(scenario, {plans_[0], plans_[lane]}), base, other,
                              match_rows(base, groups(0), other, groups(lane)), mode, estimation);
  }
}

std::uint64_t PlanGroup::least_runs(const Scenario& scenario, std::size_t plans) {
  return std::uint64_t{first_target(scenario.experiment)} * plans;
}

std::uint32_t PlanGroup::thread_count() const {
  if (spec_.trace != nullptr) return 1;  // a trace is written in order
  if (spec_.threads != 0) return spec_.threads;
  return std::max(1u, std::thread::hardware_concurrency());
}

void PlanGroup::run() {
  ReplicationJob job;
  job.lanes = plans_.size();
  job.threads = thread_count();
  job.target = target_;
  job.most = is_sequential(scenario_.experiment)
                 ? std::max(target_, scenario_.experiment.max_replications)
                 : target_;
  job.stop = spec_.stop;
  const Scenario& scenario = pieces_scenario_ ? *pieces_scenario_ : scenario_;
  job.make_runner = [&] { return std::make_unique<PlanRunner>(scenario, plans_, spec_); };
  job.consume = [this](std::span<const Scorecard> cards) { return consume(cards); };
  job.extend = [this](std::uint32_t done) { return extend(done); };
  ending_ = replicate(job);
}

bool PlanGroup::consume(std::span<const Scorecard> cards) {
  for (std::size_t lane = 0; lane < cards.size(); ++lane) {
    const Scorecard& card = cards[lane];
    if (card.violation.empty() && card.excess.empty()) continue;
    const auto located = [&](const std::string& what) {
      return what.empty() ? what
                          : fmt::format("plan {}, replication {}: {}", name(lane),
                                        statistics_[lane].replications(), what);
    };
    violation_ = located(card.violation);
    excess_ = located(card.excess);
    return false;
  }
  if (pieces_scenario_) {
    add_pieces(cards);
  } else {
    add(cards);
  }
  return true;
}

void PlanGroup::add(std::span<const Scorecard> cards) {
  for (std::size_t lane = 0; lane < cards.size(); ++lane) {
    statistics_[lane].add(cards[lane]);
    if (lane > 0) comparisons_[lane - 1].add(cards[0], cards[lane]);
    ++progress_.done;
    if (spec_.progress) spec_.progress(progress_.done, progress_.known);
  }
  money_.add(cards);
}

void PlanGroup::add_pieces(std::span<const Scorecard> cards) {
  const std::size_t pieces = pieces_per_batch(scenario_.experiment);
  std::vector<Scorecard> merged;
  for (std::size_t lane = 0; lane < cards.size(); ++lane) {
    const std::size_t rows = statistics_[lane].layout().row_count();
    merged.push_back(merge_pieces(cards[lane], rows, pieces));
    std::string warning = batch_warning(cards[lane], rows, pieces, goal_.metrics(), name(lane));
    if (!warning.empty()) batch_warnings_.push_back(std::move(warning));
  }
  add(merged);
}

std::uint32_t PlanGroup::extend(std::uint32_t done) {
  if (!is_sequential(scenario_.experiment)) return done;
  target_ = goal_.next_target(done, so_far(), confidence_);
  progress_.known += std::uint64_t{target_ - done} * plans_.size();
  return target_;
}

void PlanGroup::report(Result& result) {
  const RunMode mode = scenario_.experiment.mode;
  for (std::size_t lane = 0; lane < plans_.size(); ++lane) {
    const PlanStatistics& statistics = statistics_[lane];
    result.runs.push_back({plans_[lane], statistics.layout(), statistics.replications(),
                           statistics.contacts(), statistics.events()});
  }
  if (ending_ != ReplicationEnding::finished) result.is_complete = false;
  if (!violation_.empty() || !excess_.empty()) {
    result.violation = violation_;
    result.excess = excess_;
    return;
  }
  for (std::size_t lane = 0; lane < plans_.size(); ++lane) {
    statistics_[lane].append_figures(plans_[lane], confidence_, result.figures);
    if (lane > 0) {
      comparisons_[lane - 1].append_differences(plans_[0], statistics_[0], plans_[lane],
                                                statistics_[lane], confidence_, result.differences);
    }
  }
  money_.report(plans_, confidence_, result);
  for (Verdict& verdict : result.verdicts) {
    const auto lane = std::find(plans_.begin(), plans_.end(), verdict.other) - plans_.begin();
    verdict.base_open = open_share(statistics_.front());
    verdict.other_open = open_share(statistics_[static_cast<std::size_t>(lane)]);
  }
  goal_.report(so_far(), names_, confidence_, result);
  report_expectations(result);
  result.warnings.insert(result.warnings.end(), batch_warnings_.begin(), batch_warnings_.end());
  const std::vector<std::string> churn = churn_warnings(statistics_, scenario_.world, name(0));
  result.warnings.insert(result.warnings.end(), churn.begin(), churn.end());
  for (std::size_t lane = 0; lane < plans_.size(); ++lane) {
    const std::vector<std::string> leftovers =
        leftover_warnings(statistics_[lane], scenario_.world, mode, name(lane));
    result.warnings.insert(result.warnings.end(), leftovers.begin(), leftovers.end());
    if (lane == 0) continue;
    std::string open = open_issues_warning(statistics_[0], statistics_[lane], name(0), name(lane));
    if (!open.empty()) result.warnings.push_back(std::move(open));
  }
}

void PlanGroup::report_expectations(Result& result) {
  for (std::size_t i = 0; i < scenario_.expectations.size(); ++i) {
    const Expectation& expectation = scenario_.expectations[i];
    const Metric* named = find_metric(expectation.metric);
    const Metric* metric =
        named == nullptr ? nullptr : &resolve_metric(*named, scenario_.score.service_level);
    for (std::size_t lane = 0; lane < plans_.size(); ++lane) {
      if (expectation.plan && *expectation.plan != plans_[lane]) continue;
      ExpectationOutcome outcome{i, plans_[lane], {}, ExpectationStatus::undecided};
      const std::optional<std::size_t> row =
          expected_row(expectation, scenario_, plans_[lane], statistics_[lane].layout());
      if (metric != nullptr && row) {
        outcome.estimate = statistics_[lane].total(*metric, *row, confidence_);
      }
      // Stopped before the first replication: nothing is known yet, which is not a verdict.
      if (statistics_[lane].replications() > 0) {
        outcome.status = judge(outcome.estimate, expectation.comparison, expectation.bound);
      }
      result.expectations.push_back(outcome);
    }
  }
}

}  // namespace holdline
