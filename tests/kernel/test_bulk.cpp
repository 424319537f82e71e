// The loops over draws: the same bits from every kind of register, and the error of their
// logarithm.
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "kernel/bulk.hpp"
#include "kernel/exact_inline.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr StreamKey kKey{0x0123456789abcdefu};

std::vector<Block> some_blocks(std::size_t count) {
  std::vector<Block> blocks(count);
  for (std::size_t i = 0; i < count; ++i) blocks[i] = block_at(kKey, 77, i);
  // The ends of the line and both sides of the logarithm's change of exponent.
  constexpr std::uint64_t corners[] = {0, ~0ull, 1ull << 63, 0xB504F333F9DE6484u, 1ull << 12};
  for (std::size_t i = 0; i < count && i < std::size(corners); ++i) blocks[i][0] = corners[i];
  return blocks;
}

std::vector<std::uint64_t> bits_of(const std::vector<double>& values) {
  std::vector<std::uint64_t> bits;
  for (const double value : values) bits.push_back(std::bit_cast<std::uint64_t>(value));
  return bits;
}

// Every kind of register this CPU has.
std::vector<Lanes> all_lanes() {
  std::vector<Lanes> all;
  for (const Lanes lanes : {Lanes::baseline, Lanes::four, Lanes::eight}) {
    if (lanes <= cpu_lanes()) all.push_back(lanes);
  }
  return all;
}

// What `fill(lanes, blocks, word, out)` gives in each kind of register this CPU has.
template <class Fill>
void check_lanes_agree(Fill fill) {
  for (const std::size_t count : {0u, 1u, 3u, 4u, 63u, 64u, 65u, 5000u}) {
    const std::vector<Block> blocks = some_blocks(count);
    for (std::size_t word = 0; word < 2; ++word) {
      std::vector<double> baseline(count);
      fill(Lanes::baseline, blocks, word, baseline);
      for (const Lanes lanes : all_lanes()) {
        std::vector<double> wide(count);
        fill(lanes, blocks, word, wide);
        REQUIRE(bits_of(baseline) == bits_of(wide));
      }
    }
  }
}

}  // namespace

TEST_CASE("blocks are the same in registers of any width", "[kernel][random][bits]") {
  for (const Lanes lanes : all_lanes()) {
    for (const std::uint32_t lane : {0u, 1u, 1u << 21, 0xffffffffu}) {
      for (const std::uint64_t first : {0ull, 5ull, 0xfffffffaull, 0xfffffffffffffffaull}) {
        for (std::size_t count = 0; count < 77; ++count) {
          std::vector<Block> blocks(count);
          bulk::fill_blocks(lanes, kKey, 77, first, blocks, lane);
          for (std::size_t i = 0; i < count; ++i) {
            REQUIRE(blocks[i] == block_at(kKey, 77, first + i, lane));
          }
        }
      }
    }
  }
}

TEST_CASE("blocks of one index are those of their own keys and lanes", "[kernel][random][bits]") {
  constexpr std::array<StreamKey, 8> keys{
      {kKey, {1}, kKey, {0xffffffffffffffff}, {0x80000000}, {7}, {7}, {0x123456789abcdef0}}};
  constexpr std::array<std::uint32_t, 8> offsets{0, 0, 1, 2, 0xffffffff, 0, 1, 1u << 12};
  for (const Lanes lanes : all_lanes()) {
    for (const std::uint32_t first_lane : {0u, 1u << 21, 0xfffffffdu}) {
      for (const std::uint64_t index : {0ull, 5ull, 0xffffffffull, 0xfffffffffffffffaull}) {
        std::array<Block, 8> eight;
        std::array<Block, 4> four;
        bulk::fill_eight_of(lanes, keys, 77, index, first_lane, offsets, eight);
        bulk::fill_four_of(lanes, std::span<const StreamKey, 8>(keys).first<4>(), 77, index,
                           first_lane, std::span<const std::uint32_t, 8>(offsets).first<4>(), four);
        for (std::size_t i = 0; i < eight.size(); ++i) {
          const Block alone = block_at(keys[i], 77, index, first_lane + offsets[i]);
          REQUIRE(eight[i] == alone);
          if (i < four.size()) REQUIRE(four[i] == alone);
        }
      }
    }
  }
}

TEST_CASE("draws have the same bits in registers of any width", "[kernel][sampler][bits]") {
  check_lanes_agree([](Lanes lanes, auto& blocks, std::size_t word, auto& out) {
    bulk::fill_exponential(lanes, 120.0, blocks, word, out);
  });
  check_lanes_agree([](Lanes lanes, auto& blocks, std::size_t word, auto& out) {
    bulk::fill_weibull(lanes, 0.7, 120.0, blocks, word, out);
  });
  check_lanes_agree([](Lanes lanes, auto& blocks, std::size_t word, auto& out) {
    bulk::fill_lognormal(lanes, 5.0, 0.8, blocks, word, out);
  });
  check_lanes_agree([](Lanes lanes, auto& blocks, std::size_t word, auto& out) {
    static constexpr double begins_s[] = {0.0, 30.0, 60.0, 90.0};
    static constexpr double rates_per_s[] = {0.01, 0.0, 0.02, 0.0};
    static constexpr double cumulative[] = {0.0, 0.3, 0.3, 0.9};
    bulk::fill_exponential(lanes, 1.0, blocks, word, out);
    bulk::invert_hazards(lanes, {begins_s, rates_per_s, cumulative}, out);
  });
}

TEST_CASE("draws beyond the doubles are none or infinite in registers of any width",
          "[kernel][sampler][bits]") {
  constexpr double log_sd = 1000.0;
  const std::vector<Block> blocks = some_blocks(5000);
  for (const Lanes lanes : all_lanes()) {
    std::vector<double> out(blocks.size());
    bulk::fill_lognormal(lanes, 0.0, log_sd, blocks, 1, out);
    std::size_t none = 0, infinite = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double normal = exact::normal_quantile_of(to_unit(blocks[i][1]));
      REQUIRE(out[i] == exact::exp_clamped(log_sd * normal));
      none += out[i] == 0.0;
      infinite += out[i] == std::numeric_limits<double>::infinity();
    }
    CHECK(none > 0);
    CHECK(infinite > 0);
  }
}

TEST_CASE("an exponential draw is within 1 ulp of minus the log of its unit", "[kernel][sampler]") {
  double largest = 0.0;
  const auto check = [&largest](std::uint64_t word) {
    const double draw = exact::hazard_of(word);
    const long double truth = -std::log(static_cast<long double>(to_unit(~word)));
    const auto nearest = static_cast<double>(truth);
    const double ulp = std::nextafter(nearest, std::numeric_limits<double>::infinity()) - nearest;
    largest = std::fmax(largest, static_cast<double>(std::fabs(draw - truth)) / ulp);
  };
  for (std::uint64_t i = 0; i < 200'000; ++i) {
    const Block block = block_at(kKey, 0, i);
    check(block[0]);
    // Both tails, at every scale.
    check(block[1] >> (i % 52));
    check(~(block[1] >> (i % 52)));
  }
  CHECK(largest < 1.0);
}
