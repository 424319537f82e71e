#include "model/customer_base.hpp"

#include <algorithm>
#include <array>

#include "kernel/exact_math.hpp"

namespace holdline {
namespace {

constexpr Duration kYear = 365 * kDay;

// Constant hazard: within a year the share `leaves` goes.
Distribution stay_of(const Segment& segment) {
  if (segment.leaves_per_year <= 0.0) return infinite();
  return exponential(to_seconds(kYear) / -exact::log(1.0 - segment.leaves_per_year));
}

// A little more than the share of those whose stay ends within the horizon.
double stays_from_unit(const Segment& segment, Duration horizon) {
  if (segment.leaves_per_year >= 1.0) return 1.0;
  const double years = to_seconds(horizon) / to_seconds(kYear);
  const double leave = 1.0 - exact::exp(years * exact::log(1.0 - segment.leaves_per_year));
  return leave * (1.0 + 1e-6) + 1e-9;
}

}  // namespace

CustomerBase::CustomerBase(const World& world) : world_(world), horizon_(world.calendar.horizon()) {
  for (const Segment& segment : world.segments) {
    Members members;
    members.first = start_count_;
    members.count = segment.count;
    members.block_size = std::max(64u, segment.count / 8);
    members.stay = Sampler(stay_of(segment));
    members.stays_from_unit = stays_from_unit(segment, world.calendar.horizon());
    start_count_ += segment.count;
    segments_.push_back(std::move(members));
  }
}

void CustomerBase::reset(std::uint64_t seed, std::uint32_t replication) {
  replication_ = replication;
  customers_.resize(start_count_);
  ever_ = start_count_;
  counts_.assign(segments_.size(), SegmentCounts{});
  for (std::size_t s = 0; s < segments_.size(); ++s) {
    Members& members = segments_[s];
    members.key = make_stream_key(seed, Purpose::customer, world_.segments[s].name);
    members.blocks.clear();
    fill_start(s);
    counts_[s].at_start = counts_[s].at_end = members.count;
  }
}

std::uint32_t CustomerBase::newcomer(SegmentId segment, std::size_t block,
                                     std::uint32_t place) const {
  const Block& members = segments_[segment.index()].blocks[block];
  return place < members.filled ? members.first + place : kNoIndex;
}

std::uint64_t CustomerBase::number_within(std::uint32_t customer, const Members& members) const {
  if (customer < start_count_) return customer - members.first;
  const auto after = std::upper_bound(
      members.blocks.begin(), members.blocks.end(), customer,
      [](std::uint32_t number, const Block& block) { return number < block.first; });
  const auto block = after - members.blocks.begin() - 1;
  return members.count + static_cast<std::uint64_t>(block) * members.block_size +
         (customer - members.blocks[static_cast<std::size_t>(block)].first);
}

// Whoever stays beyond the horizon stays for ever: nothing is told of what comes after it.
std::int64_t CustomerBase::draw_leaving_us(const Members& members, std::uint64_t number,
                                           Time since) const {
  if (members.stay.is_infinite()) return kNever.time_since_epoch().count();
  const holdline::Block words = block_at(members.key, replication_, number);
  DrawSequence draws(words[0], members.key, replication_, number, 1);
  const Time time = since + from_seconds(members.stay.sample_s(draws));
  return (time < horizon_ ? time : kNever).time_since_epoch().count();
}

CustomerView CustomerBase::view(std::uint32_t customer, SegmentId segment) const {
  CustomerView view;
  if (segment.is_none()) return view;
  const Customer& one = customers_[customer];
  view.segment = segment;
  view.value_per_year = world_.segments[segment.index()].value_per_year;
  view.trust = static_cast<double>(one.trust);
  view.mood = static_cast<double>(one.mood);
  view.issues = one.issues;
  view.bad_issues = one.bad_issues;
  return view;
}

CustomerBase::Customer CustomerBase::new_customer(const Segment& segment) {
  Customer fresh;
  fresh.leaves_us = kNever.time_since_epoch().count();
  fresh.trust = static_cast<float>(segment.trust);
  fresh.mood = static_cast<float>(segment.mood);
  return fresh;
}

CustomerBase::Joined CustomerBase::join(SegmentId segment, Time now, CustomerChange why) {
  Members& members = segments_[segment.index()];
  Joined joined;
  if (members.blocks.empty() || members.blocks.back().filled == members.block_size) {
    members.blocks.push_back({static_cast<std::uint32_t>(customers_.size()), 0});
    customers_.resize(customers_.size() + members.block_size,
                      new_customer(world_.segments[segment.index()]));
    joined.is_new_block = true;
  }
  Block& block = members.blocks.back();
  joined.block = members.blocks.size() - 1;
  joined.customer = block.first + block.filled++;
  ++ever_;
  customers_[joined.customer].leaves_us =
      draw_leaving_us(members, number_within(joined.customer, members), now);
  SegmentCounts& counts = counts_[segment.index()];
  ++counts.changes[static_cast<std::size_t>(why)];
  ++counts.at_end;
  return joined;
}

void CustomerBase::keep_away(SegmentId segment) {
  ++counts_[segment.index()].changes[static_cast<std::size_t>(CustomerChange::kept_away)];
}

void CustomerBase::leave(std::uint32_t customer, SegmentId segment, Time now) {
  customers_[customer].leaves_us = now.time_since_epoch().count();
  customers_[customer].has_left_by_service = true;
  SegmentCounts& counts = counts_[segment.index()];
  ++counts.changes[static_cast<std::size_t>(CustomerChange::left_service)];
  --counts.at_end;
}

void CustomerBase::remember(std::uint32_t customer, double mood, bool is_satisfied) {
  constexpr std::uint16_t most = 0xFFFF;
  Customer& one = customers_[customer];
  one.mood = static_cast<float>(mood);
  if (one.issues < most) ++one.issues;
  if (is_satisfied) {
    one.bad_issues = 0;
  } else if (one.bad_issues < most) {
    ++one.bad_issues;
  }
}

void CustomerBase::set_trust(std::uint32_t customer, double trust) {
  customers_[customer].trust = static_cast<float>(trust);
}

void CustomerBase::draw_menu_knowledge(std::uint32_t customer, SegmentId segment) {
  const Members& members = segments_[segment.index()];
  const holdline::Block words =
      block_at(members.key, replication_, number_within(customer, members));
  set_knows_menu(customer, to_unit(words[1]) < world_.segments[segment.index()].knows_menu);
}

void CustomerBase::tell(RecordSink& sink, std::uint32_t customer, SegmentId segment,
                        std::int64_t time_us) {
  if (Time{Duration{time_us}} >= horizon_) return;
  SegmentCounts& counts = counts_[segment.index()];
  ++counts.changes[static_cast<std::size_t>(CustomerChange::left_anyway)];
  --counts.at_end;
  sink.on_customer({customer, segment, CustomerChange::left_anyway, Time{Duration{time_us}}});
}

// All of them draw at once, since at the end all who left are told: many side by side cost less
// than a few one by one. When she leaves is worked out only for those who may leave at all.
void CustomerBase::fill_start(std::size_t segment) {
  constexpr std::uint32_t batch = 256;
  Members& members = segments_[segment];
  members.leavers.clear();
  const Segment& spec = world_.segments[segment];
  const Customer fresh = new_customer(spec);
  if (members.stay.is_infinite()) {
    std::fill_n(customers_.begin() + members.first, members.count, fresh);
    return;
  }
  std::array<holdline::Block, batch> blocks;
  for (std::uint32_t first = 0; first < members.count; first += batch) {
    const std::size_t size = std::min(batch, members.count - first);
    fill_blocks(members.key, replication_, first, {blocks.data(), size});
    Customer* const customers = &customers_[members.first + first];
    for (std::size_t i = 0; i < size; ++i) {
      customers[i] = fresh;
      customers[i].set_knows_menu(to_unit(blocks[i][1]) < spec.knows_menu);
      if (to_unit(blocks[i][0]) >= members.stays_from_unit) [[likely]]
        continue;
      customers[i].leaves_us = draw_leaving_us(members, first + i, Time{});
      members.leavers.push_back(static_cast<std::uint32_t>(members.first + first + i));
    }
  }
}

void CustomerBase::tell_left(RecordSink& sink) {
  for (std::size_t s = 0; s < segments_.size(); ++s) {
    const Members& members = segments_[s];
    if (members.stay.is_infinite()) continue;
    const auto tell_one = [&](std::uint32_t customer) {
      if (customers_[customer].has_left_by_service) return;
      tell(sink, customer, SegmentId(s), customers_[customer].leaves_us);
    };
    for (const std::uint32_t customer : members.leavers) tell_one(customer);
    for (const Block& block : members.blocks) {
      for (std::uint32_t i = 0; i < block.filled; ++i) tell_one(block.first + i);
    }
  }
}

}  // namespace holdline
