// `plan` and `plans`: the base plan, and named plans as patches merged into it. The base is read by
// itself first, so that its mistakes are told once and under its own name.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/plan_patch.hpp"
#include "scenario/plan_slips.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

void read_queue_limits(Slot& slot, LoadContext& context, Plan& out) {
  constexpr std::uint32_t kMost = 1'000'000'000;
  out.queue_limits.assign(context.contact_types.size(), std::nullopt);
  slot.by_shape({.expected = "a number of waiting contacts, or a mapping of contact types to it",
                 .scalar = [&](Slot& number) { number.integer(out.queue_limit, 0, kMost); },
                 .list = {},
                 .mapping =
                     [&](Slot& limits) {
                       limits.map({0, 1000}, "a contact type", [&](Slot& entry) {
                         std::optional<std::uint32_t> limit;
                         entry.integer(limit, 0, kMost);
                         std::size_t type = 0;
                         Slot name = entry.key_slot();
                         if (name.name_of(type, context.contact_types, "a contact type")) {
                           out.queue_limits[type] = limit;
                         }
                       });
                     }});
}

/// What a plan puts before and around its agents.
void front_end_fields(Record& record, LoadContext& context, Plan& out, PlanSource& source) {
  Slot ivr = record.off_unless_given("ivr", "The menus; default none");
  read_ivr(ivr, context, out.ivr);
  source.ivr = ivr.position();
  Slot machine =
      record.off_unless_given("self_service", "A machine before the queue; default none");
  read_self_service(machine, context, out.self_service);
  source.self_service = machine.position();
  Slot callback =
      record.off_unless_given("callback", "Calling back those who would wait; default none");
  read_callback(callback, context, out.callback);
  source.callback = callback.position();
  Slot escalation = record.off_unless_given(
      "escalation", "Contacts that resolved nothing, handed on; default none");
  read_escalations(escalation, context, out.escalations);
  source.escalation = escalation.position();
  Slot costs = record.off_unless_given("costs", "What is paid beside labour; default nothing");
  read_costs(costs, context, out, out.costs);
}

std::size_t node_count(const Node& node) {
  std::size_t count = 1;
  for (const Node* item : node.items) count += node_count(*item);
  for (const Node::Entry& entry : node.entries) count += node_count(*entry.value);
  return count;
}

/// Every plan is a copy of the base: a long list of plans of a long plan is refused early.
bool are_too_many(const Slot& base, const Slot& patches) {
  constexpr std::size_t kMostNodes = 2'000'000;
  if (!patches.is_given()) return false;
  const std::size_t count = patches.node()->entries.size();
  if (node_count(*base.node()) * count <= kMostNodes) return false;
  patches.error(fmt::format("{} plans of a base as long as this are too many", count));
  return true;
}

/// One plan under `plans`, or several by name under `plan`: told at once what it is, instead of
/// which keys are strange there. Agents tell them apart, for no plan is without.
bool are_mixed_up(const Slot& base, const Slot& patches) {
  const Node* agents = find(patches.node(), "agent_groups");
  if (agents != nullptr && find(agents, "agent_groups") == nullptr) {
    patches.error(
        "expected plans by name, found a plan itself",
        "a plan alone stands under `plan`; under `plans` stands what others change of "
        "it, as in plans: {lean: {agent_groups: ...}}; if `agent_groups` is to be a plan's name, "
        "choose another");
    return true;
  }
  if (!base.is_given() || base.node()->kind != NodeKind::mapping) return false;
  if (base.node()->find("agent_groups") != nullptr) return false;
  for (const Node::Entry& entry : base.node()->entries) {
    if (is_users_own(entry.key) || find(entry.value, "agent_groups") == nullptr) continue;
    base.error(fmt::format("expected one whole plan, found a plan by the name `{}`", entry.key),
               "write the base under `plan` without a name, and under `plans` by name what others "
               "change of it");
    return true;
  }
  return false;
}

void add_plan(Slot& slot, LoadContext& context, std::string name, std::vector<Plan>& out) {
  Plan plan;
  PlanSource source;
  source.path = slot.path();
  source.plan = slot.position();
  read_plan(slot, context, plan, source);
  plan.name = std::move(name);
  context.plans.push_back(plan.name);
  auto& groups = context.groups.emplace_back();
  for (const AgentGroup& group : plan.agent_groups) groups.push_back(group.name);
  context.plan_sources.push_back(std::move(source));
  out.push_back(std::move(plan));
}

}  // namespace

void read_plan(Slot& slot, LoadContext& context, Plan& out, PlanSource& source) {
  out.routing.agent_for_contact =
      default_policy(PolicyKind::routing, "priority_then_longest_wait", context);
  out.routing.contact_for_agent = out.routing.agent_for_contact;
  out.breaks = default_policy(PolicyKind::breaks, "on_schedule", context);
  out.staffing = default_policy(PolicyKind::staffing, "fixed_roster", context);
  slot.record([&](Record& record) {
    record.optional("description", "For the reader").text(out.description, 0, 10'000);
    record
        .off_unless_given("trunks",
                          "Lines, held from arrival to the end of talk; default unlimited")
        .integer(out.trunks, 1, 1'000'000'000);
    Slot limits = record.off_unless_given("queue_limit",
                                          "Most waiting contacts, of all types or by type; "
                                          "default none");
    read_queue_limits(limits, context, out);
    Slot groups = record.required("agent_groups", "Who serves");
    read_agent_groups(groups, context, out.agent_groups, source);
    Slot routing = record.optional("routing",
                                   "A policy, or one for each question; default "
                                   "priority_then_longest_wait");
    read_routing(routing, context, out.agent_groups, out.routing);
    Slot breaks = record.optional("breaks", "The break policy; default on_schedule");
    read_policy(breaks, PolicyKind::breaks, context, out.breaks);
    Slot staffing = record.optional("staffing", "The staffing policy; default fixed_roster");
    read_policy(staffing, PolicyKind::staffing, context, out.staffing);
    front_end_fields(record, context, out, source);
  });
  if (slot.is_given() &&
      (!out.routing.agent_for_contact.entry || !out.routing.contact_for_agent.entry ||
       !out.breaks.entry || !out.staffing.entry)) {
    slot.error("expected a policy of each kind, for the registry lacks the default one");
  }
}

void read_plans(Slot& base, Slot& patches, LoadContext& context, std::vector<Plan>& out) {
  if (base.is_describing()) {
    Plan plan;
    PlanSource source;
    read_plan(base, context, plan, source);
    patches.map({0, 1000}, "a plan", [&](Slot& patch) {
      Slot described = patch.as_patch();
      read_plan(described, context, plan, source);
    });
    return;
  }
  if (are_mixed_up(base, patches)) return;
  if (!base.is_given() || base.node()->kind != NodeKind::mapping) {
    base.expected("a mapping");
    return;
  }
  std::vector<Plan> base_plan;
  LoadContext base_context = context;
  Sheet& sheet = base.sheet();
  add_plan(base, base_context, "base", base_plan);
  if (are_too_many(base, patches)) return;
  std::size_t patch_count = 0;
  patches.map({0, 1000}, "a plan", [&](Slot& patch) {
    ++patch_count;
    context.plans.push_back(patch.key());
    if (patch.node()->kind != NodeKind::mapping) {
      context.groups.emplace_back();
      return patch.expected("a mapping: what differs from the base, or {}");
    }
    if (has_slips(*base.node(), patch)) {
      context.groups.emplace_back();
      return;
    }
    const Node& whole = with_routing_apart(*base.node(), *patch.node(), *context.document);
    const Node* merged = merge_patch(*context.document, whole, *patch.node(), is_replaced_whole);
    Slot slot(sheet, merged, patch.path());
    context.plans.pop_back();
    sheet.reading = {PlanId{out.size()}, &whole, patch.node()};
    add_plan(slot, context, patch.key(), out);
    sheet.reading = {};
  });
  sheet.close_plans(patch_count > 0);
  if (patch_count > 0) return;
  context = std::move(base_context);
  out = std::move(base_plan);
}

}  // namespace holdline
