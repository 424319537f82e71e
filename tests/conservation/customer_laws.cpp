// What each customer must obey: come once, leave once, and call in between.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "conservation/told_contact.hpp"
#include "conservation/watchful_sink.hpp"

namespace holdline::test {
namespace {

bool is_coming(CustomerChange change) { return customers_gained(change) > 0; }

std::string name(const CustomerRecord& change) {
  return fmt::format("customer {} of segment {} ({} at {} us)", change.customer,
                     change.segment.value, to_string(change.change),
                     change.time.time_since_epoch().count());
}

}  // namespace

void WatchfulSink::check_customers() {
  check_comings_and_goings();
  check_counts_of_segments();
  check_nobody_calls_after_leaving();
  check_consequences();
}

/// The customers of the start are numbered segment by segment; newcomers come after them.
WatchfulSink::Stay& WatchfulSink::stay_of(std::uint32_t customer, SegmentId segment) {
  const auto [entry, is_new] = stays_.try_emplace(customer, Stay{segment, Time{}, kNever});
  if (is_new) {
    std::uint32_t first = 0;
    for (std::size_t s = 0; s < segment.index(); ++s) first += scenario_.world.segments[s].count;
    const std::uint32_t count = scenario_.world.segments[segment.index()].count;
    if (customer < first || customer >= first + count) {
      complain(fmt::format("customer {} of segment {} never came", customer, segment.value));
    }
  }
  if (entry->second.segment != segment) {
    complain(fmt::format("customer {} is of two segments", customer));
  }
  return entry->second;
}

void WatchfulSink::check_comings_and_goings() {
  for (const CustomerRecord& change : customers_) {
    if (!is_coming(change.change)) continue;
    const Stay stay{change.segment, change.time, kNever};
    if (!stays_.emplace(change.customer, stay).second) complain(name(change) + " came twice");
    std::uint64_t at_start = 0;
    for (const Segment& segment : scenario_.world.segments) at_start += segment.count;
    if (change.customer < at_start) complain(name(change) + " came, and was there");
  }
  for (const CustomerRecord& change : customers_) check_change(change);
}

void WatchfulSink::check_change(const CustomerRecord& change) {
  if (change.time < Time{} || change.time > end_.end) complain(name(change) + ": out of the run");
  if (is_coming(change.change)) {
    const Segment& segment = scenario_.world.segments[change.segment.index()];
    if (change.change == CustomerChange::acquired && segment.acquired_per_year <= 0.0) {
      complain(name(change) + " was acquired, as none are");
    }
    return;
  }
  if (change.change == CustomerChange::kept_away) return;
  Stay& stay = stay_of(change.customer, change.segment);
  if (stay.left != kNever) complain(name(change) + " left twice");
  if (change.time < stay.joined) complain(name(change) + " left before she came");
  stay.left = change.time;
  const bool is_anyway = change.change == CustomerChange::left_anyway;
  if (is_anyway && change.time >= Time{scenario_.world.calendar.horizon()}) {
    complain(name(change) + " left after the horizon");
  }
}

void WatchfulSink::check_counts_of_segments() {
  const std::vector<Segment>& segments = scenario_.world.segments;
  if (end_.segments.size() != segments.size()) {
    complain("counts of other segments than those of the scenario");
    return;
  }
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const SegmentCounts& counts = end_.segments[s];
    std::uint64_t changes[kCustomerChangeCount] = {};
    std::uint64_t at_end = segments[s].count;
    for (const CustomerRecord& change : customers_) {
      if (change.segment.index() != s) continue;
      ++changes[static_cast<std::size_t>(change.change)];
      at_end += static_cast<std::uint64_t>(customers_gained(change.change));
    }
    if (counts.at_start != segments[s].count || counts.at_end != at_end ||
        !std::equal(std::begin(changes), std::end(changes), std::begin(counts.changes))) {
      complain(fmt::format("segment {}: {} customers at the end, not {}, or other ways there", s,
                           counts.at_end, at_end));
    }
  }
}

/// What waits or is under way when she leaves is finished; nothing new begins.
void WatchfulSink::check_nobody_calls_after_leaving() {
  for (const ContactRecord& contact : contacts_) {
    if (contact.journey == nullptr || contact.journey->segment.is_none()) continue;
    const Stay& stay = stay_of(contact.journey->customer, contact.journey->segment);
    if (contact.arrival < stay.joined) complain(name(contact) + ": of nobody yet");
    if (contact.arrival > stay.left && !contact.journey->is_transfer) {
      complain(name(contact) + ": of a customer who has left");
    }
  }
}

/// Whoever leaves because of an issue is told so by the issue, and so is whoever comes by one.
void WatchfulSink::check_consequences() {
  std::set<std::pair<std::uint32_t, Time>> lost;
  std::vector<std::uint64_t> won(scenario_.world.segments.size()), warned(won);
  for (const IssueRecord& issue : issues_) {
    if (issue.is_lost && !lost.emplace(issue.customer, issue.closed).second) {
      complain(fmt::format("customer {} was lost twice", issue.customer));
    }
    if (issue.referrals > 0) {
      won[issue.segment.index()] += static_cast<std::uint64_t>(issue.referrals);
    } else if (issue.referrals < 0) {
      warned[issue.segment.index()] += static_cast<std::uint64_t>(-issue.referrals);
    }
  }
  std::size_t left = 0;
  for (const CustomerRecord& change : customers_) {
    if (change.change == CustomerChange::referred) --won[change.segment.index()];
    if (change.change == CustomerChange::kept_away) ++won[change.segment.index()];
    if (change.change != CustomerChange::left_service) continue;
    ++left;
    if (lost.count({change.customer, change.time}) == 0) {
      complain(name(change) + " left because of no issue");
    }
  }
  if (left != lost.size()) complain("issues lost other customers than those who left");
  // Of those won and acquired, as many stay away as others have warned, at most.
  for (std::size_t s = 0; s < won.size(); ++s) {
    if (won[s] > warned[s]) complain("issues won other customers than those referred");
  }
}

}  // namespace holdline::test
