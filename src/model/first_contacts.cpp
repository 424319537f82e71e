#include "model/first_contacts.hpp"

namespace holdline {

void FirstContacts::fill(const Sampler& patience, const Sampler& talk, StreamKey key,
                         std::uint32_t replication, std::uint64_t first) {
  std::array<Block, kBatch> words;
  fill_blocks(key, replication, first, words);
  patience.fill_s(words, 0, key, replication, first, patience_s_);
  talk.fill_s(words, 1, key, replication, first, talk_s_);
  first_ = first;
  filled_ = kBatch;
}

}  // namespace holdline
