// What each break and staffing policy decides, in centres set up by hand.
#include <memory>
#include <string_view>

#include "holdline/policies/registry.hpp"
#include "support/catch.hpp"
#include "support/staged_center.hpp"

namespace holdline {
namespace {

using test::StagedCenter;

constexpr PolicySetup kSetup{.contact_type_count = 1, .agent_count = 10, .agent_group_count = 1};

template <class Policy>
std::unique_ptr<Policy> make(PolicyKind kind, std::string_view name,
                             const ParameterValues& values) {
  static const PolicyRegistry registry = PolicyRegistry::built_in();
  const PolicyEntry* entry = registry.find(kind, name);
  REQUIRE(entry != nullptr);
  using Factory =
      std::function<std::unique_ptr<Policy>(const ParameterValues&, const PolicySetup&)>;
  return std::get<Factory>(entry->factory)(values, kSetup);
}

StagedCenter busy_center(std::uint32_t waiting, Duration break_taken = Duration{0}) {
  StagedCenter center({10}, 1, IdleOrder::longest_idle);
  center.queue(0).length = waiting;
  center.agent(0).break_taken = break_taken;
  return center;
}

DueBreak due(Duration length, AgentState kind = AgentState::on_break) {
  return {
      .kind = kind, .scheduled = Time{8 * kHour}, .length = length, .shift_end = Time{16 * kHour}};
}

BreakDecision decision(BreakPolicy& policy, const StagedCenter& center, const DueBreak& each) {
  DrawSequence draws(make_stream_key(1, Purpose::breaks, ""), 0, 0);
  return policy.decide(center.view(), AgentId{0}, each, draws);
}

TEST_CASE("on_schedule starts every break when due", "[policies][breaks]") {
  const auto policy = make<BreakPolicy>(PolicyKind::breaks, "on_schedule", {});
  CHECK(decision(*policy, busy_center(1000, 5 * kHour), due(kHour)).kind ==
        BreakDecision::Kind::start);
}

TEST_CASE("limit refuses what would pass the total", "[policies][breaks]") {
  const auto policy = make<BreakPolicy>(
      PolicyKind::breaks, "limit", {ParameterValue{30 * kMinute}, ParameterValue{std::int64_t{2}}});
  using Kind = BreakDecision::Kind;
  CHECK(decision(*policy, busy_center(0, 15 * kMinute), due(15 * kMinute)).kind == Kind::start);
  CHECK(decision(*policy, busy_center(0, 16 * kMinute), due(15 * kMinute)).kind == Kind::skip);
  CHECK(decision(*policy, busy_center(0), due(31 * kMinute, AgentState::meal)).kind == Kind::skip);
  CHECK(decision(*policy, busy_center(0, kHour), due(kHour, AgentState::training)).kind ==
        Kind::start);
}

TEST_CASE("limit refuses breaks while the queue is long", "[policies][breaks]") {
  const auto policy = make<BreakPolicy>(
      PolicyKind::breaks, "limit", {ParameterValue{30 * kMinute}, ParameterValue{std::int64_t{2}}});
  using Kind = BreakDecision::Kind;
  CHECK(decision(*policy, busy_center(2), due(kMinute)).kind == Kind::start);
  CHECK(decision(*policy, busy_center(3), due(kMinute)).kind == Kind::skip);
  CHECK(decision(*policy, busy_center(3), due(kMinute, AgentState::meeting)).kind == Kind::start);
}

TEST_CASE("defer_when_busy asks again while busy, at most until the longest delay",
          "[policies][breaks]") {
  const auto policy = make<BreakPolicy>(
      PolicyKind::breaks, "defer_when_busy",
      {ParameterValue{std::int64_t{2}}, ParameterValue{10 * kMinute}, ParameterValue{4 * kMinute}});
  StagedCenter center = busy_center(3);
  const auto after = [&](Duration since_due) {
    center.now = Time{8 * kHour} + since_due;
    return decision(*policy, center, due(kMinute));
  };
  using Kind = BreakDecision::Kind;
  CHECK(after(Duration{0}).kind == Kind::ask_again);
  CHECK(after(Duration{0}).delay == 4 * kMinute);
  CHECK(after(8 * kMinute).delay == 2 * kMinute);
  CHECK(after(10 * kMinute - Duration{1}).delay == kSecond);
  CHECK(after(10 * kMinute).kind == Kind::start);
  center.queue(0).length = 2;
  CHECK(after(kMinute).kind == Kind::start);
}

std::uint32_t sent_home(StaffingPolicy& policy, std::size_t idle, std::size_t busy) {
  StagedCenter center({10}, 1, IdleOrder::longest_idle);
  class Neutral final : public RoutingPolicy {
  } neutral;
  for (std::size_t i = 0; i < idle; ++i) center.make_idle(i, center.now, neutral);
  for (std::size_t i = idle; i < idle + busy; ++i) center.make_busy(i);
  DrawSequence draws(make_stream_key(1, Purpose::staffing, ""), 0, 0);
  return policy.send_home(center.view(), AgentGroupId{0}, draws);
}

TEST_CASE("fixed_roster is never asked and sends nobody home", "[policies][staffing]") {
  const auto policy = make<StaffingPolicy>(PolicyKind::staffing, "fixed_roster", {});
  CHECK(policy->review_period() == Duration{0});
  CHECK(sent_home(*policy, 10, 0) == 0);
}

TEST_CASE("send_home_when_idle acts above the share and keeps a minimum", "[policies][staffing]") {
  const auto policy =
      make<StaffingPolicy>(PolicyKind::staffing, "send_home_when_idle",
                           {ParameterValue{10 * kMinute}, ParameterValue{0.4},
                            ParameterValue{std::int64_t{3}}, ParameterValue{std::int64_t{4}}});
  CHECK(policy->review_period() == 10 * kMinute);
  CHECK(sent_home(*policy, 4, 6) == 0);  // exactly the share: nobody
  CHECK(sent_home(*policy, 5, 5) == 3);
  CHECK(sent_home(*policy, 3, 3) == 2);  // down to the four kept
  CHECK(sent_home(*policy, 2, 0) == 0);  // already below
  CHECK(sent_home(*policy, 0, 0) == 0);
}

}  // namespace
}  // namespace holdline
