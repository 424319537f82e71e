// The section `world.behaviour`: what customers do when nobody answers, when nothing was resolved,
// at menus, with machines. A part left out is off; a part that is there, even as `{}`, has the
// defaults of docs/model.md, each with its source.
#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr Range kFactor{0.01, 100.0};
constexpr Range kNotNegative{0.0, 100.0};

/// The defaults of a part count only where it is there.
template <class Part, class Fields>
void read_part(Slot slot, const Part& defaults, Part& out, const Fields& fields) {
  if (slot.is_given() || slot.is_describing()) out = defaults;
  slot.record([&](Record& record) { fields(record, out); });
}

void retrial_fields(Record& record, const LoadContext& context, Source probability, Source decay,
                    Retrial& out) {
  record.optional("probability", "Of the first further attempt")
      .coefficient(out.probability, share_of(probability));
  record.optional("decay", "Multiplies it at each attempt after that")
      .coefficient(out.decay, number_of(decay, {0.0, 1.0}));
  Slot delay = record.optional("delay", "Time until the attempt");
  read_distribution(delay, context, Infinity::refused, out.delay);
  record.optional("most", "Further attempts of this kind for one issue").integer(out.most, 0, 1000);
  record.optional("other_contact_type", "Comes by another of the issue's contact types")
      .coefficient(out.other_contact_type, share_of(Source::stated));
}

void read_retrials(Record& record, const LoadContext& context, Behaviour& out) {
  // The bank's log: .62 the same day, the median gap 821 s; the rest is assumed.
  const Retrial redial{0.62, 0.8, lognormal_median_p90(821.0, 3.0 * 3600.0), 10, 0.0};
  read_part(
      record.off_unless_given("redial", "After an attempt that reached nobody; default never"),
      redial, out.redial, [&](Record& fields, Retrial& part) {
        retrial_fields(fields, context, Source::data, Source::assumed, part);
      });
  const Retrial recontact{0.7, 1.0, exponential(86400.0), 10, 0.0};
  read_part(
      record.off_unless_given(
          "recontact", "After a served contact that did not resolve the issue; default never"),
      recontact, out.recontact, [&](Record& fields, Retrial& part) {
        retrial_fields(fields, context, Source::assumed, Source::stated, part);
      });
}

void menu_fields(Record& record, MenuBehaviour& out) {
  const CoefficientSpec share = share_of(Source::assumed);
  record.optional("error_base", "Errs at a menu of up to three options")
      .coefficient(out.error_base, share);
  record.optional("error_per_option", "And for each further option")
      .coefficient(out.error_per_option, share);
  record.optional("wrong_choice", "Share of errors that take a wrong option; the rest repeat")
      .coefficient(out.wrong_choice, share);
  record.optional("presses_zero", "At each try of a menu that offers a human")
      .coefficient(out.presses_zero, share);
  record.optional("finds_hidden_zero", "Multiplies that where the way out is hidden")
      .coefficient(out.finds_hidden_zero, share);
  double hang_up_per_h = 3600.0 * out.hang_up_per_s;
  record.optional("hang_up", "Hazard of hanging up")
      .coefficient(hang_up_per_h, {{Measure::rate_per_h, {0.0, 36'000.0}}, Source::assumed});
  out.hang_up_per_s = hang_up_per_h / 3600.0;
  record.optional("hang_up_growth", "By this share of it for each minute in the menus")
      .coefficient(out.hang_up_growth, number_of(Source::assumed, kNotNegative));
  record.optional("hang_up_per_error", "And for each error")
      .coefficient(out.hang_up_per_error, number_of(Source::assumed, kNotNegative));
  record.optional("learns", "Knows the menu after a walk").coefficient(out.learns, share);
}

/// A factor that is tried from `low` to `high`: half to twice would try what nobody believes, such
/// as a failed machine that makes the talk shorter.
CoefficientSpec factor_between(double low, double high) {
  return {{Measure::number, kFactor}, Source::assumed, Range{low, high}};
}

void self_service_fields(Record& record, SelfServiceBehaviour& out) {
  const CoefficientSpec share = share_of(Source::assumed);
  record.optional("acceptance", "Of an optional one, times 2 x trust")
      .coefficient(out.acceptance, share);
  record.optional("patience_factor", "After a forced one that failed")
      .coefficient(out.patience_factor, factor_between(0.4, 1.0));
  record.optional("handle_factor", "After a failure that passed nothing on")
      .coefficient(out.handle_factor, factor_between(1.0, 1.5));
  record.optional("trust_gain", "Share of the way to 1 after a success")
      .coefficient(out.trust_gain, share);
  record.optional("trust_loss", "Share of the way to 0 after a failure")
      .coefficient(out.trust_loss, share);
}

// ContactCenters' example has .5, 1.7 and .75, and says that they illustrate: assumed.
void callback_fields(Record& record, CallbackBehaviour& out) {
  record.optional("acceptance", "Of the offer")
      .coefficient(out.acceptance, share_of(Source::assumed));
  record.optional("patience_factor", "For the call promised, on what is left of patience")
      .coefficient(out.patience_factor, factor_between(1.0, 3.0));
  record.optional("handle_factor", "Of the call")
      .coefficient(out.handle_factor, factor_between(0.6, 1.0));
  record.optional("answers", "Each call").coefficient(out.answers, share_of(Source::assumed));
}

void transfer_fields(Record& record, TransferBehaviour& out) {
  double talk_s = to_seconds(out.talk);
  record.optional("talk", "With the wrong people, until it is found out")
      .coefficient(talk_s, {{Measure::seconds, {0.0, to_seconds(kLongest)}}, Source::assumed});
  out.talk = from_seconds(talk_s);
  record.optional("handle_factor", "Of the contact passed on")
      .coefficient(out.handle_factor, factor_between(1.0, 1.3));
}

void read_mood_memory(Slot slot, Behaviour& out) {
  slot.coefficient(out.mood_memory, share_of(Source::assumed));
}

}  // namespace

void read_behaviour(Slot& slot, LoadContext& context, Behaviour& out) {
  context.behaviour = slot.position();
  slot.record([&](Record& record) {
    read_retrials(record, context, out);
    read_part(record.off_unless_given("menu", "At menus; default without errors"),
              MenuBehaviour{0.03, 0.01, 0.5, 0.15, 0.25, 12.0 / 3600.0, 0.1, 0.5, 0.5}, out.menu,
              menu_fields);
    read_part(record.optional("self_service", "With machines that answer; default accepted"),
              SelfServiceBehaviour{0.5, 0.7, 1.2, 0.1, 0.3}, out.self_service, self_service_fields);
    read_part(record.optional("callback", "When one is offered; default accepted"),
              CallbackBehaviour{0.5, 1.7, 0.75, 0.85}, out.callback, callback_fields);
    read_part(record.optional("transfer", "Served by the wrong people; default found out at once"),
              TransferBehaviour{45 * kSecond, 1.1}, out.transfer, transfer_fields);
    record.optional("marked_resolved", "Share of unresolved contacts that are marked as resolved")
        .coefficient(out.marked_resolved, share_of(Source::stated));
    Slot mood_memory = record.optional("mood_memory", "Weight of the mood before an experience");
    if (context.has_outcomes || mood_memory.is_given() || mood_memory.is_describing()) {
      read_mood_memory(mood_memory, out);
    }
  });
  if (context.has_outcomes && !slot.is_given()) {
    read_mood_memory(Slot(slot.sheet(), nullptr, slot.path() + ".mood_memory"), out);
  }
}

}  // namespace holdline
