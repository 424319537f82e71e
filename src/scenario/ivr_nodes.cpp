// A node of the menus: the one kind it is of, and that kind's fields.
#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

void read_next(Slot slot, const IvrNames& names, IvrNodeId& out) {
  std::size_t next = 0;
  if (slot.name_of(next, names.nodes, "a node")) out = IvrNodeId{next};
}

void read_prompt(Slot& slot, const IvrNames& names, IvrNode& out) {
  slot.record([&](Record& record) {
    record.required("duration", "Its length").duration(out.duration, kAnyDuration);
    read_next(record.required("next", "The node that follows"), names, out.next);
    record.optional("barge_in", "Whoever knows the menus need not listen").boolean(out.barge_in);
  });
}

/// Shown without a default, for that is another section's.
void read_error(const Slot& slot, std::optional<double>& out) {
  if (!slot.is_given() && !slot.is_describing()) return;
  double error = 0.0;
  if (slot.without_default().coefficient(error, share_of(Source::stated))) out = error;
}

void read_menu(Slot& slot, const IvrNames& names, IvrNode& out) {
  static constexpr std::string_view kOptOuts[] = {"offered", "hidden", "none"};
  slot.record([&](Record& record) {
    record.required("duration", "The options read out").duration(out.duration, kAnyDuration);
    read_assumed_time(record.optional("answer", "To choose, and press or say"), true, out.answer);
    record.optional("barge_in", "Whoever knows the menus need not listen").boolean(out.barge_in);
    Slot options = record.required("options", "Where each choice leads, by name");
    read_menu_options(options, names, out);
    Slot error = record.optional("error", "Share of tries that err; default behaviour.menu's");
    read_error(error, out.error);
    record.optional("speech_failure", "Share of tries that are not understood")
        .coefficient(out.speech_failure, share_of(Source::stated));
    record.optional("retries", "Tries after the first").integer(out.retries, 0, 20);
    read_next(record.required("on_failure", "The node after the last try"), names, out.on_failure);
    record.optional("opt_out", "Whether pressing zero leads to the way out")
        .choice(out.opt_out, kOptOuts);
  });
}

void read_task(Slot& slot, LoadContext& context, const IvrNames& names, IvrNode& out) {
  slot.record([&](Record& record) {
    Slot duration = record.required("duration", "How long it takes");
    read_distribution(duration, context, Infinity::refused, out.task);
    record.required("success", "Share of issues it resolves")
        .coefficient(out.success, share_of(Source::stated));
    read_next(record.required("next", "The node after a failure"), names, out.next);
  });
}

void read_transfer(Slot& slot, const LoadContext& context, IvrNode& out) {
  slot.record([&](Record& record) {
    std::size_t type = 0;
    if (record.optional("to", "Whose queue; default that of the contact's own type")
            .name_of(type, context.contact_types, "a contact type")) {
      out.transfer_to = ContactTypeId{type};
    }
  });
}

}  // namespace

void read_ivr_node(Slot& slot, LoadContext& context, const IvrNames& names, IvrNode& out) {
  out.answer = 2 * kSecond;
  slot.record([&](Record& record) {
    Slot prompt = record.kind("prompt", "Says something, and goes on");
    read_prompt(prompt, names, out);
    Slot menu = record.kind("menu", "Asks for a choice");
    read_menu(menu, names, out);
    Slot task = record.kind("self_service", "Resolves the issue, or goes on");
    read_task(task, context, names, out);
    Slot transfer = record.kind("transfer", "Joins a queue");
    read_transfer(transfer, context, out);
    Slot hang_up = record.kind("hang_up", "Ends the call");
    hang_up.record([](Record&) {});
    if (prompt.is_given()) out.kind = IvrNodeKind::prompt;
    if (menu.is_given()) out.kind = IvrNodeKind::menu;
    if (task.is_given()) out.kind = IvrNodeKind::self_service;
    if (transfer.is_given()) out.kind = IvrNodeKind::transfer;
    if (hang_up.is_given()) out.kind = IvrNodeKind::hang_up;
  });
}

}  // namespace holdline
