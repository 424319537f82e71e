// The registry: complete, and closed to malformed entries.
#include "holdline/policies/registry.hpp"

#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "support/catch.hpp"

namespace holdline {
namespace {

class AlwaysSkip final : public BreakPolicy {
 public:
  BreakDecision decide(const CenterView&, AgentId, const DueBreak&, DrawSequence&) override {
    return {.kind = BreakDecision::Kind::skip, .delay = Duration{0}};
  }
};

PolicyEntry outside_entry(std::string name) {
  return {.name = std::move(name),
          .summary = "Every break is lost",
          .parameters = {{.name = "severity",
                          .kind = ParameterKind::number,
                          .unit = "1",
                          .min = 0.0,
                          .max = 10.0,
                          .default_value = 1.0,
                          .help = "How severe."}},
          .factory = [](const ParameterValues&,
                        const PolicySetup&) { return std::make_unique<AlwaysSkip>(); },
          .check = nullptr};
}

/// The message with which the registry refuses an entry; empty if it takes it.
std::string refusal(PolicyRegistry& registry, PolicyEntry entry) {
  try {
    registry.add(std::move(entry));
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

TEST_CASE("every line of policies.def is in the registry under its kind", "[policies][registry]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::size_t lines = 0;
#define HOLDLINE_POLICY(kind, name)                           \
  ++lines;                                                    \
  REQUIRE(registry.find(PolicyKind::kind, #name) != nullptr); \
  CHECK(kind_of(*registry.find(PolicyKind::kind, #name)) == PolicyKind::kind);
#include "policies/policies.def"
#undef HOLDLINE_POLICY
  std::size_t entries = 0;
  for (std::size_t kind = 0; kind < kPolicyKindCount; ++kind) {
    entries += registry.entries(static_cast<PolicyKind>(kind)).size();
  }
  CHECK(entries == lines);
}

TEST_CASE("a policy of another kind or name is not found", "[policies][registry]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  CHECK(registry.find(PolicyKind::breaks, "longest_idle") == nullptr);
  CHECK(registry.find(PolicyKind::routing, "longest_idl") == nullptr);
  CHECK(registry.find(PolicyKind::routing, "") == nullptr);
}

TEST_CASE("an outside policy joins the registry as the built-in ones do", "[policies][registry]") {
  PolicyRegistry registry = PolicyRegistry::built_in();
  registry.add(outside_entry("always_skip"));
  const PolicyEntry* entry = registry.find(PolicyKind::breaks, "always_skip");
  REQUIRE(entry != nullptr);
  CHECK(registry.entries(PolicyKind::breaks).back().name == "always_skip");
  CHECK(registry.find(PolicyKind::staffing, "always_skip") == nullptr);
}

TEST_CASE("a name is taken once in a kind", "[policies][registry]") {
  PolicyRegistry registry = PolicyRegistry::built_in();
  CHECK_THROWS_AS(registry.add(outside_entry("on_schedule")), std::invalid_argument);
  CHECK_NOTHROW(registry.add(outside_entry("longest_idle")));  // of breaks, not of routing
  CHECK(refusal(registry, outside_entry("longest_idle")) ==
        "breaks policy longest_idle: exists already");
}

TEST_CASE("the registry refuses malformed entries and says why", "[policies][registry]") {
  PolicyRegistry registry;
  PolicyEntry entry = outside_entry("fine");
  ParameterSpec& spec = entry.parameters[0];
  std::string expected;
  SECTION("a name that is no word") {
    entry.name = "Not A Word";
    expected = "is not a word";
  }
  SECTION("no name") {
    entry.name.clear();
    expected = "is not a word";
  }
  SECTION("no summary") {
    entry.summary.clear();
    expected = "no summary";
  }
  SECTION("no factory") {
    entry.factory =
        std::function<std::unique_ptr<BreakPolicy>(const ParameterValues&, const PolicySetup&)>{};
    expected = "no factory";
  }
  SECTION("a parameter without a name") {
    spec.name = "";
    expected = "is not a word";
  }
  SECTION("a parameter without help") {
    spec.help = "";
    expected = "no help";
  }
  SECTION("a number without a unit") {
    spec.unit = "";
    expected = "no unit";
  }
  SECTION("a default of another type") {
    spec.default_value = std::int64_t{1};
    expected = "another type";
  }
  SECTION("a default out of bounds") {
    spec.default_value = 10.5;
    expected = "out of 0 to 10";
  }
  SECTION("a default that is no number") {
    spec.default_value = std::numeric_limits<double>::quiet_NaN();
    expected = "out of 0 to 10";
  }
  SECTION("a list with one value out of bounds") {
    spec.kind = ParameterKind::duration_list;
    spec.default_value = std::vector<Duration>{kSecond, 11 * kSecond};
    expected = "default 11 is out of";
  }
  SECTION("bounds the wrong way round") {
    spec.min = 20.0;
    expected = "hold nothing";
  }
  SECTION("a share beyond one") {
    spec.kind = ParameterKind::share;
    expected = "a share lies in 0 to 1";
  }
  SECTION("a boolean with a unit") {
    spec.kind = ParameterKind::boolean;
    spec.default_value = true;
    expected = "has no unit";
  }
  SECTION("a source nobody knows") {
    spec.source = "rumour";
    expected = "is none of data, paper, vendor, assumed";
  }
  SECTION("a source without a range around the default") {
    spec.source = "paper";
    expected = "range 0 to 0 is not within bounds around the default 1";
  }
  SECTION("a range beyond the bounds") {
    spec.source = "vendor";
    spec.high = 10.5;
    expected = "range 0 to 10.5 is not";
  }
  SECTION("a source of what is no number") {
    spec.kind = ParameterKind::duration;
    spec.default_value = kSecond;
    spec.source = "assumed";
    expected = "neither a number nor a share";
  }
  SECTION("a source of a boolean") {
    spec.kind = ParameterKind::boolean;
    spec.unit = "";
    spec.default_value = true;
    spec.source = "assumed";
    expected = "neither a number nor a share";
  }
  SECTION("two parameters of one name") {
    entry.parameters.push_back(entry.parameters[0]);
    expected = "named twice";
  }
  SECTION("defaults that do not fit together") {
    entry.check = [](const ParameterValues&) { return std::string("severity: too mild"); };
    expected = "defaults: severity: too mild";
  }
  const std::string message = refusal(registry, std::move(entry));
  INFO(message);
  CHECK(message.find(expected) != std::string::npos);
  CHECK(registry.entries(PolicyKind::breaks).empty());
}

TEST_CASE("defaults by contact type are spread over all types", "[policies][registry]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  const PolicyEntry* entry = registry.find(PolicyKind::routing, "longest_weighted_wait");
  REQUIRE(entry != nullptr);
  const ParameterValues values = default_values(entry->parameters, 3);
  REQUIRE(values.size() == 1);
  CHECK(std::get<std::vector<double>>(values[0]) == std::vector<double>{1.0, 1.0, 1.0});
}

}  // namespace
}  // namespace holdline
