#include "model/issue_source.hpp"

#include <algorithm>
#include <utility>

namespace holdline {

IssueTypeTable::IssueTypeTable(const World& world, IssueTypeId type)
    : type_(world.issue_types[type.index()]) {
  for (std::size_t s = 0; s < world.segments.size(); ++s) {
    const std::uint32_t count = world.segments[s].count;
    const double end = total_ + frequency(s) * static_cast<double>(count);
    shares_.push_back({total_, end, frequency(s), count});
    total_ = end;
    std::vector<Weight>& weights = weights_.emplace_back();
    const std::vector<double>& channels = world.segments[s].channels;
    for (std::size_t t = 0; t < type_.contact_types.size(); ++t) {
      const double weight = type_.contact_types[t] * (t < channels.size() ? channels[t] : 1.0);
      if (weight > 0.0) weights.push_back({ContactTypeId(t), weight});
    }
  }
}

double IssueTypeTable::frequency(std::size_t segment) const {
  return segment < type_.frequency.size() ? type_.frequency[segment] : 1.0;
}

IssueTypeTable::Whose IssueTypeTable::whose(std::uint64_t word) const {
  const double at = to_unit(word) * total_;
  std::size_t s = 0;
  while (s + 1 < shares_.size() && at >= shares_[s].end) ++s;
  const Share& share = shares_[s];
  if (!(share.frequency > 0.0) || share.count == 0) return {};
  const auto place =
      static_cast<std::uint32_t>(std::max(0.0, (at - share.begin) / share.frequency));
  return {SegmentId(s), std::min(place, share.count - 1)};
}

ContactTypeId IssueTypeTable::contact_type(SegmentId segment, std::uint64_t word) const {
  return pick(segment, ContactTypeId{}, word);
}

ContactTypeId IssueTypeTable::other_contact_type(SegmentId segment, ContactTypeId than,
                                                 std::uint64_t word) const {
  return pick(segment, than, word);
}

ContactTypeId IssueTypeTable::pick(SegmentId segment, ContactTypeId without,
                                   std::uint64_t word) const {
  const std::vector<Weight>& weights = weights_[segment.index()];
  if (weights.size() == 1 && weights.front().type != without) return weights.front().type;
  double total = 0.0;
  for (const Weight& each : weights) total += each.type == without ? 0.0 : each.weight;
  double left = to_unit(word) * total;
  ContactTypeId last;
  for (const Weight& each : weights) {
    if (each.type == without) continue;
    last = each.type;
    if (left < each.weight) break;
    left -= each.weight;
  }
  return last;
}

ContactTypeId IssueTypeTable::only_contact_type() const {
  ContactTypeId only;
  for (const std::vector<Weight>& weights : weights_) {
    for (const Weight& each : weights) {
      if (!only.is_none() && each.type != only) return {};
      only = each.type;
    }
  }
  return only;
}

double IssueTypeTable::share_of(SegmentId segment, std::uint32_t customers) const {
  if (!(total_ > 0.0)) return 0.0;
  return frequency(segment.index()) * static_cast<double>(customers) / total_;
}

bool IssueTypeTable::is_scalable() const {
  const ArrivalKind kind = type_.arrivals.kind;
  return kind == ArrivalKind::poisson || kind == ArrivalKind::batch || kind == ArrivalKind::bursty;
}

IssueStream::IssueStream(const World& world, IssueTypeId issue_type, SegmentId whose,
                         std::size_t block_number, std::string name, double scale)
    : type(issue_type),
      segment(whose),
      block(block_number),
      arrivals_(world.issue_types[issue_type.index()].arrivals, name, scale, world),
      name_(std::move(name)) {}

void IssueStream::reset(std::uint64_t seed, std::uint32_t replication, Time start) {
  if (!has_keys_ || seed != seed_) {
    seed_ = seed;
    has_keys_ = true;
    keys_ = make_issue_keys(seed, name_);
    customer_key_ = make_stream_key(seed, Purpose::issue_customer, name_);
  }
  replication_ = replication;
  arrivals_.reset(seed, replication, start);
  first_ = 0;
  filled_ = 0;
  if (batch_ != nullptr) batch_->draws.clear();
}

const Block& IssueStream::customer_words() {
  const std::uint64_t index = arrivals_.last_index();
  if (index >= first_ + filled_) {
    first_ = index;
    filled_ = kBatch;
    if (batch_ == nullptr) batch_ = std::make_unique<Batch>();
    fill_blocks(customer_key_, replication_, first_, batch_->words);
    if (ahead_choice_.patience != nullptr) {
      batch_->draws.fill(ahead_choice_, keys_, replication_, first_);
    }
  }
  return batch_->words[index - first_];
}

}  // namespace holdline
