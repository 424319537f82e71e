// The section `plan.costs`: what is paid beside labour.
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

}  // namespace holdline
