// Idea: the monitored centre: breaks and meals up to a total for each shift, and none while the
// queue is long; what is refused is lost. Trainings and meetings, which the centre orders itself,
// take place. After the break caps that agents of cost-centre sites report; no product's name is
// known to us for it.
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Limit final : public BreakPolicy {
 public:
  explicit Limit(const ParameterValues& values)
      : total_(std::get<Duration>(values[0])), queue_length_(std::get<std::int64_t>(values[1])) {}

  BreakDecision decide(const CenterView& center, AgentId agent, const DueBreak& due,
                       DrawSequence&) override {
    const bool is_rest = due.kind == AgentState::on_break || due.kind == AgentState::meal;
    const bool is_spent = center.agents[agent.index()].break_taken + due.length > total_;
    const bool is_busy_centre = static_cast<std::int64_t>(center.waiting) > queue_length_;
    const bool is_refused = is_rest && (is_spent || is_busy_centre);
    return {.kind = is_refused ? BreakDecision::Kind::skip : BreakDecision::Kind::start,
            .delay = Duration{0}};
  }

 private:
  Duration total_;
  std::int64_t queue_length_;
};

}  // namespace

PolicyEntry limit_breaks_policy() {
  return {.name = "limit",
          .summary = "Breaks and meals up to a total for each shift, none while the queue is long",
          .parameters = {{.name = "total",
                          .kind = ParameterKind::duration,
                          .unit = "s",
                          .min = 0.0,
                          .max = 86400.0,
                          .default_value = 60 * kMinute,
                          .help = "Most break time of an agent in one shift; a break that would "
                                  "pass it is refused."},
                         {.name = "queue_length",
                          .kind = ParameterKind::integer,
                          .unit = "contacts",
                          .min = 0.0,
                          .max = 1e6,
                          .default_value = std::int64_t{10},
                          .help = "A break is refused while more contacts than this wait."}},
          .factory = make_factory<Limit>(),
          .check = nullptr};
}

}  // namespace holdline
