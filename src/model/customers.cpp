// Customers come and go.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "kernel/exact_math.hpp"
#include "model/center.hpp"

namespace holdline {

// By the company's own efforts: a Poisson process, day and night.
void Simulation::Center::schedule_acquisition(SegmentId segment) {
  constexpr double year_s = 365.0 * 86'400.0;
  IssueBook& book = *issues_;
  const std::size_t s = segment.index();
  const double a_year = tables_.scenario.world.segments[s].acquired_per_year;
  if (a_year <= 0.0) return;
  const Block words =
      block_at(book.acquisition_keys[s], replication_.number, book.acquisitions[s]++);
  const Time next = view_.now + from_seconds(-exact::log(to_unit(words[0])) * year_s / a_year);
  if (next >= Time{tables_.scenario.world.calendar.horizon()}) return;
  calendar_events_.schedule(book.acquisition_slots[s], next,
                            static_cast<std::uint8_t>(EventOrder::arrival));
}

void Simulation::Center::on_acquisition(SegmentId segment) {
  schedule_acquisition(segment);
  std::uint64_t& kept_away = issues_->kept_away[segment.index()];
  if (kept_away == 0) {
    add_customer(segment, CustomerChange::acquired);
    return;
  }
  --kept_away;
  issues_->customers.keep_away(segment);
  sink_->on_customer({kNone, segment, CustomerChange::kept_away, view_.now});
}

bool Simulation::Center::add_customer(SegmentId segment, CustomerChange why) {
  if (issues_->customers.is_full()) {
    tell_excess();
    return false;
  }
  const CustomerBase::Joined joined = issues_->customers.join(segment, view_.now, why);
  sink_->on_customer({joined.customer, segment, why, view_.now});
  if (joined.is_new_block) begin_block(segment, joined.block);
  return true;
}

// Names the figure that most of the newcomers came by.
void Simulation::Center::tell_excess() {
  if (!counts_.excess.empty()) return;
  const auto sum = [this](CustomerChange change) {
    std::uint64_t count = 0;
    for (const SegmentCounts& segment : issues_->customers.counts()) {
      count += segment.changes[static_cast<std::size_t>(change)];
    }
    return count;
  };
  const std::uint64_t referred = sum(CustomerChange::referred);
  const std::uint64_t acquired = sum(CustomerChange::acquired);
  const auto day = std::chrono::floor<std::chrono::days>(view_.now.time_since_epoch()).count() + 1;
  counts_.excess = fmt::format(
      "on day {} more than the {} customers a run can hold have been there: {} were referred, {} "
      "acquired; lower {}",
      day, CustomerBase::kMost, referred, acquired,
      referred >= acquired
          ? "the customers won for each issue (world.outcomes.referral), or the horizon"
          : "`acquired` of the segments (world.customers.segments), or the horizon");
}

// The first customer of a block has come: its issues arrive from now on.
void Simulation::Center::begin_block(SegmentId segment, std::size_t block) {
  IssueBook& book = *issues_;
  const World& world = tables_.scenario.world;
  std::vector<IssueBook::StreamRange>& ranges = book.block_streams[segment.index()];
  if (block == ranges.size()) {
    const std::size_t begin = book.streams.size();
    const std::string place =
        "/" + world.segments[segment.index()].name + "/" + std::to_string(block);
    for (std::size_t i = 0; i < book.types.size(); ++i) {
      const double scale = book.types[i].share_of(segment, book.customers.block_size(segment));
      if (scale <= 0.0 || !book.types[i].is_scalable()) continue;
      book.streams.push_back(
          std::make_unique<IssueStream>(world, IssueTypeId(i), segment, block,
                                        "issue/" + world.issue_types[i].name + place, scale));
      book.draw_ahead(*book.streams.back());
    }
    ranges.push_back({begin, book.streams.size()});
  }
  for (std::size_t stream = ranges[block].begin; stream < ranges[block].end; ++stream) {
    book.streams[stream]->reset(replication_.seed, replication_.number, view_.now);
    start_stream(static_cast<std::uint32_t>(stream));
  }
}

// Her other issues end where they stand; contacts waiting or under way finish.
void Simulation::Center::lose_customer(std::uint32_t customer, SegmentId segment) {
  IssueBook& book = *issues_;
  book.customers.leave(customer, segment, view_.now);
  sink_->on_customer({customer, segment, CustomerChange::left_service, view_.now});
  std::uint32_t slot = book.customers.open_issues(customer);
  while (slot != kNone) {
    const std::uint32_t next = book.open[slot].next;
    const IssueStep step = book.open[slot].step;
    if (step == IssueStep::redial || step == IssueStep::recontact ||
        step == IssueStep::escalation) {
      end_issue(slot, IssueOutcome::given_up);
    }
    slot = next;
  }
}

// Those won join at once, but for those whom others keep away: whoever comes next stays away, be
// she acquired or referred.
void Simulation::Center::apply_referrals(SegmentId segment, std::int32_t referrals) {
  std::uint64_t& kept_away = issues_->kept_away[segment.index()];
  if (referrals < 0) {
    kept_away += static_cast<std::uint64_t>(-std::int64_t{referrals});
    return;
  }
  auto won = static_cast<std::uint64_t>(referrals);
  const std::uint64_t stay_away = std::min(kept_away, won);
  kept_away -= stay_away;
  won -= stay_away;
  while (won > 0 && add_customer(segment, CustomerChange::referred)) --won;
}

}  // namespace holdline
