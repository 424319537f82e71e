// Idea: begin with the best and widen the circle while the contact waits: each stage, from a time
// on, is content with less proficiency. "Bullseye routing" of Genesys, "expanding tiers" of
// FreeSWITCH (tier-rule-wait-second), penalty changes of Asterisk (queuerules).
#include <utility>
#include <vector>

#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Widening final : public RoutingPolicy {
 public:
  explicit Widening(const ParameterValues& values)
      : after_(std::get<std::vector<Duration>>(values[0])),
        min_proficiency_(std::get<std::vector<double>>(values[1])) {}

  Duration eligible_after(const SkillView& skill) const override {
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (skill.proficiency >= min_proficiency_[i]) return after_[i];
    }
    return kForever;
  }

 private:
  std::vector<Duration> after_;
  std::vector<double> min_proficiency_;
};

std::string check(const ParameterValues& values) {
  const auto& after = std::get<std::vector<Duration>>(values[0]);
  const auto& min_proficiency = std::get<std::vector<double>>(values[1]);
  if (after.empty()) return "after: expected at least one stage";
  if (after.size() != min_proficiency.size()) {
    return "min_proficiency: expected as many values as `after` has";
  }
  for (std::size_t i = 1; i < after.size(); ++i) {
    if (after[i] <= after[i - 1]) return "after: expected each stage later than the one before";
    if (min_proficiency[i] >= min_proficiency[i - 1]) {
      return "min_proficiency: expected each stage content with less than the one before";
    }
  }
  return {};
}

}  // namespace

PolicyEntry widening_routing_policy() {
  return {.name = "widening",
          .summary = "Groups of less proficiency become eligible as the contact waits (bullseye)",
          .parameters = {{.name = "after",
                          .kind = ParameterKind::duration_list,
                          .unit = "s",
                          .min = 0.0,
                          .max = 86400.0,
                          .default_value =
                              std::vector<Duration>{Duration{0}, 20 * kSecond, 40 * kSecond},
                          .help = "When each stage begins, in time waited; rising."},
                         {.name = "min_proficiency",
                          .kind = ParameterKind::number_list,
                          .unit = "1",
                          .min = 0.0,
                          .max = 100.0,
                          .default_value = std::vector<double>{1.0, 0.8, 0.0},
                          .help = "The least proficiency each stage is content with; falling."}},
          .factory = make_factory<Widening>(),
          .check = check};
}

}  // namespace holdline
