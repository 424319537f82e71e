#include "experiment/plan_runner.hpp"

namespace holdline {

PlanRunner::Lane::Lane(const Scenario& scenario, PlanId plan, RecordSink* trace)
    : simulation(scenario, plan), scorer(scenario, plan) {
  if (trace != nullptr) tee = std::make_unique<TeeSink>(scorer, *trace);
}

PlanRunner::PlanRunner(const Scenario& scenario, std::span<const PlanId> plans,
                       const ExperimentSpec& spec)
    : scenario_(scenario), plans_(plans), spec_(spec), lanes_(plans.size()) {}

bool PlanRunner::run(std::uint32_t replication, std::size_t lane, Scorecard& card) {
  std::unique_ptr<Lane>& own = lanes_[lane];
  if (!own) {
    const PlanId plan = plans_[lane];
    own = std::make_unique<Lane>(scenario_, plan, plan == spec_.trace_plan ? spec_.trace : nullptr);
  }
  RecordSink& sink = own->tee ? static_cast<RecordSink&>(*own->tee) : own->scorer;
  own->simulation.run({scenario_.experiment.seed, replication}, sink, spec_.stop);
  own->scorer.finish(card);
  // Whether the run saw the request or just ended before it cannot be told apart here: a run that
  // may be cut is not counted.
  return spec_.stop == nullptr || !spec_.stop->load(std::memory_order_relaxed);
}

}  // namespace holdline
