// Metrics over all contact types sum here; each ratio then has one numerator and one denominator.
#include "score/tally.hpp"

#include "score/counters.hpp"

namespace holdline {
namespace {

constexpr AgentState kPauses[] = {AgentState::on_break, AgentState::meal, AgentState::training,
                                  AgentState::meeting};
constexpr AgentState kUnavailable[] = {AgentState::on_break, AgentState::meal,
                                       AgentState::training, AgentState::meeting,
                                       AgentState::absent,   AgentState::sent_home};

}  // namespace

ContactKindSums& ContactKindSums::operator+=(const ContactKindSums& other) {
  if (other.count == 0) return *this;
  count += other.count;
  beyond += other.beyond;
  early += other.early;
  index += other.index;
  wait += other.wait;
  excess += other.excess;
  talk += other.talk;
  hold += other.hold;
  wrap_up += other.wrap_up;
  return *this;
}

ContactSums& ContactSums::operator+=(const ContactSums& other) {
  for (std::size_t kind = 0; kind < kContactKindCount; ++kind) kinds[kind] += other.kinds[kind];
  return *this;
}

AgentSums& AgentSums::operator+=(const AgentSums& other) {
  for (std::size_t i = 0; i < kAgentTimeCount; ++i) time[i] += other.time[i];
  return *this;
}

void tell_contacts(const ContactSums& sums, Tally& tally) {
  const ContactKindSums all = sums.all();
  const ContactKindSums served = sums.of(ContactOutcome::served);
  const ContactKindSums called_back = sums.of(ContactOutcome::called_back);
  const ContactKindSums abandoned = sums.of(ContactOutcome::abandoned);
  const ContactKindSums& waited = sums.delayed_of(ContactOutcome::served);
  const ContactKindSums& waited_in_vain = sums.delayed_of(ContactOutcome::abandoned);
  const std::uint64_t blocked = sums.of(ContactOutcome::blocked).count;
  const std::uint64_t contained = sums.of(ContactOutcome::contained).count;
  const std::uint64_t hung_up = sums.of(ContactOutcome::hung_up).count;
  std::uint64_t delayed = 0;
  for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
    const auto outcome = static_cast<ContactOutcome>(i);
    if (outcome != ContactOutcome::blocked) delayed += sums.delayed_of(outcome).count;
  }
  tell(tally, Counter::arrivals, all.count);
  tell(tally, Counter::offered, all.count - blocked - contained - hung_up);
  tell(tally, Counter::served, served.count);
  tell(tally, Counter::abandoned, abandoned.count);
  tell(tally, Counter::balked, sums.of(ContactOutcome::balked).count);
  tell(tally, Counter::blocked, blocked);
  tell(tally, Counter::disconnected, sums.of(ContactOutcome::disconnected).count);
  tell(tally, Counter::in_system, sums.of(ContactOutcome::in_system).count);
  tell(tally, Counter::delayed, delayed);
  tell(tally, Counter::waited, waited.count + waited_in_vain.count);
  tell(tally, Counter::served_within, served.count - served.beyond);
  tell(tally, Counter::abandoned_within, abandoned.count - abandoned.beyond);
  tell(tally, Counter::short_abandoned, abandoned.early);
  tell(tally, Counter::contained, contained);
  tell(tally, Counter::hung_up, hung_up);
  tell(tally, Counter::called_back, called_back.count);
  tell(tally, Counter::callback_failed, sums.of(ContactOutcome::callback_failed).count);
  tell_time(tally, Counter::wait_served_s, served.wait.value());
  tell_time(tally, Counter::wait_abandoned_s, abandoned.wait.value());
  tell_time(tally, Counter::wait_s, served.wait.value() + abandoned.wait.value());
  tell_time(tally, Counter::wait_delayed_s, waited.wait.value() + waited_in_vain.wait.value());
  tell_time(tally, Counter::wait_all_s, all.wait.value());
  tell_time(tally, Counter::excess_wait_s, served.excess.value() + abandoned.excess.value());
  tell_time(tally, Counter::talk_s, served.talk.value() + called_back.talk.value());
  tell_time(tally, Counter::hold_s, served.hold.value() + called_back.hold.value());
  tell_time(tally, Counter::wrap_up_s, served.wrap_up.value() + called_back.wrap_up.value());
}

void tell_served(const ContactSums& sums, Tally& tally) {
  ContactSums of_served;
  for (const auto outcome : {ContactOutcome::served, ContactOutcome::called_back}) {
    for (const bool delayed : {false, true}) {
      const std::size_t kind = contact_kind(outcome, delayed);
      of_served.kinds[kind] = sums.kinds[kind];
    }
  }
  tell_contacts(of_served, tally);
}

Int128 paid_time(const AgentSums& sums) {
  Int128 sum = 0;
  for (std::size_t i = 0; i < kAgentStateCount; ++i) {
    const auto state = static_cast<AgentState>(i);
    sum += sums.paid_in(state, false) + sums.paid_in(state, true);
  }
  return sum;
}

void tell_agents(const AgentSums& sums, Tally& tally) {
  Int128 pauses = 0;
  for (const auto state : kPauses) pauses += sums.in(state, false);
  Int128 paid_unavailable = 0;
  for (const auto state : kUnavailable) {
    paid_unavailable += sums.paid_in(state, false) + sums.paid_in(state, true);
  }
  tell_time(tally, Counter::available_s, sums.in(AgentState::available, false));
  tell_time(tally, Counter::busy_s, sums.busy(false));
  tell_time(tally, Counter::busy_overrun_s, sums.busy(true));
  tell_time(tally, Counter::overrun_s, sums.total(true));
  tell_time(tally, Counter::pause_s, pauses);
  tell_time(tally, Counter::absent_s, sums.in(AgentState::absent, false));
  tell_time(tally, Counter::sent_home_s, sums.in(AgentState::sent_home, false));
  tell_time(tally, Counter::reserved_s, sums.in(AgentState::reserved, false));
  tell_time(tally, Counter::reserved_overrun_s, sums.in(AgentState::reserved, true));
  tell_time(tally, Counter::scheduled_s, sums.total(false));
  tell_time(tally, Counter::paid_s, paid_time(sums));
  tell_time(tally, Counter::paid_unavailable_s, paid_unavailable);
}

}  // namespace holdline
