// The draws of the first attempts of a source's issues, made some dozens at a time: one block alone
// costs the generator three times what it costs among many, and logarithms side by side cost a
// third. Only what most issues will ask for is made ahead, and nothing here is a draw of its own:
// each is what the same address gives when it is asked for alone.
#pragma once

#include <array>
#include <cstdint>

#include "kernel/sampler.hpp"
#include "model/contact.hpp"

namespace holdline {

/// The keys of the draws of a source of issues.
struct IssueKeys {
  StreamKey contact, hold, wrap_up, balking, resolution, retrial, escalation, experience;
  StreamKey menu, self_service, callback;
};

/// What a source's draws are needed for in a scenario and plan.
struct DrawsWanted {
  const Sampler* patience = nullptr;  ///< of the contact type, if all issues go to the same one
  const Sampler* talk = nullptr;
  bool menus = false;
  bool machine = false;
  bool outcomes = false;
};

class FirstDraws {
 public:
  static constexpr std::size_t kBatch = 64;
  using Blocks = std::array<Block, kBatch>;

  /// The draws of issues `first` to `first` + kBatch - 1.
  void fill(const IssueKeys& keys, const DrawsWanted& wanted, std::uint32_t replication,
            std::uint64_t first);
  void clear() { filled_ = 0; }
  [[nodiscard]] bool holds(std::uint64_t number) const { return number - first_ < filled_; }
  [[nodiscard]] bool has_contacts() const { return has_contacts_; }
  /// Where an issue that it holds stands in all the arrays below.
  [[nodiscard]] std::size_t place(std::uint64_t number) const { return number - first_; }

  /// Block by the lane within the attempt. Filled as far as wanted.
  Blocks contact, resolution, retrial;
  std::array<Blocks, 2> menu, self_service, experience;
  std::array<double, kBatch> patience_s, talk_s;  ///< if has_contacts()
  std::array<double, kBatch> hang_up_unit;        ///< of the first word of menu[0]

 private:
  std::uint64_t first_ = 0;
  std::uint64_t filled_ = 0;
  bool has_contacts_ = false;
};

/// A sequence of draws whose first two blocks may be known already.
class WordsAhead {
 public:
  /// Nothing is known.
  explicit WordsAhead(const DrawSequence& draws) : rest_(draws) {}
  /// `first` and `second` are the blocks of `lane` and the next one.
  WordsAhead(const Block& first, const Block& second, StreamKey key, std::uint32_t replication,
             std::uint64_t index, std::uint32_t lane)
      : words_{first[0], first[1], second[0], second[1]},
        used_(0),
        key_(key),
        index_(index),
        replication_(replication),
        lane_(lane),
        rest_(key, replication, index, lane + 2) {}

  std::uint64_t next_bits() { return used_ < words_.size() ? words_[used_++] : rest_.next_bits(); }
  double next_unit() { return to_unit(next_bits()); }
  /// As the sampler would draw from the sequence.
  double sample_s(const Sampler& sampler);
  /// What follows, when all that was known is used.
  [[nodiscard]] const DrawSequence& rest() const { return rest_; }

 private:
  std::array<std::uint64_t, 4> words_{};
  std::size_t used_ = 4;
  StreamKey key_;
  std::uint64_t index_ = 0;
  std::uint32_t replication_ = 0;
  std::uint32_t lane_ = 0;
  DrawSequence rest_;
};

}  // namespace holdline
