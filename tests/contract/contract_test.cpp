// Every registered policy against the contract of its kind; and bad ones, to see them caught.
#include <memory>
#include <string_view>

#include "contract/contract_checks.hpp"
#include "support/catch.hpp"

namespace holdline {
namespace {

constexpr std::uint64_t kCentres = 60;

std::vector<PolicyKind> all_kinds() {
  std::vector<PolicyKind> kinds;
  for (std::size_t kind = 0; kind < kPolicyKindCount; ++kind) {
    kinds.push_back(static_cast<PolicyKind>(kind));
  }
  return kinds;
}

TEST_CASE("every registered policy keeps the contract of its kind in random centres",
          "[contract]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  for (const PolicyKind kind : all_kinds()) {
    REQUIRE_FALSE(registry.entries(kind).empty());
    for (const PolicyEntry& entry : registry.entries(kind)) {
      for (std::uint64_t seed = 1; seed <= kCentres; ++seed) {
        REQUIRE(test::breaches(entry, seed) == std::vector<std::string>{});
      }
    }
  }
}

TEST_CASE("every registered policy has a well-formed table and says what it does", "[contract]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  for (const PolicyKind kind : all_kinds()) {
    for (const PolicyEntry& entry : registry.entries(kind)) {
      INFO(to_string(kind) << " " << entry.name);
      CHECK(find_malformed(entry) == "");
      CHECK(kind_of(entry) == kind);
      CHECK(entry.summary.back() != '.');
      for (const ParameterSpec& spec : entry.parameters) {
        INFO(spec.name);
        CHECK(spec.help.back() == '.');
        if (spec.kind == ParameterKind::duration || spec.kind == ParameterKind::duration_list) {
          CHECK(spec.unit == "s");
        }
        if (spec.kind == ParameterKind::share) CHECK(spec.unit == "1");
      }
    }
  }
}

TEST_CASE("every number of an outcome policy has a source, and no other policy's has",
          "[contract]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  for (const PolicyKind kind : all_kinds()) {
    const bool is_outcome =
        kind != PolicyKind::routing && kind != PolicyKind::breaks && kind != PolicyKind::staffing;
    for (const PolicyEntry& entry : registry.entries(kind)) {
      for (const ParameterSpec& spec : entry.parameters) {
        INFO(to_string(kind) << " " << entry.name << " " << spec.name);
        const bool is_number =
            spec.kind == ParameterKind::number || spec.kind == ParameterKind::share;
        CHECK(spec.source.empty() == !(is_outcome && is_number));
        if (!spec.source.empty()) CHECK(spec.low < spec.high);
      }
    }
  }
}

TEST_CASE("a policy's own rule takes every coefficient at both ends of its range", "[contract]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  for (const PolicyKind kind : all_kinds()) {
    for (const PolicyEntry& entry : registry.entries(kind)) {
      if (!entry.check) continue;
      for (std::size_t i = 0; i < entry.parameters.size(); ++i) {
        if (entry.parameters[i].source.empty()) continue;
        ParameterValues values = default_values(entry.parameters, 1);
        INFO(to_string(kind) << " " << entry.name << " " << entry.parameters[i].name);
        values[i] = entry.parameters[i].low;
        CHECK(entry.check(values) == "");
        values[i] = entry.parameters[i].high;
        CHECK(entry.check(values) == "");
      }
    }
  }
}

template <class Policy>
PolicyEntry entry_of() {
  return {.name = "bad",
          .summary = "Breaks its contract",
          .parameters = {},
          .factory = [](const ParameterValues&,
                        const PolicySetup&) { return std::make_unique<Policy>(); },
          .check = nullptr};
}

std::string first_breach(const PolicyEntry& entry) {
  for (std::uint64_t seed = 1; seed <= kCentres; ++seed) {
    const std::vector<std::string> found = test::breaches(entry, seed);
    if (!found.empty()) return found.front();
  }
  return "none";
}

bool mentions(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

class FirstAgent final : public RoutingPolicy {
 public:
  AgentId choose_agent(const CenterView&, ContactTypeId, std::span<const AgentGroupId>,
                       DrawSequence&) override {
    return AgentId{0};
  }
};

class AnyGroup final : public RoutingPolicy {
 public:
  AgentId choose_agent(const CenterView& center, ContactTypeId, std::span<const AgentGroupId>,
                       DrawSequence&) override {
    for (const AgentGroupView& group : center.agent_groups) {
      if (!group.idle.empty()) return group.idle.front();
    }
    return AgentId{};
  }
};

class BeyondTheHeads final : public RoutingPolicy {
 public:
  std::size_t choose_contact(const CenterView&, AgentId, std::span<const QueueHead> heads,
                             DrawSequence&) override {
    return heads.size();
  }
};

class SharedMemory final : public RoutingPolicy {
 public:
  std::size_t choose_contact(const CenterView&, AgentId, std::span<const QueueHead> heads,
                             DrawSequence&) override {
    static std::size_t calls = 0;  // shared by all instances: what the contract forbids
    return ++calls % heads.size();
  }
};

class NegativeEligibility final : public RoutingPolicy {
 public:
  Duration eligible_after(const SkillView&) const override { return Duration{-1}; }
};

class Impatient final : public BreakPolicy {
 public:
  BreakDecision decide(const CenterView&, AgentId, const DueBreak&, DrawSequence&) override {
    return {.kind = BreakDecision::Kind::ask_again, .delay = kSecond - Duration{1}};
  }
};

class SendsEverybody final : public StaffingPolicy {
 public:
  std::uint32_t send_home(const CenterView& center, AgentGroupId group, DrawSequence&) override {
    return center.agent_groups[group.index()].agent_count;
  }
};

TEST_CASE("the contract checks catch policies that break it", "[contract]") {
  CHECK(mentions(first_breach(entry_of<FirstAgent>()), "the agent is not idle"));
  CHECK(mentions(first_breach(entry_of<AnyGroup>()), "of a group that was not given"));
  CHECK(mentions(first_breach(entry_of<BeyondTheHeads>()), "no such contact"));
  CHECK(mentions(first_breach(entry_of<SharedMemory>()), "choose_contact: two answers"));
  CHECK(mentions(first_breach(entry_of<NegativeEligibility>()), "eligible_after: negative"));
  CHECK(mentions(first_breach(entry_of<Impatient>()), "asks again within a second"));
  CHECK(mentions(first_breach(entry_of<SendsEverybody>()), "more agents than are idle"));
}

}  // namespace
}  // namespace holdline
