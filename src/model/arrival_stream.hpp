// The arrivals of one contact type and what each of them carries: patience and talk time, latent
// draws that belong to the contact and are the same in every plan. Or of one issue type.
//
// A Poisson process with piecewise-constant rates is made from unit exponential gaps laid along the
// integrated rate, so that no arrival is thinned and gap k is the same draw whatever the rates.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "kernel/sampler.hpp"
#include "model/profile_cursor.hpp"

namespace holdline {

/// What a contact brings with it.
struct LatentContact {
  std::uint64_t index = 0;
  double patience_s = 0.0;     ///< +infinity: never abandons [s]
  double talk_s = 0.0;         ///< before the agent's factors [s]
  double handle_factor = 1.0;  ///< of the interval of arrival [1]
};

class ArrivalStream {
 public:
  ArrivalStream(const ContactType& type, const World& world);
  /// Arrivals alone, by `process` with rates times `scale`; draws are those of `name`.
  ArrivalStream(const ArrivalProcess& process, std::string name, double scale, const World& world);

  /// Rewinds to the start of a replication; nothing arrives before `start`.
  void reset(std::uint64_t seed, std::uint32_t replication, Time start = Time{});
  /// The time of the next arrival, kNever after the last; each call moves on by one.
  Time next_arrival();
  /// What the arrival last returned carries.
  LatentContact latent();

  /// The number of the arrival last returned.
  [[nodiscard]] std::uint64_t last_index() const { return arrivals_ - 1; }

 private:
  static constexpr std::size_t kBatch = 64;

  [[gnu::noinline]] void refill_gaps();
  [[gnu::noinline]] void refill_latent();
  double next_unit_gap();
  Time next_by_rate();
  [[gnu::noinline]] Time next_by_kind();
  [[gnu::noinline]] Time next_renewal();
  [[gnu::noinline]] Time next_recorded();
  /// Moves to the next stretch of constant rate from `from` on; false when the horizon is over.
  [[gnu::noinline]] bool find_stretch(Time from);
  [[gnu::noinline]] bool find_opening(Time from);
  double modulation_factor(Time time);
  double day_factor(std::uint32_t day);
  [[gnu::noinline]] std::uint64_t draw_batch_size();

  const ArrivalProcess& process_;
  const World& world_;
  std::string name_;
  double scale_ = 1.0;
  Sampler patience_, talk_, gap_;
  Sampler unit_exponential_;
  Sampler busyness_;
  ProfileCursor rate_, handle_factor_;
  std::uint64_t seed_ = 0;
  std::uint32_t replication_ = 0;
  StreamKey contact_key_, arrival_key_, busyness_key_, batch_key_, modulation_key_;

  // Where we are.
  std::uint64_t arrivals_ = 0;  ///< arrivals returned
  std::uint64_t epochs_ = 0;    ///< gaps used
  Time last_{};                 ///< last epoch, or start of the current stretch
  Time stretch_end_{};          ///< the rate holds until here
  double stretch_rate_per_us_ = 0.0;
  double stretch_us_per_unit_ = 0.0;  ///< its inverse: a product is found sooner than a quotient
  std::uint32_t day_ = 0;
  double busyness_factor_ = 1.0;
  std::uint32_t busyness_day_ = 0xFFFFFFFFu;
  std::uint64_t batch_left_ = 0;
  Time batch_time_{};
  bool is_open_ = false;  ///< renewal and fixed_interval: inside an opening
  Time opening_begin_{}, opening_end_{}, next_midnight_{};
  bool is_busy_state_ = false;
  Time modulation_end_{};
  std::uint64_t modulation_index_ = 0;

  // Draws ahead.
  std::size_t gap_at_ = 2 * kBatch, latent_at_ = kBatch;
  std::array<std::array<double, kBatch>, 2> gaps_;
  std::array<double, kBatch> patience_s_, talk_s_;
};

}  // namespace holdline
