// The section `plan.self_service`: a machine that answers between the menus and the queue.
#include "scenario/sections.hpp"

namespace holdline {
namespace {

/// A machine that is switched off resolves nothing.
CoefficientSpec success_of(const SelfService& machine) {
  CoefficientSpec spec = share_of(Source::stated);
  spec.counts = machine.mode != SelfServiceMode::none;
  return spec;
}

void read_success_by_issue(Slot& slot, const LoadContext& context, const SelfService& defaults,
                           std::vector<double>& out) {
  std::vector<double> success(context.issue_types.size(), defaults.success);
  slot.map({0, 1000}, "an issue type", [&](Slot& entry) {
    double value = 0.0;
    const bool is_read = entry.coefficient(value, success_of(defaults));
    std::size_t type = 0;
    Slot name = entry.key_slot();
    if (context.issue_types.empty()) {
      name.error("the world has no issue types");
    } else if (name.name_of(type, context.issue_types, "an issue type") && is_read) {
      success[type] = value;
    }
  });
  if (slot.is_given()) out = std::move(success);
}

}  // namespace

void read_self_service(Slot& slot, LoadContext& context, SelfService& out) {
  static constexpr std::string_view kModes[] = {"none", "optional", "forced_first"};
  out.contact_types.assign(context.contact_types.size(), false);
  if (!slot.is_given() && !slot.is_describing()) return;
  slot.record([&](Record& record) {
    record.optional("mode", "Whether callers may, or must try it first").choice(out.mode, kModes);
    Slot types = record.optional("contact_types", "Where it answers; default all");
    read_contact_type_set(types, context, out.contact_types);
    Slot duration = record.required("duration", "How long it takes");
    read_distribution(duration, context, Infinity::refused, out.duration);
    record.required("success", "Share of issues it resolves")
        .coefficient(out.success, success_of(out));
    Slot by_issue = record.off_unless_given("success_by_issue", "The same for some issue types");
    read_success_by_issue(by_issue, context, out, out.success_by_issue);
    record.optional("passes_context", "Whether what it learnt reaches the agent")
        .boolean(out.passes_context);
  });
}

}  // namespace holdline
