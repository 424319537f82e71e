// Random choices and numbers as scenario text.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

#include "holdline/policies/registry.hpp"

namespace holdline::test {

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}

  /// An integer from `low` to `high`, both included.
  int between(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }
  double real(double low, double high) {
    return low + (high - low) * static_cast<double>(random_() >> 11) * 0x1p-53;
  }
  std::string one_of(std::initializer_list<const char*> choices) {
    return *(choices.begin() + between(0, static_cast<int>(choices.size()) - 1));
  }
  template <class Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(between(0, static_cast<int>(items.size()) - 1))];
  }
  /// A subset that is not empty, in order.
  std::vector<std::string> some(const std::vector<std::string>& items) {
    std::vector<std::string> chosen;
    for (const std::string& item : items) {
      if (chance(50)) chosen.push_back(item);
    }
    if (chosen.empty()) chosen.push_back(pick(items));
    return chosen;
  }
  std::string seconds(double low, double high) { return fmt::format("{:.3f}s", real(low, high)); }
  std::string share(double low, double high) { return fmt::format("{:.4f}", real(low, high)); }
  /// A coefficient as it may be written: bare, with its source, or with a range around it.
  std::string coefficient(double low, double high) {
    const double value = real(low, high);
    if (chance(80)) return fmt::format("{:.4f}", value);
    if (chance(50)) return fmt::format("{{value: {:.4f}, source: assumed}}", value);
    return fmt::format("{{value: {:.4f}, source: data, range: [{:.4f}, {:.4f}]}}", value, low,
                       high);
  }

 private:
  std::mt19937_64 random_;
};

/// A distribution of durations around `mean_s`.
[[nodiscard]] std::string random_distribution(RandomText& random, double mean_s);
/// `arrivals`, about `per_h` contacts an hour.
[[nodiscard]] std::string random_arrivals(RandomText& random, double per_h);
/// A policy of the kind: any registered one, with its defaults or with other values.
[[nodiscard]] std::string random_routing_policy(RandomText& random,
                                                const std::vector<std::string>& types);
[[nodiscard]] std::string random_break_policy(RandomText& random);
[[nodiscard]] std::string random_staffing_policy(RandomText& random);
/// One that answers what customers make of it, some of its coefficients within their ranges.
[[nodiscard]] std::string random_outcome_policy(RandomText& random, PolicyKind kind);

}  // namespace holdline::test
