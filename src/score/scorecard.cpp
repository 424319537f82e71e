// The end of a replication: laws checked over all facts, then cells to rows of counters.
#include <span>
#include <vector>

#include "holdline/score/scorer.hpp"
#include "score/conservation.hpp"
#include "score/counters.hpp"
#include "score/scorer_sums.hpp"
#include "score/tally.hpp"
#include "score/told.hpp"

namespace holdline {
namespace {

void tell_cost(double paid_s, double wage_per_h, Tally& tally) {
  at(tally, Counter::labour_cost) += paid_s * wage_per_h / 3600.0;
}

/// Fills the rows of one interval or of the horizon, the centre's last: it is the sum of the
/// others.
class RowFiller {
 public:
  RowFiller(const ScoreLayout& layout, double elapsed_s, std::span<Tally> rows)
      : layout_(layout), rows_(rows) {
    for (Tally& row : rows_) {
      row.fill(0.0);
      at(row, Counter::elapsed_s) = elapsed_s;
    }
  }

  void tell_type(std::size_t type, const ContactSums& sums) {
    tell_contacts(sums, rows_[1 + type]);
    all_contacts_ += sums;
  }

  void tell_group(std::size_t group, const ContactSums& contacts, const AgentSums& agents,
                  double wage_per_h) {
    Tally& row = rows_[1 + layout_.contact_type_count + group];
    tell_served(contacts, row);
    tell_agents(agents, row);
    tell_cost(at(row, Counter::paid_s), wage_per_h, row);
    at(rows_[0], Counter::labour_cost) += at(row, Counter::labour_cost);
    all_agents_ += agents;
  }

  void tell_all() {
    tell_contacts(all_contacts_, rows_[0]);
    tell_agents(all_agents_, rows_[0]);
  }

 private:
  const ScoreLayout& layout_;
  std::span<Tally> rows_;
  ContactSums all_contacts_;
  AgentSums all_agents_;
};

}  // namespace

void Scorer::on_replication_end(const ReplicationEnd& end) {
  Sums& sums = *sums_;
  sums.events = end.events;
  // A policy's illegal decision was refused, yet the figures are no longer those of that policy.
  if (!end.fault.empty()) sums.violations.add(end.fault);
  sums.journeys.close();
  if (!end.is_complete) return;
  std::vector<TypeFacts> types(sums.types.size());
  std::vector<GroupFacts> groups(sums.groups.size());
  for (std::size_t type = 0; type < types.size(); ++type) {
    types[type].name = sums.type_names[type];
    for (std::size_t slot = 0; slot < sums.intervals.slot_count(); ++slot) {
      sums.add_type(slot, type, types[type].contacts);
    }
  }
  for (std::size_t group = 0; group < groups.size(); ++group) {
    groups[group].name = sums.group_names[group];
    ContactSums contacts;
    for (std::size_t slot = 0; slot < sums.intervals.slot_count(); ++slot) {
      sums.add_group(slot, group, contacts);
    }
    for (std::size_t cell = 0; cell < sums.weeks.cell_count(); ++cell) {
      groups[group].agents += sums.agents_of(cell, group);
    }
    groups[group].handle = contacts.all().handle();
  }
  check_conservation(types, groups, end, sums.violations);
  JourneysTold told = sums.journeys.told();
  for (const GroupFacts& group : groups) {
    told.reserved +=
        group.agents.in(AgentState::reserved, false) + group.agents.in(AgentState::reserved, true);
  }
  check_journeys(told, end, sums.violations);
}

void Scorer::Sums::tell_rows(std::size_t first, std::size_t last, std::span<Tally> rows) const {
  Duration elapsed{};
  for (std::size_t slot = first; slot < last; ++slot) elapsed += intervals.elapsed(slot);
  RowFiller filler(layout, to_seconds(elapsed), rows);
  for (std::size_t type = 0; type < types.size(); ++type) {
    ContactSums contacts;
    for (std::size_t slot = first; slot < last; ++slot) add_type(slot, type, contacts);
    filler.tell_type(type, contacts);
  }
  for (std::size_t group = 0; group < groups.size(); ++group) {
    ContactSums contacts;
    AgentSums agents;
    for (std::size_t slot = first; slot < last; ++slot) {
      add_group(slot, group, contacts);
      for (std::size_t week = 0; week < weeks.week_count(); ++week) {
        agents += agents_of(weeks.cell(week, slot), group);
      }
    }
    filler.tell_group(group, contacts, agents, wages_per_h[group]);
  }
  filler.tell_all();
  journeys.tell_rows(first, last, rows);
}

void Scorer::Sums::tell_curve(std::vector<CurvePoint>& curve) const {
  journeys.tell_curve(curve);
  for (std::size_t week = 0; week < curve.size(); ++week) {
    for (std::size_t group = 0; group < groups.size(); ++group) {
      AgentSums agents;
      for (std::size_t slot = 0; slot < intervals.unscored_slot(); ++slot) {
        agents += agents_of(weeks.cell(week, slot), group);
      }
      curve[week].cost += seconds(paid_time(agents)) * wages_per_h[group] / 3600.0;
    }
  }
}

void Scorer::Sums::tell_waits(std::vector<WaitHistogram>& waits) const {
  waits.resize(1 + types.size());
  waits[0].clear();
  for (std::size_t type = 0; type < types.size(); ++type) {
    waits[1 + type] = types[type].waits;
    waits[0].merge(types[type].waits);
  }
}

void Scorer::finish(Scorecard& out) {
  const Sums& sums = *sums_;
  const std::size_t rows = sums.layout.row_count();
  const std::size_t scored = sums.intervals.unscored_slot();
  out.replication = sums.replication;
  out.events = sums.events;
  out.contacts = 0;
  for (const ContactSums& cell : sums.contact_cells) out.contacts += cell.all().count;
  out.violation = sums.violations.text(sums.replication);
  out.totals.resize(rows);
  sums.tell_rows(0, scored, out.totals);
  out.intervals.resize(sums.layout.interval_count * rows);
  for (std::size_t slot = 0; slot < sums.layout.interval_count; ++slot) {
    sums.tell_rows(slot, slot + 1, std::span(out.intervals).subspan(slot * rows, rows));
  }
  sums.tell_waits(out.waits);
  sums.tell_curve(out.curve);
}

}  // namespace holdline
