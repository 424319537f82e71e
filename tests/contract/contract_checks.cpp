// A random centre in motion, and what each kind of policy may answer in it.
#include "contract/contract_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "support/staged_center.hpp"

namespace holdline::test {
namespace {

/// Sizes, skills and parameter values of one random centre.
struct Setting {
  std::vector<std::uint32_t> group_sizes;
  std::size_t contact_type_count = 1;
  std::vector<SkillView> skills;
  std::vector<std::uint32_t> priorities;
  ParameterValues values;
  PolicySetup setup;
};

Setting random_setting(const PolicyEntry& entry, std::mt19937_64& random) {
  Setting setting;
  setting.contact_type_count = 1 + random() % 4;
  setting.group_sizes.resize(1 + random() % 4);
  for (std::uint32_t& size : setting.group_sizes) {
    size = static_cast<std::uint32_t>(random() % 8 == 0 ? 60 + random() % 80 : 1 + random() % 6);
    setting.setup.agent_count += size;
  }
  for (std::size_t group = 0; group < setting.group_sizes.size(); ++group) {
    for (std::size_t type = 0; type < setting.contact_type_count; ++type) {
      setting.skills.push_back({.group = AgentGroupId{group},
                                .type = ContactTypeId{type},
                                .proficiency = 0.1 + static_cast<double>(random() % 20) / 10.0,
                                .preference = static_cast<std::uint32_t>(1 + random() % 3)});
    }
  }
  for (std::size_t type = 0; type < setting.contact_type_count; ++type) {
    setting.priorities.push_back(static_cast<std::uint32_t>(1 + random() % 3));
  }
  setting.values = random_values(entry, setting.contact_type_count, random);
  setting.setup.contact_type_count = setting.contact_type_count;
  setting.setup.agent_group_count = setting.group_sizes.size();
  return setting;
}

template <class Policy>
std::unique_ptr<Policy> build(const PolicyEntry& entry, const Setting& setting) {
  using Factory =
      std::function<std::unique_ptr<Policy>(const ParameterValues&, const PolicySetup&)>;
  return std::get<Factory>(entry.factory)(setting.values, setting.setup);
}

/// Moves one agent to another state and the queues to other lengths, as a model might in between.
void step(StagedCenter& center, const RoutingPolicy& order, std::mt19937_64& random) {
  center.now += Duration{static_cast<std::int64_t>(random() % 3) * 10'000'000};
  const std::size_t index = random() % center.agent_count();
  AgentView& agent = center.agent(index);
  if (agent.is_working) {
    center.finish_contact(index, Duration{static_cast<std::int64_t>(random() % 400'000'000)});
    center.make_idle(index, center.now, order);
  } else if (agent.is_idle) {
    if (random() % 4 == 0) {
      center.make_absent(index);
    } else {
      center.make_busy(index);
    }
  } else {
    agent.shift_start = agent.last_break_end = center.now;
    agent.busy_today = agent.break_taken = Duration{0};
    agent.contacts_today = 0;
    center.make_idle(index, center.now, order);
  }
  if (random() % 8 == 0) agent.break_taken += kMinute;
}

void set_queues(StagedCenter& center, std::size_t contact_type_count, std::mt19937_64& random) {
  for (std::size_t type = 0; type < contact_type_count; ++type) {
    QueueView& queue = center.queue(type);
    queue.length = static_cast<std::uint32_t>(random() % 2 == 0 ? 0 : 1 + random() % 30);
    queue.head_since =
        queue.length == 0
            ? kNever
            : center.now - Duration{static_cast<std::int64_t>(random() % 4) * kMinute.count()};
  }
}

DrawSequence draws_at(Purpose purpose, std::uint64_t index) {
  return {make_stream_key(1, purpose, "contract"), 0, index};
}

std::string check_agent(RoutingPolicy& policy, RoutingPolicy& twin, const StagedCenter& center,
                        const Setting& setting, std::uint64_t index, std::mt19937_64& random) {
  std::vector<AgentGroupId> groups;
  for (std::size_t i = 0; i < center.group_count(); ++i) {
    if (!center.view().agent_groups[i].idle.empty() && random() % 4 != 0) {
      groups.emplace_back(i);
    }
  }
  if (groups.empty()) return {};
  const ContactTypeId type{random() % setting.contact_type_count};
  DrawSequence draws = draws_at(Purpose::routing, index);
  DrawSequence same_draws = draws_at(Purpose::routing, index);
  const CenterView view = center.view();
  const AgentId agent = policy.choose_agent(view, type, groups, draws);
  if (agent.is_none() || agent.index() >= view.agents.size()) return "choose_agent: no agent";
  if (!view.agents[agent.index()].is_idle) return "choose_agent: the agent is not idle";
  const AgentGroupId group = view.agents[agent.index()].group;
  if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
    return "choose_agent: the agent is of a group that was not given";
  }
  if (twin.choose_agent(view, type, groups, same_draws) != agent) {
    return "choose_agent: two answers to the same question";
  }
  return {};
}

std::string check_contact(RoutingPolicy& policy, RoutingPolicy& twin, const StagedCenter& center,
                          const Setting& setting, std::uint64_t index, std::mt19937_64& random) {
  const CenterView view = center.view();
  const AgentId agent{random() % view.agents.size()};
  const std::size_t group = view.agents[agent.index()].group.index();
  std::vector<QueueHead> heads;
  for (std::size_t type = 0; type < setting.contact_type_count; ++type) {
    if (view.queues[type].length == 0) continue;
    heads.push_back(
        {.type = ContactTypeId{type},
         .since = view.queues[type].head_since,
         .priority = setting.priorities[type],
         .preference = setting.skills[group * setting.contact_type_count + type].preference});
  }
  if (heads.empty()) return {};
  DrawSequence draws = draws_at(Purpose::routing, index);
  DrawSequence same_draws = draws_at(Purpose::routing, index);
  const std::size_t choice = policy.choose_contact(view, agent, heads, draws);
  if (choice >= heads.size()) return "choose_contact: no such contact";
  if (twin.choose_contact(view, agent, heads, same_draws) != choice) {
    return "choose_contact: two answers to the same question";
  }
  return {};
}

std::string check_routing(const PolicyEntry& entry, const Setting& setting,
                          std::mt19937_64& random) {
  const auto policy = build<RoutingPolicy>(entry, setting);
  const auto twin = build<RoutingPolicy>(entry, setting);
  if (policy == nullptr || twin == nullptr) return "the factory makes nothing";
  policy->prepare(setting.skills);
  twin->prepare(setting.skills);
  for (const SkillView& skill : setting.skills) {
    const Duration after = policy->eligible_after(skill);
    if (after < Duration{0}) return "eligible_after: negative";
    if (after > kForever) return "eligible_after: beyond for ever";
    if (twin->eligible_after(skill) != after) return "eligible_after: two answers";
  }
  StagedCenter center(setting.group_sizes, setting.contact_type_count, policy->idle_order());
  for (std::uint64_t index = 0; index < 300; ++index) {
    step(center, *policy, random);
    set_queues(center, setting.contact_type_count, random);
    if (std::string breach = check_agent(*policy, *twin, center, setting, index, random);
        !breach.empty()) {
      return breach;
    }
    if (std::string breach = check_contact(*policy, *twin, center, setting, index, random);
        !breach.empty()) {
      return breach;
    }
  }
  return {};
}

DueBreak random_due(const StagedCenter& center, std::mt19937_64& random) {
  const AgentState kinds[] = {AgentState::on_break, AgentState::meal, AgentState::training,
                              AgentState::meeting};
  const auto minutes = [&](std::uint64_t most) {
    return static_cast<std::int64_t>(random() % (most + 1)) * kMinute;
  };
  return {.kind = kinds[random() % 4],
          .scheduled = center.now - minutes(90),
          .length = kMinute + minutes(60),
          .shift_end = center.now + kMinute + minutes(300)};
}

std::string check_breaks(const PolicyEntry& entry, const Setting& setting,
                         std::mt19937_64& random) {
  class LongestIdleOrder final : public RoutingPolicy {
  } order;
  const auto policy = build<BreakPolicy>(entry, setting);
  const auto twin = build<BreakPolicy>(entry, setting);
  if (policy == nullptr || twin == nullptr) return "the factory makes nothing";
  StagedCenter center(setting.group_sizes, setting.contact_type_count, order.idle_order());
  for (std::uint64_t index = 0; index < 300; ++index) {
    step(center, order, random);
    set_queues(center, setting.contact_type_count, random);
    const AgentId agent{random() % center.agent_count()};
    if (!center.agent(agent.index()).is_idle) continue;
    const DueBreak due = random_due(center, random);
    DrawSequence draws = draws_at(Purpose::breaks, index);
    DrawSequence same_draws = draws_at(Purpose::breaks, index);
    const BreakDecision decision = policy->decide(center.view(), agent, due, draws);
    if (decision.kind == BreakDecision::Kind::ask_again && decision.delay < kSecond) {
      return "decide: asks again within a second";
    }
    if (decision.delay > kForever) return "decide: beyond for ever";
    const BreakDecision again = twin->decide(center.view(), agent, due, same_draws);
    if (again.kind != decision.kind || again.delay != decision.delay) {
      return "decide: two answers to the same question";
    }
  }
  return {};
}

std::string check_staffing(const PolicyEntry& entry, const Setting& setting,
                           std::mt19937_64& random) {
  class LongestIdleOrder final : public RoutingPolicy {
  } order;
  const auto policy = build<StaffingPolicy>(entry, setting);
  const auto twin = build<StaffingPolicy>(entry, setting);
  if (policy == nullptr || twin == nullptr) return "the factory makes nothing";
  const Duration period = policy->review_period();
  if (period < Duration{0} || (period > Duration{0} && period < kSecond)) {
    return "review_period: negative, or below a second";
  }
  if (twin->review_period() != period) return "review_period: two answers";
  StagedCenter center(setting.group_sizes, setting.contact_type_count, order.idle_order());
  for (std::uint64_t index = 0; index < 300; ++index) {
    step(center, order, random);
    set_queues(center, setting.contact_type_count, random);
    const AgentGroupId group{random() % center.group_count()};
    DrawSequence draws = draws_at(Purpose::staffing, index);
    DrawSequence same_draws = draws_at(Purpose::staffing, index);
    const std::uint32_t leaving = policy->send_home(center.view(), group, draws);
    if (leaving > center.group(group.index()).idle.size()) {
      return "send_home: more agents than are idle";
    }
    if (twin->send_home(center.view(), group, same_draws) != leaving) {
      return "send_home: two answers to the same question";
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> breaches(const PolicyEntry& entry, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const Setting setting = random_setting(entry, random);
  std::string breach;
  switch (kind_of(entry)) {
    case PolicyKind::routing:
      breach = check_routing(entry, setting, random);
      break;
    case PolicyKind::breaks:
      breach = check_breaks(entry, setting, random);
      break;
    case PolicyKind::staffing:
      breach = check_staffing(entry, setting, random);
      break;
    case PolicyKind::resolution:
    case PolicyKind::satisfaction:
    case PolicyKind::effort:
    case PolicyKind::recommendation:
    case PolicyKind::survey_response:
    case PolicyKind::churn:
    case PolicyKind::referral:
      breach = outcome_breach(entry, setting.values, setting.setup, random);
      break;
  }
  if (breach.empty()) return {};
  return {fmt::format("{} policy {}, centre {}: {}", to_string(kind_of(entry)), entry.name, seed,
                      breach)};
}

}  // namespace holdline::test
