// Idea: when too many of those on shift have nothing to do, some go home without pay for the rest
// of their shift: "voluntary time off" or "early release" of United States workforce management.
#include <algorithm>

#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class SendHomeWhenIdle final : public StaffingPolicy {
 public:
  explicit SendHomeWhenIdle(const ParameterValues& values)
      : review_period_(std::get<Duration>(values[0])),
        idle_share_(std::get<double>(values[1])),
        at_once_(std::get<std::int64_t>(values[2])),
        keep_(std::get<std::int64_t>(values[3])) {}

  Duration review_period() const override { return review_period_; }

  std::uint32_t send_home(const CenterView& center, AgentGroupId id, DrawSequence&) override {
    const AgentGroupView& group = center.agent_groups[id.index()];
    const auto on_shift = static_cast<std::int64_t>(group.on_shift);
    const auto idle = static_cast<std::int64_t>(group.idle.size());
    if (static_cast<double>(idle) <= idle_share_ * static_cast<double>(on_shift)) return 0;
    const std::int64_t leaving = std::min({at_once_, idle, on_shift - keep_});
    return static_cast<std::uint32_t>(std::max(std::int64_t{0}, leaving));
  }

 private:
  Duration review_period_;
  double idle_share_;
  std::int64_t at_once_;
  std::int64_t keep_;
};

}  // namespace

PolicyEntry send_home_when_idle_staffing_policy() {
  return {.name = "send_home_when_idle",
          .summary = "At each review, when many are idle, some go home unpaid",
          .parameters = {{.name = "review_period",
                          .kind = ParameterKind::duration,
                          .unit = "s",
                          .min = 60.0,
                          .max = 86400.0,
                          .default_value = 15 * kMinute,
                          .help = "Time between two reviews."},
                         {.name = "idle_share",
                          .kind = ParameterKind::share,
                          .unit = "1",
                          .min = 0.0,
                          .max = 1.0,
                          .default_value = 0.3,
                          .help = "Somebody goes when more than this share of the agents on shift "
                                  "is idle."},
                         {.name = "at_once",
                          .kind = ParameterKind::integer,
                          .unit = "agents",
                          .min = 1.0,
                          .max = 1e6,
                          .default_value = std::int64_t{1},
                          .help = "Most agents of a group sent home at one review."},
                         {.name = "keep",
                          .kind = ParameterKind::integer,
                          .unit = "agents",
                          .min = 0.0,
                          .max = 1e6,
                          .default_value = std::int64_t{1},
                          .help = "Agents of a group who stay whatever happens."}},
          .factory = make_factory<SendHomeWhenIdle>(),
          .check = nullptr};
}

}  // namespace holdline
