// Draws from a Distribution by inversion of one word wherever there is a closed inverse, so that a
// draw is monotone in its word and equal on every machine; gamma rejects (Marsaglia, Tsang 2000).
//
// One word also chooses: the atom at zero and the parts of a mixture own intervals of words, and
// the word's place within the interval, stretched to 64 bits, is the chosen part's word. A draw of
// a mixture of closed inverses therefore costs one word, and a part of weight w keeps 2^64 w
// different words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "holdline/kernel/distribution.hpp"
#include "holdline/kernel/random.hpp"
#include "holdline/util/int128.hpp"

namespace holdline {

/// A distribution prepared for drawing. Immutable and shared by threads.
class Sampler {
 public:
  Sampler() : Sampler(deterministic(0.0)) {}
  explicit Sampler(const Distribution& distribution);

  /// A draw [s] from the words of `draws`; +infinity for `infinite`. Never decreasing in the first
  /// word, but for gamma, Erlang and mixtures.
  [[nodiscard]] double sample_s(DrawSequence& draws) const;
  /// The same when the first word is known; further ones come from `more`. Not for is_constant().
  [[nodiscard]] double sample_s(std::uint64_t word, DrawSequence& more) const {
    return draw_s(word, more);
  }

  /// True if every draw takes one word, no more and no less.
  [[nodiscard]] bool takes_one_word() const { return takes_one_word_; }
  /// The draw of that word.
  [[nodiscard]] double sample_s(std::uint64_t word) const;

  /// Draws [s] for contacts `first_index`, `first_index`+1, ... whose first words are
  /// `blocks[i][word]`; further words, where a sampler needs them, come from lanes
  /// 1 + 1024*word on of (key, replication, first_index + i). Equal to sample_s on the same words.
  void fill_s(std::span<const Block> blocks, std::size_t word, StreamKey key,
              std::uint32_t replication, std::uint64_t first_index, std::span<double> out_s) const;

  /// True if the draw is always the same number (no randomness is used).
  [[nodiscard]] bool is_constant() const;
  /// True if the draw is always +infinity.
  [[nodiscard]] bool is_infinite() const {
    return spec_.kind == DistributionKind::infinite && zero_words_ == 0;
  }

 private:
  /// Words from `start`, `width` of them, stretched to all words.
  struct WordRange {
    std::uint64_t start = 0;
    UInt128 width = 0;
    [[nodiscard]] std::uint64_t stretch(std::uint64_t word) const {
      return static_cast<std::uint64_t>((UInt128{word - start} << 64) / width);
    }
  };

  [[nodiscard]] double draw_s(std::uint64_t word, DrawSequence& more) const;
  [[nodiscard]] double draw_nonzero_s(std::uint64_t word, DrawSequence& more) const;
  [[nodiscard]] double draw_part_s(std::uint64_t word, DrawSequence& more) const;
  [[nodiscard]] double draw_erlang_s(std::uint64_t word, DrawSequence& more) const;
  [[nodiscard]] double draw_gamma_s(std::uint64_t word, DrawSequence& more) const;
  [[nodiscard]] double invert_triangular_s(std::uint64_t word) const;
  /// Where the integrated hazard reaches `hazard`.
  [[nodiscard]] double invert_hazard_s(double hazard) const;
  void invert_hazards(std::span<double> values) const;
  void prepare_parts();
  void prepare_hazard();

  [[nodiscard]] bool needs_further_words() const;

  /// Of a hazard: to count them all costs less than to guess wrong in a search.
  static constexpr std::size_t kFewPieces = 16;

  Distribution spec_;
  bool takes_one_word_ = false;
  std::uint64_t zero_words_ = 0;       ///< words below this draw the atom at zero
  std::vector<WordRange> part_words_;  ///< of a mixture's parts_
  std::vector<Sampler> parts_;
  std::vector<double> cumulative_hazard_;  ///< at each start of piecewise_hazard [1]
};

}  // namespace holdline
