// Metrics over all contact types sum here; each ratio then has one numerator and one denominator.
#include "score/tally.hpp"

namespace holdline {
namespace {

double& at(Tally& tally, Counter counter) { return tally[static_cast<std::size_t>(counter)]; }

void tell(Tally& tally, Counter counter, std::uint64_t count) {
  at(tally, counter) = static_cast<double>(count);
}

void tell_time(Tally& tally, Counter counter, Int128 time) { at(tally, counter) = seconds(time); }

/// Times of the served: the same for contact types and agent groups.
void tell_handle_times(const ContactSums& sums, Tally& tally) {
  tell_time(tally, Counter::talk_s, sums.talk);
  tell_time(tally, Counter::hold_s, sums.hold);
  tell_time(tally, Counter::wrap_up_s, sums.wrap_up);
}

constexpr AgentState kPauses[] = {AgentState::on_break, AgentState::meal, AgentState::training,
                                  AgentState::meeting};
constexpr AgentState kUnavailable[] = {AgentState::on_break, AgentState::meal,
                                       AgentState::training, AgentState::meeting,
                                       AgentState::absent,   AgentState::sent_home};

}  // namespace

double seconds(Int128 microseconds) { return static_cast<double>(microseconds) / 1e6; }

ContactSums& ContactSums::operator+=(const ContactSums& other) {
  for (std::size_t kind = 0; kind < kContactKindCount; ++kind) {
    count[kind] += other.count[kind];
    wait[kind] += other.wait[kind];
  }
  beyond[0] += other.beyond[0];
  beyond[1] += other.beyond[1];
  short_abandoned += other.short_abandoned;
  index_sum += other.index_sum;
  excess += other.excess;
  talk += other.talk;
  hold += other.hold;
  wrap_up += other.wrap_up;
  other_handle += other.other_handle;
  return *this;
}

AgentSums& AgentSums::operator+=(const AgentSums& other) {
  for (std::size_t i = 0; i < kAgentTimeCount; ++i) time[i] += other.time[i];
  return *this;
}

void tell_contacts(const ContactSums& sums, Tally& tally) {
  using enum ContactOutcome;
  const std::uint64_t arrivals = sums.all_counts();
  std::uint64_t delayed = 0;
  for (const auto outcome : {served, abandoned, balked, disconnected, in_system}) {
    delayed += sums.delayed_of(outcome);
  }
  tell(tally, Counter::arrivals, arrivals);
  tell(tally, Counter::offered, arrivals - sums.count_of(blocked));
  tell(tally, Counter::served, sums.count_of(served));
  tell(tally, Counter::abandoned, sums.count_of(abandoned));
  tell(tally, Counter::balked, sums.count_of(balked));
  tell(tally, Counter::blocked, sums.count_of(blocked));
  tell(tally, Counter::disconnected, sums.count_of(disconnected));
  tell(tally, Counter::in_system, sums.count_of(in_system));
  tell(tally, Counter::delayed, delayed);
  tell(tally, Counter::waited, sums.delayed_of(served) + sums.delayed_of(abandoned));
  tell(tally, Counter::served_within, sums.count_of(served) - sums.beyond[0]);
  tell(tally, Counter::abandoned_within, sums.count_of(abandoned) - sums.beyond[1]);
  tell(tally, Counter::short_abandoned, sums.short_abandoned);
  tell_time(tally, Counter::wait_served_s, sums.wait_of(served));
  tell_time(tally, Counter::wait_abandoned_s, sums.wait_of(abandoned));
  tell_time(tally, Counter::wait_s, sums.wait_of(served) + sums.wait_of(abandoned));
  tell_time(tally, Counter::wait_delayed_s,
            sums.wait[contact_kind(served, true)] + sums.wait[contact_kind(abandoned, true)]);
  tell_time(tally, Counter::wait_all_s, sums.all_waits());
  tell_time(tally, Counter::excess_wait_s, sums.excess);
  tell_handle_times(sums, tally);
}

void tell_served(const ContactSums& sums, Tally& tally) {
  ContactSums of_served;
  for (const bool delayed : {false, true}) {
    const std::size_t kind = contact_kind(ContactOutcome::served, delayed);
    of_served.count[kind] = sums.count[kind];
    of_served.wait[kind] = sums.wait[kind];
  }
  of_served.beyond[0] = sums.beyond[0];
  of_served.excess = sums.excess;
  of_served.talk = sums.talk;
  of_served.hold = sums.hold;
  of_served.wrap_up = sums.wrap_up;
  tell_contacts(of_served, tally);
}

Int128 paid_time(const AgentSums& sums) {
  Int128 sum = 0;
  for (std::size_t i = 0; i < kAgentStateCount; ++i) {
    const auto state = static_cast<AgentState>(i);
    sum += sums.time[agent_time(state, true, false)] + sums.time[agent_time(state, true, true)];
  }
  return sum;
}

void tell_agents(const AgentSums& sums, Tally& tally) {
  Int128 pauses = 0;
  for (const auto state : kPauses) pauses += sums.in(state, false);
  Int128 paid_unavailable = 0;
  for (const auto state : kUnavailable) {
    paid_unavailable += sums.time[agent_time(state, true, false)];
    paid_unavailable += sums.time[agent_time(state, true, true)];
  }
  tell_time(tally, Counter::available_s, sums.in(AgentState::available, false));
  tell_time(tally, Counter::busy_s, sums.busy(false));
  tell_time(tally, Counter::busy_overrun_s, sums.busy(true));
  tell_time(tally, Counter::overrun_s, sums.total(true));
  tell_time(tally, Counter::pause_s, pauses);
  tell_time(tally, Counter::absent_s, sums.in(AgentState::absent, false));
  tell_time(tally, Counter::sent_home_s, sums.in(AgentState::sent_home, false));
  tell_time(tally, Counter::scheduled_s, sums.total(false));
  tell_time(tally, Counter::paid_s, paid_time(sums));
  tell_time(tally, Counter::paid_unavailable_s, paid_unavailable);
}

}  // namespace holdline
