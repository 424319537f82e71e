// A segment of `world.customers.segments`: what its customers are worth and how they differ.
#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr Range kMoney{0.0, 1e9};
constexpr Range kFactor{0.01, 100.0};

void value_fields(Slot& segment, Record& record, LoadContext& context, Segment& out) {
  record.optional("value", "Margin of one customer; default 0")
      .coefficient(out.value_per_year, {{Measure::money_per_year, kMoney, context.currency}});
  record.optional("leaves", "Share that leaves within a year whatever the centre does")
      .coefficient(out.leaves_per_year, {{Measure::share_per_year, {0.0, 0.9999}}});
  Slot service_churn = record.optional(
      "service_churn",
      "Share expected to leave within a year because of service; values customers alone");
  service_churn.coefficient(out.service_churn_per_year, {{Measure::share_per_year, {0.0, 0.9999}}});
  if (context.has_outcomes && out.value_per_year > 0.0 && !service_churn.is_given()) {
    segment.warning(
        "customers are valued as if service drove none of them away, for `service_churn` is left "
        "out",
        "write `service_churn: 6%/year` or what a run's `churn_per_year` comes to, "
        "`0%/year` if that is meant");
  }
  record
      .optional("acquired",
                "New customers won by the company's own efforts, such as advertising; those won by "
                "word of mouth come beside them")
      .coefficient(out.acquired_per_year, {{Measure::number_per_year, {0.0, 1e8}, {}, true}});
  record
      .optional("acquisition_cost",
                "Of each of those, also of whom bad word of mouth keeps away; default 0")
      .coefficient(out.acquisition_cost, {{Measure::money, kMoney, context.currency}});
}

/// A starting value that matters only where another section is in use is noted only there.
void read_where_used(Slot slot, bool is_used, double& out, const CoefficientSpec& spec) {
  if (is_used || slot.is_given() || slot.is_describing()) slot.coefficient(out, spec);
}

void person_fields(Record& record, LoadContext& context, Segment& out) {
  record.optional("patience_factor", "Multiplies patience")
      .coefficient(out.patience_factor, number_of(Source::stated, kFactor));
  read_where_used(record.optional("trust", "In machines that answer, at the start"),
                  context.has_machines, out.trust, share_of(Source::assumed));
  read_where_used(record.optional("mood", "Towards the company, at the start"),
                  context.has_outcomes, out.mood, share_of(Source::assumed));
  record.optional("knows_menu", "Share who know the menu at the start")
      .coefficient(out.knows_menu, share_of(Source::stated));
  Slot presses_zero = record.optional("presses_zero", "Instead of behaviour.menu.presses_zero");
  double share = 0.0;
  if (presses_zero.is_describing()) {
    presses_zero.without_default().coefficient(share, share_of(Source::stated));
  } else if (presses_zero.is_given() && presses_zero.coefficient(share, share_of(Source::stated))) {
    out.presses_zero = share;
  }
  record.optional("self_service_factor", "Multiplies the success of self-service")
      .coefficient(out.self_service_factor, number_of(Source::stated, {0.0, 10.0}));
}

}  // namespace

void read_weights(Slot& slot, std::span<const std::string> names, std::string_view what,
                  Range range, std::vector<double>& out) {
  const CoefficientSpec spec = number_of(Source::stated, range);
  out.assign(names.size(), 1.0);
  std::vector<bool> is_written(names.size(), false);
  slot.map({0, 1000}, what, [&](Slot& entry) {
    if (entry.is_describing()) {
      double weight = 1.0;
      entry.coefficient(weight, spec);
      return;
    }
    std::size_t index = 0;
    Slot name = entry.key_slot();
    if (!name.name_of(index, names, what)) return;
    is_written[index] = true;
    entry.coefficient(out[index], spec);
  });
  if (slot.is_describing()) return;
  // There may be a hundred thousand of them: those not written are there for a variation alone.
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string path = slot.path() + "." + names[i];
    if (is_written[i] || slot.sheet().find_variation(path) == nullptr) continue;
    Slot(slot.sheet(), nullptr, path).coefficient(out[i], spec);
  }
}

void read_segment(Slot& slot, LoadContext& context, Segment& out) {
  out.channels.assign(context.contact_types.size(), 1.0);
  slot.record([&](Record& record) {
    description_field(record);
    record.required("count", "Customers at the start").integer(out.count, 1, 10'000'000);
    value_fields(slot, record, context, out);
    person_fields(record, context, out);
    Slot channels =
        record.optional("channels", "Multiplies the issue's contact types; default 1 for each");
    read_weights(channels, context.contact_types, "a contact type", {0.0, 100.0}, out.channels);
  });
}

}  // namespace holdline
