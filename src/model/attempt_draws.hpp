// The draws that most attempts of a customer ask for, made all at once: eight blocks of the
// generator side by side cost about what two cost one by one. Nothing here is a draw of its own:
// each is what its address gives when it is asked for alone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "kernel/sampler.hpp"

namespace holdline {

/// The keys of the draws of a source of issues.
struct IssueKeys {
  StreamKey contact, hold, wrap_up, balking, resolution, retrial, escalation, experience;
  StreamKey menu, self_service, callback;
  std::array<StreamKey, 8> attempt;  ///< of the blocks of AttemptDraws
  std::array<StreamKey, 4> after;    ///< `experience`, by block
};

[[nodiscard]] IssueKeys make_issue_keys(std::uint64_t seed, const std::string& source);

class AttemptDraws {
 public:
  /// By block: its lane, counted from the attempt's first. Its key is that of IssueKeys::attempt.
  static constexpr std::array<std::uint32_t, 8> kLanes{0, 0, 0, 0, 1, 2, 0, 1};
  /// So many, the first of them, are for every attempt; the others are of menus and machine.
  static constexpr std::size_t kPlainBlocks = 3;
  static constexpr std::size_t kFirstOfMenu = kPlainBlocks;

  /// Of the attempt whose lanes begin at `lane`; `with_front_end`: those of menus and machine too.
  void draw(const IssueKeys& keys, std::uint32_t replication, std::uint64_t number,
            std::uint32_t lane, bool with_front_end);

  [[nodiscard]] const Block& contact() const { return blocks_[0]; }
  [[nodiscard]] const Block& retrial() const { return blocks_[1]; }
  [[nodiscard]] const Block& resolution() const { return blocks_[2]; }
  /// The first blocks of the walk through the menus, and of the talk with the machine.
  [[nodiscard]] std::span<const Block> menu() const { return std::span(blocks_).subspan(3, 3); }
  [[nodiscard]] std::span<const Block> self_service() const {
    return std::span(blocks_).subspan(6, 2);
  }
  /// The exponential of mean 1 that the menus' first word stands for.
  [[nodiscard]] double menu_hazard() const { return menu_hazard_; }
  void set(std::size_t block, const Block& words) { blocks_[block] = words; }
  void set_menu_hazard(double hazard) { menu_hazard_ = hazard; }

 private:
  double menu_hazard_ = 0.0;
  std::array<Block, kLanes.size()> blocks_{};
};

/// The blocks of what an issue leaves behind, by lane.
using ExperienceDraws = std::array<Block, 3>;
[[nodiscard]] ExperienceDraws draw_experience_blocks(const IssueKeys& keys,
                                                     std::uint32_t replication,
                                                     std::uint64_t number);

/// A sequence of draws whose first blocks may be known already.
class WordsAhead {
 public:
  /// Nothing is known.
  explicit WordsAhead(const DrawSequence& draws) : more_(draws) {}
  /// `known` are the blocks of `lane` and those that follow; they must outlive the sequence.
  WordsAhead(std::span<const Block> known, StreamKey key, std::uint32_t replication,
             std::uint64_t index, std::uint32_t lane)
      : known_(words_of(known)), key_(key), index_(index), replication_(replication), lane_(lane) {}

  std::uint64_t next_bits() { return used_ < known_.size() ? known_[used_++] : rest().next_bits(); }
  double next_unit() { return to_unit(next_bits()); }
  /// As the sampler would draw from the sequence.
  double sample_s(const Sampler& sampler) {
    if (used_ < known_.size() && sampler.takes_one_word()) return sampler.sample_s(known_[used_++]);
    return sample_further_s(sampler);
  }
  /// What follows, when all that was known is used.
  [[nodiscard]] DrawSequence& rest();

 private:
  double sample_further_s(const Sampler& sampler);
  /// The words of blocks, one after another.
  static std::span<const std::uint64_t> words_of(std::span<const Block> blocks) {
    static_assert(sizeof(Block) == 2 * sizeof(std::uint64_t));
    return {reinterpret_cast<const std::uint64_t*>(blocks.data()), 2 * blocks.size()};
  }

  std::span<const std::uint64_t> known_;
  std::size_t used_ = 0;  ///< of known_
  StreamKey key_;
  std::uint64_t index_ = 0;
  std::uint32_t replication_ = 0;
  std::uint32_t lane_ = 0;
  std::optional<DrawSequence> more_;  ///< once it is asked for: few go beyond what is known
};

}  // namespace holdline
