// Idea: a break waits while the centre is busy, but not for ever: asked again from time to time, it
// begins at the latest `max_delay` after it was due. What intraday managers do by hand, and
// "dynamic breaks" of intraday automation (Intradiem) do by rule.
#include <algorithm>

#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class DeferWhenBusy final : public BreakPolicy {
 public:
  explicit DeferWhenBusy(const ParameterValues& values)
      : queue_length_(std::get<std::int64_t>(values[0])),
        max_delay_(std::get<Duration>(values[1])),
        ask_every_(std::get<Duration>(values[2])) {}

  BreakDecision decide(const CenterView& center, AgentId, const DueBreak& due,
                       DrawSequence&) override {
    const Duration left = due.scheduled + max_delay_ - center.now;
    if (static_cast<std::int64_t>(center.waiting) <= queue_length_ || left <= Duration{0}) {
      return {.kind = BreakDecision::Kind::start, .delay = Duration{0}};
    }
    return {.kind = BreakDecision::Kind::ask_again,
            .delay = std::max(kSecond, std::min(left, ask_every_))};
  }

 private:
  std::int64_t queue_length_;
  Duration max_delay_;
  Duration ask_every_;
};

}  // namespace

PolicyEntry defer_when_busy_breaks_policy() {
  return {.name = "defer_when_busy",
          .summary = "A break waits while the queue is long, up to a longest delay",
          .parameters = {{.name = "queue_length",
                          .kind = ParameterKind::integer,
                          .unit = "contacts",
                          .min = 0.0,
                          .max = 1e6,
                          .default_value = std::int64_t{0},
                          .help = "The break waits while more contacts than this wait."},
                         {.name = "max_delay",
                          .kind = ParameterKind::duration,
                          .unit = "s",
                          .min = 0.0,
                          .max = 86400.0,
                          .default_value = 30 * kMinute,
                          .help = "Longest delay; then the break begins, busy or not."},
                         {.name = "ask_every",
                          .kind = ParameterKind::duration,
                          .unit = "s",
                          .min = 1.0,
                          .max = 3600.0,
                          .default_value = 1 * kMinute,
                          .help = "How often to look at the queue again."}},
          .factory = make_factory<DeferWhenBusy>(),
          .check = nullptr};
}

}  // namespace holdline
