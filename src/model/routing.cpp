// The two questions of routing, and the stages that open to a contact as it waits.
#include <algorithm>

#include "model/center.hpp"

namespace holdline {

// While the centre drains after closing, everybody who may ever serve a contact may serve it now.
bool Simulation::Center::is_open(Duration open_after, Duration waited) const {
  return open_after <= waited || (is_draining_ && open_after < kForever);
}

DrawSequence Simulation::Center::agent_draws(AgentId agent, StreamKey key) {
  const std::uint64_t number = agents_[agent.index()].decisions++;
  return DrawSequence(key, replication_.number, (std::uint64_t{agent.value} << 32) | number);
}

AgentId Simulation::Center::find_agent(ContactTypeId type, std::uint64_t index, Duration waited) {
  const std::vector<GroupOption>& options = tables_.types[type.index()].options;
  if (options.size() == 1) {  // nothing to gather
    const GroupOption& only = options.front();
    const bool is_candidate =
        !group_views_[only.group.index()].idle.empty() && is_open(only.open_after, waited);
    return is_candidate ? choose_agent(type, index, std::span(&only.group, 1)) : AgentId{};
  }
  candidates_.clear();
  std::uint32_t level = 0;
  for (const GroupOption& option : options) {
    if (!candidates_.empty() && option.level != level) break;
    if (group_views_[option.group.index()].idle.empty() || !is_open(option.open_after, waited)) {
      continue;
    }
    level = option.level;
    candidates_.push_back(option.group);
  }
  return candidates_.empty() ? AgentId{} : choose_agent(type, index, candidates_);
}

AgentId Simulation::Center::choose_agent(ContactTypeId type, std::uint64_t index,
                                         std::span<const AgentGroupId> groups) {
  DrawSequence draws(routing_keys_[type.index()], replication_.number, index);
  const AgentId agent = agent_choice_->choose_agent(view_, type, groups, draws);
  if (agent.index() < agents_.size() && agents_[agent.index()].phase == AgentPhase::idle) {
    const AgentGroupId group = tables_.group_of[agent.index()];
    if (group == groups.front() ||
        std::find(groups.begin() + 1, groups.end(), group) != groups.end()) {
      return agent;
    }
  }
  fault("routing policy chose an agent who is not a candidate");
  return group_views_[groups.front().index()].idle.front();
}

// The contact at the head of the chosen queue, or kNone if nobody the agent may serve is waiting.
std::uint32_t Simulation::Center::find_contact(AgentId agent) {
  if (view_.waiting == 0) return kNone;
  const bool has_lists = listed_ > 0;
  const std::uint32_t sole_type = agents_[agent.index()].sole_type;
  if (sole_type != kNone && !has_lists) return heads_[sole_type];  // nothing to choose
  const AgentGroupId group = tables_.group_of[agent.index()];
  const std::vector<SkillEntry>& skills = tables_.groups[group.index()].skills;
  head_candidates_.clear();
  head_places_.clear();
  for (const SkillEntry& skill : skills) {
    add_head(skill, skill.type.value, skill.priority);
    if (has_lists) [[unlikely]] {
      const auto types = static_cast<std::uint32_t>(tables_.types.size());
      add_head(skill, types + skill.type.value, tables_.plan.callback->priority);
    }
  }
  return head_candidates_.empty() ? kNone : head_places_[choose_head(agent)];
}

// Contact types may have a second queue: the list of those who will be called back.
void Simulation::Center::add_head(const SkillEntry& skill, std::uint32_t queue,
                                  std::uint32_t priority) {
  const QueueView& view = queue_views_[queue];
  if (view.length == 0 || !is_open(skill.open_after, view_.now - view.head_since)) return;
  head_candidates_.push_back({skill.type, view.head_since, priority, skill.preference});
  head_places_.push_back(heads_[queue]);
}

std::size_t Simulation::Center::choose_head(AgentId agent) {
  if (head_candidates_.size() < 2) return 0;
  DrawSequence draws = agent_draws(agent, choice_key_);
  const std::size_t choice = contact_choice_->choose_contact(view_, agent, head_candidates_, draws);
  if (choice < head_candidates_.size()) return choice;
  fault("routing policy chose a contact that is not a candidate");
  return 0;
}

// Whoever is off the line is called, whoever is on it served.
void Simulation::Center::take_waiting(AgentId agent, std::uint32_t place) {
  if (tables_.has_callbacks && is_promised(pool_[place].contact)) [[unlikely]] {
    call_back(agent, leave_as_promised(place));
  } else {
    const Duration talk = pool_[place].talk;
    serve(agent, leave_queue(place), talk, true);
  }
}

void Simulation::Center::on_stage(std::uint32_t place) {
  const Contact& contact = pool_[place].contact;
  const auto& opens_after = tables_.types[contact.type.index()].stages;
  WaitingStage& stage = stages_[place];
  ++stage.passed;
  const AgentId agent = find_agent(contact.type, contact.index, view_.now - contact.arrival);
  if (!agent.is_none()) {
    end_idle(agent);
    take_waiting(agent, place);
  } else if (stage.passed < opens_after.size()) {
    calendar_events_.schedule(stage.slot, contact.arrival + opens_after[stage.passed],
                              static_cast<std::uint8_t>(EventOrder::stage));
  }
}

// Gives waiting contacts to idle agents: needed when rules change at once, as at closing.
void Simulation::Center::dispatch_waiting() {
  for (std::uint32_t agent = 0; agent < agents_.size() && view_.waiting > 0; ++agent) {
    if (agents_[agent].phase != AgentPhase::idle) continue;
    const std::uint32_t contact = find_contact(AgentId(agent));
    if (contact == kNone) continue;
    end_idle(AgentId(agent));
    take_waiting(AgentId(agent), contact);
  }
}

}  // namespace holdline
