// What is a slip in a plan's patch or override, and what only looks like one.
#include <string>
#include <vector>

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;
using Catch::Matchers::Contains;

namespace {

/// Two types of which one begins with a digit, two groups of nearly one name.
std::string with_patch(const std::string& patch) {
  return R"(holdline: 1
name: slips
world:
  contact_types:
    phone: {arrivals: {poisson: {rate: 6/h}}, handle_time: {exponential: {mean: 4m}}, patience: {exponential: {mean: 4m}}}
    2nd line: {arrivals: {poisson: {rate: 6/h}}, handle_time: {exponential: {mean: 4m}}, patience: {exponential: {mean: 4m}}}
plan:
  queue_limit: {phone: 50, 2nd line: 20}
  agent_groups:
    team_a: {agents: 4, skills: [phone, 2nd line]}
    team_b: {agents: 4, skills: [phone], absence: {sick: {probability: 4%}}}
plans:
  lean: {)" +
         patch +
         R"(}
  rich: {}
)";
}

std::string told(const std::string& text, const std::vector<Override>& overrides = {}) {
  std::string all;
  for (const Diagnostic& diagnostic : load_text(text, overrides).diagnostics) {
    all += to_string(diagnostic) + "\n";
  }
  return all;
}

std::string told_of_override(const std::string& path, const std::string& value) {
  return told(with_patch(""), {{path, value}});
}

}  // namespace

TEST_CASE("null removes what the base has, whatever its name begins with", "[scenario][plans]") {
  const LoadResult flow = load_text(with_patch("queue_limit: {phone: 30, 2nd line: null}"));
  REQUIRE(flow.scenario.has_value());
  CHECK(flow.diagnostics.empty());
  CHECK_THAT(told(with_patch("queue_limit: {phone: 3,5}")),
             Contains("expected one number, found `3,5`"));
}

TEST_CASE("an override of what only the base has is no new name", "[scenario][plans][set]") {
  CHECK(told_of_override("plans.lean.agent_groups.team_b.wage", "30 EUR/h").empty());
  CHECK_THAT(told_of_override("plans.lean.agent_groups.team_b.wage", "much"),
             Contains("expected money per hour") && !Contains("did you mean"));
  CHECK_THAT(told_of_override("plans.lean.agent_groups.team_b.absence.sickk.probability", "8%"),
             Contains("this adds `sickk` beside `sick`; did you mean `sick`?"));
  CHECK(told_of_override("plans.lean.agent_groups.team_b.absence.sick.probability", "8%").empty());
}

TEST_CASE("an override that takes a part of the base from the plans changes something",
          "[scenario][plans][set]") {
  std::string text = with_patch("queue_limit: {phone: 30}");
  text.replace(text.find("rich: {}"), 8, "rich: {queue_limit: {phone: 40}}");
  CHECK(load_text(text, std::vector<Override>{{"plan.queue_limit", "60"}}).overruled.empty());
  const auto phone = std::vector<Override>{{"plan.queue_limit.phone", "60"}};
  REQUIRE(load_text(text, phone).overruled.size() == 1);
  CHECK(load_text(text, phone).overruled[0].by.size() == 2);
}

TEST_CASE("a cause of absence that takes the place of another is not beside it",
          "[scenario][plans]") {
  const std::string group = "agent_groups: {team_b: {absence: {";
  CHECK(told(with_patch(group + "sick: null, sock: {probability: 3%}}}}")).empty());
  CHECK_THAT(told(with_patch(group + "sock: {probability: 3%}}}}")),
             Contains("this adds `sock` beside the base plan's `sick`"));
}

TEST_CASE("an empty part over a number is told", "[scenario][plans]") {
  std::string text = with_patch("queue_limit: {}");
  const std::string limits = "queue_limit: {phone: 50, 2nd line: 20}";
  CHECK_THAT(told(text), Contains("this changes nothing of the base plan's"));
  text.replace(text.find(limits), limits.size(), "queue_limit: 7");
  CHECK_THAT(told(text), Contains("this does without the base plan's, though it is empty"));
}
