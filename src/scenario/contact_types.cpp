// The section `world.contact_types`, and `world` itself.
#include <fmt/format.h>

#include <cmath>

#include "scenario/sections.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

/// In the schema of the world: where there are no issues, every contact type has arrivals.
constexpr std::string_view kArrivalsOrIssues =
    R"("anyOf":[{"required":["issues"]},{"properties":{"contact_types":{"patternProperties":)"
    R"({"^x-":true},"additionalProperties":{"required":["arrivals"]}}}}])";

void hold_fields(Record& record, LoadContext& context, ContactType& out) {
  record.required("probability", "Share of contacts with a hold").share(out.hold_probability);
  Slot time = record.required("time", "Hold time of those contacts");
  Distribution distribution;
  read_distribution(time, context, Infinity::refused, distribution);
  if (time.is_given()) out.hold = std::move(distribution);
}

void read_balking(Slot& slot, ContactType& out) {
  slot.record([&](Record& record) {
    record
        .optional("probability",
                  "Probability of leaving at once when it would have to wait; "
                  "default 0")
        .share(out.balk_probability);
    record.optional("queue_length", "Leaves at once when so many of its type wait; default never")
        .integer(out.balk_queue_length, 0, 1'000'000'000);
  });
}

void read_talk(Record& record, LoadContext& context, ContactType& out, ContactTypeSource& source) {
  Slot handle_time = record.kind("handle_time", "Time with the agent: short for `talk`");
  read_distribution(handle_time, context, Infinity::refused, out.talk);
  Slot talk = record.kind("talk", "Talk time, holds apart");
  read_distribution(talk, context, Infinity::refused, out.talk);
  source.handle_time = handle_time.is_given() ? handle_time.position() : talk.position();
  record.off_unless_given("hold", "Share of contacts with a hold, and its time; default none")
      .record([&](Record& hold) { hold_fields(hold, context, out); });
  Slot wrap_up =
      record.off_unless_given("wrap_up", "Work after the contact has left; default none");
  Distribution distribution;
  read_distribution(wrap_up, context, Infinity::refused, distribution);
  if (wrap_up.is_given()) out.wrap_up = std::move(distribution);
}

void read_contact_type(Slot& slot, LoadContext& context, ContactType& out,
                       ContactTypeSource& source) {
  const std::size_t errors = slot.sheet().error_count();
  std::vector<double> handle_time_s;
  slot.record([&](Record& record) {
    description_field(record);
    constexpr std::string_view kHelp =
        "How contacts of this type come; may be left out with issues";
    Slot arrivals = slot.is_describing() || context.has_issues
                        ? record.optional("arrivals", kHelp)
                        : record.required("arrivals", "How contacts of this type come");
    read_arrivals(arrivals, context, out.arrivals, handle_time_s);
    source.arrivals = arrivals.position();
    Slot patience = record.optional("patience", "Time until it leaves the queue; default infinite");
    read_distribution(patience, context, Infinity::allowed, out.patience);
    source.patience = patience.position();
    read_talk(record, context, out, source);
    record.optional("priority", "1 is served first").integer(out.priority, 1, 1000);
    Slot balking = record.off_unless_given("balking", "Leaving at once rather than waiting");
    read_balking(balking, out);
    record.optional("acceptable_wait", "Threshold of the service level")
        .duration(out.acceptable_wait, kAnyDuration);
  });
  if (slot.is_given() && slot.sheet().error_count() == errors) {
    scale_to_aht(slot, handle_time_s, mean_handle_s(out), out.arrivals);
  }
}

}  // namespace

void scale_to_aht(const Slot& slot, const std::vector<double>& handle_time_s, double mean_s,
                  ArrivalProcess& out) {
  if (handle_time_s.empty()) return;
  if (!(mean_s > 0.0) || !std::isfinite(mean_s)) {
    return slot.error(
        "expected a handle time with a mean above 0, for the volumes file has an "
        "AHT that scales it");
  }
  Profile& factor = out.handle_time_factor;
  factor = out.rate_per_s;
  for (std::size_t i = 0; i < factor.values.size() && i < handle_time_s.size(); ++i) {
    factor.values[i] = handle_time_s[i] > 0.0 ? handle_time_s[i] / mean_s : 1.0;
  }
}

void read_contact_types(Slot& slot, LoadContext& context, std::vector<ContactType>& out) {
  slot.map({1, 1000}, "a contact type", [&](Slot& entry) {
    entry.note_own_name();
    ContactType type;
    type.name = entry.key();
    ContactTypeSource source;
    source.path = entry.path();
    source.type = entry.position();
    read_contact_type(entry, context, type, source);
    context.contact_types.push_back(type.name);
    out.push_back(std::move(type));
    context.type_sources.push_back(std::move(source));
  });
}

void read_world(Slot& slot, LoadContext& context, World& out) {
  slot.record([&](Record& record) {
    Slot calendar = record.optional("calendar", "Days, opening hours, holidays");
    out.calendar.open.fill(DayWindow{Duration{0}, kDay});
    const std::size_t errors = calendar.sheet().error_count();
    read_calendar(calendar, out.calendar);
    context.is_calendar_read = calendar.sheet().error_count() == errors;
    context.has_opening_hours = find(calendar.node(), "open") != nullptr;
    context.calendar = out.calendar;
    record
        .off_unless_given("busyness",
                          "Days differ: a gamma factor with mean 1 on all arrivals of a day")
        .record([&](Record& busyness) {
          busyness.required("cv", "Its standard deviation").number(out.busyness_cv, {0.0, 5.0});
        });
    Slot types = record.required("contact_types", "What customers contact the centre for");
    Slot customers = record.off_unless_given("customers", "Who they are; default nobody knows");
    Slot issues =
        record.off_unless_given("issues", "Why they contact the centre; default contacts alone");
    Slot behaviour = record.off_unless_given("behaviour", "What they do; default nothing more");
    Slot outcomes = record.off_unless_given("outcomes", "What it does to them; default nothing");
    record.constrain(kArrivalsOrIssues);
    context.has_issues = issues.is_given();
    context.has_outcomes = outcomes.is_given();
    context.has_machines = find(behaviour.node(), "self_service") != nullptr;
    context.has_menu_behaviour = find(behaviour.node(), "menu") != nullptr;
    context.has_callback_behaviour = find(behaviour.node(), "callback") != nullptr;
    read_contact_types(types, context, out.contact_types);
    read_customers(customers, context, out);
    read_issues(issues, context, out);
    read_behaviour(behaviour, context, out.behaviour);
    read_outcomes(outcomes, context, out.outcomes);
  });
}

}  // namespace holdline
