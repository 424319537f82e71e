// Draws in bulk: the kinds that a busy centre draws for every contact have loops of their own.
#include <algorithm>
#include <cassert>
#include <limits>

#include "kernel/bulk.hpp"
#include "kernel/sampler.hpp"

namespace holdline {

void Sampler::invert_hazards(std::span<double> values) const {
  if (cumulative_hazard_.size() <= kFewPieces) {
    bulk::invert_hazards(cpu_lanes(), {spec_.points, spec_.weights, cumulative_hazard_}, values);
  } else {
    for (double& value : values) value = invert_hazard_s(value);
  }
}

void Sampler::fill_s(std::span<const Block> blocks, std::size_t word, StreamKey key,
                     std::uint32_t replication, std::uint64_t first_index,
                     std::span<double> out_s) const {
  assert(blocks.size() >= out_s.size() && word < 2);
  if (is_constant()) {
    const double value_s = is_infinite() ? std::numeric_limits<double>::infinity() : spec_.a;
    std::fill(out_s.begin(), out_s.end(), value_s);
  } else if (spec_.kind == DistributionKind::exponential && zero_words_ == 0) {
    bulk::fill_exponential(cpu_lanes(), spec_.a, blocks, word, out_s);
  } else if (spec_.kind == DistributionKind::weibull && zero_words_ == 0) {
    bulk::fill_weibull(cpu_lanes(), spec_.a, spec_.b, blocks, word, out_s);
  } else if (spec_.kind == DistributionKind::lognormal && zero_words_ == 0) {
    bulk::fill_lognormal(cpu_lanes(), spec_.a, spec_.b, blocks, word, out_s);
  } else if (spec_.kind == DistributionKind::piecewise_hazard && zero_words_ == 0) {
    bulk::fill_exponential(cpu_lanes(), 1.0, blocks, word, out_s);
    invert_hazards(out_s);
  } else {
    const auto first_lane = static_cast<std::uint32_t>(1 + 1024 * word);
    for (std::size_t i = 0; i < out_s.size(); ++i) {
      DrawSequence draws(blocks[i][word], key, replication, first_index + i, first_lane);
      out_s[i] = sample_s(draws);
    }
  }
}

}  // namespace holdline
