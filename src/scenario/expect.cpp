// The section `expect`: gates on metrics, told by their place in the file when they are not met.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

/// A bound as people write it: 80%, 30s, or a number. The metric's unit decides what it means;
/// whoever knows the metrics checks BoundKind against it.
void read_bound(Slot& slot, Comparison comparison, Expectation& out) {
  static const std::string kPattern =
      std::string(pattern::kShare) + "|" + std::string(pattern::kDuration);
  if (slot.is_describing()) {
    return slot.describe_as(R"("type":["number","string"],"pattern":)" + json_text(kPattern));
  }
  if (!slot.is_given()) return;
  out.comparison = comparison;
  const Node& node = *slot.node();
  const bool is_scalar = node.kind == NodeKind::scalar;
  const auto number = is_scalar && !node.is_quoted ? parse_number(node.text) : std::nullopt;
  const auto share = is_scalar ? parse_share(node.text) : std::nullopt;
  const auto seconds = is_scalar ? parse_duration_s(node.text) : std::nullopt;
  if (number) {
    out.bound = *number;
    out.bound_kind = BoundKind::number;
  } else if (share) {
    out.bound = *share;
    out.bound_kind = BoundKind::share;
  } else if (seconds) {
    out.bound = *seconds;
    out.bound_kind = BoundKind::duration;
  } else {
    slot.expected("a bound, such as 80%, 30s or 12.5");
  }
}

void read_scope(Record& record, LoadContext& context, Expectation& out) {
  std::size_t plan = 0;
  if (record.optional("plan", "Of which plan; default every one")
          .name_of(plan, context.plans, "a plan")) {
    out.plan = PlanId{plan};
  }
  std::size_t type = 0;
  Slot contact_type =
      record.optional("contact_type", "Of which contact type; default all together");
  if (contact_type.name_of(type, context.contact_types, "a contact type")) {
    out.contact_type = ContactTypeId{type};
  }
  Slot agent_group = record.optional("agent_group", "Of which agent group; default all together");
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < context.groups.size(); ++i) {
    if (out.plan && out.plan->index() != i) continue;
    for (const std::string& name : context.groups[i]) {
      if (std::find(groups.begin(), groups.end(), name) == groups.end()) groups.push_back(name);
    }
  }
  std::size_t group = 0;
  if (agent_group.name_of(group, groups, "an agent group")) out.agent_group = groups[group];
  if (contact_type.is_given() && agent_group.is_given()) {
    record.self().error("expected contact_type or agent_group, found both");
  }
}

}  // namespace

void read_expectations(Slot& slot, LoadContext& context, std::vector<Expectation>& out) {
  slot.list({0, 1000}, [&](Slot& item) {
    Expectation expectation;
    item.record([&](Record& record) {
      Slot metric = record.required("metric", "Which metric (`holdline list metrics`)");
      read_metric(metric, context, expectation.metric);
      Slot at_least = record.kind("at_least", "It must not be below this");
      read_bound(at_least, Comparison::at_least, expectation);
      Slot at_most = record.kind("at_most", "It must not be above this");
      read_bound(at_most, Comparison::at_most, expectation);
      read_scope(record, context, expectation);
    });
    expectation.location = item.location();
    out.push_back(std::move(expectation));
  });
}

}  // namespace holdline
