#include "model/first_draws.hpp"

#include "kernel/bulk.hpp"

namespace holdline {

void FirstDraws::fill(const IssueKeys& keys, const DrawsWanted& wanted, std::uint32_t replication,
                      std::uint64_t first) {
  const Lanes lanes = cpu_lanes();
  const auto blocks = [&](StreamKey key, std::uint32_t lane, Blocks& out) {
    bulk::fill_blocks(lanes, key, replication, first, out, lane);
  };
  first_ = first;
  filled_ = kBatch;
  blocks(keys.contact, 0, contact);
  has_contacts_ = wanted.patience != nullptr;
  if (has_contacts_) {
    wanted.patience->fill_s(contact, 0, keys.contact, replication, first, patience_s);
    wanted.talk->fill_s(contact, 1, keys.contact, replication, first, talk_s);
  }
  blocks(keys.retrial, 0, retrial);
  if (wanted.menus || wanted.machine) {
    for (std::uint32_t lane = 0; lane < menu.size(); ++lane) blocks(keys.menu, lane, menu[lane]);
    bulk::fill_exponential(lanes, 1.0, menu[0], 0, hang_up_unit);
  }
  if (wanted.machine) {
    for (std::uint32_t lane = 0; lane < self_service.size(); ++lane) {
      blocks(keys.self_service, lane, self_service[lane]);
    }
  }
  if (wanted.outcomes) {
    blocks(keys.resolution, 0, resolution);
    for (std::uint32_t lane = 0; lane < experience.size(); ++lane) {
      blocks(keys.experience, lane, experience[lane]);
    }
  }
}

double WordsAhead::sample_s(const Sampler& sampler) {
  if (sampler.is_constant() || used_ == words_.size()) return sampler.sample_s(rest_);
  const std::uint64_t word = words_[used_++];
  switch (words_.size() - used_) {
    case 0:
      break;
    case 1:
      rest_ = DrawSequence(words_[3], key_, replication_, index_, lane_ + 2);
      break;
    case 2:
      rest_ = DrawSequence(key_, replication_, index_, lane_ + 1);
      break;
    default:
      rest_ = DrawSequence(words_[1], key_, replication_, index_, lane_ + 1);
  }
  used_ = words_.size();
  return sampler.sample_s(word, rest_);
}

}  // namespace holdline
