// The section `plan.costs`: what is paid beside labour. And the order in which a plan states its
// front end.
#include "scenario/sections.hpp"

namespace holdline {

void read_costs(Slot& slot, const LoadContext& context, Costs& out) {
  const CoefficientSpec price = money_of(context.currency);
  slot.record([&](Record& record) {
    record.optional("per_self_service", "Each conversation with the machine; default 0")
        .coefficient(out.per_self_service, price);
    record.optional("per_menu_min", "Each minute in the menus; default 0")
        .coefficient(out.per_menu_min, price);
    record.optional("per_callback", "Each callback promised; default 0")
        .coefficient(out.per_callback, price);
    record.optional("per_contact", "Each contact that arrives; default 0")
        .coefficient(out.per_contact, price);
    record.optional("fixed", "Whatever happens; default 0")
        .coefficient(out.fixed_per_week, money_of(context.currency, Measure::money_per_week));
  });
}

void front_end_fields(Record& record, LoadContext& context, Plan& out) {
  Slot ivr = record.optional("ivr", "The menus; default none");
  read_ivr(ivr, context, out.ivr);
  Slot machine = record.optional("self_service", "A machine before the queue; default none");
  read_self_service(machine, context, out.self_service);
  Slot callback = record.optional("callback", "Calling back those who would wait; default none");
  read_callback(callback, context, out.callback);
  Slot escalation =
      record.optional("escalation", "Contacts that resolved nothing, handed on; default none");
  read_escalations(escalation, context, out.escalations);
  Slot costs = record.optional("costs", "What is paid beside labour; default nothing");
  read_costs(costs, context, out.costs);
}

}  // namespace holdline
