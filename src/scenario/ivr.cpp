// The section `plan.ivr`: the menus, read into a flat table of nodes that name each other by id.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

IvrNames names_in(const Node& ivr, const LoadContext& context) {
  IvrNames names;
  names.needs = context.issue_types;
  names.needs.insert(names.needs.end(), context.contact_types.begin(), context.contact_types.end());
  const Node* nodes = ivr.kind == NodeKind::mapping ? ivr.find("nodes") : nullptr;
  if (nodes == nullptr || nodes->kind != NodeKind::mapping) return names;
  for (const Node::Entry& entry : nodes->entries) {
    if (!is_users_own(entry.key)) names.nodes.push_back(entry.key);
  }
  return names;
}

void read_changes(Slot& slot, const LoadContext& context, std::vector<std::uint32_t>& out) {
  slot.list({0, 3660}, [&](Slot& item) {
    std::uint32_t day = 1;
    if (!item.integer(day, 1, 3660)) return;
    if (day > context.calendar.days) {
      return item.expected(fmt::format("a day of the horizon, 1 to {}", context.calendar.days));
    }
    if (std::find(out.begin(), out.end(), day - 1) != out.end()) {
      return item.error("this day is named twice");
    }
    out.push_back(day - 1);
  });
  std::sort(out.begin(), out.end());
}

void read_nodes(Slot& slot, LoadContext& context, const IvrNames& names, Ivr& out,
                IvrSource& source) {
  slot.map({1, 1000}, "a node", [&](Slot& entry) {
    IvrNode node;
    node.name = entry.key();
    read_ivr_node(entry, context, names, node);
    source.nodes.push_back(entry.position());
    out.nodes.push_back(std::move(node));
  });
}

}  // namespace

void read_contact_type_set(Slot& slot, const LoadContext& context, std::vector<bool>& out) {
  const std::size_t count = context.contact_types.size();
  out.assign(count, !slot.is_given());
  slot.list({1, 1000}, [&](Slot& item) {
    std::size_t type = 0;
    if (!item.name_of(type, context.contact_types, "a contact type")) return;
    if (out[type]) return item.error("this contact type is named twice");
    out[type] = true;
  });
}

void read_assumed_time(Slot slot, bool counts, Duration& out) {
  double time_s = to_seconds(out);
  CoefficientSpec spec{{Measure::seconds, {0.0, to_seconds(kLongest)}}, Source::assumed};
  spec.counts = counts;
  slot.coefficient(time_s, spec);
  out = from_seconds(time_s);
}

void read_ivr(Slot& slot, LoadContext& context, std::optional<Ivr>& out) {
  if (!slot.is_given() && !slot.is_describing()) return;
  const std::size_t errors = slot.sheet().error_count();
  const IvrNames names = slot.is_given() ? names_in(*slot.node(), context) : IvrNames{};
  Ivr ivr;
  ivr.forgotten_for = 14 * kDay;
  IvrSource source;
  slot.record([&](Record& record) {
    Slot types = record.optional("contact_types", "Which pass the menus; default all");
    read_contact_type_set(types, context, ivr.contact_types);
    record
        .off_unless_given("ports",
                          "Contacts in the menus at once, more are blocked; default unlimited")
        .integer(ivr.ports, 1, 1'000'000'000);
    std::size_t start = 0;
    if (record.required("start", "The first node").name_of(start, names.nodes, "a node")) {
      ivr.start = IvrNodeId{start};
    }
    Slot way_out = record.optional("way_out", "Where pressing zero leads: a transfer node");
    std::size_t out_node = 0;
    if (way_out.name_of(out_node, names.nodes, "a node")) ivr.way_out = IvrNodeId{out_node};
    source.way_out = way_out.position();
    Slot changes = record.optional("changed_on",
                                   "Days of the horizon, from 1, on which the menus "
                                   "change");
    read_changes(changes, context, ivr.changed_on);
    read_assumed_time(
        record.optional("forgotten_for", "Nobody knows the menus so long after a change"),
        !ivr.changed_on.empty(), ivr.forgotten_for);
    Slot nodes = record.required("nodes", "Prompts, menus, tasks and ends, by name");
    read_nodes(nodes, context, names, ivr, source);
    source.path = nodes.path();
  });
  if (slot.is_describing() || slot.sheet().error_count() != errors) return;
  check_ivr(ivr, source, context, slot.sheet());
  out = std::move(ivr);
}

}  // namespace holdline
