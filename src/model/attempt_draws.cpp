#include "model/attempt_draws.hpp"

#include "kernel/bulk.hpp"
#include "kernel/exact_inline.hpp"

namespace holdline {

IssueKeys make_issue_keys(std::uint64_t seed, const std::string& source) {
  const auto key = [&](Purpose purpose) { return make_stream_key(seed, purpose, source); };
  IssueKeys keys;
  keys.contact = key(Purpose::issue_contact);
  keys.hold = key(Purpose::hold);
  keys.wrap_up = key(Purpose::wrap_up);
  keys.balking = key(Purpose::balking);
  keys.resolution = key(Purpose::resolution);
  keys.retrial = key(Purpose::retrial);
  keys.escalation = key(Purpose::escalation);
  keys.experience = key(Purpose::experience);
  keys.menu = key(Purpose::menu);
  keys.self_service = key(Purpose::self_service);
  keys.callback = key(Purpose::callback);
  keys.attempt = {keys.contact, keys.retrial, keys.resolution,   keys.menu,
                  keys.menu,    keys.menu,    keys.self_service, keys.self_service};
  keys.after.fill(keys.experience);
  return keys;
}

// All eight, or the first four: what is asked for wherever issues are.
void AttemptDraws::draw(const IssueKeys& keys, std::uint32_t replication, std::uint64_t number,
                        std::uint32_t lane, bool with_front_end) {
  if (with_front_end) {
    bulk::fill_eight_of(cpu_lanes(), keys.attempt, replication, number, lane, kLanes, blocks_);
    menu_hazard_ = exact::hazard_of(blocks_[kFirstOfMenu][0]);
  } else {
    bulk::fill_four_of(cpu_lanes(), std::span(keys.attempt).first<4>(), replication, number, lane,
                       std::span(kLanes).first<4>(), std::span(blocks_).first<4>());
  }
}

ExperienceDraws draw_experience_blocks(const IssueKeys& keys, std::uint32_t replication,
                                       std::uint64_t number) {
  static constexpr std::array<std::uint32_t, 4> lanes{0, 1, 2, 3};
  std::array<Block, 4> draws;  // the fourth costs nothing
  bulk::fill_four_of(cpu_lanes(), keys.after, replication, number, 0, lanes, draws);
  return {draws[0], draws[1], draws[2]};
}

DrawSequence& WordsAhead::rest() {
  if (!more_) {
    more_.emplace(key_, replication_, index_,
                  lane_ + static_cast<std::uint32_t>(known_.size() / 2));
  }
  return *more_;
}

double WordsAhead::sample_further_s(const Sampler& sampler) {
  if (used_ == known_.size()) return sampler.sample_s(rest());
  if (sampler.is_constant()) {  // asks for no word
    DrawSequence untouched(key_, replication_, index_);
    return sampler.sample_s(untouched);
  }
  const std::uint64_t word = known_[used_++];
  // The sampler may go on to further words.
  const auto lane = lane_ + static_cast<std::uint32_t>(used_ / 2);
  more_ = used_ % 2 == 0 ? DrawSequence(key_, replication_, index_, lane)
                         : DrawSequence(known_[used_], key_, replication_, index_, lane + 1);
  used_ = known_.size();
  return sampler.sample_s(word, *more_);
}

}  // namespace holdline
