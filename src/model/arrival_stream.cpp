#include "model/arrival_stream.hpp"

#include <cmath>

#include "kernel/exact_math.hpp"

namespace holdline {

ArrivalStream::ArrivalStream(const ContactType& type, const World& world)
    : ArrivalStream(type.arrivals, type.name, 1.0, world) {
  patience_ = Sampler(type.patience);
  talk_ = Sampler(type.talk);
}

ArrivalStream::ArrivalStream(const ArrivalProcess& process, std::string name, double scale,
                             const World& world)
    : process_(process),
      world_(world),
      name_(std::move(name)),
      scale_(scale),
      gap_(process.gap_distribution),
      unit_exponential_(exponential(1.0)),
      busyness_(world.busyness_cv > 0.0 ? gamma_mean_cv(1.0, world.busyness_cv)
                                        : deterministic(1.0)) {}

void ArrivalStream::reset(std::uint64_t seed, std::uint32_t replication, Time start) {
  if (seed != seed_ || contact_key_.value == 0) {
    seed_ = seed;
    contact_key_ = make_stream_key(seed, Purpose::contact, name_);
    arrival_key_ = make_stream_key(seed, Purpose::arrival, name_);
    busyness_key_ = make_stream_key(seed, Purpose::busyness, "");  // one factor for all types
    batch_key_ = make_stream_key(seed, Purpose::batch_size, name_);
    modulation_key_ = make_stream_key(seed, Purpose::modulation, name_);
  }
  replication_ = replication;
  const Weekday first_day = world_.calendar.first_day;
  rate_ = ProfileCursor(process_.rate_per_s, first_day, 0.0);
  handle_factor_ = ProfileCursor(process_.handle_time_factor, first_day, 1.0);
  arrivals_ = epochs_ = 0;
  last_ = stretch_end_ = start;
  stretch_rate_per_us_ = 0.0;
  day_ = 0;
  opening_end_ = next_midnight_ = Time{};
  busyness_day_ = 0xFFFFFFFFu;
  batch_left_ = 0;
  is_open_ = false;
  modulation_end_ = Time{};
  modulation_index_ = 0;
  gap_at_ = 2 * kBatch;
  latent_at_ = kBatch;
}

// Gap k is word k mod 2 of block k div 2.
void ArrivalStream::refill_gaps() {
  const std::uint64_t first_block = epochs_ / 2;
  std::array<Block, kBatch> blocks;
  fill_blocks(arrival_key_, replication_, first_block, blocks);
  for (std::size_t word = 0; word < 2; ++word) {
    unit_exponential_.fill_s(blocks, word, arrival_key_, replication_, first_block, gaps_[word]);
  }
  gap_at_ = 0;
}

double ArrivalStream::next_unit_gap() {
  if (gap_at_ == 2 * kBatch) refill_gaps();
  const double gap = gaps_[gap_at_ & 1][gap_at_ >> 1];
  ++gap_at_;
  ++epochs_;
  return gap;
}

// Contact k's block: word 0 is patience, word 1 talk time.
void ArrivalStream::refill_latent() {
  const std::uint64_t first = arrivals_ - 1;
  std::array<Block, kBatch> blocks;
  fill_blocks(contact_key_, replication_, first, blocks);
  patience_.fill_s(blocks, 0, contact_key_, replication_, first, patience_s_);
  talk_.fill_s(blocks, 1, contact_key_, replication_, first, talk_s_);
  latent_at_ = 0;
}

LatentContact ArrivalStream::latent() {
  if (latent_at_ == kBatch) refill_latent();
  const LatentContact latent{arrivals_ - 1, patience_s_[latent_at_], talk_s_[latent_at_],
                             handle_factor_.at(last_)};
  ++latent_at_;
  return latent;
}

Time ArrivalStream::next_arrival() {
  const Time time = process_.kind == ArrivalKind::poisson ? next_by_rate() : next_by_kind();
  if (time != kNever) {
    ++arrivals_;
    last_ = time;
  }
  return time;
}

Time ArrivalStream::next_by_kind() {
  switch (process_.kind) {
    case ArrivalKind::poisson:
    case ArrivalKind::bursty:
      return next_by_rate();
    case ArrivalKind::batch:
      if (batch_left_ == 0) {
        batch_time_ = next_by_rate();
        batch_left_ = draw_batch_size();
      }
      --batch_left_;
      return batch_time_;
    case ArrivalKind::fixed_interval:
    case ArrivalKind::renewal:
      return next_renewal();
    case ArrivalKind::recorded:
      return next_recorded();
  }
  return kNever;
}

Time ArrivalStream::next_by_rate() {
  double gap = next_unit_gap();
  for (;;) {
    const double span_us = static_cast<double>((stretch_end_ - last_).count());
    const double offered = span_us * stretch_rate_per_us_;
    if (gap < offered) {
      const Duration step{static_cast<std::int64_t>(gap * stretch_us_per_unit_ + 0.5)};
      last_ += step;
      // Rounding may reach the end of the stretch, which is no longer part of it.
      if (last_ >= stretch_end_) last_ = stretch_end_ - Duration{1};
      return last_;
    }
    gap -= offered;
    if (!find_stretch(stretch_end_)) return kNever;
  }
}

// The first part of an opening within one day that is not over at `from`; false if that day has
// none.
bool ArrivalStream::find_opening(Time from) {
  const Calendar& calendar = world_.calendar;
  const auto day = static_cast<std::uint32_t>(from.time_since_epoch() / kDay);
  next_midnight_ = Time{(static_cast<std::int64_t>(day) + 1) * kDay};
  const auto opening = calendar.opening(day);
  // A window that passes midnight also covers the first hours of the next day.
  const auto before = day > 0 ? calendar.opening(day - 1) : std::nullopt;
  if (before && Time{before->end} > from) {
    opening_begin_ = from;
    opening_end_ = Time{before->end};
  } else if (opening && Time{opening->end} > from) {
    opening_begin_ = std::max(from, Time{opening->begin});
    opening_end_ = Time{opening->end};
  } else {
    return false;
  }
  if (opening_begin_ < next_midnight_) opening_end_ = std::min(opening_end_, next_midnight_);
  return true;
}

bool ArrivalStream::find_stretch(Time from) {
  const Time horizon = Time{world_.calendar.horizon()};
  while (from < horizon) {
    // Most often the opening goes on, and only the rate is another.
    if (from >= std::min(opening_end_, next_midnight_) && !find_opening(from)) {
      from = next_midnight_;
      continue;
    }
    const Time begin = std::max(from, opening_begin_);
    if (begin >= horizon) return false;
    double rate_per_s = rate_.at(begin) * scale_;
    Time end = std::min({opening_end_, rate_.end(), horizon});
    if (process_.kind == ArrivalKind::bursty) {
      rate_per_s *= modulation_factor(begin);
      end = std::min(end, modulation_end_);
    }
    if (rate_per_s > 0.0) {
      if (process_.has_busyness) {
        rate_per_s *= day_factor(static_cast<std::uint32_t>(begin.time_since_epoch() / kDay));
      }
      last_ = begin;
      stretch_end_ = end;
      stretch_rate_per_us_ = rate_per_s * 1e-6;
      stretch_us_per_unit_ = 1e6 / rate_per_s;
      return true;
    }
    from = end;
  }
  return false;
}

double ArrivalStream::day_factor(std::uint32_t day) {
  if (day != busyness_day_) {
    busyness_day_ = day;
    DrawSequence draws(busyness_key_, replication_, day);
    busyness_factor_ = busyness_.sample_s(draws);
  }
  return busyness_factor_;
}

// Two states (Markov-modulated Poisson process): the busy one at burst_factor times the profile,
// the calm one at the rate that keeps the profile as the long-run mean. Starts in equilibrium.
double ArrivalStream::modulation_factor(Time time) {
  const double busy_s = to_seconds(process_.burst_mean);
  const double calm_s = to_seconds(process_.calm_mean);
  const double busy_share = busy_s / (busy_s + calm_s);
  while (modulation_end_ <= time) {
    const Block words = block_at(modulation_key_, replication_, modulation_index_);
    is_busy_state_ = modulation_index_ == 0 ? to_unit(words[1]) < busy_share : !is_busy_state_;
    const double mean_s = is_busy_state_ ? busy_s : calm_s;
    modulation_end_ += from_seconds(-exact::log(to_unit(words[0])) * mean_s) + Duration{1};
    ++modulation_index_;
  }
  if (is_busy_state_) return process_.burst_factor;
  return std::max(0.0, (1.0 - busy_share * process_.burst_factor) / (1.0 - busy_share));
}

std::uint64_t ArrivalStream::draw_batch_size() {
  const double mean = process_.batch_mean;
  if (mean <= 1.0) return 1;
  // 1 + geometric: P(size > n) = (1 - 1/mean)^n.
  const double unit = to_unit(block_at(batch_key_, replication_, epochs_)[0]);
  return 1 +
         static_cast<std::uint64_t>(std::floor(exact::log(unit) / exact::log(1.0 - 1.0 / mean)));
}

Time ArrivalStream::next_renewal() {
  const Calendar& calendar = world_.calendar;
  for (;;) {
    if (!is_open_) {
      if (day_ >= calendar.days) return kNever;
      const auto opening = calendar.opening(day_);
      ++day_;
      if (!opening) continue;
      last_ = Time{opening->begin};
      opening_end_ = std::min(Time{opening->end}, Time{calendar.horizon()});
      // Openings that touch (round the clock) are one: the gaps go on through midnight.
      while (day_ < calendar.days) {
        const auto following = calendar.opening(day_);
        if (!following || Time{following->begin} > opening_end_) break;
        opening_end_ = std::min(Time{following->end}, Time{calendar.horizon()});
        ++day_;
      }
      is_open_ = true;
    }
    Duration gap = process_.gap;
    if (process_.kind == ArrivalKind::renewal) {
      DrawSequence draws(arrival_key_, replication_, epochs_++);
      gap = from_seconds(gap_.sample_s(draws));
    }
    const Time time = last_ + gap;
    if (time < opening_end_) return time;
    is_open_ = false;
  }
}

Time ArrivalStream::next_recorded() {
  const std::vector<Duration>& times = process_.recorded;
  while (epochs_ < times.size()) {
    const Time time{times[epochs_++]};
    if (time >= Time{world_.calendar.horizon()}) return kNever;
    if (world_.calendar.is_open(time.time_since_epoch())) return time;
  }
  return kNever;
}

}  // namespace holdline
