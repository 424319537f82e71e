// A policy chosen by name, with its parameters read by its own table (PolicyEntry::parameters).
#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

DurationRange duration_range(const ParameterSpec& spec) {
  return {from_seconds(spec.min), std::min(from_seconds(spec.max), kLongest)};
}

std::int64_t whole(double bound) {
  if (bound >= 9.2e18) return INT64_MAX;
  if (bound <= -9.2e18) return INT64_MIN;
  return static_cast<std::int64_t>(bound);
}

void read_by_contact_type(Slot& slot, const ParameterSpec& spec, const LoadContext& context,
                          ParameterValue& out) {
  const double* value_of_rest = std::get_if<double>(&spec.default_value);
  std::vector<double> values(context.contact_types.size(), value_of_rest ? *value_of_rest : 0.0);
  slot.map({0, 1000}, "a contact type", [&](Slot& entry) {
    double value = 0.0;
    const bool is_read = entry.number(value, {spec.min, spec.max});
    std::size_t type = 0;
    Slot name = entry.key_slot();
    if (name.name_of(type, context.contact_types, "a contact type") && is_read) {
      values[type] = value;
    }
  });
  out = std::move(values);
}

Source source_of(const ParameterSpec& spec) {
  for (const Source source : {Source::data, Source::paper, Source::vendor, Source::assumed}) {
    if (spec.source == to_string(source)) return source;
  }
  return Source::stated;
}

/// A number or a share of an outcome policy, which may be doubted.
void read_coefficient(Slot& slot, const ParameterSpec& spec, ParameterValue& out) {
  CoefficientSpec coefficient{
      {spec.kind == ParameterKind::share ? Measure::share : Measure::number, {spec.min, spec.max}},
      source_of(spec)};
  if (spec.low < spec.high) coefficient.tried = Range{spec.low, spec.high};
  slot.coefficient(std::get<double>(out), coefficient);
}

bool is_coefficient(const ParameterSpec& spec) {
  return !spec.source.empty() &&
         (spec.kind == ParameterKind::number || spec.kind == ParameterKind::share);
}

void read_parameter(Slot& slot, const ParameterSpec& spec, const LoadContext& context,
                    ParameterValue& out) {
  if (is_coefficient(spec)) return read_coefficient(slot, spec, out);
  switch (spec.kind) {
    case ParameterKind::number:
      slot.number(std::get<double>(out), {spec.min, spec.max});
      break;
    case ParameterKind::share:
      slot.share(std::get<double>(out), {spec.min, spec.max});
      break;
    case ParameterKind::integer:
      slot.integer(std::get<std::int64_t>(out), whole(spec.min), whole(spec.max));
      break;
    case ParameterKind::boolean:
      slot.boolean(std::get<bool>(out));
      break;
    case ParameterKind::duration:
      slot.duration(std::get<Duration>(out), duration_range(spec));
      break;
    case ParameterKind::number_list: {
      std::vector<double> values;
      slot.list({0, 1000}, [&](Slot& item) {
        double value = 0.0;
        if (item.number(value, {spec.min, spec.max})) values.push_back(value);
      });
      if (slot.is_given()) out = std::move(values);
      break;
    }
    case ParameterKind::duration_list: {
      std::vector<Duration> values;
      slot.list({0, 1000}, [&](Slot& item) {
        Duration value{};
        if (item.duration(value, duration_range(spec))) values.push_back(value);
      });
      if (slot.is_given()) out = std::move(values);
      break;
    }
    case ParameterKind::by_contact_type:
      read_by_contact_type(slot, spec, context, out);
      break;
  }
}

/// A policy lives as long as whoever chose it: the registry may be gone by then.
PolicyChoice choose(const PolicyEntry& entry, LoadContext& context) {
  auto& kept = context.entries[&entry];
  if (!kept) kept = std::make_shared<const PolicyEntry>(entry);
  PolicyChoice choice;
  choice.entry = kept;
  for (const ParameterSpec& spec : entry.parameters) {
    choice.values.push_back(spec.default_value);
    if (spec.kind != ParameterKind::by_contact_type) continue;
    const double* of_each = std::get_if<double>(&spec.default_value);
    choice.values.back() =
        std::vector<double>(context.contact_types.size(), of_each ? *of_each : 0.0);
  }
  return choice;
}

/// What the policy's own rule says against its values, or empty.
std::string wrong_values(const PolicyChoice& choice) {
  return choice.entry->check ? choice.entry->check(choice.values) : std::string();
}

/// Default values, for a slot that has none of them: those that are coefficients are noted, and
/// may be varied.
PolicyChoice choose_at(const Slot& slot, const PolicyEntry& entry, LoadContext& context) {
  PolicyChoice choice = choose(entry, context);
  const std::string path = slot.path() + "." + entry.name + ".";
  for (std::size_t i = 0; i < entry.parameters.size(); ++i) {
    const ParameterSpec& spec = entry.parameters[i];
    if (!is_coefficient(spec)) continue;
    Slot absent(slot.sheet(), nullptr, path + std::string(spec.name));
    read_coefficient(absent, spec, choice.values[i]);
  }
  const std::string wrong = wrong_values(choice);
  if (!wrong.empty()) slot.sheet().report(Severity::error, slot.position(), slot.path(), wrong, {});
  return choice;
}

void read_parameters(Slot& slot, const PolicyEntry& entry, LoadContext& context,
                     PolicyChoice& out) {
  if (!slot.is_given() && !slot.is_describing()) return;
  const std::size_t errors = slot.sheet().error_count();
  PolicyChoice choice = choose(entry, context);
  slot.record([&](Record& record) {
    for (std::size_t i = 0; i < entry.parameters.size(); ++i) {
      const ParameterSpec& spec = entry.parameters[i];
      Slot value = record.optional(spec.name, spec.help);
      read_parameter(value, spec, context, choice.values[i]);
    }
  });
  if (slot.is_describing() || slot.sheet().error_count() != errors) return;
  const std::string wrong = wrong_values(choice);
  if (!wrong.empty()) return slot.error(wrong);
  out = std::move(choice);
}

/// What to write where somebody looks for a policy that does nothing.
std::string_view how_to_do_without(const Slot& slot, PolicyKind kind) {
  const bool is_meant = slot.is_given() && means_nothing(*slot.node());
  switch (kind) {
    case PolicyKind::churn:
      return "if nobody is to leave, write {by_contacts: {conversion: 0%}}";
    case PolicyKind::referral:
      return "if nobody is to listen, write {by_recommendation: {promoter: 0, detractor: 0}}";
    case PolicyKind::resolution:
      if (!is_meant) break;
      return "if every served contact is to resolve its issue, write {fixed_share: {share: 100%}}";
    case PolicyKind::survey_response:
      if (!is_meant) break;
      return "if nobody is to answer, write {constant: {share: 0%}}";
    case PolicyKind::breaks:
      if (!is_meant) break;
      return "on_schedule moves none; agents without breaks are those whose shifts have none";
    case PolicyKind::staffing:
      if (!is_meant) break;
      return "fixed_roster sends nobody home";
    default:
      break;
  }
  return {};
}

}  // namespace

PolicyChoice default_policy(PolicyKind kind, std::string_view name, LoadContext& context) {
  const PolicyEntry* entry = context.registry->find(kind, name);
  return entry == nullptr ? PolicyChoice{} : choose(*entry, context);
}

PolicyChoice default_policy(const Slot& slot, PolicyKind kind, std::string_view name,
                            LoadContext& context) {
  const PolicyEntry* entry = context.registry->find(kind, name);
  return entry == nullptr ? PolicyChoice{} : choose_at(slot, *entry, context);
}

void policy_fields(Record& record, PolicyKind kind, LoadContext& context, PolicyChoice& out) {
  record.replaces_whole();
  for (const PolicyEntry& entry : context.registry->entries(kind)) {
    Slot parameters = record.kind(entry.name, entry.summary);
    read_parameters(parameters, entry, context, out);
  }
}

void read_policy(Slot& slot, PolicyKind kind, LoadContext& context, PolicyChoice& out) {
  const std::string name = std::string(to_string(kind)) + "_policy";
  slot.definition(name, [&](Slot& defined) {
    defined.by_shape({.expected = "the name of a policy, or {name: {parameters}}",
                      .scalar = [&](Slot& word) { read_policy_name(word, kind, context, out); },
                      .list = {},
                      .mapping =
                          [&](Slot& chosen) {
                            chosen.record(
                                [&](Record& record) { policy_fields(record, kind, context, out); });
                          }});
  });
}

void read_policy_name(Slot& slot, PolicyKind kind, LoadContext& context, PolicyChoice& out) {
  const auto entries = context.registry->entries(kind);
  std::vector<std::string_view> names;
  for (const PolicyEntry& entry : entries) names.push_back(entry.name);
  std::size_t index = names.size();
  if (slot.word(index, names, how_to_do_without(slot, kind)))
    out = choose_at(slot, entries[index], context);
}

}  // namespace holdline
