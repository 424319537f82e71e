// The part of a scenario's hash that menus, self-service, callbacks, escalation and costs decide.
#include "scenario/hasher.hpp"

namespace holdline {
namespace {

void add_node(Hasher& hasher, const IvrNode& node) {
  hasher.add(node.name);
  hasher.add(node.kind);
  hasher.add(node.duration);
  hasher.add(node.barge_in);
  hasher.add(node.next);
  hasher.add(node.answer);
  hasher.add(static_cast<std::uint64_t>(node.options.size()));
  for (const IvrOption& option : node.options) {
    hasher.add(option.name);
    hasher.add(option.next);
  }
  hasher.add(node.option_for);
  hasher.add(node.error);
  hasher.add(node.speech_failure);
  hasher.add(node.retries);
  hasher.add(node.on_failure);
  hasher.add(node.opt_out);
  hasher.add(node.task);
  hasher.add(node.success);
  hasher.add(node.transfer_to);
}

void add_ivr(Hasher& hasher, const Ivr& ivr) {
  hasher.add(static_cast<std::uint64_t>(ivr.nodes.size()));
  for (const IvrNode& node : ivr.nodes) add_node(hasher, node);
  hasher.add(ivr.start);
  hasher.add(ivr.way_out);
  hasher.add(ivr.ports);
  hasher.add(ivr.contact_types);
  hasher.add(ivr.changed_on);
  hasher.add(ivr.forgotten_for);
}

void add_self_service(Hasher& hasher, const SelfService& machine) {
  hasher.add(machine.mode);
  hasher.add(machine.contact_types);
  hasher.add(machine.duration);
  hasher.add(machine.success);
  hasher.add(machine.success_by_issue);
  hasher.add(machine.passes_context);
}

void add_callback(Hasher& hasher, const Callback& callback) {
  hasher.add(callback.contact_types);
  hasher.add(callback.expected_wait);
  hasher.add(callback.queue_length);
  hasher.add(callback.predictor);
  hasher.add(callback.place);
  hasher.add(callback.priority);
  hasher.add(callback.slot);
  hasher.add(callback.ring);
  hasher.add(callback.redial_after);
  hasher.add(callback.tries);
}

void add_escalation(Hasher& hasher, std::size_t from, const Escalation& escalation) {
  hasher.add(static_cast<std::uint64_t>(from));
  hasher.add(escalation.to);
  hasher.add(escalation.probability);
  hasher.add(escalation.delay);
  hasher.add(escalation.handle_factor);
}

bool is_free(const Costs& costs) {
  return costs.per_self_service == 0.0 && costs.per_menu_min == 0.0 && costs.per_callback == 0.0 &&
         costs.per_contact == 0.0 && costs.fixed_per_week == 0.0;
}

/// Each part begins with its name, so that two plans with different parts are not written alike.
void begin(Hasher& hasher, const char* part) { hasher.add(std::string(part)); }

}  // namespace

void add_front_end(Hasher& hasher, const Plan& plan) {
  if (plan.ivr) {
    begin(hasher, "ivr");
    add_ivr(hasher, *plan.ivr);
  }
  if (plan.self_service.mode != SelfServiceMode::none) {
    begin(hasher, "self_service");
    add_self_service(hasher, plan.self_service);
  }
  if (plan.callback) {
    begin(hasher, "callback");
    add_callback(hasher, *plan.callback);
  }
  for (std::size_t type = 0; type < plan.escalations.size(); ++type) {
    if (!plan.escalations[type]) continue;
    begin(hasher, "escalation");
    add_escalation(hasher, type, *plan.escalations[type]);
  }
  if (is_free(plan.costs)) return;
  begin(hasher, "costs");
  for (const double cost :
       {plan.costs.per_self_service, plan.costs.per_menu_min, plan.costs.per_callback,
        plan.costs.per_contact, plan.costs.fixed_per_week}) {
    hasher.add(cost);
  }
}

}  // namespace holdline
