// Many Philox blocks at once: the rounds of Philox4x32-10 written for two, four or eight counters a
// register. The multiplier reads only the low half of each 64-bit lane, so products need no
// unpacking; several registers in flight hide its latency.
#include <cstddef>

#include "kernel/bulk.hpp"
#include "kernel/eight_states.hpp"
#if HOLDLINE_HAS_AVX2_CODE
#include <immintrin.h>
#endif
#if defined(__GNUC__) && !defined(__clang__)
#define HOLDLINE_ROLLED _Pragma("GCC unroll 1")
#else
#define HOLDLINE_ROLLED
#endif

namespace holdline::bulk {
namespace {

#if HOLDLINE_HAS_AVX2_CODE

// Philox states side by side: word w of their counters in the low halves of x[w]'s lanes; the high
// halves hold leftovers that no step reads, so neither an index nor a key needs masking.
struct TwoStates {
  __m128i x0, x1, x2, x3;

  TwoStates(std::uint64_t index, std::uint32_t lane, std::uint32_t replication)
      : x0(_mm_add_epi64(_mm_set1_epi64x(static_cast<long long>(index)), _mm_set_epi64x(1, 0))),
        x1(_mm_srli_epi64(x0, 32)),
        x2(_mm_set1_epi64x(lane)),
        x3(_mm_set1_epi64x(replication)) {}

  TwoStates(std::uint64_t index, __m128i lanes, std::uint32_t replication)
      : x0(_mm_set1_epi64x(static_cast<long long>(index))),
        x1(_mm_srli_epi64(x0, 32)),
        x2(lanes),
        x3(_mm_set1_epi64x(replication)) {}

  void apply_round(__m128i key0, __m128i key1) {
    const __m128i product0 = _mm_mul_epu32(x0, _mm_set1_epi64x(kMultiplier0));
    const __m128i product1 = _mm_mul_epu32(x2, _mm_set1_epi64x(kMultiplier1));
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

void four_blocks(StreamKey key, std::uint32_t replication, std::uint64_t index, std::uint32_t lane,
                 Block* out) {
  TwoStates a(index, lane, replication);
  TwoStates b(index + 2, lane, replication);
  __m128i key0 = _mm_set1_epi64x(static_cast<long long>(key.value));
  __m128i key1 = _mm_srli_epi64(key0, 32);
  for (int round = 0; round < 10; ++round) {
    a.apply_round(key0, key1);
    b.apply_round(key0, key1);
    key0 = _mm_add_epi64(key0, _mm_set1_epi64x(kKeyStep0));
    key1 = _mm_add_epi64(key1, _mm_set1_epi64x(kKeyStep1));
  }
  a.store(out);
  b.store(out + 2);
}

// The same for four counters; a template of both would have to be compiled for one target.
struct FourStates {
  __m256i x0, x1, x2, x3;

  HOLDLINE_AVX2 FourStates(std::uint64_t index, std::uint32_t lane, std::uint32_t replication)
      : x0(_mm256_add_epi64(_mm256_set1_epi64x(static_cast<long long>(index)),
                            _mm256_set_epi64x(3, 2, 1, 0))),
        x1(_mm256_srli_epi64(x0, 32)),
        x2(_mm256_set1_epi64x(lane)),
        x3(_mm256_set1_epi64x(replication)) {}

  HOLDLINE_AVX2 FourStates(std::uint64_t index, __m256i lanes, std::uint32_t replication)
      : x0(_mm256_set1_epi64x(static_cast<long long>(index))),
        x1(_mm256_srli_epi64(x0, 32)),
        x2(lanes),
        x3(_mm256_set1_epi64x(replication)) {}

  HOLDLINE_AVX2 void apply_round(__m256i key0, __m256i key1) {
    const __m256i product0 = _mm256_mul_epu32(x0, _mm256_set1_epi64x(kMultiplier0));
    const __m256i product1 = _mm256_mul_epu32(x2, _mm256_set1_epi64x(kMultiplier1));
    x0 = _mm256_xor_si256(_mm256_srli_epi64(product1, 32), _mm256_xor_si256(x1, key0));
    x1 = product1;
    x2 = _mm256_xor_si256(_mm256_srli_epi64(product0, 32), _mm256_xor_si256(x3, key1));
    x3 = product0;
  }

  HOLDLINE_AVX2 void store(Block* out) const {
    const __m256i first = _mm256_blend_epi32(x0, _mm256_slli_epi64(x1, 32), 0xAA);
    const __m256i second = _mm256_blend_epi32(x2, _mm256_slli_epi64(x3, 32), 0xAA);
    const __m256i even = _mm256_unpacklo_epi64(first, second);
    const __m256i odd = _mm256_unpackhi_epi64(first, second);
    auto* const to = reinterpret_cast<__m256i*>(out);
    _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
  }
};

// Inline, so that a lane of zero folds a part of the first round away.
[[gnu::always_inline]] HOLDLINE_AVX2 inline std::size_t eights(StreamKey key,
                                                               std::uint32_t replication,
                                                               std::uint64_t first_index,
                                                               std::uint32_t lane,
                                                               std::span<Block> out) {
  std::size_t i = 0;
  for (; i + 8 <= out.size(); i += 8) {
    FourStates a(first_index + i, lane, replication);
    FourStates b(first_index + i + 4, lane, replication);
    __m256i key0 = _mm256_set1_epi64x(static_cast<long long>(key.value));
    __m256i key1 = _mm256_srli_epi64(key0, 32);
    for (int round = 0; round < 10; ++round) {
      a.apply_round(key0, key1);
      b.apply_round(key0, key1);
      key0 = _mm256_add_epi64(key0, _mm256_set1_epi64x(kKeyStep0));
      key1 = _mm256_add_epi64(key1, _mm256_set1_epi64x(kKeyStep1));
    }
    a.store(&out[i]);
    b.store(&out[i + 4]);
  }
  return i;
}

// Fills eights of blocks; returns how many blocks that were.
HOLDLINE_AVX2 std::size_t fill_eights(StreamKey key, std::uint32_t replication,
                                      std::uint64_t first_index, std::uint32_t lane,
                                      std::span<Block> out) {
  if (lane == 0) return eights(key, replication, first_index, 0, out);
  return eights(key, replication, first_index, lane, out);
}

// Blocks of one index, each of a key and a lane of its own. Rolled loops: unrolled, gcc makes ten
// constants of the steps of the keys, and has no registers for them.
void two_of(const StreamKey* keys, std::uint32_t replication, std::uint64_t index,
            std::uint32_t first_lane, const std::uint32_t* offsets, Block* out) {
  TwoStates a(index, _mm_set_epi64x(first_lane + offsets[1], first_lane + offsets[0]), replication);
  __m128i key0 = _mm_loadu_si128(reinterpret_cast<const __m128i*>(keys));
  __m128i key1 = _mm_srli_epi64(key0, 32);
  HOLDLINE_ROLLED
  for (int round = 0; round < 10; ++round) {
    a.apply_round(key0, key1);
    key0 = _mm_add_epi64(key0, _mm_set1_epi64x(kKeyStep0));
    key1 = _mm_add_epi64(key1, _mm_set1_epi64x(kKeyStep1));
  }
  a.store(out);
}

struct FourKeyedStates {
  FourStates states;
  __m256i key0, key1;

  HOLDLINE_AVX2 FourKeyedStates(const StreamKey* keys, std::uint32_t replication,
                                std::uint64_t index, std::uint32_t first_lane,
                                const std::uint32_t* offsets)
      : states(index,
               _mm256_cvtepu32_epi64(
                   _mm_add_epi32(_mm_set1_epi32(static_cast<int>(first_lane)),
                                 _mm_loadu_si128(reinterpret_cast<const __m128i*>(offsets)))),
               replication),
        key0(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(keys))),
        key1(_mm256_srli_epi64(key0, 32)) {}

  HOLDLINE_AVX2 void apply_round() {
    states.apply_round(key0, key1);
    key0 = _mm256_add_epi64(key0, _mm256_set1_epi64x(kKeyStep0));
    key1 = _mm256_add_epi64(key1, _mm256_set1_epi64x(kKeyStep1));
  }
};

HOLDLINE_AVX2 void four_of(const StreamKey* keys, std::uint32_t replication, std::uint64_t index,
                           std::uint32_t first_lane, const std::uint32_t* offsets, Block* out) {
  FourKeyedStates a(keys, replication, index, first_lane, offsets);
  HOLDLINE_ROLLED
  for (int round = 0; round < 10; ++round) a.apply_round();
  a.states.store(out);
}

HOLDLINE_AVX2 void eight_of(const StreamKey* keys, std::uint32_t replication, std::uint64_t index,
                            std::uint32_t first_lane, const std::uint32_t* offsets, Block* out) {
  FourKeyedStates a(keys, replication, index, first_lane, offsets);
  FourKeyedStates b(keys + 4, replication, index, first_lane, offsets + 4);
  HOLDLINE_ROLLED
  for (int round = 0; round < 10; ++round) {
    a.apply_round();
    b.apply_round();
  }
  a.states.store(out);
  b.states.store(out + 4);
}

#endif

}  // namespace

void fill_blocks([[maybe_unused]] Lanes lanes, StreamKey key, std::uint32_t replication,
                 std::uint64_t first_index, std::span<Block> out, std::uint32_t lane) {
  std::size_t i = 0;
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes == Lanes::eight) i = fill_many(key, replication, first_index, lane, out);
  if (lanes != Lanes::baseline) {
    i += fill_eights(key, replication, first_index + i, lane, out.subspan(i));
  }
  for (; i + 4 <= out.size(); i += 4) four_blocks(key, replication, first_index + i, lane, &out[i]);
#endif
  for (; i < out.size(); ++i) out[i] = block_at(key, replication, first_index + i, lane);
}

void fill_four_of([[maybe_unused]] Lanes lanes, std::span<const StreamKey, 4> keys,
                  std::uint32_t replication, std::uint64_t index, std::uint32_t first_lane,
                  std::span<const std::uint32_t, 4> offsets, std::span<Block, 4> out) {
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes != Lanes::baseline) {
    four_of(keys.data(), replication, index, first_lane, offsets.data(), out.data());
    return;
  }
  two_of(&keys[0], replication, index, first_lane, &offsets[0], &out[0]);
  two_of(&keys[2], replication, index, first_lane, &offsets[2], &out[2]);
#else
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = block_at(keys[i], replication, index, first_lane + offsets[i]);
  }
#endif
}

void fill_eight_of(Lanes lanes, std::span<const StreamKey, 8> keys, std::uint32_t replication,
                   std::uint64_t index, std::uint32_t first_lane,
                   std::span<const std::uint32_t, 8> offsets, std::span<Block, 8> out) {
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes != Lanes::baseline) {
    eight_of(keys.data(), replication, index, first_lane, offsets.data(), out.data());
    return;
  }
#endif
  fill_four_of(lanes, keys.first<4>(), replication, index, first_lane, offsets.first<4>(),
               out.first<4>());
  fill_four_of(lanes, keys.last<4>(), replication, index, first_lane, offsets.last<4>(),
               out.last<4>());
}

}  // namespace holdline::bulk
