// Philox blocks by address. One block comes from Random123's own code; many at once from the same
// rounds written for two counters in each 128-bit register: the multiplier reads only the low half
// of each 64-bit lane, so products need no unpacking (half the time a block).
#include "holdline/kernel/random.hpp"

#include <Random123/philox.h>

#include <cstddef>

#include "holdline/util/int128.hpp"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

#if defined(__SSE2__)

// Two Philox states side by side: word w of both counters in the low halves of x[w]'s lanes; the
// high halves hold leftovers that no step reads.
struct TwoStates {
  __m128i x0, x1, x2, x3;

  void apply_round(__m128i key0, __m128i key1) {
    const __m128i product0 = _mm_mul_epu32(x0, _mm_set1_epi64x(PHILOX_M4x32_0));
    const __m128i product1 = _mm_mul_epu32(x2, _mm_set1_epi64x(PHILOX_M4x32_1));
    x0 = _mm_xor_si128(_mm_srli_epi64(product1, 32), _mm_xor_si128(x1, key0));
    x1 = product1;
    x2 = _mm_xor_si128(_mm_srli_epi64(product0, 32), _mm_xor_si128(x3, key1));
    x3 = product0;
  }

  void store(Block* out) const {
    const __m128i low_half = _mm_set1_epi64x(0xFFFFFFFF);
    const __m128i first = _mm_or_si128(_mm_and_si128(x0, low_half), _mm_slli_epi64(x1, 32));
    const __m128i second = _mm_or_si128(_mm_and_si128(x2, low_half), _mm_slli_epi64(x3, 32));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_unpacklo_epi64(first, second));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 1), _mm_unpackhi_epi64(first, second));
  }
};

__m128i broadcast(std::uint64_t word) { return _mm_set1_epi64x(static_cast<long long>(word)); }

TwoStates two_states(std::uint64_t index, std::uint32_t replication) {
  // The multiplier and the final masks read only low halves, so `index` needs no masking in x0.
  const __m128i indices =
      _mm_set_epi64x(static_cast<long long>(index + 1), static_cast<long long>(index));
  return {indices, _mm_srli_epi64(indices, 32), _mm_setzero_si128(), broadcast(replication)};
}

// Four blocks of consecutive indices: two registers' worth in flight hide the multiplier's latency.
void four_blocks(StreamKey key, std::uint32_t replication, std::uint64_t index, Block* out) {
  TwoStates a = two_states(index, replication);
  TwoStates b = two_states(index + 2, replication);
  std::uint32_t key0 = low(key.value);
  std::uint32_t key1 = high(key.value);
  for (int round = 0; round < 10; ++round) {
    const __m128i wide0 = broadcast(key0);
    const __m128i wide1 = broadcast(key1);
    a.apply_round(wide0, wide1);
    b.apply_round(wide0, wide1);
    key0 += PHILOX_W32_0;
    key1 += PHILOX_W32_1;
  }
  a.store(out);
  b.store(out + 2);
}

#else

void four_blocks(StreamKey key, std::uint32_t replication, std::uint64_t index, Block* out) {
  for (std::size_t i = 0; i < 4; ++i) out[i] = block_at(key, replication, index + i);
}

#endif

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
  std::size_t i = 0;
  for (; i + 4 <= out.size(); i += 4) four_blocks(key, replication, first_index + i, &out[i]);
  for (; i < out.size(); ++i) out[i] = block_at(key, replication, first_index + i);
}

DrawSequence::DrawSequence(StreamKey key, std::uint32_t replication, std::uint64_t index,
                           std::uint32_t first_lane)
    : key_(key), index_(index), replication_(replication), lane_(first_lane) {}

DrawSequence::DrawSequence(std::uint64_t first_word, StreamKey key, std::uint32_t replication,
                           std::uint64_t index, std::uint32_t first_lane)
    : key_(key),
      index_(index),
      replication_(replication),
      lane_(first_lane),
      ready_(1),
      buffer_{0, first_word} {}

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
