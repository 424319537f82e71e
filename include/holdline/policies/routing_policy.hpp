// Routing is two questions: which agent for this contact, which contact for this agent.
#pragma once

#include <memory>
#include <span>

#include "holdline/kernel/random.hpp"
#include "holdline/policies/center_view.hpp"
#include "holdline/policies/parameters.hpp"

namespace holdline {

/// What routing knows of a group's ability for a contact type.
struct SkillView {
  AgentGroupId group;
  ContactTypeId type;
  double proficiency = 1.0;      ///< handle times divide by it [1]
  std::uint32_t preference = 1;  ///< rank of this type among the group's types, 1 first
};

/// The head of one queue, a candidate for an agent who has become free.
struct QueueHead {
  ContactTypeId type;
  Time since;                    ///< queue entry of the contact waiting longest
  std::uint32_t priority = 1;    ///< of the contact type, 1 first
  std::uint32_t preference = 1;  ///< of the agent's group for this type, 1 first
};

/// Answers the two questions. The defaults are the longest idle agent, and the contact of the
/// highest priority that has waited longest.
///
/// Contract for all: decisions depend only on the arguments and the policy's parameters; no state
/// but what the policy keeps in its own tables, indexed by the ids; draws only from `draws`.
class RoutingPolicy {
 public:
  virtual ~RoutingPolicy() = default;

  /// Every skill of the plan. Called once, before anything else is asked.
  virtual void prepare(std::span<const SkillView>) {}

  /// How the model is to order idle agents within a group. Asked once, at the start.
  [[nodiscard]] virtual IdleOrder idle_order() const { return IdleOrder::longest_idle; }

  /// With IdleOrder::by_key: the key of an agent who has just become idle; lowest first, ties by
  /// agent number. Asked each time an agent becomes idle, with her view already up to date.
  [[nodiscard]] virtual std::int64_t idle_key(const CenterView&, AgentId) const { return 0; }

  /// Which agent for this contact. `groups`: not empty, all at the same level of preference, each
  /// with at least one idle agent who may serve the type. Must return an idle agent of one of them.
  [[nodiscard]] virtual AgentId choose_agent(const CenterView& center, ContactTypeId type,
                                             std::span<const AgentGroupId> groups,
                                             DrawSequence& draws);

  /// Which contact for this agent. `heads`: not empty, at most one for each contact type and one of
  /// its list of callbacks after it, ordered by ContactTypeId (so that the first of equals is the
  /// first by type). Must return the index of one of them.
  [[nodiscard]] virtual std::size_t choose_contact(const CenterView& center, AgentId agent,
                                                   std::span<const QueueHead> heads,
                                                   DrawSequence& draws);

  /// How long a contact must have waited before agents of this group may take it, on top of the
  /// plan's preference table; kForever for never. Asked once for each skill, at the start.
  [[nodiscard]] virtual Duration eligible_after(const SkillView&) const { return Duration{0}; }
};

}  // namespace holdline
