// Warnings about what stands before the agents. A part of the callers' behaviour that is left out
// is off, and callers without a fault flatter menus and machines: whoever compares plans must hear
// it.
#include <algorithm>

#include "scenario/plausibility.hpp"

namespace holdline {
namespace {

/// A plan may switch off the machine that others have; one that nobody ever tries is a slip.
void check_machine(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  const auto is_off = [](const Plan& plan) {
    return plan.self_service.mode == SelfServiceMode::none;
  };
  if (!std::all_of(scenario.plans.begin(), scenario.plans.end(), is_off)) return;
  for (std::size_t i = 0; i < scenario.plans.size(); ++i) {
    if (!(scenario.plans[i].self_service.success > 0.0)) continue;
    const PlanSource& source = context.plan_sources[i];
    return sheet.report(
        Severity::warning, or_else(source.plan, source.agent_groups), source.path + ".self_service",
        "the machine is described, but its `mode` is none in every plan: nobody tries it",
        "write mode: optional, or mode: forced_first");
  }
}

/// What a plan may put before its agents or behind them, and the part of the world it does nothing
/// without.
struct FrontEndPart {
  const char* key;  ///< of the plan's section
  bool has_behaviour;
  bool (*is_in_use)(const Plan& plan);
  Position PlanSource::*position;
  const char* message;
  const char* hint;
};

/// Told once, of the first plan that has it: the behaviour is the world's, the same in all plans.
void check_part(const FrontEndPart& part, const Scenario& scenario, const LoadContext& context,
                Sheet& sheet) {
  if (part.has_behaviour) return;
  for (std::size_t i = 0; i < scenario.plans.size(); ++i) {
    if (!part.is_in_use(scenario.plans[i])) continue;
    const PlanSource& source = context.plan_sources[i];
    return sheet.report(Severity::warning, or_else(source.*part.position, source.plan),
                        source.path + "." + part.key, part.message, part.hint);
  }
}

}  // namespace

void check_front_end(const Scenario& scenario, const LoadContext& context, Sheet& sheet) {
  check_machine(scenario, context, sheet);
  const FrontEndPart parts[] = {
      {"ivr", context.has_menu_behaviour, [](const Plan& plan) { return plan.ivr.has_value(); },
       &PlanSource::ivr,
       "world.behaviour.menu is left out: nobody errs or presses zero beyond what menus and "
       "segments "
       "state, and nobody hangs up in the menus",
       "write behaviour: {menu: {}} for the usual caller, or state the zeros that are meant"},
      {"self_service", context.has_machines,
       [](const Plan& plan) { return plan.self_service.mode != SelfServiceMode::none; },
       &PlanSource::self_service,
       "world.behaviour.self_service is left out: everybody accepts the machine, and its failures "
       "cost neither patience nor time nor trust",
       "write behaviour: {self_service: {}} for the usual caller, or state the figures that are "
       "meant"},
      {"callback", context.has_callback_behaviour,
       [](const Plan& plan) { return plan.callback.has_value(); }, &PlanSource::callback,
       "world.behaviour.callback is left out: everybody accepts a callback and answers it",
       "write behaviour: {callback: {}} for the usual caller, or state the figures that are "
       "meant"},
      {"escalation", context.has_outcomes,
       [](const Plan& plan) {
         return std::any_of(plan.escalations.begin(), plan.escalations.end(),
                            [](const auto& each) { return each && each->probability > 0.0; });
       },
       &PlanSource::escalation,
       "world.outcomes is left out: every served contact resolves its issue, and nothing is ever "
       "handed over",
       "write outcomes: {} for the usual policies"}};
  for (const FrontEndPart& part : parts) check_part(part, scenario, context, sheet);
}

}  // namespace holdline
