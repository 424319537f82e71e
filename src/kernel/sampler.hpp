// Draws from a Distribution by inversion of one word wherever there is a closed inverse, so that a
// draw is monotone in its word and equal on every machine; gamma rejects (Marsaglia, Tsang 2000).
#pragma once

#include "holdline/kernel/distribution.hpp"
#include "holdline/kernel/random.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace holdline {

/// A distribution prepared for drawing. Immutable and shared by threads.
class Sampler {
 public:
  Sampler() : Sampler(deterministic(0.0)) {}
  explicit Sampler(const Distribution& distribution);

  /// A draw [s] from the words of `draws`; +infinity for `infinite`.
  [[nodiscard]] double sample_s(DrawSequence& draws) const;

  /// Draws [s] for contacts `first_index`, `first_index`+1, ... whose first words are
  /// `blocks[i][word]`; further words, where a sampler needs them, come from lanes
  /// 1 + 1024*word on of (key, replication, first_index + i). Equal to sample_s on the same words.
  void fill_s(std::span<const Block> blocks, std::size_t word, StreamKey key,
              std::uint32_t replication, std::uint64_t first_index, std::span<double> out_s) const;

  /// True if the draw is always the same number (no randomness is used).
  [[nodiscard]] bool is_constant() const;
  [[nodiscard]] bool is_infinite() const { return spec_.kind == DistributionKind::infinite; }

 private:
  [[nodiscard]] double invert_s(double unit) const;  ///< kinds with a closed inverse
  Distribution spec_;
  std::vector<double> cumulative_;  ///< mixture weights, or cumulative hazard at each start
  std::vector<Sampler> parts_;
};

}  // namespace holdline
