// A plan compiled for running: samplers, stream keys and the routing table in flat arrays. Made
// once for each Simulation; immutable while it runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "holdline/scenario/scenario.hpp"
#include "kernel/sampler.hpp"

namespace holdline {

/// A group that may take a contact type.
struct GroupOption {
  AgentGroupId group;
  std::uint32_t level = 1;
  Duration open_after{};  ///< to contacts that have waited this long; kForever: never
};

/// A contact type that a group may take.
struct SkillEntry {
  ContactTypeId type;
  std::uint32_t priority = 1;
  std::uint32_t preference = 1;
  Duration open_after{};
};

struct ContactTypeTable {
  const ContactType* spec = nullptr;
  std::optional<Sampler> hold, wrap_up;
  std::vector<GroupOption> options;  ///< by level, then as listed
  std::vector<Duration> stages;      ///< distinct positive open_after of the options, ascending
  std::vector<double> inverse_proficiency;  ///< by group [1]
  std::optional<std::uint32_t> queue_limit;
};

/// Who an agent is, apart from her number: draws about her stay hers when other shifts grow.
struct Person {
  std::uint32_t crew = 0;   ///< a shift of a group, or a group without shifts
  std::uint32_t place = 0;  ///< within the crew
};

struct AgentGroupTable {
  const AgentGroup* spec = nullptr;
  std::uint32_t first_agent = 0;
  std::uint32_t agent_count = 0;
  std::vector<SkillEntry> skills;                ///< by ContactTypeId
  std::vector<std::uint32_t> shift_first_agent;  ///< by shift: its first agent
  LeavingRule on_decrease = LeavingRule::next_to_finish;
};

struct PlanTables {
  PlanTables(const Scenario& scenario, PlanId plan_id);

  const Scenario& scenario;
  const Plan& plan;
  std::vector<ContactTypeTable> types;
  std::vector<AgentGroupTable> groups;
  std::vector<AgentGroupId> group_of;  ///< by AgentId
  std::uint32_t agent_count = 0;
  bool has_stages = false;
  bool has_callbacks = false;
  bool has_issues = false;  ///< the scenario follows issues; else it is queues alone
  PolicySetup setup;

  std::vector<Person> persons;     ///< by AgentId
  std::vector<std::string> crews;  ///< their names

  [[nodiscard]] double handle_factor(ContactTypeId type, AgentGroupId group) const {
    return types[type.index()].inverse_proficiency[group.index()];
  }
  [[nodiscard]] std::unique_ptr<RoutingPolicy> make_routing(const PolicyChoice& choice) const;
  [[nodiscard]] std::unique_ptr<BreakPolicy> make_breaks() const;
  [[nodiscard]] std::unique_ptr<StaffingPolicy> make_staffing() const;

 private:
  void build_groups();
  void add_crew(std::string name, std::uint32_t agents);
  void build_types();
  void build_routing();
  [[nodiscard]] std::vector<SkillView> skill_views() const;
};

}  // namespace holdline
