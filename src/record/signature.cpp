// Folded 64 x 64 -> 128 bit products, as in wyhash: the products of one fact are independent of
// each other, so that only one multiplication a fact waits for the fact before it.
#include "holdline/record/signature.hpp"

#include <bit>
#include <initializer_list>

#include "holdline/util/int128.hpp"

namespace holdline {
namespace {

// Odd constants with as many ones as zeros in every byte (wyhash's secret), one for each position
// of a word in a fact, so that exchanged fields do not cancel.
constexpr std::uint64_t kSalt[] = {0xA0761D6478BD642Fu, 0xE7037ED1A0B428DBu, 0x8EBC6AF09C88C6E3u,
                                   0x589965CC75374CC3u, 0x1D8E4E27C47D124Fu, 0xEB44ACCAB455D165u,
                                   0x2D358DCCAA6C78A5u, 0x8BB84B93962EACC9u, 0x4B33A62ED433D4A3u,
                                   0x4D5A2DA51DE1AA47u};

std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  const UInt128 product = static_cast<UInt128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t word(Time time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}
std::uint64_t word(Duration duration) { return static_cast<std::uint64_t>(duration.count()); }
std::uint64_t word(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

/// What kind of fact, so that no fact of one kind looks like one of another.
enum Kind : std::uint64_t {
  kStart = 1,
  kContact = 2,
  kInterval = 3,
  kEnd = 4,
  kJourney = 5,
  kIssue = 6,
  kCustomer = 7
};

/// Truths as bits, first lowest.
std::uint64_t bits(std::initializer_list<bool> truths) {
  std::uint64_t word = 0;
  unsigned at = 0;
  for (const bool truth : truths) word |= std::uint64_t{truth} << at++;
  return word;
}

std::uint64_t fold_journey(const ContactJourney& journey) {
  const std::uint64_t flags =
      bits({journey.is_retrial, journey.is_transfer, journey.is_misrouted, journey.opted_out,
            journey.is_resolved, journey.is_marked_resolved, journey.used_self_service,
            journey.resolved_by_machine, journey.was_offered_callback, journey.accepted_callback,
            journey.has_prediction});
  return fold((kJourney | flags << 8 | std::uint64_t{journey.menu_errors} << 32) ^ kSalt[0],
              journey.issue ^ kSalt[1]) ^
         fold(word(journey.issue_type.value, journey.segment.value) ^ kSalt[2],
              word(journey.customer, journey.attempt) ^ kSalt[3]) ^
         fold(word(journey.menu) ^ kSalt[4], word(journey.self_service) ^ kSalt[5]) ^
         fold(word(journey.predicted_wait) ^ kSalt[6], word(journey.callback_delay) ^ kSalt[7]) ^
         fold(word(journey.reserved) ^ kSalt[8], kSalt[0]);
}

}  // namespace

void BehaviourSignature::on_replication_start(const ReplicationStart& start) {
  const std::uint64_t fact = fold(start.seed ^ kSalt[0], start.replication ^ kSalt[1]) ^
                             fold(word(start.horizon_end) ^ kSalt[2], kStart ^ kSalt[3]);
  state_ = fold(state_ ^ fact, kSalt[9]);
}

void BehaviourSignature::on_contact(const ContactRecord& contact) {
  const std::uint64_t kind = kContact | static_cast<std::uint64_t>(contact.outcome) << 8 |
                             static_cast<std::uint64_t>(contact.delayed) << 16 |
                             std::uint64_t{contact.type.value} << 32;
  const std::uint64_t fact =
      fold(kind ^ kSalt[0], contact.index ^ kSalt[1]) ^
      fold(word(contact.agent_group.value, contact.agent.value) ^ kSalt[2],
           word(contact.arrival) ^ kSalt[3]) ^
      fold(word(contact.queue_entry) ^ kSalt[4], word(contact.wait) ^ kSalt[5]) ^
      fold(word(contact.talk) ^ kSalt[6], word(contact.hold) ^ kSalt[7]) ^
      fold(word(contact.wrap_up) ^ kSalt[8], kSalt[0]);
  state_ = fold(state_ ^ fact, kSalt[9]);
  if (contact.journey != nullptr) {
    state_ = fold(state_ ^ fold_journey(*contact.journey), kSalt[9]);
  }
}

void BehaviourSignature::on_issue(const IssueRecord& issue) {
  const std::uint64_t flags =
      bits({issue.resolved_by_machine, issue.marked_at_first_contact, issue.is_late,
            issue.has_experience, issue.is_satisfied, issue.has_answered, issue.is_lost});
  const std::uint64_t kind = kIssue | static_cast<std::uint64_t>(issue.outcome) << 8 | flags << 16 |
                             std::uint64_t{static_cast<std::uint8_t>(issue.recommendation)} << 32;
  const std::uint64_t fact =
      fold(kind ^ kSalt[0], issue.issue ^ kSalt[1]) ^
      fold(word(issue.type.value, issue.contact_type.value) ^ kSalt[2],
           word(issue.segment.value, issue.customer) ^ kSalt[3]) ^
      fold(word(issue.opened) ^ kSalt[4], word(issue.closed) ^ kSalt[5]) ^
      fold(word(issue.second_contact) ^ kSalt[6], word(issue.wait) ^ kSalt[7]) ^
      fold(word(issue.callback_wait) ^ kSalt[8], word(issue.machine) ^ kSalt[0]) ^
      fold(word(issue.contacts, issue.served) ^ kSalt[1],
           word(issue.redials, issue.recontacts) ^ kSalt[2]) ^
      fold(word(issue.transfers, issue.escalations) ^ kSalt[5],
           word(issue.abandonments, static_cast<std::uint32_t>(issue.referrals)) ^ kSalt[6]) ^
      fold(std::bit_cast<std::uint64_t>(issue.effort) ^ kSalt[3],
           std::bit_cast<std::uint64_t>(issue.ease) ^ kSalt[4]);
  state_ = fold(state_ ^ fact, kSalt[9]);
}

void BehaviourSignature::on_customer(const CustomerRecord& customer) {
  const std::uint64_t kind = kCustomer | static_cast<std::uint64_t>(customer.change) << 8;
  const std::uint64_t fact =
      fold(kind ^ kSalt[0], word(customer.segment.value, customer.customer) ^ kSalt[1]) ^
      fold(word(customer.time) ^ kSalt[2], kSalt[3]);
  state_ = fold(state_ ^ fact, kSalt[9]);
}

void BehaviourSignature::on_agent_interval(const AgentInterval& interval) {
  const std::uint64_t kind = kInterval | static_cast<std::uint64_t>(interval.state) << 8 |
                             static_cast<std::uint64_t>(interval.paid) << 16 |
                             static_cast<std::uint64_t>(interval.overrun) << 17;
  const std::uint64_t fact =
      fold(kind ^ kSalt[0], word(interval.agent_group.value, interval.agent.value) ^ kSalt[1]) ^
      fold(word(interval.begin) ^ kSalt[2], word(interval.end) ^ kSalt[3]);
  state_ = fold(state_ ^ fact, kSalt[9]);
}

void BehaviourSignature::on_replication_end(const ReplicationEnd& end) {
  const std::uint64_t kind = kEnd | static_cast<std::uint64_t>(end.is_complete) << 8;
  state_ = fold(state_ ^ fold(kind ^ kSalt[0], word(end.end) ^ kSalt[1]), kSalt[9]);
}

}  // namespace holdline
