// Draws of a source's issues, made some dozens of issues at a time: the generator and logarithms
// side by side cost a third of what they cost one by one. Each is what the same address gives when
// it is asked for alone.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "kernel/sampler.hpp"
#include "model/attempt_draws.hpp"

namespace holdline {

/// What will be asked of the issues of a source whose first contacts are all of one contact type.
struct AheadChoice {
  const Sampler* patience = nullptr;  ///< of the first contact; null: it comes with both
  const Sampler* talk = nullptr;      ///< null where `patience` is
  bool with_blocks = false;    ///< of attempts and experiences too: pays where issues are many
  bool has_front_end = false;  ///< the first contact meets menus or a machine
  bool has_outcomes = false;
};

class DrawsAhead {
 public:
  static constexpr std::size_t kBatch = 64;

  /// Those of issues `first` to `first` + kBatch - 1.
  void fill(const AheadChoice& choice, const IssueKeys& keys, std::uint32_t replication,
            std::uint64_t first);
  void clear() { filled_ = 0; }
  [[nodiscard]] bool holds(std::uint64_t number) const { return number - first_ < filled_; }

  // Of an issue that it holds.
  /// The first contact's [s], if they were chosen.
  [[nodiscard]] double patience_s(std::uint64_t number) const {
    return patience_s_[number - first_];
  }
  [[nodiscard]] double talk_s(std::uint64_t number) const { return talk_s_[number - first_]; }
  [[nodiscard]] bool has_blocks() const { return blocks_ != nullptr; }
  // If it has blocks.
  /// The first attempt's, but for the block that patience and talk were made of.
  [[nodiscard]] const AttemptDraws& attempt(std::uint64_t number) const {
    return blocks_->attempts[number - first_];
  }
  /// If there are outcomes.
  [[nodiscard]] const ExperienceDraws& experience(std::uint64_t number) const {
    return blocks_->experiences[number - first_];
  }

 private:
  struct Blocks {
    std::array<AttemptDraws, kBatch> attempts;
    std::array<ExperienceDraws, kBatch> experiences;
  };

  void fill_blocks(const AheadChoice& choice, const IssueKeys& keys, std::uint32_t replication);

  std::array<double, kBatch> patience_s_, talk_s_;
  std::unique_ptr<Blocks> blocks_;
  std::uint64_t first_ = 0;
  std::uint64_t filled_ = 0;
};

}  // namespace holdline
