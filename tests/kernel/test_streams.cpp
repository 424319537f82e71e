// Neighbouring addresses give unrelated draws: seeds, replications, indices, lanes and names.
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "holdline/kernel/random.hpp"
#include "kernel/statistics.hpp"
#include "support/catch.hpp"

using namespace holdline;

TEST_CASE("adjacent seeds and replications never share a trajectory", "[kernel][random]") {
  std::set<Block> first_blocks;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const StreamKey key = make_stream_key(seed, Purpose::contact, "general");
    for (std::uint32_t replication = 0; replication < 100; ++replication) {
      first_blocks.insert(block_at(key, replication, 0));
    }
  }
  CHECK(first_blocks.size() == 100'000);  // a chance collision has probability 1e-29
}

TEST_CASE("the first draws of consecutive seeds are uniform", "[kernel][random]") {
  // A million seeds; D sqrt(n) exceeds 2.47 with probability 1e-5.
  std::vector<std::vector<double>> units(4);
  for (std::uint64_t seed = 0; seed < 1'000'000; ++seed) {
    const StreamKey key = make_stream_key(seed, Purpose::arrival, "mail");
    for (std::size_t i = 0; i < 4; ++i) {
      units[i].push_back(to_unit(block_at(key, 0, i / 2)[i % 2]));
    }
  }
  for (const std::vector<double>& draws : units) {
    CHECK(kolmogorov_smirnov(draws) < 2.47);
    CHECK(chi_square_100(draws) > 50.0);
    CHECK(chi_square_100(draws) < 170.8);
  }
}

TEST_CASE("streams of nearby addresses are uncorrelated", "[kernel][random]") {
  // 1000 pairs of 20,000 draws: the largest |z| exceeds 5.2 with probability 2e-4.
  constexpr std::size_t n = 20'000;
  const auto stream = [](StreamKey key, std::uint32_t replication, std::uint64_t first) {
    std::vector<Block> blocks(n / 2);
    fill_blocks(key, replication, first, blocks);
    std::vector<double> units;
    units.reserve(n);
    for (const Block& block : blocks) {
      units.push_back(to_unit(block[0]));
      units.push_back(to_unit(block[1]));
    }
    return units;
  };
  double largest = 0.0;
  const auto compare = [&](const std::vector<double>& a, const std::vector<double>& b) {
    largest = std::max(largest, std::fabs(correlation_z(a, b)));
  };
  for (std::uint64_t i = 0; i < 250; ++i) {
    const StreamKey key = make_stream_key(i, Purpose::contact, "general");
    const auto replication = static_cast<std::uint32_t>(i % 7);
    const std::vector<double> base = stream(key, replication, 0);
    compare(base, stream(make_stream_key(i + 1, Purpose::contact, "general"), replication, 0));
    compare(base, stream(make_stream_key(i, Purpose::hold, "general"), replication, 0));
    compare(base, stream(key, replication + 1, 0));
    compare(base, stream(key, replication, 1));
  }
  CHECK(largest < 5.2);
  CHECK(largest > 2.5);  // and not too good: below with probability 4e-6
}

TEST_CASE("the two words of a block and of neighbouring lanes are uncorrelated",
          "[kernel][random]") {
  const StreamKey key = make_stream_key(5, Purpose::routing, "");
  std::vector<std::vector<double>> words(4);
  for (std::uint64_t i = 0; i < 200'000; ++i) {
    for (std::uint32_t lane = 0; lane < 2; ++lane) {
      const Block block = block_at(key, 1, i, lane);
      words[2 * lane].push_back(to_unit(block[0]));
      words[2 * lane + 1].push_back(to_unit(block[1]));
    }
  }
  for (std::size_t a = 0; a < 4; ++a) {
    for (std::size_t b = a + 1; b < 4; ++b) {
      CHECK(std::fabs(correlation_z(words[a], words[b])) < 4.5);
    }
  }
}
