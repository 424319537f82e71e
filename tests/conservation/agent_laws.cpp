// What each agent must obey.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "conservation/told_contact.hpp"
#include "conservation/watchful_sink.hpp"

namespace holdline::test {
namespace {

struct Work {
  Duration talk{}, hold{}, wrap_up{};
  friend bool operator==(const Work&, const Work&) = default;
};

std::string name(const AgentInterval& interval) {
  return fmt::format("agent {} {} from {} to {} us", interval.agent.value,
                     to_string(interval.state), interval.begin.time_since_epoch().count(),
                     interval.end.time_since_epoch().count());
}

bool is_skilled(const Plan& plan, AgentGroupId group, ContactTypeId type) {
  const std::vector<Skill>& skills = plan.agent_groups[group.index()].skills;
  return std::any_of(skills.begin(), skills.end(),
                     [&](const Skill& skill) { return skill.type == type; });
}

/// Groups that may take a contact of the type from its first moment on.
std::set<AgentGroupId> eager_groups(const Plan& plan, ContactTypeId type) {
  std::set<AgentGroupId> groups;
  if (plan.routing.agent_for_contact.entry->name == "widening" ||
      plan.routing.contact_for_agent.entry->name == "widening") {
    return groups;
  }
  for (const GroupPreference& preference : plan.routing.preferences[type.index()]) {
    if (preference.after == Duration{0}) groups.insert(preference.group);
  }
  return groups;
}

}  // namespace

void WatchfulSink::check_one_state_at_a_time() {
  std::map<AgentId, Time> last_end;
  for (const AgentInterval& interval : intervals_) {
    if (interval.begin >= interval.end) complain(name(interval) + ": empty");
    const auto [entry, is_first] = last_end.try_emplace(interval.agent, Time{});
    if (interval.begin < entry->second) complain(name(interval) + ": in two states at once");
    entry->second = interval.end;
    const bool is_away = interval.state == AgentState::absent ||
                         interval.state == AgentState::sent_home ||
                         interval.state == AgentState::available;
    if (interval.overrun && (is_away || !interval.paid)) {
      complain(name(interval) + ": overrun is work, and paid");
    }
    if (interval.end > end_.end) complain(name(interval) + ": after the end");
    if (interval.state == AgentState::sent_home && interval.paid) {
      complain(name(interval) + ": paid at home");
    }
    if (interval.agent_group.index() >= plan_.agent_groups.size()) {
      complain(name(interval) + ": of no group");
    }
  }
}

/// One contact at a time, of a type she knows, and as much work in her states as in her contacts.
void WatchfulSink::check_work_matches_contacts() {
  std::map<AgentId, Work> in_contacts;
  std::map<AgentId, Work> in_states;
  std::map<AgentId, std::map<Time, Time>> handling;  // by agent: begin -> end
  std::map<AgentId, AgentGroupId> group_of;
  std::set<std::pair<AgentId, Time>> overrun_begins;
  std::set<std::pair<AgentId, Time>> overrun_ends;
  for (const AgentInterval& interval : intervals_) {
    const Duration length = interval.end - interval.begin;
    Work& work = in_states[interval.agent];
    if (interval.state == AgentState::talking) work.talk += length;
    if (interval.state == AgentState::holding) work.hold += length;
    if (interval.state == AgentState::wrap_up) work.wrap_up += length;
    if (interval.overrun) {
      overrun_begins.emplace(interval.agent, interval.begin);
      overrun_ends.emplace(interval.agent, interval.end);
    }
    const auto entry = group_of.try_emplace(interval.agent, interval.agent_group).first;
    if (entry->second != interval.agent_group) complain(name(interval) + ": of two groups");
  }
  const bool may_begin_late = scenario_.world.calendar.at_close == ClosingRule::serve;
  for (const ContactRecord& contact : contacts_) {
    if (contact.agent.is_none()) continue;
    const std::string who = fmt::format("agent {} and contact {} of type {}", contact.agent.value,
                                        contact.index, contact.type.value);
    if (!is_skilled(plan_, contact.agent_group, contact.type)) complain(who + ": no such skill");
    Work& work = in_contacts[contact.agent];
    work.talk += contact.talk;
    work.hold += contact.hold;
    work.wrap_up += contact.wrap_up;
    const Time begin = answer_time(contact);
    const Time end = begin + contact.talk + contact.hold + contact.wrap_up;
    if (begin == end) continue;
    if (!handling[contact.agent].emplace(begin, end).second) complain(who + ": two at once");
    if (group_of[contact.agent] != contact.agent_group) complain(who + ": of another group");
    // A contact answered in the instant the shift ends is overrun from its first moment, and so is
    // one she was calling then; what must not be is one contact after another.
    const std::pair answer{contact.agent, begin};
    if (!may_begin_late && !is_promised(contact) && overrun_begins.count(answer) != 0 &&
        overrun_ends.count(answer) != 0) {
      complain(who + ": answered after the end of the shift");
    }
  }
  for (const auto& [agent, contacts] : handling) {
    Time last{};
    for (const auto& [begin, end] : contacts) {
      if (begin < last) complain(fmt::format("agent {}: two contacts at once", agent.value));
      last = end;
    }
  }
  std::erase_if(in_states, [](const auto& entry) { return entry.second == Work{}; });
  std::erase_if(in_contacts, [](const auto& entry) { return entry.second == Work{}; });
  if (in_states != in_contacts) complain("agents worked other times than contacts were handled");
}

bool WatchfulSink::is_worked(std::uint32_t day) const {
  return scenario_.world.calendar.opening(day).has_value();
}

/// Agent time the plan asks for, from its text: shifts and profiles on days of opening.
Duration WatchfulSink::rostered_time(const AgentGroup& group) const {
  const Calendar& calendar = scenario_.world.calendar;
  Duration total{};
  for (std::uint32_t day = 0; day < calendar.days; ++day) {
    if (!is_worked(day)) continue;
    const Duration midnight = static_cast<std::int64_t>(day) * kDay;
    const auto weekday = static_cast<std::size_t>(calendar.weekday(day));
    for (const Shift& shift : group.shifts) {
      if (!shift.days[weekday]) continue;
      const Duration end = std::min(midnight + shift.hours.end, calendar.horizon());
      total += shift.agents * (end - midnight - shift.hours.begin);
    }
    const Profile& profile = group.agents;
    if (profile.values.empty()) continue;
    if (profile.span == ProfileSpan::constant) {
      const DayWindow open = *calendar.opening(day);
      const Duration length = group.follows_opening_hours ? open.end - open.begin : kDay;
      total += std::lround(profile.values[0]) * length;
      continue;
    }
    // Minute by minute: generated profiles change on whole minutes only.
    for (Duration time = midnight; time < midnight + kDay; time += kMinute) {
      Duration into = time - profile.offset;
      if (profile.span == ProfileSpan::day) into -= midnight;
      if (profile.span == ProfileSpan::week) {
        into += static_cast<std::int64_t>(calendar.first_day) * kDay;
        into -= (time + static_cast<std::int64_t>(calendar.first_day) * kDay) / kWeek * kWeek;
      }
      if (into < Duration{0}) continue;
      const auto place = static_cast<std::size_t>(into / profile.interval);
      if (place < profile.values.size()) total += std::lround(profile.values[place]) * kMinute;
    }
  }
  return total;
}

/// All time but overrun is exactly the time rostered, absent or sent home included.
void WatchfulSink::check_scheduled_time() {
  std::vector<Duration> told(plan_.agent_groups.size());
  for (const AgentInterval& interval : intervals_) {
    if (!interval.overrun) told[interval.agent_group.index()] += interval.end - interval.begin;
  }
  for (std::size_t group = 0; group < told.size(); ++group) {
    const Duration rostered = rostered_time(plan_.agent_groups[group]);
    if (told[group] != rostered) {
      complain(fmt::format("group {}: {} us rostered, {} us told", group, rostered.count(),
                           told[group].count()));
    }
  }
}

/// Nobody waits, even a microsecond, while an agent who may serve her is available.
void WatchfulSink::check_nobody_waits_while_an_agent_is_free() {
  std::vector<AgentInterval> free;
  for (const AgentInterval& interval : intervals_) {
    if (interval.state == AgentState::available) free.push_back(interval);
  }
  std::sort(free.begin(), free.end(),
            [](const AgentInterval& a, const AgentInterval& b) { return a.begin < b.begin; });
  for (const ContactRecord& contact : contacts_) {
    if (contact.wait == Duration{0} || is_promised(contact)) continue;
    const Time leaves = contact.queue_entry + contact.wait;
    const std::set<AgentGroupId> groups = eager_groups(plan_, contact.type);
    for (const AgentInterval& interval : free) {
      if (interval.begin >= leaves) break;
      if (interval.end <= contact.queue_entry || groups.count(interval.agent_group) == 0) continue;
      complain(fmt::format("contact {} of type {} waited while agent {} was free", contact.index,
                           contact.type.value, interval.agent.value));
      break;
    }
  }
}

}  // namespace holdline::test
