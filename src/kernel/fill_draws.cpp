// Exponential, Weibull, lognormal and piecewise-hazard draws in bulk: the operations of sample_s in
// the same order, so the bits are equal; loops that the compiler vectorises, compiled for SSE2,
// AVX2 and AVX-512.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "kernel/bulk.hpp"
#include "kernel/exact_inline.hpp"

namespace holdline::bulk {
namespace {

constexpr std::size_t kChunk = 64;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// always_inline: a body is compiled for the target of the function that it is part of.
#define HOLDLINE_BODY [[gnu::always_inline]] inline

// Words side by side, for loops without strides.
HOLDLINE_BODY void gather(std::span<const Block> blocks, std::size_t word, std::uint64_t* words) {
  for (std::size_t i = 0; i < blocks.size(); ++i) words[i] = blocks[i][word];
}

HOLDLINE_BODY void exponential_body(double mean_s, std::span<const Block> blocks, std::size_t word,
                                    std::span<double> out_s) {
  std::array<std::uint64_t, kChunk> words;
  for (std::size_t start = 0; start < out_s.size(); start += kChunk) {
    const std::size_t count = std::min(kChunk, out_s.size() - start);
    double* const out = &out_s[start];
    gather(blocks.subspan(start, count), word, words.data());
    for (std::size_t i = 0; i < count; ++i) out[i] = mean_s * exact::hazard_of(words[i]);
  }
}

// exp of each, times `scale`. Hardly ever is one beyond the ends: then all take the longer way.
HOLDLINE_BODY void scale_exp(double scale, double* values, std::size_t count) {
  std::uint64_t inside = 0;
  for (std::size_t i = 0; i < count; ++i) {
    inside += static_cast<unsigned>(values[i] >= exact::kLeastExponent) &
              static_cast<unsigned>(values[i] <= exact::kMostExponent);
  }
  if (inside == count) [[likely]] {
    for (std::size_t i = 0; i < count; ++i) values[i] = scale * exact::exp_inside(values[i]);
  } else {
    for (std::size_t i = 0; i < count; ++i) values[i] = scale * exact::exp_clamped(values[i]);
  }
}

HOLDLINE_BODY void weibull_body(double shape, double scale_s, std::span<const Block> blocks,
                                std::size_t word, std::span<double> out_s) {
  std::array<std::uint64_t, kChunk> words;
  for (std::size_t start = 0; start < out_s.size(); start += kChunk) {
    const std::size_t count = std::min(kChunk, out_s.size() - start);
    double* const out = &out_s[start];
    gather(blocks.subspan(start, count), word, words.data());
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = exact::log_normal(exact::hazard_of(words[i])) / shape;
    }
    scale_exp(scale_s, out, count);
  }
}

// In passes: the quantile's central formula for all, which vectorises; the tail's formula for those
// that need it, listed without a branch (15 % at random, a branch would be mispredicted); exp for
// all.
HOLDLINE_BODY void lognormal_body(double log_mean, double log_sd, std::span<const Block> blocks,
                                  std::size_t word, std::span<double> out_s) {
  std::array<std::uint64_t, kChunk> words;
  std::array<double, kChunk> units;
  std::array<std::size_t, kChunk> tails;
  for (std::size_t start = 0; start < out_s.size(); start += kChunk) {
    const std::size_t count = std::min(kChunk, out_s.size() - start);
    double* const out = &out_s[start];
    gather(blocks.subspan(start, count), word, words.data());
    for (std::size_t i = 0; i < count; ++i) {
      units[i] = to_unit(words[i]);
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
    for (std::size_t i = 0; i < count; ++i) out[i] = log_mean + log_sd * out[i];
    scale_exp(1.0, out, count);
  }
}

// Each piece answers for all, and those that get beyond it are answered again.
HOLDLINE_BODY void invert_body(const HazardPieces& pieces, std::span<double> values) {
  std::array<double, kChunk> hazards;
  for (std::size_t start = 0; start < values.size(); start += kChunk) {
    const std::size_t count = std::min(kChunk, values.size() - start);
    double* const out = &values[start];
    std::copy_n(out, count, hazards.data());
    for (std::size_t piece = 0; piece < pieces.begins_s.size(); ++piece) {
      const double begin_s = pieces.begins_s[piece];
      const double rate = pieces.rates_per_s[piece];
      const double from = pieces.cumulative[piece];
      for (std::size_t i = 0; i < count; ++i) {
        const double time_s = rate > 0.0 ? begin_s + (hazards[i] - from) / rate : kInfinity;
        out[i] = from <= hazards[i] ? time_s : out[i];
      }
    }
  }
}

#undef HOLDLINE_BODY

#if HOLDLINE_HAS_AVX2_CODE

HOLDLINE_AVX2 void exponential_four(double mean_s, std::span<const Block> blocks, std::size_t word,
                                    std::span<double> out_s) {
  exponential_body(mean_s, blocks, word, out_s);
}

HOLDLINE_AVX2 void weibull_four(double shape, double scale_s, std::span<const Block> blocks,
                                std::size_t word, std::span<double> out_s) {
  weibull_body(shape, scale_s, blocks, word, out_s);
}

HOLDLINE_AVX2 void lognormal_four(double log_mean, double log_sd, std::span<const Block> blocks,
                                  std::size_t word, std::span<double> out_s) {
  lognormal_body(log_mean, log_sd, blocks, word, out_s);
}

HOLDLINE_AVX2 void invert_four(const HazardPieces& pieces, std::span<double> values) {
  invert_body(pieces, values);
}

HOLDLINE_AVX512 void exponential_eight(double mean_s, std::span<const Block> blocks,
                                       std::size_t word, std::span<double> out_s) {
  exponential_body(mean_s, blocks, word, out_s);
}

HOLDLINE_AVX512 void weibull_eight(double shape, double scale_s, std::span<const Block> blocks,
                                   std::size_t word, std::span<double> out_s) {
  weibull_body(shape, scale_s, blocks, word, out_s);
}

HOLDLINE_AVX512 void lognormal_eight(double log_mean, double log_sd, std::span<const Block> blocks,
                                     std::size_t word, std::span<double> out_s) {
  lognormal_body(log_mean, log_sd, blocks, word, out_s);
}

HOLDLINE_AVX512 void invert_eight(const HazardPieces& pieces, std::span<double> values) {
  invert_body(pieces, values);
}

#endif

}  // namespace

void fill_exponential([[maybe_unused]] Lanes lanes, double mean_s, std::span<const Block> blocks,
                      std::size_t word, std::span<double> out_s) {
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes == Lanes::eight) return exponential_eight(mean_s, blocks, word, out_s);
  if (lanes == Lanes::four) return exponential_four(mean_s, blocks, word, out_s);
#endif
  exponential_body(mean_s, blocks, word, out_s);
}

void fill_weibull([[maybe_unused]] Lanes lanes, double shape, double scale_s,
                  std::span<const Block> blocks, std::size_t word, std::span<double> out_s) {
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes == Lanes::eight) return weibull_eight(shape, scale_s, blocks, word, out_s);
  if (lanes == Lanes::four) return weibull_four(shape, scale_s, blocks, word, out_s);
#endif
  weibull_body(shape, scale_s, blocks, word, out_s);
}

void fill_lognormal([[maybe_unused]] Lanes lanes, double log_mean, double log_sd,
                    std::span<const Block> blocks, std::size_t word, std::span<double> out_s) {
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes == Lanes::eight) return lognormal_eight(log_mean, log_sd, blocks, word, out_s);
  if (lanes == Lanes::four) return lognormal_four(log_mean, log_sd, blocks, word, out_s);
#endif
  lognormal_body(log_mean, log_sd, blocks, word, out_s);
}

void invert_hazards([[maybe_unused]] Lanes lanes, const HazardPieces& pieces,
                    std::span<double> values) {
#if HOLDLINE_HAS_AVX2_CODE
  if (lanes == Lanes::eight) return invert_eight(pieces, values);
  if (lanes == Lanes::four) return invert_four(pieces, values);
#endif
  invert_body(pieces, values);
}

}  // namespace holdline::bulk
