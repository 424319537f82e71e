// The field `plan.routing`: a policy for both questions or one for each, and the order of
// preference between groups for each contact type.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

/// What one list of preferences is read with.
struct PreferenceReading {
  const std::vector<AgentGroup>* groups;
  std::vector<std::string> group_names;
  std::optional<ContactTypeId> type;  ///< none if the name is wrong
};

bool has_skill(const AgentGroup& group, ContactTypeId type) {
  return std::any_of(group.skills.begin(), group.skills.end(),
                     [type](const Skill& skill) { return skill.type == type; });
}

void add_preference(const Slot& name, std::size_t group, const PreferenceReading& reading,
                    GroupPreference preference, std::vector<GroupPreference>& out) {
  if (!reading.type) return;
  const AgentGroup& chosen = (*reading.groups)[group];
  // A group whose own skills are wrong has been told of already.
  if (!chosen.skills.empty() && !has_skill(chosen, *reading.type)) {
    return name.error(
        fmt::format("the agent group `{}` has no skill for this contact type", chosen.name));
  }
  preference.group = AgentGroupId{group};
  for (const GroupPreference& other : out) {
    if (other.group == preference.group) return name.error("this agent group is named twice");
  }
  out.push_back(preference);
}

/// `general`, one of the equals of a level.
void read_group_name(Slot& slot, const PreferenceReading& reading, GroupPreference preference,
                     std::vector<GroupPreference>& out) {
  std::size_t group = 0;
  if (!slot.name_of(group, reading.group_names, "an agent group")) return;
  add_preference(slot, group, reading, preference, out);
}

/// `{group: general, after: 30s}`.
void read_group_details(Slot& slot, const PreferenceReading& reading, GroupPreference preference,
                        std::vector<GroupPreference>& out) {
  std::size_t group = 0;
  bool is_named = false;
  slot.record([&](Record& record) {
    is_named = record.required("group", "The agent group")
                   .name_of(group, reading.group_names, "an agent group");
    record.optional("after", "Open to contacts that have waited so long")
        .duration(preference.after, kAnyDuration);
  });
  if (is_named) add_preference(slot, group, reading, preference, out);
}

void read_levels(Slot& slot, const PreferenceReading& reading, std::vector<GroupPreference>& out) {
  GroupPreference preference;
  preference.level = 0;
  const auto read_name = [&](Slot& one) { read_group_name(one, reading, preference, out); };
  const auto read_details = [&](Slot& one) { read_group_details(one, reading, preference, out); };
  slot.list({1, 1000}, [&](Slot& item) {
    ++preference.level;
    item.by_shape({.expected = "an agent group, {group: ..., after: ...}, or a list of them",
                   .scalar = read_name,
                   .list =
                       [&](Slot& equals) {
                         equals.list({1, 1000}, [&](Slot& one) {
                           one.by_shape({.expected = "an agent group, or {group: ..., after: ...}",
                                         .scalar = read_name,
                                         .list = {},
                                         .mapping = read_details});
                         });
                       },
                   .mapping = read_details});
  });
}

void read_preferences(Slot& slot, LoadContext& context, const std::vector<AgentGroup>& groups,
                      std::vector<std::vector<GroupPreference>>& out) {
  PreferenceReading reading{&groups, {}, std::nullopt};
  for (const AgentGroup& group : groups) reading.group_names.push_back(group.name);
  slot.map({0, 1000}, "a contact type", [&](Slot& entry) {
    std::size_t type = 0;
    Slot name = entry.key_slot();
    reading.type = std::nullopt;
    if (name.name_of(type, context.contact_types, "a contact type")) {
      reading.type = ContactTypeId{type};
    }
    std::vector<GroupPreference> levels;
    read_levels(entry, reading, levels);
    if (reading.type) out[type] = std::move(levels);
  });
}

}  // namespace

void read_routing(Slot& slot, LoadContext& context, const std::vector<AgentGroup>& groups,
                  Routing& out) {
  out.preferences.assign(context.contact_types.size(), {});
  PolicyChoice both;
  slot.by_shape(
      {.expected = "a policy, or agent_for_contact, contact_for_agent and preferences",
       .scalar = [&](Slot& name) { read_policy_name(name, PolicyKind::routing, context, both); },
       .list = {},
       .mapping =
           [&](Slot& mapping) {
             mapping.one_of_records(
                 {[&](Record& record) {
                    Slot agent = record.optional("agent_for_contact",
                                                 "Which agent for this contact; default "
                                                 "priority_then_longest_wait");
                    read_policy(agent, PolicyKind::routing, context, out.agent_for_contact);
                    Slot contact = record.optional("contact_for_agent",
                                                   "Which contact for this agent; default "
                                                   "priority_then_longest_wait");
                    read_policy(contact, PolicyKind::routing, context, out.contact_for_agent);
                    Slot preferences =
                        record.optional("preferences",
                                        "Agent groups in order of preference, by contact type; "
                                        "default every group with the skill, as equals");
                    read_preferences(preferences, context, groups, out.preferences);
                  },
                  [&](Record& record) {
                    policy_fields(record, PolicyKind::routing, context, both);
                  }},
                 "one policy, or agent_for_contact, contact_for_agent and preferences");
           }});
  if (both.entry) out.agent_for_contact = out.contact_for_agent = both;
  for (std::size_t type = 0; type < out.preferences.size(); ++type) {
    if (!out.preferences[type].empty()) continue;
    for (std::size_t group = 0; group < groups.size(); ++group) {
      if (!has_skill(groups[group], ContactTypeId{type})) continue;
      out.preferences[type].push_back({AgentGroupId{group}, 1, Duration{0}});
    }
  }
}

}  // namespace holdline
