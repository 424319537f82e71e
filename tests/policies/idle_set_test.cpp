// The idle set against a naive one, on random insertions and removals.
#include "holdline/policies/idle_set.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "support/catch.hpp"

namespace holdline {
namespace {

struct NaiveMember {
  std::uint32_t agent;
  std::int64_t key;
  std::uint64_t sequence;
};

/// A list of members, searched from end to end.
class NaiveIdleSet {
 public:
  explicit NaiveIdleSet(IdleOrder order) : order_(order) {}

  void insert(std::uint32_t agent, std::int64_t key) {
    members_.push_back({agent, key, ++sequence_});
  }
  void erase(std::uint32_t agent) {
    std::erase_if(members_, [&](const NaiveMember& each) { return each.agent == agent; });
  }
  bool contains(std::uint32_t agent) const {
    return std::any_of(members_.begin(), members_.end(),
                       [&](const NaiveMember& each) { return each.agent == agent; });
  }
  std::uint32_t front() const {
    return std::min_element(members_.begin(), members_.end(),
                            [&](const NaiveMember& a, const NaiveMember& b) {
                              if (order_ == IdleOrder::longest_idle) return a.sequence < b.sequence;
                              if (order_ == IdleOrder::by_index) return a.agent < b.agent;
                              return a.key != b.key ? a.key < b.key : a.agent < b.agent;
                            })
        ->agent;
  }
  std::vector<std::uint32_t> by_number() const {
    std::vector<std::uint32_t> agents;
    for (const NaiveMember& each : members_) agents.push_back(each.agent);
    std::sort(agents.begin(), agents.end());
    return agents;
  }

 private:
  IdleOrder order_;
  std::uint64_t sequence_ = 0;
  std::vector<NaiveMember> members_;
};

void check_by_index(const IdleSet& set, const NaiveIdleSet& naive, std::uint32_t first,
                    std::uint32_t count, std::mt19937_64& random) {
  const std::vector<std::uint32_t> agents = naive.by_number();
  if (agents.empty()) return;
  const std::size_t n = random() % agents.size();
  REQUIRE(set.nth(static_cast<std::uint32_t>(n)).value == agents[n]);
  const auto from = static_cast<std::uint32_t>(first + random() % count);
  const auto next = std::lower_bound(agents.begin(), agents.end(), from);
  REQUIRE(set.first_from(AgentId{from}).value == (next == agents.end() ? agents.front() : *next));
  REQUIRE(set.first_from(AgentId{first + count}).value == agents.front());
  REQUIRE(set.first_from(AgentId{}).value == agents.front());
}

void compare_with_naive(IdleOrder order, std::uint32_t first, std::uint32_t count, int steps) {
  std::mt19937_64 random(1);
  IdleSet set(first, count, order);
  NaiveIdleSet naive(order);
  for (int step = 0; step < steps; ++step) {
    // Phases that mostly fill and mostly empty, so that both full and empty sets are met.
    const bool is_filling = (step / static_cast<int>(3 * count)) % 2 == 0;
    const auto agent = static_cast<std::uint32_t>(first + random() % count);
    REQUIRE(set.contains(AgentId{agent}) == naive.contains(agent));
    const bool is_member = naive.contains(agent);
    if (is_member && (!is_filling || random() % 4 == 0)) {
      set.erase(AgentId{agent});
      naive.erase(agent);
    } else if (!is_member && (is_filling || random() % 4 == 0)) {
      const auto key = static_cast<std::int64_t>(random() % 7) - 3;
      set.insert(AgentId{agent}, key);
      naive.insert(agent, key);
    }
    const std::size_t size = naive.by_number().size();
    REQUIRE(set.size() == size);
    REQUIRE(set.empty() == (size == 0));
    if (size > 0) REQUIRE(set.front().value == naive.front());
    if (order == IdleOrder::by_index) check_by_index(set, naive, first, count, random);
  }
}

TEST_CASE("an idle set agrees with a naive one in every order", "[policies][idle_set]") {
  const IdleOrder order = GENERATE(IdleOrder::longest_idle, IdleOrder::by_index, IdleOrder::by_key);
  const auto count = GENERATE(as<std::uint32_t>{}, 1, 2, 63, 64, 65, 200);
  const auto first = GENERATE(as<std::uint32_t>{}, 0, 17);
  compare_with_naive(order, first, count, 3000);
}

TEST_CASE("an idle set by index finds the next across thousands of empty words",
          "[policies][idle_set]") {
  IdleSet set(0, 20'000, IdleOrder::by_index);
  set.insert(AgentId{19'999}, 0);
  CHECK(set.front() == AgentId{19'999});
  CHECK(set.first_from(AgentId{1}) == AgentId{19'999});
  set.insert(AgentId{5}, 0);
  CHECK(set.first_from(AgentId{6}) == AgentId{19'999});
  CHECK(set.first_from(AgentId{19'999}) == AgentId{19'999});
  set.erase(AgentId{19'999});
  CHECK(set.first_from(AgentId{6}) == AgentId{5});
}

TEST_CASE("a cleared idle set is empty and can be filled again", "[policies][idle_set]") {
  const IdleOrder order = GENERATE(IdleOrder::longest_idle, IdleOrder::by_index, IdleOrder::by_key);
  IdleSet set(10, 5, order);
  set.insert(AgentId{11}, 1);
  set.insert(AgentId{14}, 0);
  set.clear();
  CHECK(set.empty());
  CHECK_FALSE(set.contains(AgentId{11}));
  set.insert(AgentId{14}, 2);
  CHECK(set.front() == AgentId{14});
  CHECK(set.size() == 1);
}

TEST_CASE("an idle set holds nobody of other groups", "[policies][idle_set]") {
  IdleSet set(10, 5, IdleOrder::longest_idle);
  set.insert(AgentId{12}, 0);
  CHECK_FALSE(set.contains(AgentId{9}));
  CHECK_FALSE(set.contains(AgentId{15}));
  CHECK_FALSE(set.contains(AgentId{}));
}

}  // namespace
}  // namespace holdline
