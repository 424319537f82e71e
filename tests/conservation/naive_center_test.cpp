// The fast engine against the naive one, on the same draws: equal contacts, to the microsecond.
#include "conservation/naive_center.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "conservation/random_text.hpp"
#include "holdline/scenario/load.hpp"
#include "support/catch.hpp"

namespace holdline {
namespace {

constexpr std::uint64_t kNaiveScenarios = 200;

/// A scenario of the kind the naive engine understands.
std::string random_small_scenario(std::uint64_t number) {
  test::RandomText random(number);
  const int types = random.between(1, 3);
  std::vector<std::string> names;
  std::string text =
      fmt::format("holdline: 1\nname: Small scenario {}\nworld:\n  contact_types:\n", number);
  for (int i = 0; i < types; ++i) {
    names.push_back(fmt::format("type_{}", i));
    const double mean_s = random.real(200.0, 2500.0);
    text += fmt::format("    {}:\n      arrivals: {{poisson: {{rate: {:.3f}/h}}}}\n", names.back(),
                        random.real(1.0, 8.0));
    if (random.chance(85)) {
      text += fmt::format("      patience: {}\n",
                          test::random_distribution(random, random.real(20.0, 3000.0)));
    }
    text += fmt::format("      talk: {}\n", test::random_distribution(random, mean_s));
    if (random.chance(50)) {
      text += fmt::format("      hold: {{probability: {}, time: {}}}\n", random.share(0.0, 1.0),
                          test::random_distribution(random, 100.0));
    }
    if (random.chance(50)) {
      text += fmt::format("      wrap_up: {}\n", test::random_distribution(random, 200.0));
    }
    text += fmt::format("      priority: {}\n", random.between(1, 3));
    if (random.chance(30)) {
      text += fmt::format("      balking: {{probability: {}, queue_length: {}}}\n",
                          random.share(0.0, 0.5), random.between(1, 4));
    }
  }
  text += "plan:\n";
  if (random.chance(40)) text += fmt::format("  trunks: {}\n", random.between(2, 8));
  if (random.chance(25)) text += fmt::format("  queue_limit: {}\n", random.between(0, 5));
  if (random.chance(50)) text += "  routing: longest_idle\n";
  text += "  agent_groups:\n";
  const int groups = random.between(1, 3);
  for (int i = 0; i < groups; ++i) {
    std::string skills;
    for (const std::string& name : i == 0 ? names : random.some(names)) {
      skills += fmt::format("{}{}: {{proficiency: {:.3f}}}", skills.empty() ? "" : ", ", name,
                            random.real(0.4, 1.5));
    }
    text += fmt::format("    group_{}: {{agents: {}, speed_cv: {}, skills: {{{}}}}}\n", i,
                        random.between(1, 4), random.chance(50) ? "0" : "0.3", skills);
  }
  return text + fmt::format("experiment: {{seed: {}}}\n", number);
}

class Collected final : public RecordSink {
 public:
  void on_contact(const ContactRecord& contact) override { contacts.push_back(contact); }
  std::vector<ContactRecord> contacts;
};

auto as_tuple(const ContactRecord& contact) {
  return std::tuple(contact.type, contact.index, contact.outcome, contact.delayed, contact.agent,
                    contact.agent_group, contact.arrival, contact.queue_entry, contact.wait,
                    contact.talk, contact.hold, contact.wrap_up);
}

std::string describe(const ContactRecord& contact) {
  return fmt::format(
      "contact {} of type {}: {}, agent {}, arrival {}, wait {}, talk {}, hold {}, wrap-up {}",
      contact.index, contact.type.value, to_string(contact.outcome),
      static_cast<std::int64_t>(contact.agent.is_none() ? -1 : std::int64_t{contact.agent.value}),
      contact.arrival.time_since_epoch().count(), contact.wait.count(), contact.talk.count(),
      contact.hold.count(), contact.wrap_up.count());
}

TEST_CASE("a naive engine on the same draws tells the same contacts", "[conservation][naive]") {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::array<std::size_t, kContactOutcomeCount> outcomes{};
  for (std::uint64_t number = 1; number <= kNaiveScenarios; ++number) {
    const std::string text = random_small_scenario(number);
    INFO(text);
    const LoadResult loaded =
        load_scenario_text(text, HOLDLINE_SOURCE_DIR "/tests/conservation/random.yaml", registry);
    for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(loaded.scenario.has_value());
    const Replication replication{.seed = number, .number = static_cast<std::uint32_t>(number % 3)};
    Collected fast;
    Simulation(*loaded.scenario, PlanId{0}).run(replication, fast);
    std::sort(fast.contacts.begin(), fast.contacts.end(),
              [](const ContactRecord& a, const ContactRecord& b) {
                return std::tie(a.type, a.index) < std::tie(b.type, b.index);
              });
    const std::vector<ContactRecord> naive =
        test::simulate_naively(*loaded.scenario, PlanId{0}, replication);
    REQUIRE(fast.contacts.size() == naive.size());
    for (std::size_t i = 0; i < naive.size(); ++i) {
      ++outcomes[static_cast<std::size_t>(naive[i].outcome)];
      if (as_tuple(fast.contacts[i]) == as_tuple(naive[i])) continue;
      INFO("fast:  " << describe(fast.contacts[i]));
      INFO("naive: " << describe(naive[i]));
      REQUIRE(as_tuple(fast.contacts[i]) == as_tuple(naive[i]));
    }
  }
  for (const ContactOutcome outcome : {ContactOutcome::served, ContactOutcome::abandoned,
                                       ContactOutcome::balked, ContactOutcome::blocked}) {
    CHECK(outcomes[static_cast<std::size_t>(outcome)] > 500);
  }
}

}  // namespace
}  // namespace holdline
