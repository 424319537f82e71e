// Draws in bulk. The kinds that a busy centre draws for every contact have loops of their own; the
// operations on each draw are those of sample_s in the same order, so the bits are equal.
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

#include "kernel/exact_inline.hpp"
#include "kernel/sampler.hpp"

namespace holdline {
namespace {

void fill_exponential(double mean_s, std::span<const Block> blocks, std::size_t word,
                      std::span<double> out_s) {
  for (std::size_t i = 0; i < out_s.size(); ++i) {
    out_s[i] = mean_s * exact::hazard_of(blocks[i][word]);
  }
}

// In three passes: the quantile's central formula for all, which vectorises; the tail's formula
// for those that need it, listed without a branch (15 % at random, a branch would be mispredicted);
// exp for all.
void fill_lognormal(double log_mean, double log_sd, std::span<const Block> blocks, std::size_t word,
                    std::span<double> out_s) {
  constexpr std::size_t chunk = 64;
  std::array<double, chunk> units;
  std::array<std::size_t, chunk> tails;
  for (std::size_t start = 0; start < out_s.size(); start += chunk) {
    const std::size_t count = std::min(chunk, out_s.size() - start);
    double* const out = &out_s[start];
    for (std::size_t i = 0; i < count; ++i) {
      units[i] = to_unit(blocks[start + i][word]);
      out[i] = exact::normal_quantile_center(units[i] - 0.5);
    }
    std::size_t tail_count = 0;
    for (std::size_t i = 0; i < count; ++i) {
      tails[tail_count] = i;
      tail_count += std::fabs(units[i] - 0.5) > 0.425;
    }
    for (std::size_t k = 0; k < tail_count; ++k) {
      out[tails[k]] = exact::normal_quantile_of(units[tails[k]]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = exact::exp_clamped(log_mean + log_sd * out[i]);
    }
  }
}

}  // namespace

void Sampler::fill_s(std::span<const Block> blocks, std::size_t word, StreamKey key,
                     std::uint32_t replication, std::uint64_t first_index,
                     std::span<double> out_s) const {
  assert(blocks.size() >= out_s.size() && word < 2);
  if (is_constant()) {
    const double value_s = is_infinite() ? std::numeric_limits<double>::infinity() : spec_.a;
    std::fill(out_s.begin(), out_s.end(), value_s);
  } else if (spec_.kind == DistributionKind::exponential && zero_words_ == 0) {
    fill_exponential(spec_.a, blocks, word, out_s);
  } else if (spec_.kind == DistributionKind::lognormal && zero_words_ == 0) {
    fill_lognormal(spec_.a, spec_.b, blocks, word, out_s);
  } else {
    const auto first_lane = static_cast<std::uint32_t>(1 + 1024 * word);
    for (std::size_t i = 0; i < out_s.size(); ++i) {
      DrawSequence draws(blocks[i][word], key, replication, first_index + i, first_lane);
      out_s[i] = sample_s(draws);
    }
  }
}

}  // namespace holdline
