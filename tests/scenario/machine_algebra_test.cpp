// The algebra of the machine against cases worked out by hand.
#include "holdline/scenario/machine_algebra.hpp"

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

constexpr ContactTypeId kPhone{std::size_t{0}};
constexpr ContactTypeId kChat{std::size_t{1}};

/// Issue types: balance (phone and chat) and move (phone); `plan` and `behaviour` as given.
Scenario center(const std::string& machine, const std::string& behaviour) {
  const std::string text = R"(holdline: 1
name: A machine
world:
  contact_types:
    phone: {arrivals: {poisson: {rate: 1/h}}, handle_time: {exponential: {mean: 3m}}}
    chat: {handle_time: {exponential: {mean: 6m}}}
  customers:
    segments:
      fond: {count: 3000, trust: 90%, self_service_factor: 2, channels: {chat: 0}}
      wary: {count: 1000, trust: 10%}
  issues:
    balance: {per_customer: 2/year, contact_types: {phone: 50%, chat: 50%}}
    move: {per_customer: 1/year, contact_type: phone}
  behaviour: )" + behaviour +
                           "\nplan:\n  agent_groups: {desk: {agents: 9, skills: [phone, chat]}}\n"
                           "  self_service: " +
                           machine + "\n";
  const LoadResult result = load_text(text);
  REQUIRE(result.scenario.has_value());
  return *result.scenario;
}

MachineExpectation at(const Scenario& scenario, ContactTypeId type, std::uint32_t need) {
  return expect_machine(scenario.plans[0].self_service, scenario.world, type, need);
}

}  // namespace

TEST_CASE("a forced machine is tried by all and resolves by issue and segment",
          "[scenario][machine]") {
  const Scenario scenario = center(
      "{mode: forced_first, duration: {uniform: {min: 20s, max: 40s}}, success: 60%, "
      "success_by_issue: {balance: 20%}}",
      "{}");
  // By phone 3000 fond of factor 2 and, half of 1000 wary ones coming by chat, 500 of factor 1.
  const MachineExpectation balance = at(scenario, kPhone, 0);
  CHECK(balance.tries == 1.0);
  CHECK(balance.time_s == Approx(30.0));
  CHECK(balance.contained == Approx((3000.0 * 0.4 + 500.0 * 0.2) / 3500.0));
  CHECK(balance.hung_up == 0.0);
  CHECK(balance.goes_on == Approx(1.0 - balance.contained));
  // Twice 60 % is certain.
  CHECK(at(scenario, kPhone, 1).contained == Approx(0.75 * 1.0 + 0.25 * 0.6));
  CHECK(at(scenario, kChat, 0).contained == Approx(0.2));
}

TEST_CASE("an optional machine is tried by trust, and by half of that unknown",
          "[scenario][machine]") {
  const Scenario scenario =
      center("{mode: optional, duration: {deterministic: {value: 60s}}, success: 50%}",
             "{self_service: {acceptance: 60%}}");
  // min(1, .6 x 2 x .9) = 1 and .12.
  const MachineExpectation move = at(scenario, kPhone, 1);
  CHECK(move.tries == Approx(0.75 * 1.0 + 0.25 * 0.12));
  CHECK(move.time_s == Approx(60.0 * move.tries));
  CHECK(move.contained == Approx(0.75 * 1.0 + 0.25 * 0.12 * 0.5));
  const MachineExpectation unknown = at(scenario, kPhone, 2);
  CHECK(unknown.tries == Approx(0.6));
  CHECK(unknown.contained == Approx(0.3));
}

TEST_CASE("who hangs up on the machine is not helped by it", "[scenario][machine]") {
  const Scenario scenario =
      center("{mode: forced_first, duration: {exponential: {mean: 100s}}, success: 50%}",
             "{menu: {hang_up: 12/h}}");
  // A hazard of 1/300 s against an end of 1/100 s: a quarter hang up, after 75 s on average.
  const MachineExpectation unknown = at(scenario, kPhone, 2);
  CHECK(unknown.time_s == Approx(75.0));
  CHECK(unknown.hung_up == Approx(0.25));
  CHECK(unknown.contained == Approx(0.375));
  CHECK(unknown.goes_on == Approx(0.375));
}

TEST_CASE("the needs of a machine are those of its contact types", "[scenario][machine]") {
  const std::string rest = "duration: {deterministic: {value: 60s}}, success: 50%}";
  const auto needs = [&](const std::string& beginning) {
    const Scenario scenario = center(beginning + rest, "{}");
    return machine_needs(scenario.plans[0].self_service, scenario.world);
  };
  CHECK(needs("{mode: none, ").empty());
  const std::vector<MenuNeed> chat = needs("{mode: optional, contact_types: [chat], ");
  REQUIRE(chat.size() == 1);
  CHECK(chat[0].contact_type == kChat);
  CHECK(chat[0].need == 0);
  // Balance by phone and by chat, move by phone, and phone's own arrivals.
  CHECK(needs("{mode: optional, ").size() == 4);
}
