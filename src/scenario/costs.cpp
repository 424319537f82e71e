// The section `plan.costs`: what is paid beside labour.
#include "scenario/sections.hpp"

namespace holdline {

void read_costs(Slot& slot, const LoadContext& context, Costs& out) {
  const std::string& currency = context.currency;
  slot.record([&](Record& record) {
    record.optional("per_self_service", "Each conversation with the machine; default 0")
        .money(out.per_self_service, currency);
    record.optional("per_menu_min", "Each minute in the menus; default 0")
        .money(out.per_menu_min, currency);
    record.optional("per_callback", "Each callback promised; default 0")
        .money(out.per_callback, currency);
    record.optional("per_contact", "Each contact that arrives; default 0")
        .money(out.per_contact, currency);
    record.optional("fixed", "Whatever happens; default 0")
        .money_per(out.fixed_per_week, currency, "week");
  });
}

}  // namespace holdline
