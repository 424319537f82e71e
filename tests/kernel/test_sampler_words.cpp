// How samplers use words: the same draws one by one and in bulk, rising with the word, and the
// committed bits.
#include <bit>
#include <cmath>
#include <vector>

#include "kernel/bits_hash.hpp"
#include "kernel/sampler.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr std::size_t kCount = 5000;

std::vector<Distribution> every_kind() {
  const double weights[] = {0.2, 0.5, 0.3};
  const double means_s[] = {100.0, 10.0, 50.0};
  std::vector<Distribution> kinds{
      deterministic(42.0),
      exponential(120.0),
      lognormal_mean_cv(200.0, 0.8),
      lognormal_median_p90(90.0, 300.0),
      gamma(4.5, 20.0),
      gamma(0.3, 100.0),
      erlang(3, 60.0),
      erlang(40, 60.0),
      weibull_mean_shape(100.0, 0.7),
      weibull_median_p90(100.0, 300.0),
      uniform(10.0, 30.0),
      triangular(10.0, 20.0, 60.0),
      hyperexponential_mean_cv(80.0, 2.0),
      hyperexponential(weights, means_s),
      mixture({0.25, 0.75}, {gamma(2.0, 20.0), lognormal(3.0, 1.0)}),
      piecewise_hazard({0.0, 10.0, 20.0}, {0.05, 0.0, 0.05}),
      empirical({7.0, 3.0, 5.0}),
      infinite(),
  };
  const std::size_t plain = kinds.size();
  for (std::size_t i = 0; i < plain; ++i) {
    kinds.push_back(kinds[i]);
    kinds.back().mass_at_zero = 0.2;
  }
  return kinds;
}

double draw_from(const Sampler& sampler, std::uint64_t word) {
  DrawSequence draws(word, {1}, 0, 0, 1);
  return sampler.sample_s(draws);
}

}  // namespace

TEST_CASE("draws in bulk are the draws one by one, bit for bit", "[kernel][sampler][bits]") {
  const StreamKey key = make_stream_key(8, Purpose::contact, "bits");
  std::vector<Block> blocks(kCount);
  fill_blocks(key, 2, 77, blocks);
  BitsHash hash;
  for (const Distribution& d : every_kind()) {
    CAPTURE(static_cast<int>(d.kind), d.mass_at_zero);
    const Sampler sampler(d);
    for (std::size_t word = 0; word < 2; ++word) {
      std::vector<double> bulk(kCount);
      sampler.fill_s(blocks, word, key, 2, 77, bulk);
      for (std::size_t i = 0; i < kCount; ++i) {
        DrawSequence draws(blocks[i][word], key, 2, 77 + i,
                           static_cast<std::uint32_t>(1 + 1024 * word));
        const double single = sampler.sample_s(draws);
        REQUIRE(std::bit_cast<std::uint64_t>(single) == std::bit_cast<std::uint64_t>(bulk[i]));
        hash.add(single);
      }
    }
  }
  // Changes only with a documented change of results.
  CHECK(hash.value() == 0x88c5b5738b56decdu);
}

TEST_CASE("a sampler that takes one word is asked with it alone", "[kernel][sampler]") {
  std::size_t ones = 0;
  for (const Distribution& d : every_kind()) {
    CAPTURE(static_cast<int>(d.kind), d.mass_at_zero);
    const Sampler sampler(d);
    bool takes_one = true;  // by what it does with many words
    for (std::uint64_t index = 0; index < 500; ++index) {
      const std::uint64_t word = block_at({9}, 0, index)[0];
      DrawSequence draws(word, {9}, 0, index, 1);
      const double drawn = sampler.sample_s(draws);
      takes_one = takes_one && draws.next_bits() == block_at({9}, 0, index, 1)[0];
      if (sampler.takes_one_word()) REQUIRE(sampler.sample_s(word) == drawn);
    }
    REQUIRE(sampler.takes_one_word() == takes_one);
    ones += takes_one;
  }
  CHECK(ones > 20);
}

TEST_CASE("a draw by inversion rises with its word", "[kernel][sampler]") {
  for (Distribution d : every_kind()) {
    if (d.kind == DistributionKind::gamma || d.kind == DistributionKind::erlang) continue;
    if (!d.components.empty()) continue;
    CAPTURE(static_cast<int>(d.kind), d.mass_at_zero);
    const Sampler sampler(d);
    double before = draw_from(sampler, 0);
    CHECK(before >= 0.0);
    for (std::uint64_t i = 1; i < 4096; ++i) {
      const double next = draw_from(sampler, i << 52);
      REQUIRE(next >= before);
      before = next;
    }
    CHECK(draw_from(sampler, ~0ull) >= before);
  }
}

TEST_CASE("the extreme words give the extreme draws", "[kernel][sampler]") {
  CHECK(draw_from(Sampler(exponential(1.0)), 0) == Approx(0x1p-53));
  CHECK(draw_from(Sampler(exponential(1.0)), ~0ull) == Approx(53.0 * std::log(2.0)));
  CHECK(draw_from(Sampler(uniform(2.0, 3.0)), 0) >= 2.0);
  CHECK(draw_from(Sampler(uniform(2.0, 3.0)), ~0ull) <= 3.0);
  CHECK(draw_from(Sampler(empirical({7.0, 3.0, 5.0})), 0) == 3.0);
  CHECK(draw_from(Sampler(empirical({7.0, 3.0, 5.0})), ~0ull) == 7.0);
}

TEST_CASE("a mixture's parts own words in proportion to their weights", "[kernel][sampler]") {
  const Sampler sampler(
      mixture({1.0, 0.0, 3.0}, {deterministic(1.0), deterministic(2.0), deterministic(3.0)}));
  CHECK(draw_from(sampler, 0) == 1.0);
  CHECK(draw_from(sampler, (1ull << 62) - 1) == 1.0);
  CHECK(draw_from(sampler, 1ull << 62) == 3.0);
  CHECK(draw_from(sampler, ~0ull) == 3.0);
}

TEST_CASE("a constant draws no word", "[kernel][sampler]") {
  DrawSequence draws({1}, 0, 0);
  const std::uint64_t first = DrawSequence({1}, 0, 0).next_bits();
  CHECK(Sampler(deterministic(5.0)).sample_s(draws) == 5.0);
  CHECK(std::isinf(Sampler(infinite()).sample_s(draws)));
  CHECK(draws.next_bits() == first);
}
