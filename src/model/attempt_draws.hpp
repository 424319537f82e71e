// The draws that most attempts of a customer ask for, made all at once: eight blocks of the
// generator side by side cost about what two cost one by one. Nothing here is a draw of its own:
// each is what its address gives when it is asked for alone.
#pragma once

#include <array>
#include <cstdint>
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

 private:
  std::array<Block, 8> blocks_{};
};

/// The blocks of what an issue leaves behind, by lane.
using ExperienceDraws = std::array<Block, 4>;
[[nodiscard]] ExperienceDraws draw_experience_blocks(const IssueKeys& keys,
                                                     std::uint32_t replication,
                                                     std::uint64_t number);

/// A sequence of draws whose first blocks may be known already.
class WordsAhead {
 public:
  /// Nothing is known.
  explicit WordsAhead(const DrawSequence& draws) : rest_(draws) {}
  /// `known` are the blocks of `lane` and those that follow; they must outlive the sequence.
  WordsAhead(std::span<const Block> known, StreamKey key, std::uint32_t replication,
             std::uint64_t index, std::uint32_t lane)
      : known_(known),
        left_(2 * known.size()),
        key_(key),
        index_(index),
        replication_(replication),
        lane_(lane),
        rest_(key, replication, index, lane + static_cast<std::uint32_t>(known.size())) {}

  std::uint64_t next_bits() { return left_ > 0 ? next_known() : rest_.next_bits(); }
  double next_unit() { return to_unit(next_bits()); }
  /// As the sampler would draw from the sequence.
  double sample_s(const Sampler& sampler);
  /// What follows, when all that was known is used.
  [[nodiscard]] const DrawSequence& rest() const { return rest_; }

 private:
  std::uint64_t next_known() {
    const std::size_t used = 2 * known_.size() - left_--;
    return known_[used / 2][used % 2];
  }

  std::span<const Block> known_;
  std::size_t left_ = 0;  ///< words of known_ not yet handed out
  StreamKey key_;
  std::uint64_t index_ = 0;
  std::uint32_t replication_ = 0;
  std::uint32_t lane_ = 0;
  DrawSequence rest_;
};

}  // namespace holdline
