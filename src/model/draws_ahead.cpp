#include "model/draws_ahead.hpp"

#include "kernel/bulk.hpp"

namespace holdline {

void DrawsAhead::fill(const AheadChoice& choice, const IssueKeys& keys, std::uint32_t replication,
                      std::uint64_t first) {
  first_ = first;
  filled_ = kBatch;
  if (choice.patience != nullptr) {
    std::array<Block, kBatch> words;
    bulk::fill_blocks(cpu_lanes(), keys.contact, replication, first, words);
    choice.patience->fill_s(words, 0, keys.contact, replication, first, patience_s_);
    choice.talk->fill_s(words, 1, keys.contact, replication, first, talk_s_);
  }
  if (choice.with_blocks) fill_blocks(choice, keys, replication);
}

void DrawsAhead::fill_blocks(const AheadChoice& choice, const IssueKeys& keys,
                             std::uint32_t replication) {
  if (blocks_ == nullptr) blocks_ = std::make_unique<Blocks>();
  std::array<AttemptDraws, kBatch>& attempts = blocks_->attempts;
  std::array<Block, kBatch> words;
  const auto draw = [&](StreamKey key, std::uint32_t lane) {
    bulk::fill_blocks(cpu_lanes(), key, replication, first_, words, lane);
  };
  const std::size_t blocks =
      choice.has_front_end ? AttemptDraws::kLanes.size() : AttemptDraws::kPlainBlocks;
  for (std::size_t block = 1; block < blocks; ++block) {
    draw(keys.attempt[block], AttemptDraws::kLanes[block]);
    for (std::size_t i = 0; i < kBatch; ++i) attempts[i].set(block, words[i]);
    if (block != AttemptDraws::kFirstOfMenu) continue;
    std::array<double, kBatch> hazards;
    bulk::fill_exponential(cpu_lanes(), 1.0, words, 0, hazards);
    for (std::size_t i = 0; i < kBatch; ++i) attempts[i].set_menu_hazard(hazards[i]);
  }
  if (!choice.has_outcomes) return;
  for (std::uint32_t lane = 0; lane < std::tuple_size_v<ExperienceDraws>; ++lane) {
    draw(keys.experience, lane);
    for (std::size_t i = 0; i < kBatch; ++i) blocks_->experiences[i][lane] = words[i];
  }
}

}  // namespace holdline
