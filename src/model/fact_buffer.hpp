// The facts told last, on their way to the sink some dozens at a time.
//
// Why not each at once: what happens next hangs on the event that a handler schedules last, and a
// processor that has guessed wrong learns it the later the more work lies before that. Besides, the
// sink's own loops need no call a fact.
#pragma once

#include <array>
#include <cstddef>

#include "holdline/record/record_sink.hpp"

namespace holdline {

class FactBuffer {
 public:
  /// Facts of a new replication go to `sink`.
  void open(RecordSink& sink) {
    sink_ = &sink;
    contacts_ = intervals_ = 0;
  }
  /// The next fact, for the caller to write whole: what it holds is left from another.
  ContactRecord& next_contact() {
    if (contacts_ == kMost) hand_over();
    order_[contacts_ + intervals_] = FactKind::contact;
    return contact_[contacts_++];
  }
  /// Keeps what came before and after the queue for the contact last asked for.
  ContactJourney& next_journey() {
    ContactJourney& journey = journey_[contacts_ - 1];
    contact_[contacts_ - 1].journey = &journey;
    return journey;
  }
  AgentInterval& next_interval() {
    if (intervals_ == kMost) hand_over();
    order_[contacts_ + intervals_] = FactKind::agent_interval;
    return interval_[intervals_++];
  }
  [[gnu::noinline]] void hand_over() {
    sink_->on_facts({{order_.data(), contacts_ + intervals_},
                     {contact_.data(), contacts_},
                     {interval_.data(), intervals_}});
    contacts_ = intervals_ = 0;
  }

 private:
  static constexpr std::size_t kMost = 64;  ///< of a kind: 8 KiB, a part of the nearest cache

  RecordSink* sink_ = nullptr;
  std::size_t contacts_ = 0;
  std::size_t intervals_ = 0;
  std::array<FactKind, 2 * kMost> order_{};
  std::array<ContactRecord, kMost> contact_{};
  std::array<AgentInterval, kMost> interval_{};
  std::array<ContactJourney, kMost> journey_{};
};

}  // namespace holdline
