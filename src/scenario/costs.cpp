// The section `plan.costs`: what is paid beside labour. Plans take prices over from the base
// whether they have what is paid for or not: a price counts where there is something to pay.
#include "scenario/sections.hpp"

namespace holdline {

void read_costs(Slot& slot, const LoadContext& context, const Plan& plan, Costs& out) {
  const auto price_of = [&](bool has_use) {
    CoefficientSpec price = money_of(context.currency);
    price.counts = has_use;
    return price;
  };
  slot.record([&](Record& record) {
    record.optional("per_self_service", "Each conversation with the machine; default 0")
        .coefficient(out.per_self_service,
                     price_of(plan.self_service.mode != SelfServiceMode::none));
    record.optional("per_menu_min", "Each minute in the menus; default 0")
        .coefficient(out.per_menu_min, price_of(plan.ivr.has_value()));
    record.optional("per_callback", "Each callback promised; default 0")
        .coefficient(out.per_callback, price_of(plan.callback.has_value()));
    record.optional("per_contact", "Each contact that arrives; default 0")
        .coefficient(out.per_contact, price_of(true));
    record.optional("fixed", "Whatever happens; default 0")
        .coefficient(out.fixed_per_week, money_of(context.currency, Measure::money_per_week));
  });
}

}  // namespace holdline
