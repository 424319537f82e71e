// Policies and their parameter tables as the registry has them; of coefficients also where the
// default comes from and the range to try it in.
#include <fmt/format.h>

#include "cli/catalogue.hpp"
#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "holdline/policies/registry.hpp"
#include "holdline/util/text.hpp"

namespace holdline::cli {
namespace {

PolicyKind kind_at(std::size_t index) { return static_cast<PolicyKind>(index); }

std::string_view kind_words(ParameterKind kind) {
  switch (kind) {
    case ParameterKind::number:
      return "number";
    case ParameterKind::share:
      return "share";
    case ParameterKind::integer:
      return "whole number";
    case ParameterKind::boolean:
      return "true or false";
    case ParameterKind::duration:
      return "duration";
    case ParameterKind::number_list:
      return "list of numbers";
    case ParameterKind::duration_list:
      return "list of durations";
    case ParameterKind::by_contact_type:
      return "mapping of contact type to number";
  }
  return "";
}

struct ValueText {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return shortest(value); }
  std::string operator()(Duration value) const { return shortest(to_seconds(value)) + "s"; }
  std::string operator()(const std::vector<double>& values) const { return list(values); }
  std::string operator()(const std::vector<Duration>& values) const { return list(values); }

 private:
  template <class T>
  std::string list(const std::vector<T>& values) const {
    std::string out = "[";
    for (const T& value : values) out += (out.size() > 1 ? ", " : "") + (*this)(value);
    return out + "]";
  }
};

bool has_bounds(ParameterKind kind) { return kind != ParameterKind::boolean; }

std::string parameter_words(const ParameterSpec& spec) {
  const bool has_unit = !spec.unit.empty() && spec.unit != "1";
  std::string out = fmt::format("{} ({}", spec.help, kind_words(spec.kind));
  if (has_bounds(spec.kind)) {
    out += fmt::format(" from {} to {}", plain(spec.min), plain(spec.max));
    if (has_unit) out += fmt::format(" {}", spec.unit);
  }
  out += fmt::format("; default {}", std::visit(ValueText{}, spec.default_value));
  if (!spec.source.empty()) {
    out += fmt::format(" [{}], to be tried from {} to {}", spec.source, shortest(spec.low),
                       shortest(spec.high));
  }
  return out + ")";
}

std::string policy_entry_text(PolicyKind kind, const PolicyEntry& policy) {
  std::vector<Entry> parameters;
  for (const ParameterSpec& spec : policy.parameters) {
    parameters.push_back({std::string(spec.name), parameter_words(spec)});
  }
  const std::string heading =
      fmt::format("{} ({} policy)\n{}{}", policy.name, to_string(kind), policy.summary,
                  parameters.empty() ? "\n\nNo parameters" : "\n\nParameters");
  return entries_text(heading, parameters);
}

std::string kind_text(PolicyKind kind, const PolicyRegistry& registry) {
  std::vector<Entry> entries;
  for (const PolicyEntry& policy : registry.entries(kind)) {
    entries.push_back({policy.name, policy.summary});
  }
  return entries_text(fmt::format("Policies: {}", to_string(kind)), entries);
}

}  // namespace

std::string policies_text() {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::string out;
  for (std::size_t i = 0; i < kPolicyKindCount; ++i) {
    out += (out.empty() ? "" : "\n") + kind_text(kind_at(i), registry);
  }
  return out;
}

std::string policy_text(const std::string& name) {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::vector<std::string> names;
  std::vector<std::string> kinds;
  std::string out;
  for (std::size_t i = 0; i < kPolicyKindCount; ++i) {
    const PolicyKind kind = kind_at(i);
    kinds.emplace_back(to_string(kind));
    if (kinds.back() == name) return kind_text(kind, registry);
    for (const PolicyEntry& policy : registry.entries(kind)) {
      names.push_back(policy.name);
      if (policy.name == name) out += (out.empty() ? "" : "\n") + policy_entry_text(kind, policy);
    }
  }
  if (!out.empty()) return out;
  names.insert(names.end(), kinds.begin(), kinds.end());
  throw UsageError(fmt::format("no policy or kind of policies '{}'{} (kinds: {})", name,
                               suggestion(name, names), fmt::join(kinds, ", ")));
}

}  // namespace holdline::cli
