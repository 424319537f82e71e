// What each routing policy chooses, in centres set up by hand.
#include <memory>
#include <string_view>
#include <vector>

#include "holdline/policies/registry.hpp"
#include "support/catch.hpp"
#include "support/staged_center.hpp"

namespace holdline {
namespace {

using test::StagedCenter;

constexpr ContactTypeId kFirstType{0};
constexpr ContactTypeId kSecondType{1};

/// A routing policy of two contact types and two groups, with values given or its defaults.
std::unique_ptr<RoutingPolicy> make(std::string_view name, const ParameterValues& values = {}) {
  static const PolicyRegistry registry = PolicyRegistry::built_in();
  const PolicyEntry* entry = registry.find(PolicyKind::routing, name);
  REQUIRE(entry != nullptr);
  const PolicySetup setup{.contact_type_count = 2, .agent_count = 6, .agent_group_count = 2};
  using Factory =
      std::function<std::unique_ptr<RoutingPolicy>(const ParameterValues&, const PolicySetup&)>;
  return std::get<Factory>(entry->factory)(
      values.empty() ? default_values(entry->parameters, 2) : values, setup);
}

DrawSequence draws(std::uint64_t index = 0) {
  return {make_stream_key(1, Purpose::routing, ""), 0, index};
}

Time at(int minutes) { return Time{8 * kHour + minutes * kMinute}; }

std::size_t agent_of(RoutingPolicy& policy, const StagedCenter& center,
                     std::vector<AgentGroupId> groups = {AgentGroupId{0}, AgentGroupId{1}}) {
  DrawSequence sequence = draws();
  return policy.choose_agent(center.view(), kFirstType, groups, sequence).index();
}

std::size_t contact_of(RoutingPolicy& policy, const std::vector<QueueHead>& heads) {
  StagedCenter center({1}, 2, IdleOrder::longest_idle);
  center.now = at(60);
  DrawSequence sequence = draws();
  return policy.choose_contact(center.view(), AgentId{0}, heads, sequence);
}

QueueHead head(ContactTypeId type, Time since, std::uint32_t priority = 1,
               std::uint32_t preference = 1) {
  return {.type = type, .since = since, .priority = priority, .preference = preference};
}

TEST_CASE("the default order takes priority before the wait", "[policies][routing]") {
  const auto* name = GENERATE("priority_then_longest_wait", "fewest_calls", "top_down", "widening");
  const auto policy = make(name);
  CHECK(contact_of(*policy, {head(kFirstType, at(0), 2), head(kSecondType, at(5), 1)}) == 1);
  CHECK(contact_of(*policy, {head(kFirstType, at(6), 1), head(kSecondType, at(5), 1)}) == 1);
  CHECK(contact_of(*policy, {head(kFirstType, at(5), 1), head(kSecondType, at(5), 1)}) == 0);
}

TEST_CASE("longest_idle takes the longest wait whatever the priority", "[policies][routing]") {
  const auto policy = make("longest_idle");
  CHECK(contact_of(*policy, {head(kFirstType, at(0), 2), head(kSecondType, at(5), 1)}) == 0);
  CHECK(contact_of(*policy, {head(kFirstType, at(6), 1), head(kSecondType, at(5), 2)}) == 1);
}

TEST_CASE("longest_idle takes the agent idle longest of all groups", "[policies][routing]") {
  const auto policy = make("longest_idle");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  center.make_idle(4, at(1), *policy);
  center.make_idle(2, at(2), *policy);
  center.make_idle(0, at(3), *policy);
  CHECK(agent_of(*policy, center) == 4);
  CHECK(agent_of(*policy, center, {AgentGroupId{0}}) == 2);
  center.make_busy(4);
  CHECK(agent_of(*policy, center, {AgentGroupId{0}}) == 2);
}

TEST_CASE("of agents idle equally long the lowest number is taken", "[policies][routing]") {
  const auto policy = make("longest_idle");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  center.make_idle(1, at(1), *policy);
  center.make_idle(3, at(1), *policy);
  CHECK(agent_of(*policy, center) == 1);
  CHECK(agent_of(*policy, center, {AgentGroupId{1}, AgentGroupId{0}}) == 1);
}

TEST_CASE("top_down takes the lowest number", "[policies][routing]") {
  const auto policy = make("top_down");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  center.make_idle(5, at(1), *policy);
  center.make_idle(2, at(2), *policy);
  center.make_idle(1, at(3), *policy);
  CHECK(agent_of(*policy, center) == 1);
  CHECK(agent_of(*policy, center, {AgentGroupId{1}}) == 5);
}

TEST_CASE("round_robin goes on after the agent chosen last", "[policies][routing]") {
  const auto policy = make("round_robin");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  for (const std::size_t each : {0u, 1u, 2u}) center.make_idle(each, at(1), *policy);
  const std::vector<AgentGroupId> first{AgentGroupId{0}};
  CHECK(agent_of(*policy, center, first) == 0);
  CHECK(agent_of(*policy, center, first) == 1);
  CHECK(agent_of(*policy, center, first) == 2);
  CHECK(agent_of(*policy, center, first) == 0);
  center.make_busy(1);
  CHECK(agent_of(*policy, center, first) == 2);
}

TEST_CASE("round_robin takes groups in turn", "[policies][routing]") {
  const auto policy = make("round_robin");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  for (const std::size_t each : {0u, 1u, 3u, 4u}) center.make_idle(each, at(1), *policy);
  CHECK(agent_of(*policy, center) == 0);
  CHECK(agent_of(*policy, center) == 3);
  CHECK(agent_of(*policy, center) == 1);
  CHECK(agent_of(*policy, center) == 4);
}

TEST_CASE("fewest_calls takes the agent with the fewest contacts of the shift",
          "[policies][routing]") {
  const auto policy = make("fewest_calls");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  const std::vector<std::uint32_t> contacts{7, 4, 5, 9, 3, 4};
  for (std::size_t i = 0; i < 6; ++i) {
    center.agent(i).contacts_today = contacts[i];
    center.make_idle(i, at(static_cast<int>(i)), *policy);
  }
  CHECK(agent_of(*policy, center) == 4);
  CHECK(agent_of(*policy, center, {AgentGroupId{0}}) == 1);
  center.make_busy(4);
  CHECK(agent_of(*policy, center) == 1);  // of 1 and 5, equal, the lower number
}

TEST_CASE("least_occupied takes the agent with the least busy share of her own shift",
          "[policies][routing]") {
  const auto policy = make("least_occupied");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  const auto set = [&](std::size_t index, int shift_start_min, int busy_min, int break_min) {
    center.agent(index).shift_start = at(shift_start_min);
    center.agent(index).busy_today = busy_min * kMinute;
    center.agent(index).break_taken = break_min * kMinute;
    center.make_idle(index, at(100), *policy);
  };
  set(0, 0, 60, 0);   // 60 %
  set(1, 60, 20, 0);  // 50 % of 40 minutes
  set(2, 0, 48, 4);   // 50 % of 96 minutes
  set(3, 0, 45, 20);  // 56 %: less busy time, but breaks do not count
  CHECK(agent_of(*policy, center, {AgentGroupId{0}}) == 1);
  CHECK(agent_of(*policy, center, {AgentGroupId{1}}) == 3);
  CHECK(agent_of(*policy, center) == 1);
  center.make_idle(4, at(100), *policy);
  center.agent(4).shift_start = at(100);  // has just begun: not occupied at all
  CHECK(agent_of(*policy, center) == 4);
}

TEST_CASE("random chooses every idle agent about equally often", "[policies][routing]") {
  const auto policy = make("random");
  StagedCenter center({3, 3}, 2, policy->idle_order());
  for (const std::size_t each : {0u, 2u, 3u, 4u, 5u}) center.make_idle(each, at(1), *policy);
  const std::vector<AgentGroupId> both{AgentGroupId{0}, AgentGroupId{1}};
  std::vector<int> chosen(6);
  const int times = 50'000;
  for (int i = 0; i < times; ++i) {
    DrawSequence sequence = draws(static_cast<std::uint64_t>(i));
    ++chosen[policy->choose_agent(center.view(), kFirstType, both, sequence).index()];
  }
  CHECK(chosen[1] == 0);
  for (const std::size_t each : {0u, 2u, 3u, 4u, 5u}) {
    // 5 standard errors of a binomial with p = 1/5: sqrt(50000 * .16) = 89; error 6e-7 each.
    CHECK(std::abs(chosen[each] - times / 5) < 5 * 89);
  }
}

TEST_CASE("skill_priority prefers specialists, then proficiency, then idle time",
          "[policies][routing]") {
  const auto policy = make("skill_priority");
  const auto skill = [](std::size_t group, ContactTypeId type, double proficiency,
                        std::uint32_t preference) {
    return SkillView{.group = AgentGroupId{group},
                     .type = type,
                     .proficiency = proficiency,
                     .preference = preference};
  };
  StagedCenter center({3, 3}, 2, policy->idle_order());
  center.make_idle(1, at(1), *policy);
  center.make_idle(4, at(5), *policy);
  SECTION("the better preference") {
    policy->prepare(std::vector{skill(0, kFirstType, 2.0, 2), skill(1, kFirstType, 1.0, 1)});
    CHECK(agent_of(*policy, center) == 4);
  }
  SECTION("the greater proficiency") {
    policy->prepare(std::vector{skill(0, kFirstType, 1.0, 1), skill(1, kFirstType, 1.1, 1)});
    CHECK(agent_of(*policy, center) == 4);
  }
  SECTION("the longer idle time") {
    policy->prepare(std::vector{skill(0, kFirstType, 1.0, 1), skill(1, kFirstType, 1.0, 1)});
    CHECK(agent_of(*policy, center) == 1);
  }
}

TEST_CASE("skill_priority takes the type the group prefers", "[policies][routing]") {
  const auto policy = make("skill_priority");
  CHECK(contact_of(*policy, {head(kFirstType, at(0), 1, 2), head(kSecondType, at(9), 3, 1)}) == 1);
  CHECK(contact_of(*policy, {head(kFirstType, at(8), 1, 1), head(kSecondType, at(7), 1, 1)}) == 1);
}

TEST_CASE("longest_weighted_wait multiplies waits by weights", "[policies][routing]") {
  const auto policy =
      make("longest_weighted_wait", {ParameterValue{std::vector<double>{1.0, 3.0}}});
  // The clock stands at 60 minutes: 40 x 1 against 15 x 3, then 50 x 1 against 15 x 3.
  CHECK(contact_of(*policy, {head(kFirstType, at(20)), head(kSecondType, at(45))}) == 1);
  CHECK(contact_of(*policy, {head(kFirstType, at(10)), head(kSecondType, at(45))}) == 0);
  CHECK(contact_of(*policy, {head(kFirstType, at(15)), head(kSecondType, at(45))}) == 0);
}

TEST_CASE("widening opens less proficient groups stage by stage", "[policies][routing]") {
  const auto policy =
      make("widening", {ParameterValue{std::vector<Duration>{10 * kSecond, 30 * kSecond}},
                        ParameterValue{std::vector<double>{1.0, 0.5}}});
  const auto eligible = [&](double proficiency) {
    return policy->eligible_after(
        {.group = AgentGroupId{0}, .type = kFirstType, .proficiency = proficiency});
  };
  CHECK(eligible(1.5) == 10 * kSecond);
  CHECK(eligible(1.0) == 10 * kSecond);
  CHECK(eligible(0.9) == 30 * kSecond);
  CHECK(eligible(0.5) == 30 * kSecond);
  CHECK(eligible(0.4) == kForever);
  CHECK(make("longest_idle")->eligible_after({}) == Duration{0});
}

TEST_CASE("widening refuses stages that do not fit together", "[policies][routing]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  const PolicyEntry* entry = registry.find(PolicyKind::routing, "widening");
  const auto check = [&](std::vector<Duration> after, std::vector<double> min_proficiency) {
    return entry->check(
        {ParameterValue{std::move(after)}, ParameterValue{std::move(min_proficiency)}});
  };
  CHECK(check({Duration{0}, kMinute}, {1.0, 0.5}).empty());
  CHECK(check({}, {}) == "after: expected at least one stage");
  CHECK(check({Duration{0}}, {1.0, 0.5}) ==
        "min_proficiency: expected as many values as `after` has");
  CHECK(check({kMinute, kMinute}, {1.0, 0.5}) ==
        "after: expected each stage later than the one before");
  CHECK(check({Duration{0}, kMinute}, {0.5, 0.5}) ==
        "min_proficiency: expected each stage content with less than the one before");
}

}  // namespace
}  // namespace holdline
