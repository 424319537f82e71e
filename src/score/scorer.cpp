// The sink. It is called about three times for each simulated contact, so that a fact costs a few
// additions to one cell: no division, no allocation, nothing that can be derived at the end.
#include "holdline/score/scorer.hpp"

#include <algorithm>
#include <cassert>

#include "score/scorer_sums.hpp"

namespace holdline {
namespace {

std::int64_t ticks(Time time) { return time.time_since_epoch().count(); }

}  // namespace

Scorer::Sums::Sums(const Scenario& scenario, PlanId plan)
    : layout(scenario, plan),
      intervals(layout, scenario.world.calendar.horizon()),
      short_abandon(scenario.score.short_abandon.count()) {
  for (const ContactType& type : scenario.world.contact_types) {
    TypeScore& score = types.emplace_back();
    score.acceptable_wait = type.acceptable_wait.count();
    score.name = type.name;
  }
  const auto& agent_groups = scenario.plans[plan.index()].agent_groups;
  const std::size_t row = agent_groups.size() + 1;
  places.assign(types.size() * row, kNoPlace);
  for (std::size_t type = 0; type < types.size(); ++type) {
    places[type * row] = static_cast<std::uint32_t>(place_count++);
    types[type].places = &places[type * row];
  }
  for (std::size_t group = 0; group < agent_groups.size(); ++group) {
    GroupScore& score = groups.emplace_back();
    score.wage_per_h = agent_groups[group].wage_per_h;
    score.name = agent_groups[group].name;
    for (const Skill& skill : agent_groups[group].skills) {
      std::uint32_t& place = places[skill.type.index() * row + group + 1];
      if (place == kNoPlace) place = static_cast<std::uint32_t>(place_count++);
    }
  }
  contact_cells.resize(intervals.slot_count() * place_count);
  agent_cells.resize(intervals.slot_count() * groups.size());
  clear();
}

void Scorer::Sums::clear() {
  std::fill(contact_cells.begin(), contact_cells.end(), ContactSums{});
  std::fill(agent_cells.begin(), agent_cells.end(), AgentSums{});
  std::fill(agent_ends.begin(), agent_ends.end(), std::numeric_limits<std::int64_t>::min());
  for (TypeScore& type : types) {
    type.waits.clear();
    move_window(type, 0);
  }
  for (std::size_t group = 0; group < groups.size(); ++group) move_window(group, 0);
  violations.clear();
  events = 0;
}

void Scorer::Sums::move_window(TypeScore& type, std::int64_t time) {
  type.window = intervals.locate(time);
  type.cells = contact_cells.data() + type.window.slot * place_count;
  type.is_scored = type.window.slot != intervals.unscored_slot();
}

void Scorer::Sums::move_window(std::size_t group, std::int64_t time) {
  groups[group].window = intervals.locate(time);
  groups[group].cell = &agent_cells[groups[group].window.slot * groups.size() + group];
}

void Scorer::Sums::add_split(std::size_t group, std::size_t kind, std::int64_t begin,
                             std::int64_t end) {
  while (begin < end) {
    if (!groups[group].window.contains(begin)) move_window(group, begin);
    const std::int64_t part_end = std::min(end, groups[group].window.end());
    groups[group].cell->time[kind] += part_end - begin;
    begin = part_end;
  }
}

ContactSums Scorer::Sums::of_type(std::size_t slot, std::size_t type) const {
  ContactSums sums;
  for (std::size_t group = 0; group <= groups.size(); ++group) {
    const std::uint32_t place = types[type].places[group];
    if (place != kNoPlace) sums += cell(slot, place);
  }
  return sums;
}

ContactSums Scorer::Sums::of_group(std::size_t slot, std::size_t group) const {
  ContactSums sums;
  for (const TypeScore& type : types) {
    const std::uint32_t place = type.places[group + 1];
    if (place != kNoPlace) sums += cell(slot, place);
  }
  return sums;
}

Scorer::Scorer(const Scenario& scenario, PlanId plan)
    : sums_(std::make_unique<Sums>(scenario, plan)) {}

Scorer::~Scorer() = default;

const ScoreLayout& Scorer::layout() const { return sums_->layout; }

void Scorer::on_replication_start(const ReplicationStart& start) {
  sums_->clear();
  sums_->replication = start.replication;
}

void Scorer::on_contact(const ContactRecord& contact) {
  Sums& sums = *sums_;
  assert(contact.type.index() < sums.types.size());
  TypeScore& type = sums.types[contact.type.index()];
  const std::int64_t arrival = ticks(contact.arrival);
  if (!type.window.contains(arrival)) [[unlikely]] {
    sums.move_window(type, arrival);
  }
  // No group is the largest number of all, so that one more is 0: the place of those not answered.
  static_assert(AgentGroupId::none_value + 1 == 0);
  const std::uint32_t place = type.places[contact.agent_group.value + 1];
  if (place == Sums::kNoPlace) [[unlikely]] {
    sums.tell_stray(contact);
    return;
  }
  ContactSums& cell = type.cells[place];
  const std::size_t kind = contact_kind(contact.outcome, contact.delayed);
  const std::int64_t wait = contact.wait.count();
  const bool is_served = contact.outcome == ContactOutcome::served;
  const bool is_abandoned = contact.outcome == ContactOutcome::abandoned;
  ++cell.count[kind];
  cell.index_sum += contact.index;
  if (wait != 0) {
    cell.wait[kind] += wait;
    if (is_served || is_abandoned) {
      if (wait > type.acceptable_wait) {
        ++cell.beyond[is_abandoned ? 1 : 0];
        cell.excess += wait - type.acceptable_wait;
      }
      if (type.is_scored) type.waits.add(contact.wait);
    }
  }
  if (is_served) {
    cell.talk += contact.talk.count();
    cell.hold += contact.hold.count();
    cell.wrap_up += contact.wrap_up.count();
    return;
  }
  if (is_abandoned && wait <= sums.short_abandon) ++cell.short_abandoned;
  cell.other_handle += (contact.talk + contact.hold + contact.wrap_up).count();
}

void Scorer::on_agent_interval(const AgentInterval& interval) {
  Sums& sums = *sums_;
  assert(interval.agent_group.index() < sums.groups.size());
  const std::size_t agent = interval.agent.index();
  const std::int64_t begin = ticks(interval.begin);
  const std::int64_t end = ticks(interval.end);
  if (agent >= sums.agent_ends.size()) [[unlikely]] {
    sums.agent_ends.resize(agent + 1, std::numeric_limits<std::int64_t>::min());
  }
  std::int64_t& last_end = sums.agent_ends[agent];
  if (begin < last_end || end < begin) [[unlikely]] {
    sums.tell_overlap(interval, last_end);
  }
  last_end = end;

  const std::size_t kind = agent_time(interval.state, interval.paid, interval.overrun);
  GroupScore& group = sums.groups[interval.agent_group.index()];
  if (group.window.contains(begin) && group.window.contains_end(end)) [[likely]] {
    group.cell->time[kind] += end - begin;
  } else {
    sums.add_split(interval.agent_group.index(), kind, begin, end);
  }
}

}  // namespace holdline
