// Idea: specialists first. A contact goes to the group that prefers its type most (of equals, to
// the more proficient group), there to the agent idle longest; an agent takes the type her group
// prefers most, and of that what has waited longest. "Skill level" of Avaya's expert agent
// distribution (EAD-MIA), skill ranks of Genesys, AGENTSPREF routing of ContactCenters.
#include <cstdint>
#include <vector>

#include "policies/choices.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class SkillPriority final : public RoutingPolicy {
 public:
  explicit SkillPriority(const PolicySetup& setup)
      : type_count_(setup.contact_type_count),
        skills_(setup.contact_type_count * setup.agent_group_count) {}

  void prepare(std::span<const SkillView> skills) override {
    for (const SkillView& skill : skills) skills_[place(skill.group, skill.type)] = skill;
  }

  AgentId choose_agent(const CenterView& center, ContactTypeId type,
                       std::span<const AgentGroupId> groups, DrawSequence&) override {
    return best_front(center, groups, [&](const AgentView& a, const AgentView& b) {
      const SkillView& first = skills_[place(a.group, type)];
      const SkillView& second = skills_[place(b.group, type)];
      if (first.preference != second.preference) return first.preference < second.preference;
      if (first.proficiency != second.proficiency) return first.proficiency > second.proficiency;
      return a.idle_since < b.idle_since;
    });
  }

  std::size_t choose_contact(const CenterView&, AgentId, std::span<const QueueHead> heads,
                             DrawSequence&) override {
    return first_by(heads, [](const QueueHead& a, const QueueHead& b) {
      return a.preference != b.preference ? a.preference < b.preference : a.since < b.since;
    });
  }

 private:
  [[nodiscard]] std::size_t place(AgentGroupId group, ContactTypeId type) const {
    return group.index() * type_count_ + type.index();
  }

  std::size_t type_count_;
  std::vector<SkillView> skills_;  ///< by group and contact type
};

}  // namespace

PolicyEntry skill_priority_routing_policy() {
  return {.name = "skill_priority",
          .summary =
              "The group that prefers the type most, then the more proficient; the type the "
              "agent's group prefers most",
          .parameters = {},
          .factory = make_factory<SkillPriority>(),
          .check = nullptr};
}

}  // namespace holdline
