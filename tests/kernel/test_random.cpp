// The generator's known answers and the shape of its interface.
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "holdline/kernel/random.hpp"
#include "support/catch.hpp"

using namespace holdline;

TEST_CASE("blocks are the published answers of Philox4x32-10", "[kernel][random]") {
  // Random123's kat_vectors: counters and keys of zeros, of ones and of pi's digits.
  CHECK(block_at({0}, 0, 0, 0) == Block{0xe169c58d6627e8d5u, 0x9b00dbd8bc57ac4cu});
  CHECK(block_at({~0ull}, 0xffffffffu, ~0ull, 0xffffffffu) ==
        Block{0x41c83b0e408f276du, 0x6d5451fda20bc7c6u});
  CHECK(block_at({0x299f31d0a4093822u}, 0x03707344u, 0x85a308d3243f6a88u, 0x13198a2eu) ==
        Block{0x94fdccebd16cfe09u, 0x24126ea15001e420u});
}

TEST_CASE("many blocks at once are the blocks one by one", "[kernel][random]") {
  const StreamKey key{0x0123456789abcdefu};
  for (const std::uint64_t first : {0ull, 5ull, 0xfffffffdull, 0xfffffffffffffffcull}) {
    for (std::size_t count = 0; count < 12; ++count) {
      std::vector<Block> blocks(count);
      fill_blocks(key, 77, first, blocks);
      for (std::size_t i = 0; i < count; ++i) {
        REQUIRE(blocks[i] == block_at(key, 77, first + i));
      }
    }
  }
}

TEST_CASE("a unit is inside (0, 1) and its complement is exact", "[kernel][random]") {
  CHECK(to_unit(0) == 0x1p-53);
  CHECK(to_unit(~0ull) == 1.0 - 0x1p-53);
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const std::uint64_t bits = block_at({9}, 0, i)[0];
    REQUIRE(to_unit(~bits) == 1.0 - to_unit(bits));
  }
}

TEST_CASE("a draw sequence hands out the words of consecutive lanes", "[kernel][random]") {
  const StreamKey key{42};
  DrawSequence plain(key, 3, 1000, 5);
  const Block five = block_at(key, 3, 1000, 5);
  const Block six = block_at(key, 3, 1000, 6);
  CHECK(plain.next_bits() == five[0]);
  CHECK(plain.next_bits() == five[1]);
  CHECK(plain.next_bits() == six[0]);
  DrawSequence started(0xabcdu, key, 3, 1000, 5);
  CHECK(started.next_bits() == 0xabcdu);
  CHECK(started.next_bits() == five[0]);
  CHECK(started.next_bits() == five[1]);
  CHECK(started.next_unit() == to_unit(six[0]));
}

TEST_CASE("next_below is uniform on its range", "[kernel][random]") {
  DrawSequence draws({7}, 0, 0);
  CHECK(draws.next_below(1) == 0);
  // Chi-square with 6 degrees of freedom: below 0.05 or above 40 has probability 1e-5 or less.
  std::vector<double> counts(7);
  const int n = 70'000;
  for (int i = 0; i < n; ++i) counts.at(draws.next_below(7)) += 1.0;
  double chi_square = 0.0;
  for (const double count : counts) chi_square += (count - 1e4) * (count - 1e4) / 1e4;
  CHECK(chi_square < 40.0);
  CHECK(chi_square > 0.05);
  // A bound of 3 * 2^62 refuses a quarter of the words; without refusing, the lower third of the
  // range would come with probability 1/2. Standard error 0.0033; 4.5 of it.
  int lower_third = 0;
  for (int i = 0; i < 20'000; ++i) lower_third += draws.next_below(3ull << 62) < (1ull << 62);
  CHECK(std::abs(lower_third / 20'000.0 - 1.0 / 3.0) < 0.015);
}

TEST_CASE("stream keys differ by seed, purpose and entity", "[kernel][random]") {
  std::set<std::uint64_t> keys;
  std::size_t count = 0;
  const std::vector<std::string> names{"",
                                       "a",
                                       "b",
                                       "ab",
                                       "ba",
                                       "abcdefgh",
                                       "abcdefgha",
                                       "abcdefghi",
                                       "hgfedcba",
                                       "12345678abcdefgh",
                                       "abcdefgh12345678",
                                       std::string("a\0", 2),
                                       std::string(8, '\0'),
                                       std::string(16, '\0')};
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    for (std::uint32_t purpose = 1; purpose <= 13; ++purpose) {
      for (const std::string& name : names) {
        keys.insert(make_stream_key(seed, static_cast<Purpose>(purpose), name).value);
        ++count;
      }
    }
  }
  CHECK(keys.size() == count);
}

TEST_CASE("stream keys are part of the results' identity", "[kernel][random]") {
  CHECK(make_stream_key(1, Purpose::contact, "general").value == 0x83fb0b5c7a9c84e8u);
  CHECK(make_stream_key(0, Purpose::arrival, "").value == 0x238275bc38fcbe91u);
}
