// The section `expect`: gates on metrics, told by their place in the file when they are not met.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

/// The number in `12.50 EUR`.
std::optional<double> parse_amount(std::string_view text, std::string_view currency) {
  if (text.size() <= currency.size() + 1 || !text.ends_with(currency)) return std::nullopt;
  text.remove_suffix(currency.size());
  if (text.back() != ' ') return std::nullopt;
  text.remove_suffix(1);
  return parse_number(text);
}

/// A bound as people write it: 80%, 30s, 120 EUR, or a number; its duration in seconds.
struct WrittenBound {
  double value = 0.0;
  BoundKind kind = BoundKind::number;
};

std::optional<WrittenBound> parse_bound(const Node& node, std::string_view currency) {
  if (node.kind != NodeKind::scalar) return std::nullopt;
  const auto number = node.is_quoted ? std::nullopt : parse_number(node.text);
  if (number) return WrittenBound{*number, BoundKind::number};
  // A number in quotes is text here as everywhere, and neither a share nor a duration.
  if (!parse_number(node.text)) {
    if (const auto share = parse_share(node.text)) return WrittenBound{*share, BoundKind::share};
    if (const auto seconds = parse_duration_s(node.text)) {
      return WrittenBound{*seconds, BoundKind::duration};
    }
    if (const auto money = parse_amount(node.text, currency)) {
      return WrittenBound{*money, BoundKind::money};
    }
  }
  return std::nullopt;
}

/// What a bound of a metric of this unit looks like, for messages.
std::string expected_bound(BoundUnit unit, const std::string& currency) {
  switch (unit) {
    case BoundUnit::share:
      return "a share from 0% to 100%, such as 80% or 0.8,";
    case BoundUnit::seconds:
      return "a duration, such as 30s,";
    case BoundUnit::hours:
      return "hours, such as 120h or 120,";
    case BoundUnit::money:
      return fmt::format("money, such as 120 or 120 {},", currency);
    case BoundUnit::number:
      return "a plain number, such as 12.5,";
    case BoundUnit::any:
      break;
  }
  return fmt::format("a bound, such as 80%, 30s, 12.5 or 12.5 {}", currency);
}

/// The bound in the metric's unit; nullopt if it is written in another.
std::optional<double> in_unit(const WrittenBound& bound, BoundUnit unit) {
  const bool is_number = bound.kind == BoundKind::number;
  const bool is_duration = bound.kind == BoundKind::duration;
  switch (unit) {
    case BoundUnit::any:
      return bound.value;
    case BoundUnit::number:
      if (is_number) return bound.value;
      break;
    case BoundUnit::share:
      if (!is_number && bound.kind != BoundKind::share) break;
      if (bound.value >= 0.0 && bound.value <= 1.0) return bound.value;
      break;
    case BoundUnit::seconds:  // 0 needs no unit, as in every duration
      if (is_duration || (is_number && bound.value == 0.0)) return bound.value;
      break;
    case BoundUnit::hours:
      if (is_duration) return bound.value / 3600.0;
      if (is_number) return bound.value;
      break;
    case BoundUnit::money:
      if (is_number || bound.kind == BoundKind::money) return bound.value;
      break;
  }
  return std::nullopt;
}

/// A slip of a factor of a hundred is the likely one: say what was probably meant.
std::string bound_hint(const std::optional<WrittenBound>& bound, BoundUnit unit,
                       const std::string& text) {
  if (!bound || bound->kind != BoundKind::number || bound->value < 0.0) return {};
  if (unit == BoundUnit::share && bound->value <= 100.0) return fmt::format("write {}%", text);
  if (unit == BoundUnit::seconds) return fmt::format("write {}s", text);
  return {};
}

/// What a metric does not exist for is refused, and the hint says what it does exist for.
struct Scope {
  const Slot* slot;
  std::string_view name;
  bool exists;
};

void check_scopes(const Slot& owner, const KnownMetric* metric, std::span<const Scope> scopes) {
  std::vector<std::string> given;
  std::vector<std::string> existing;
  for (const Scope& scope : scopes) {
    if (scope.slot->is_given()) given.emplace_back(scope.slot->key());
    if (scope.exists) existing.emplace_back(scope.name);
  }
  if (given.size() > 1) {
    std::vector<std::string> keys;
    for (const Scope& scope : scopes) keys.emplace_back(scope.slot->key());
    return owner.error(
        fmt::format("expected only one of {}, found {}", join(keys, "or"), join(given, "and")));
  }
  if (metric == nullptr) return;
  const std::string hint =
      existing.empty() ? "it exists for all together"
                       : fmt::format("it exists for all together and by {}", join(existing, "or"));
  for (const Scope& scope : scopes) {
    if (scope.exists) continue;
    scope.slot->error(fmt::format("the metric `{}` does not exist by {}", metric->id, scope.name),
                      hint);
  }
}

/// The names of agent groups an expectation may mean: those of its plan, or of any.
std::vector<std::string> group_names(const LoadContext& context, const Expectation& expectation) {
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < context.groups.size(); ++i) {
    if (expectation.plan && expectation.plan->index() != i) continue;
    for (const std::string& name : context.groups[i]) {
      if (std::find(groups.begin(), groups.end(), name) == groups.end()) groups.push_back(name);
    }
  }
  return groups;
}

/// The index of the named thing; without any such things in the scenario the name is an error too.
bool read_name(Slot& slot, std::span<const std::string> names, std::string_view what,
               std::size_t& out) {
  if (slot.is_given() && names.empty()) {
    slot.error(fmt::format("this scenario has no {}s", what));
    return false;
  }
  return slot.name_of(out, names, fmt::format("{} {}", what == "issue type" ? "an" : "a", what));
}

void read_scope(Record& record, LoadContext& context, const KnownMetric* metric, Expectation& out) {
  std::size_t index = 0;
  if (record.optional("plan", "Of which plan; default every one")
          .name_of(index, context.plans, "a plan")) {
    out.plan = PlanId{index};
  }
  Slot contact_type =
      record.optional("contact_type", "Of which contact type; default all together");
  if (contact_type.name_of(index, context.contact_types, "a contact type")) {
    out.contact_type = ContactTypeId{index};
  }
  Slot agent_group = record.optional("agent_group", "Of which agent group; default all together");
  const std::vector<std::string> groups = group_names(context, out);
  if (agent_group.name_of(index, groups, "an agent group")) out.agent_group = groups[index];
  Slot segment = record.optional("segment", "Of which segment; default all together");
  if (read_name(segment, context.segments, "segment", index)) out.segment = SegmentId{index};
  Slot issue_type = record.optional("issue_type", "Of which issue type; default all together");
  if (read_name(issue_type, context.issue_types, "issue type", index)) {
    out.issue_type = IssueTypeId{index};
  }
  const Scope scopes[] = {
      {&contact_type, "contact type", metric == nullptr || metric->by_contact_type},
      {&agent_group, "agent group", metric == nullptr || metric->by_agent_group},
      {&segment, "segment", metric == nullptr || metric->by_segment},
      {&issue_type, "issue type", metric == nullptr || metric->by_issue_type}};
  check_scopes(record.self(), metric, scopes);
}

}  // namespace

bool read_bound(Slot& slot, const LoadContext& context, const KnownMetric* metric, double& out,
                BoundKind& kind) {
  static const std::string kPattern = std::string(pattern::kShare) + "|" +
                                      std::string(pattern::kDuration) + "|" +
                                      std::string(pattern::kMoney);
  slot.describe_as(R"("type":["number","string"],"pattern":)" + json_text(kPattern));
  if (!slot.is_given()) return false;
  const BoundUnit unit = metric == nullptr ? BoundUnit::any : metric->unit;
  const auto written = parse_bound(*slot.node(), context.currency);
  const auto value = written ? in_unit(*written, unit) : std::nullopt;
  if (value) {
    out = *value;
    kind = written->kind;
    if (unit == BoundUnit::money || kind == BoundKind::money) slot.warn_of_thousands();
    return true;
  }
  std::string what = expected_bound(unit, context.currency);
  if (unit != BoundUnit::any) what += fmt::format(" for `{}`", metric->id);
  slot.expected(what, bound_hint(written, unit, slot.node()->text));
  return false;
}

const KnownMetric* find_known(const LoadContext& context, std::string_view id) {
  const auto found = std::find_if(context.metrics.begin(), context.metrics.end(),
                                  [id](const KnownMetric& metric) { return metric.id == id; });
  return found == context.metrics.end() ? nullptr : &*found;
}

void read_expectations(Slot& slot, LoadContext& context, std::vector<Expectation>& out) {
  slot.list({0, 1000}, [&](Slot& item) {
    Expectation expectation;
    item.record([&](Record& record) {
      Slot metric = record.required("metric", "Which metric (`holdline list metrics`)");
      const bool is_read = read_metric(metric, context, expectation.metric);
      const KnownMetric* known = is_read ? find_known(context, expectation.metric) : nullptr;
      Slot at_least = record.kind("at_least", "It must not be below this");
      read_bound(at_least, context, known, expectation.bound, expectation.bound_kind);
      Slot at_most = record.kind("at_most", "It must not be above this");
      read_bound(at_most, context, known, expectation.bound, expectation.bound_kind);
      expectation.comparison = at_most.is_given() ? Comparison::at_most : Comparison::at_least;
      read_scope(record, context, known, expectation);
    });
    expectation.location = item.location();
    out.push_back(std::move(expectation));
  });
}

}  // namespace holdline
