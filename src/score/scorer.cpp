// The sink. It is told about three facts for each simulated contact, so that a fact costs a few
// additions to one cell: no division, no allocation, nothing that can be derived at the end.
#include "holdline/score/scorer.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "score/scorer_sums.hpp"

namespace holdline {
namespace {

std::int64_t ticks(Time time) { return time.time_since_epoch().count(); }

}  // namespace

Scorer::Sums::Sums(const Scenario& scenario, PlanId plan)
    : layout(scenario, plan),
      intervals(layout, scenario.world.calendar.horizon()),
      weeks(intervals, layout.warm_up, scenario.world.calendar.horizon(),
            !scenario.world.segments.empty()),
      short_abandon(scenario.score.short_abandon.count()),
      journeys(scenario, plan, layout, intervals, weeks) {
  for (const ContactType& type : scenario.world.contact_types) {
    types.emplace_back().acceptable_wait = type.acceptable_wait.count();
    type_names.push_back(type.name);
  }
  const auto& agent_groups = scenario.plans[plan.index()].agent_groups;
  const std::size_t row = agent_groups.size() + 1;
  places.assign(types.size() * row, kNoPlace);
  for (std::size_t type = 0; type < types.size(); ++type) {
    places[type * row] = static_cast<std::uint32_t>(place_count++);
    types[type].places = &places[type * row];
  }
  for (std::size_t group = 0; group < agent_groups.size(); ++group) {
    groups.emplace_back();
    wages_per_h.push_back(agent_groups[group].wage_per_h);
    group_names.push_back(agent_groups[group].name);
    for (const Skill& skill : agent_groups[group].skills) {
      std::uint32_t& place = places[skill.type.index() * row + group + 1];
      if (place == kNoPlace) place = static_cast<std::uint32_t>(place_count++);
    }
  }
  contact_cells.resize(intervals.slot_count() * place_count);
  agent_cells.resize(weeks.cell_count() * groups.size());
  clear();
}

void Scorer::Sums::clear() {
  std::fill(contact_cells.begin(), contact_cells.end(), ContactSums{});
  std::fill(agent_cells.begin(), agent_cells.end(), AgentSums{});
  std::fill(agent_ends.begin(), agent_ends.end(), std::numeric_limits<std::int64_t>::min());
  for (TypeScore& type : types) {
    type.waits.clear();
    type.cells = {};
  }
  std::fill(groups.begin(), groups.end(), WindowPair<AgentSums*>{});
  journeys.clear();
  violations.clear();
  events = 0;
}

void Scorer::Sums::locate(ContactHalf& half, std::int64_t time) {
  half.window = intervals.locate(time);
  half.cells.by_place = contact_cells.data() + half.window.slot * place_count;
  half.cells.is_scored = half.window.slot != intervals.unscored_slot();
}

void Scorer::Sums::locate(AgentHalf& half, std::size_t group, std::int64_t time) {
  half.window = weeks.locate(time);
  half.cells = &agent_cells[half.window.slot * groups.size() + group];
}

inline const IntervalCells& Scorer::Sums::cells_at(TypeScore& type, std::int64_t time) {
  return type.cells.at(time, [&](ContactHalf& half) { locate(half, time); }).cells;
}

inline const Scorer::Sums::AgentHalf& Scorer::Sums::cell_at(std::size_t group, std::int64_t time) {
  return groups[group].at(time, [&](AgentHalf& half) { locate(half, group, time); });
}

void Scorer::Sums::add_split(const AgentInterval& interval, std::int64_t last_end) {
  std::int64_t begin = ticks(interval.begin);
  const std::int64_t end = ticks(interval.end);
  if (begin < last_end || end < begin) tell_overlap(interval, last_end);
  const std::size_t kind = agent_time(interval.state, interval.paid, interval.overrun);
  while (begin < end) {
    const AgentHalf& cell = cell_at(interval.agent_group.index(), begin);
    const std::int64_t part_end = std::min(end, cell.window.end());
    cell.cells->time[kind].add(part_end - begin);
    begin = part_end;
  }
}

void Scorer::Sums::add_type(std::size_t slot, std::size_t type, ContactSums& sums) const {
  for (std::size_t group = 0; group <= groups.size(); ++group) {
    const std::uint32_t place = types[type].places[group];
    if (place != kNoPlace) sums += contact_cells[slot * place_count + place];
  }
}

void Scorer::Sums::add_group(std::size_t slot, std::size_t group, ContactSums& sums) const {
  for (const TypeScore& type : types) {
    const std::uint32_t place = type.places[group + 1];
    if (place != kNoPlace) sums += contact_cells[slot * place_count + place];
  }
}

Scorer::Scorer(const Scenario& scenario, PlanId plan)
    : sums_(std::make_unique<Sums>(scenario, plan)) {}

Scorer::~Scorer() = default;

const ScoreLayout& Scorer::layout() const { return sums_->layout; }

void Scorer::on_replication_start(const ReplicationStart& start) {
  sums_->clear();
  sums_->replication = start.replication;
}

inline void Scorer::Sums::add(const ContactRecord& contact) {
  assert(contact.type.index() < types.size());
  TypeScore& type = types[contact.type.index()];
  const std::int64_t arrival = ticks(contact.arrival);
  const IntervalCells& cells = cells_at(type, arrival);
  static_assert(ContactOutcome::served < ContactOutcome::abandoned &&
                static_cast<int>(ContactOutcome::abandoned) == 1);
  // No group is the largest number of all, so that one more is 0: the place of those not answered.
  static_assert(AgentGroupId::none_value + 1 == 0);
  const std::uint32_t place = type.places[contact.agent_group.value + 1];
  if (place == kNoPlace) [[unlikely]] {
    return tell_stray(contact);
  }
  ContactKindSums& cell =
      cells.by_place[place].kinds[contact_kind(contact.outcome, contact.delayed)];
  const std::int64_t wait = contact.wait.count();
  const std::int64_t excess = std::max<std::int64_t>(0, wait - type.acceptable_wait);
  ++cell.count;
  cell.beyond += excess > 0;
  cell.early += wait <= short_abandon;
  cell.index += contact.index;
  cell.wait.add(wait);
  cell.excess.add(excess);
  cell.talk.add(contact.talk.count());
  if ((contact.hold.count() | contact.wrap_up.count()) != 0) {  // a type has them or has not
    cell.hold.add(contact.hold.count());
    cell.wrap_up.add(contact.wrap_up.count());
  }
  if (contact.outcome <= ContactOutcome::abandoned && cells.is_scored) type.waits.add(contact.wait);
}

inline void Scorer::Sums::add(const AgentInterval& interval) {
  assert(interval.agent_group.index() < groups.size());
  const std::size_t agent = interval.agent.index();
  const std::int64_t begin = ticks(interval.begin);
  const std::int64_t end = ticks(interval.end);
  if (agent >= agent_ends.size()) [[unlikely]] {
    agent_ends.resize(agent + 1, std::numeric_limits<std::int64_t>::min());
  }
  const std::int64_t last_end = std::exchange(agent_ends[agent], end);
  const std::size_t kind = agent_time(interval.state, interval.paid, interval.overrun);
  const AgentHalf& cell = cell_at(interval.agent_group.index(), begin);
  const bool is_inside = cell.window.contains_end(end);
  if (is_inside && begin >= last_end && end >= begin) [[likely]] {
    cell.cells->time[kind].add(end - begin);
  } else {
    add_split(interval, last_end);
  }
}

void Scorer::on_contact(const ContactRecord& contact) {
  sums_->add(contact);
  if (sums_->journeys.is_on()) sums_->journeys.add(contact);
}

void Scorer::on_agent_interval(const AgentInterval& interval) { sums_->add(interval); }

// The kinds apart, each in a loop of its own: sums do not depend on the order of addition.
void Scorer::on_facts(const FactSpan& facts) {
  Sums& sums = *sums_;
  for (const ContactRecord& contact : facts.contacts) sums.add(contact);
  for (const AgentInterval& interval : facts.intervals) sums.add(interval);
  if (!sums.journeys.is_on()) return;
  for (const ContactRecord& contact : facts.contacts) sums.journeys.add(contact);
}

void Scorer::on_issue(const IssueRecord& issue) {
  if (sums_->journeys.is_on()) sums_->journeys.add(issue);
}

void Scorer::on_customer(const CustomerRecord& customer) {
  if (sums_->journeys.is_on()) sums_->journeys.add(customer);
}

}  // namespace holdline
