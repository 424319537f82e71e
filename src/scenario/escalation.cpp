// The section `plan.escalation`: contacts that resolved nothing, handed to others.
#include <fmt/format.h>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

/// A type whose contacts, resolved by nobody, would be handed round for ever: each of the cycle it
/// is on is certain to hand them on. None if there is no such cycle.
std::optional<std::size_t> find_certain_cycle(
    const std::vector<std::optional<Escalation>>& escalations) {
  for (std::size_t first = 0; first < escalations.size(); ++first) {
    std::size_t type = first;
    for (std::size_t step = 0; step < escalations.size(); ++step) {
      if (!escalations[type] || escalations[type]->probability < 1.0) break;
      type = escalations[type]->to.index();
      if (type == first) return first;
    }
  }
  return std::nullopt;
}

void read_one(Slot& slot, LoadContext& context, std::size_t from, std::optional<Escalation>& out) {
  Escalation escalation;
  slot.record([&](Record& record) {
    std::size_t to = 0;
    Slot target = record.required("to", "The contact type that takes it up");
    if (target.name_of(to, context.contact_types, "a contact type")) {
      escalation.to = ContactTypeId{to};
      if (to == from) target.error("a contact type cannot hand over to itself");
    }
    CoefficientSpec share = share_of(Source::stated);
    share.counts = context.has_outcomes;  // without them every served contact resolves its issue
    record.required("probability", "Of being handed over")
        .coefficient(escalation.probability, share);
    Slot delay = record.optional("delay", "Until they take it up; default none");
    read_distribution(delay, context, Infinity::refused, escalation.delay);
    record.optional("handle_factor", "Multiplies their handle time: what is lost is told again")
        .coefficient(escalation.handle_factor, number_where(context.has_outcomes, {0.01, 100.0}));
  });
  out = std::move(escalation);
}

}  // namespace

void read_escalations(Slot& slot, LoadContext& context,
                      std::vector<std::optional<Escalation>>& out) {
  const std::size_t errors = slot.sheet().error_count();
  out.assign(context.contact_types.size(), std::nullopt);
  slot.map({0, 1000}, "a contact type", [&](Slot& entry) {
    std::size_t type = out.size();
    Slot name = entry.key_slot();
    std::optional<Escalation> escalation;
    const bool is_named = name.name_of(type, context.contact_types, "a contact type");
    read_one(entry, context, type, escalation);
    if (is_named) out[type] = std::move(escalation);
  });
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  if (const auto type = find_certain_cycle(out)) {
    slot.error(
        fmt::format("what nobody resolves would be handed round for ever: `{}` to `{}` and "
                    "back, each with certainty",
                    context.contact_types[*type], context.contact_types[out[*type]->to.index()]),
        "give one of them a probability below 100%");
  }
}

}  // namespace holdline
