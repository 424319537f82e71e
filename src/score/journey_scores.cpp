// Facts to cells, and cells to rows.
#include "score/journey_scores.hpp"

#include <algorithm>
#include <utility>

#include "score/counters.hpp"

namespace holdline {
namespace {

std::int64_t ticks(Time time) { return time.time_since_epoch().count(); }

/// When a contact was over; a wait for a callback is told apart from the one on the line.
Time end_of(const ContactRecord& contact) {
  Duration wait = contact.wait;
  if (contact.journey != nullptr) wait = std::max(wait, contact.journey->callback_delay);
  return contact.queue_entry + wait + contact.talk + contact.hold + contact.wrap_up;
}

/// The slots [first, last) of cells[slot * count + index].
struct SlotRange {
  std::size_t first;
  std::size_t last;

  template <class Sums>
  [[nodiscard]] Sums sum(const std::vector<Sums>& cells, std::size_t count,
                         std::size_t index) const {
    Sums total;
    for (std::size_t slot = first; slot < last; ++slot) total += cells[slot * count + index];
    return total;
  }
};

}  // namespace

JourneyScores::JourneyScores(const Scenario& scenario, PlanId plan, const ScoreLayout& layout,
                             const IntervalMap& intervals, const WeekMap& weeks)
    : layout_(layout),
      intervals_(intervals),
      weeks_(weeks),
      is_on_(has_issues(scenario)),
      costs_(scenario.plans[plan.index()].costs),
      fcr_window_(scenario.score.fcr_window),
      cells_(scenario.world.issue_types.size(), scenario.world.segments.size(),
             intervals.slot_count()),
      ledger_(scenario, layout, weeks) {
  const World& world = scenario.world;
  for (const ContactType& type : world.contact_types) {
    types_.emplace_back().acceptable_wait = type.acceptable_wait;
    source_names_.push_back(type.name);
  }
  for (const IssueType& type : world.issue_types) {
    issue_due_.push_back({type.due.has_value(), type.lateness_penalty});
    source_names_.push_back(type.name);
  }
  for (const Segment& segment : world.segments) segment_names_.push_back(segment.name);
  clear();
}

void JourneyScores::clear() {
  told_.assign(1 + issue_due_.size(), ContactsTold{});
  if (!is_on_) return;
  const std::size_t slots = intervals_.slot_count();
  const std::size_t segments = segment_names_.size();
  by_type_.assign(slots * types_.size(), JourneySums{});
  by_segment_.assign(slots * segments, PlainSums{});
  by_issue_type_.assign(slots * issue_due_.size(), PlainSums{});
  by_source_.assign(slots * source_names_.size(), IssueSums{});
  issues_of_segment_.assign(slots * segments, IssueSums{});
  week_sums_.assign(weeks_.week_count(), WeekSums{});
  cells_.clear();
  ledger_.clear();
  for (TypeWindow& type : types_) type.is_scored = {};
  issues_ = {};
  week_ = weeks_.week_around(0);
}

void JourneyScores::locate(WindowPair<bool>::Half& half, std::int64_t time) const {
  half.window = intervals_.locate(time);
  half.cells = half.window.slot != intervals_.unscored_slot();
}

void JourneyScores::locate(WindowPair<IssueCells>::Half& half, std::int64_t time) {
  half.window = intervals_.locate(time);
  const std::size_t slot = half.window.slot;
  half.cells.of_source = by_source_.data() + slot * source_names_.size();
  half.cells.of_segment = issues_of_segment_.data() + slot * segment_names_.size();
  half.cells.is_scored = slot != intervals_.unscored_slot();
}

inline JourneyScores::WeekSums& JourneyScores::week_around(Time time) {
  if (!week_.contains(ticks(time))) [[unlikely]] {
    week_ = weeks_.week_around(ticks(time));
  }
  return week_sums_[week_.slot];
}

inline ContactsTold& JourneyScores::told_of(IssueTypeId type) {
  // No issue type is the largest number of all, so that one more is 0.
  static_assert(IssueTypeId::none_value + 1 == 0);
  return told_[type.value + 1];
}

void JourneyScores::add(const ContactRecord& contact) {
  TypeWindow& type = types_[contact.type.index()];
  const std::int64_t arrival = ticks(contact.arrival);
  const auto& [window, is_scored] =
      type.is_scored.at(arrival, [&](WindowPair<bool>::Half& half) { locate(half, arrival); });
  if (is_scored) add_cost(contact);
  if (contact.journey == nullptr) return;
  const ContactJourney& journey = *contact.journey;
  const ContactOrigin origin{contact.type, journey.issue_type, journey.segment};
  if (PlainSums* const cell = cells_.find(origin, window.slot)) [[likely]] {
    cell->add(contact, journey, type.acceptable_wait);
  } else {
    PlainSums one;
    one.add(contact, journey, type.acceptable_wait);
    add_sums(origin, window.slot, one);
  }
  if (journey.accepted_callback || journey.reserved != Duration::zero()) {
    told_of(journey.issue_type).add_callback(contact, journey);
  }
}

void JourneyScores::add_sums(const ContactOrigin& origin, std::size_t slot, const PlainSums& sums) {
  by_type_[slot * types_.size() + origin.type.index()] += sums.journeys;
  if (!origin.segment.is_none()) {
    by_segment_[slot * segment_names_.size() + origin.segment.index()] += sums;
  }
  if (!origin.issue_type.is_none()) {
    by_issue_type_[slot * issue_due_.size() + origin.issue_type.index()] += sums;
  }
  told_of(origin.issue_type).add(sums);
}

void JourneyScores::close() {
  cells_.for_each([this](const ContactOrigin& origin, std::span<const PlainSums> cells) {
    for (std::size_t slot = 0; slot < cells.size(); ++slot) add_sums(origin, slot, cells[slot]);
  });
  cells_.clear();
  ledger_.close();
}

inline void JourneyScores::add_cost(const ContactRecord& contact) {
  PaidContacts& paid = week_around(end_of(contact)).paid;
  ++paid.contacts;
  if (contact.journey == nullptr) return;
  paid.self_service += contact.journey->used_self_service;
  paid.menu += contact.journey->menu.count();
  paid.callbacks += contact.journey->accepted_callback;
}

void JourneyScores::add(const IssueRecord& issue) {
  const std::int64_t opened = ticks(issue.opened);
  const IssueCells& cells =
      issues_.at(opened, [&](WindowPair<IssueCells>::Half& half) { locate(half, opened); }).cells;
  const DueTime due = issue.type.is_none() ? DueTime{} : issue_due_[issue.type.index()];
  const JudgedIssue judged = judge(issue, fcr_window_, due.is_given, due.penalty);
  const std::size_t source =
      issue.type.is_none() ? issue.contact_type.index() : types_.size() + issue.type.index();
  cells.of_source[source].add(judged);
  if (!issue.segment.is_none()) cells.of_segment[issue.segment.index()].add(judged);
  if (issue.is_late && cells.is_scored) week_around(issue.closed).penalties += due.penalty;
}

void JourneyScores::add(const CustomerRecord& record) { ledger_.add(record); }

void JourneyScores::tell_contacts(std::size_t first, std::size_t last,
                                  std::span<Tally> rows) const {
  const SlotRange slots{first, last};
  JourneySums all;
  for (std::size_t type = 0; type < layout_.contact_type_count; ++type) {
    const JourneySums sum = slots.sum(by_type_, layout_.contact_type_count, type);
    tell_journeys(sum, rows[1 + type]);
    all += sum;
  }
  tell_journeys(all, rows[0]);
  for (std::size_t i = 0; i < layout_.segment_count; ++i) {
    tell_plain(slots.sum(by_segment_, layout_.segment_count, i), rows[layout_.first_segment() + i]);
  }
  for (std::size_t i = 0; i < layout_.issue_type_count; ++i) {
    tell_plain(slots.sum(by_issue_type_, layout_.issue_type_count, i),
               rows[layout_.first_issue_type() + i]);
  }
}

void JourneyScores::tell_issues_of(std::size_t first, std::size_t last,
                                   std::span<Tally> rows) const {
  const SlotRange slots{first, last};
  IssueSums all;
  const std::size_t types = layout_.contact_type_count;
  for (std::size_t source = 0; source < source_names_.size(); ++source) {
    const IssueSums sum = slots.sum(by_source_, source_names_.size(), source);
    tell_issues(sum,
                rows[source < types ? 1 + source : layout_.first_issue_type() + source - types]);
    all += sum;
  }
  tell_issues(all, rows[0]);
  for (std::size_t i = 0; i < layout_.segment_count; ++i) {
    tell_issues(slots.sum(issues_of_segment_, layout_.segment_count, i),
                rows[layout_.first_segment() + i]);
  }
}

void JourneyScores::tell_rows(std::size_t first, std::size_t last, std::span<Tally> rows) const {
  if (is_on_) {
    tell_contacts(first, last, rows);
    tell_issues_of(first, last, rows);
    ledger_.tell_rows(first, last, rows);
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (layout_.row(row).kind == ScopeKind::agent_group) continue;
    tell_contact_costs(costs_, rows[row]);
  }
  at(rows[0], Counter::fixed_cost) = fixed_cost(at(rows[0], Counter::elapsed_s), costs_);
}

void JourneyScores::tell_curve(std::vector<CurvePoint>& curve) const {
  curve.clear();
  if (segment_names_.empty()) return;
  curve.resize(weeks_.week_count());
  for (std::size_t week = 0; week < curve.size(); ++week) {
    CurvePoint& point = curve[week];
    point.cost = fixed_cost(to_seconds(weeks_.elapsed(week)), costs_) +
                 cost_of(week_sums_[week].paid, costs_) + week_sums_[week].penalties;
    for (std::size_t segment = 0; segment < segment_names_.size(); ++segment) {
      CustomerSums sum;
      for (std::size_t slot = 0; slot < intervals_.unscored_slot(); ++slot) {
        sum += ledger_.sums(weeks_.cell(week, slot), segment);
      }
      point.cost += ledger_.acquisition_cost(segment, sum);
      point.margin += ledger_.margin(segment, sum);
      point.equity_change += ledger_.equity_change(segment, sum);
      point.lost += static_cast<double>(sum.of(CustomerChange::left_service));
    }
  }
}

JourneysTold JourneyScores::told() const {
  JourneysTold told;
  told.names = source_names_;
  told.contact_type_count = types_.size();
  told.contacts = told_;
  told.issues.resize(source_names_.size());
  for (std::size_t i = 0; i < by_source_.size(); ++i) {
    told.issues[i % source_names_.size()] += by_source_[i];
  }
  for (std::size_t i = 0; i < segment_names_.size(); ++i) {
    told.segments.push_back({segment_names_[i], ledger_.at_beginning(i), ledger_.all_of(i)});
  }
  return told;
}

}  // namespace holdline
