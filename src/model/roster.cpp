#include "model/roster.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "scenario/staffing.hpp"

namespace holdline {

Roster::Roster(const PlanTables& tables, Duration review_period)
    : tables_(tables),
      review_period_(review_period),
      horizon_(tables.scenario.world.calendar.horizon()) {}

void Roster::reset() {
  entries_.clear();
  next_ = 0;
  sequence_ = 0;
  targets_.assign(tables_.groups.size(), 0);
  add(Time{}, RosterChange::day_start, 0);
}

Time Roster::next_time() const { return next_ < entries_.size() ? entries_[next_].time : kNever; }

RosterEntry Roster::take() {
  const RosterEntry entry = entries_[next_++];
  if (entry.change == RosterChange::day_start) write_day(entry.subject);
  return entry;
}

void Roster::add(Time time, RosterChange change, std::uint32_t subject, std::uint32_t value,
                 std::uint32_t shift, Time until) {
  entries_.push_back({time, change, subject, value, shift, until, sequence_++});
}

void Roster::write_day(std::uint32_t day) {
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(next_));
  next_ = 0;
  write_opening(day);
  for (std::size_t group = 0; group < tables_.groups.size(); ++group) {
    if (!tables_.groups[group].spec->shifts.empty()) {
      write_shifts(group, day);
    } else if (!tables_.groups[group].spec->agents.values.empty()) {
      write_profile(group, day);
    }
  }
  if (day + 1 < tables_.scenario.world.calendar.days) {
    add(Time{(static_cast<std::int64_t>(day) + 1) * kDay}, RosterChange::day_start, day + 1);
  } else {
    add(horizon_, RosterChange::horizon_end);
  }
  std::sort(entries_.begin(), entries_.end(), [](const RosterEntry& a, const RosterEntry& b) {
    return std::tie(a.time, a.change, a.sequence) < std::tie(b.time, b.change, b.sequence);
  });
}

// Openings that touch are one: at midnight of a round-the-clock centre nothing happens.
void Roster::write_opening(std::uint32_t day) {
  const Calendar& calendar = tables_.scenario.world.calendar;
  const auto opening = calendar.opening(day);
  if (!opening) return;
  const auto before = day > 0 ? calendar.opening(day - 1) : std::nullopt;
  const auto after = day + 1 < calendar.days ? calendar.opening(day + 1) : std::nullopt;
  const Time begin{opening->begin};
  const Time end = std::min(Time{opening->end}, horizon_);
  const bool continues = before && before->end >= opening->begin;
  const bool is_continued = after && opening->end >= after->begin;
  if (!continues) add(begin, RosterChange::opening);
  if (!is_continued) add(end, RosterChange::closing);
  for (std::uint32_t group = 0; group < tables_.groups.size(); ++group) {
    const AgentGroup& spec = *tables_.groups[group].spec;
    if (!spec.shifts.empty() || spec.agents.span != ProfileSpan::constant ||
        !spec.follows_opening_hours || spec.agents.values.empty()) {
      continue;
    }
    const auto agents = static_cast<std::uint32_t>(std::lround(spec.agents.values.front()));
    // Absence is drawn for each day: round the clock, a new day is a new shift for those who have
    // it.
    const bool is_new_day = continues && !spec.absence.empty();
    if (is_new_day) add(begin, RosterChange::target, group, 0);
    if (!continues || is_new_day) add(begin, RosterChange::target, group, agents);
    if (!is_continued) add(end, RosterChange::target, group, 0);
  }
  if (review_period_ > Duration{0}) {
    for (Time time = begin + review_period_; time < end; time += review_period_) {
      add(time, RosterChange::review);
    }
  }
}

void Roster::write_profile(std::size_t group, std::uint32_t day) {
  const AgentGroup& spec = *tables_.groups[group].spec;
  const bool is_constant = spec.agents.span == ProfileSpan::constant;
  if (is_constant && spec.follows_opening_hours) return;  // written with the opening
  ProfileCursor cursor(spec.agents, tables_.scenario.world.calendar.first_day, 0.0);
  const Time midnight{static_cast<std::int64_t>(day) * kDay};
  const Time end = std::min(midnight + kDay, horizon_);
  const bool works = is_worked(tables_.scenario.world.calendar, day);
  for (Time time = midnight; time < end; time = cursor.end()) {
    const double wanted = cursor.at(time);
    const auto agents = works ? static_cast<std::uint32_t>(std::lround(wanted)) : 0u;
    const bool is_new_day = time == midnight && agents > 0 && !spec.absence.empty();
    if (is_new_day && targets_[group] > 0) {
      add(time, RosterChange::target, static_cast<std::uint32_t>(group), 0);
    }
    if (agents != targets_[group] || is_new_day) {
      add(time, RosterChange::target, static_cast<std::uint32_t>(group), agents);
    }
    targets_[group] = agents;
  }
  if (end == horizon_) add(end, RosterChange::target, static_cast<std::uint32_t>(group), 0);
}

void Roster::write_shifts(std::size_t group, std::uint32_t day) {
  if (!is_worked(tables_.scenario.world.calendar, day)) return;
  const AgentGroupTable& table = tables_.groups[group];
  const auto weekday = static_cast<std::size_t>(tables_.scenario.world.calendar.weekday(day));
  const Time midnight{static_cast<std::int64_t>(day) * kDay};
  for (std::uint32_t index = 0; index < table.spec->shifts.size(); ++index) {
    const Shift& shift = table.spec->shifts[index];
    if (!shift.days[weekday]) continue;
    const Time begin = midnight + shift.hours.begin;
    const Time end = std::min(midnight + shift.hours.end, horizon_);
    if (begin >= end) continue;
    for (std::uint32_t place = 0; place < shift.agents; ++place) {
      const std::uint32_t agent = table.shift_first_agent[index] + place;
      add(begin, RosterChange::shift_start, agent, day, index, end);
      add(end, RosterChange::shift_end, agent);
      write_breaks(shift, index, agent, place, midnight, begin, end);
    }
  }
}

void Roster::write_breaks(const Shift& shift, std::uint32_t shift_index, std::uint32_t agent,
                          std::uint32_t place, Time midnight, Time shift_begin, Time shift_end) {
  for (std::uint32_t index = 0; index < shift.breaks.size(); ++index) {
    const ScheduledBreak& spec = shift.breaks[index];
    const Time time = midnight + spec.at + (place % spec.waves) * spec.stagger;
    if (time < shift_begin || time >= shift_end) continue;
    add(time, RosterChange::break_due, agent, index, shift_index);
  }
}

}  // namespace holdline
