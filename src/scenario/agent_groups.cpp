// The section `plan.agent_groups`: who can serve what, how many, when, and what they cost.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr std::uint32_t kMostAgents = 100'000;

void read_agents(Slot& slot, LoadContext& context, AgentGroup& out) {
  static constexpr std::string_view kRules[] = {"named", "next_to_finish"};
  slot.by_shape({.expected = "a number of agents, or {interval: ..., counts: [...]}",
                 .scalar =
                     [&](Slot& number) {
                       std::uint32_t agents = 0;
                       if (number.integer(agents, 0, kMostAgents))
                         out.agents.values = {double(agents)};
                     },
                 .list = {},
                 .mapping =
                     [&](Slot& profile) {
                       out.follows_opening_hours = false;
                       const std::size_t errors = profile.sheet().error_count();
                       profile.record([&](Record& record) {
                         profile_fields(record, out.agents);
                         record.required("counts", "Agents in each interval")
                             .list({1, 100'000}, [&](Slot& item) {
                               std::uint32_t agents = 0;
                               if (item.integer(agents, 0, kMostAgents)) {
                                 out.agents.values.push_back(double(agents));
                               }
                             });
                         record.optional("on_decrease", "Who leaves when the number falls")
                             .choice(out.on_decrease, kRules);
                       });
                       if (profile.is_given() && profile.sheet().error_count() == errors) {
                         fits_span(profile, out.agents, context.calendar);
                       }
                     }});
}

void read_skill(Slot& slot, LoadContext& context, Slot* details, AgentGroup& out) {
  std::size_t type = 0;
  Skill skill;
  const bool is_named = slot.name_of(type, context.contact_types, "a contact type");
  if (details != nullptr) {
    details->record([&](Record& record) {
      record.optional("proficiency", "Handle times divide by it")
          .coefficient(skill.proficiency, number_of(Source::stated, {0.01, 100.0}));
      record.optional("preference", "Rank among the group's contact types, 1 first")
          .integer(skill.preference, 1, 1000);
      record.optional("resolution", "Added to the logit of resolution")
          .coefficient(skill.resolution, number_where(context.has_outcomes, {-10.0, 10.0}));
    });
  }
  if (!is_named) return;
  skill.type = ContactTypeId{type};
  const bool is_twice = std::any_of(out.skills.begin(), out.skills.end(),
                                    [&](const Skill& other) { return other.type == skill.type; });
  if (is_twice) return slot.error("this skill is named twice");
  out.skills.push_back(skill);
}

void read_skills(Slot& slot, LoadContext& context, AgentGroup& out) {
  slot.by_shape(
      {.expected = "a list of contact types, or a mapping of them to details",
       .scalar = {},
       .list =
           [&](Slot& names) {
             names.list({1, 1000}, [&](Slot& name) { read_skill(name, context, nullptr, out); });
           },
       .mapping =
           [&](Slot& skills) {
             skills.map({1, 1000}, "a contact type", [&](Slot& details) {
               Slot name = details.key_slot();
               read_skill(name, context, &details, out);
             });
           }});
  std::sort(out.skills.begin(), out.skills.end(),
            [](const Skill& a, const Skill& b) { return a.type < b.type; });
}

void read_absence(Slot& slot, std::vector<AbsenceCause>& out) {
  double sum = 0.0;
  slot.map({0, 20}, "a cause of absence", [&](Slot& entry) {
    entry.note_own_name();
    AbsenceCause cause;
    cause.name = entry.key();
    entry.record(
        [&](Record& record) {
          record.required("probability", "That an agent is away for a whole shift")
              .coefficient(cause.probability, share_of(Source::stated));
          record.optional("paid", "Whether the time is paid").boolean(cause.paid);
        },
        "a mapping, such as {probability: 6%}");
    sum += cause.probability;
    out.push_back(std::move(cause));
  });
  if (sum > 1.0 + 1e-9) {
    slot.error(fmt::format("expected probabilities that sum to at most 1, found {:.6g}", sum));
  }
}

void read_group(Slot& slot, LoadContext& context, AgentGroup& out) {
  slot.record([&](Record& record) {
    description_field(record);
    Slot agents = record.kind("agents",
                              "How many: a number while the centre is open, or by "
                              "interval");
    read_agents(agents, context, out);
    Slot shifts = record.kind("shifts", "Shifts, each with its agents");
    read_shifts(shifts, out.shifts);
    Slot skills = record.required("skills", "Contact types it can serve");
    read_skills(skills, context, out);
    record.optional("wage", "Pay of an agent; default 0")
        .coefficient(out.wage_per_h, money_of(context.currency, Measure::money_per_h));
    record.optional("speed_cv", "Spread of handle times between agents: cv of a lognormal factor")
        .coefficient(out.speed_cv, number_of(Source::stated, {0.0, 3.0}));
    record.optional("quality", "Of the conversation: added to the logit of satisfaction")
        .coefficient(out.quality, number_where(context.has_outcomes, {-10.0, 10.0}));
    Slot absence =
        record.off_unless_given("absence", "Causes for which agents are away for a shift");
    read_absence(absence, out.absence);
  });
}

/// Agents of a group, each counted once.
double agent_count(const AgentGroup& group) {
  double count = 0.0;
  for (const double agents : group.agents.values) count = std::max(count, agents);
  for (const Shift& shift : group.shifts) count += shift.agents;
  return count;
}

}  // namespace

void read_agent_groups(Slot& slot, LoadContext& context, std::vector<AgentGroup>& out,
                       PlanSource& source) {
  double agents = 0.0;
  slot.map({1, 1000}, "an agent group", [&](Slot& entry) {
    entry.note_own_name();
    AgentGroup group;
    group.name = entry.key();
    read_group(entry, context, group);
    agents += agent_count(group);
    source.groups.push_back(entry.position());
    out.push_back(std::move(group));
  });
  source.agent_groups = slot.position();
  if (agents > kMostAgents) {
    slot.error(
        fmt::format("expected at most {} agents together, found {:.0f}", kMostAgents, agents));
  }
}

}  // namespace holdline
