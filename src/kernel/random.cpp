// Philox blocks one at a time, by Random123's own code, and the sequences made of them.
#include "holdline/kernel/random.hpp"

#include <Random123/philox.h>

#include <cstddef>

#include "holdline/util/int128.hpp"
#include "kernel/bulk.hpp"

namespace holdline {
namespace {

constexpr std::uint64_t joined(std::uint32_t low, std::uint32_t high) {
  return std::uint64_t{high} << 32 | low;
}

constexpr std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
constexpr std::uint32_t high(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }

// The finalizer of SplitMix64 (Stafford's variant 13): a bijection that mixes every bit.
constexpr std::uint64_t mixed(std::uint64_t word) {
  word = (word ^ (word >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  word = (word ^ (word >> 27)) * UINT64_C(0x94D049BB133111EB);
  return word ^ (word >> 31);
}

}  // namespace

StreamKey make_stream_key(std::uint64_t seed, Purpose purpose, std::string_view entity) {
  // Mixed after each part and after each eight bytes of the name, so that no two parts can trade
  // bits; the golden ratio keeps the all-zero input away from the mixer's fixed point.
  constexpr std::uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);
  std::uint64_t state = mixed(seed + golden);
  state = mixed(state + static_cast<std::uint64_t>(purpose) * golden);
  state = mixed(state + (entity.size() + 1) * golden);
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < entity.size(); ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(entity[i])} << (8 * (i % 8));
    if (i % 8 == 7 || i + 1 == entity.size()) {
      state = mixed((state ^ word) + golden);
      word = 0;
    }
  }
  return {state};
}

Block block_at(StreamKey key, std::uint32_t replication, std::uint64_t index, std::uint32_t lane) {
  const r123::Philox4x32::ctr_type counter{{low(index), high(index), lane, replication}};
  const r123::Philox4x32::key_type words{{low(key.value), high(key.value)}};
  const auto result = r123::Philox4x32{}(counter, words);
  return {joined(result.v[0], result.v[1]), joined(result.v[2], result.v[3])};
}

void fill_blocks(StreamKey key, std::uint32_t replication, std::uint64_t first_index,
                 std::span<Block> out) {
  bulk::fill_blocks(cpu_lanes(), key, replication, first_index, out);
}

std::uint64_t DrawSequence::next_bits() {
  if (ready_ == 0) {
    buffer_ = block_at(key_, replication_, index_, lane_++);
    ready_ = 2;
  }
  return buffer_[buffer_.size() - ready_--];
}

std::uint64_t DrawSequence::next_below(std::uint64_t bound) {
  // The high word of bits * bound; the few low words that would favour some values are refused.
  UInt128 product = UInt128{next_bits()} * bound;
  if (static_cast<std::uint64_t>(product) < bound) {
    const std::uint64_t refused = (0 - bound) % bound;
    while (static_cast<std::uint64_t>(product) < refused) product = UInt128{next_bits()} * bound;
  }
  return static_cast<std::uint64_t>(product >> 64);
}

}  // namespace holdline
