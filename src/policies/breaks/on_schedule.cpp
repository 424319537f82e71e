// Idea: a break begins when it is due, whatever the queue: schedule adherence as
// workforce-management products (Genesys, NICE, Verint) ask of agents.
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class OnSchedule final : public BreakPolicy {
 public:
  BreakDecision decide(const CenterView&, AgentId, const DueBreak&, DrawSequence&) override {
    return {.kind = BreakDecision::Kind::start, .delay = Duration{0}};
  }
};

}  // namespace

PolicyEntry on_schedule_breaks_policy() {
  return {.name = "on_schedule",
          .summary = "A break begins when it is due",
          .parameters = {},
          .factory = make_factory<OnSchedule>(),
          .check = nullptr};
}

}  // namespace holdline
