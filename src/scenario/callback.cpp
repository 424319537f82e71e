// The section `plan.callback`: leaving the line without leaving the queue.
#include "scenario/sections.hpp"

namespace holdline {
namespace {

void read_offer(Slot& slot, Callback& out) {
  static constexpr std::string_view kPredictors[] = {"head_of_line", "last_served", "load_based"};
  slot.one_of_records({[&](Record& record) {
                         record.required("expected_wait", "When the predicted wait is this or more")
                             .duration(out.expected_wait, kAnyDuration);
                         record.optional("predictor", "How the wait is predicted")
                             .choice(out.predictor, kPredictors);
                       },
                       [&](Record& record) {
                         record.required("queue_length", "When so many of its type wait")
                             .integer(out.queue_length, 0, 1'000'000'000);
                         record.optional("predictor", "How the wait is predicted, for the record")
                             .choice(out.predictor, kPredictors);
                       }},
                      "either expected_wait or queue_length");
}

}  // namespace

void read_callback(Slot& slot, LoadContext& context, std::optional<Callback>& out) {
  static constexpr std::string_view kPlaces[] = {"kept", "list"};
  if (!slot.is_given() && !slot.is_describing()) return;
  Callback callback;
  callback.ring = 20 * kSecond;
  slot.record([&](Record& record) {
    Slot types = record.optional("contact_types", "Where it is offered; default all");
    read_contact_type_set(types, context, callback.contact_types);
    Slot offer = record.required("offer", "When it is offered");
    read_offer(offer, callback);
    Slot place =
        record.optional("place", "In the queue as if on the line, or on a list of its own");
    const bool is_read = place.choice(callback.place, kPlaces);
    Slot priority = record.optional("priority", "Of the list, as of contact types, 1 first");
    priority.integer(callback.priority, 1, 1000);
    Slot time = record.optional("slot", "List: called no sooner than this after the offer");
    time.duration(callback.slot, kAnyDuration);
    record.optional("ring", "An agent waits so long for an answer")
        .duration(callback.ring, kAnyDuration);
    record.optional("redial_after", "When nobody answered")
        .duration(callback.redial_after, kAnyDuration);
    record.optional("tries", "Calls in all").integer(callback.tries, 1, 20);
    if (callback.place == CallbackPlace::kept && is_read == place.is_given()) {
      constexpr const char* kHint = "set place: list, or leave it out (in a patch: null)";
      priority.error("a callback that keeps its place has no priority of its own", kHint);
      time.error("a callback that keeps its place has no slot of its own", kHint);
    }
  });
  out = std::move(callback);
}

}  // namespace holdline
