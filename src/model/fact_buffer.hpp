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
  FactBuffer() = default;
  FactBuffer(const FactBuffer&) = delete;
  FactBuffer& operator=(const FactBuffer&) = delete;
  /// Facts of a new replication go to `sink`.
  void open(RecordSink& sink) {
    sink_ = &sink;
    clear();
  }
  /// The next fact, for the caller to write whole: what it holds is left from another.
  ContactRecord& next_contact() {
    if (contact_at_ == contact_.data() + kMost) hand_over();
    *order_at_++ = FactKind::contact;
    return *contact_at_++;
  }
  /// Keeps what came before and after the queue for the contact last asked for.
  ContactJourney& next_journey() {
    ContactRecord& contact = contact_at_[-1];
    ContactJourney& journey = journey_[static_cast<std::size_t>(&contact - contact_.data())];
    contact.journey = &journey;
    return journey;
  }
  AgentInterval& next_interval() {
    if (interval_at_ == interval_.data() + kMost) hand_over();
    *order_at_++ = FactKind::agent_interval;
    return *interval_at_++;
  }
  [[gnu::noinline]] void hand_over() {
    sink_->on_facts({{order_.data(), order_at_},
                     {contact_.data(), contact_at_},
                     {interval_.data(), interval_at_}});
    clear();
  }

 private:
  static constexpr std::size_t kMost = 64;  ///< of a kind: 8 KiB, a part of the nearest cache

  void clear() {
    order_at_ = order_.data();
    contact_at_ = contact_.data();
    interval_at_ = interval_.data();
  }

  RecordSink* sink_ = nullptr;
  std::array<FactKind, 2 * kMost> order_{};
  std::array<ContactRecord, kMost> contact_{};
  std::array<AgentInterval, kMost> interval_{};
  std::array<ContactJourney, kMost> journey_{};
  // Where the next of each goes.
  FactKind* order_at_ = order_.data();
  ContactRecord* contact_at_ = contact_.data();
  AgentInterval* interval_at_ = interval_.data();
};

}  // namespace holdline
