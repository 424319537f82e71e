// The registry: the lines of policies.def, and whatever an embedder adds.
//
// Why a list and not static self-registration: a static library drops objects nobody names, and the
// policy would silently be missing.
#include "holdline/policies/registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace holdline {

#define HOLDLINE_POLICY(kind, name) PolicyEntry name##_##kind##_policy();
#include "policies/policies.def"
#undef HOLDLINE_POLICY

namespace {

bool is_word(std::string_view name) {
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

/// The numbers bounds hold for.
std::vector<double> numbers_of(const ParameterValue& value) {
  std::vector<double> numbers;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    numbers.push_back(static_cast<double>(*integer));
  } else if (const auto* number = std::get_if<double>(&value)) {
    numbers.push_back(*number);
  } else if (const auto* duration = std::get_if<Duration>(&value)) {
    numbers.push_back(to_seconds(*duration));
  } else if (const auto* list = std::get_if<std::vector<double>>(&value)) {
    numbers = *list;
  } else if (const auto* durations = std::get_if<std::vector<Duration>>(&value)) {
    for (const Duration each : *durations) numbers.push_back(to_seconds(each));
  }
  return numbers;
}

bool default_has_kind(const ParameterSpec& spec) {
  const ParameterValue& value = spec.default_value;
  switch (spec.kind) {
    case ParameterKind::number:
    case ParameterKind::share:
    case ParameterKind::by_contact_type:
      return std::holds_alternative<double>(value);
    case ParameterKind::integer:
      return std::holds_alternative<std::int64_t>(value);
    case ParameterKind::boolean:
      return std::holds_alternative<bool>(value);
    case ParameterKind::duration:
      return std::holds_alternative<Duration>(value);
    case ParameterKind::number_list:
      return std::holds_alternative<std::vector<double>>(value);
    case ParameterKind::duration_list:
      return std::holds_alternative<std::vector<Duration>>(value);
  }
  return false;
}

/// A source is known, and comes with a range around the default.
std::string find_bad_evidence(const ParameterSpec& spec) {
  if (spec.source.empty()) return {};
  if (spec.source != "data" && spec.source != "paper" && spec.source != "vendor" &&
      spec.source != "assumed") {
    return fmt::format("{}: source \"{}\" is none of data, paper, vendor, assumed", spec.name,
                       spec.source);
  }
  if (spec.kind != ParameterKind::number && spec.kind != ParameterKind::share) {
    return fmt::format("{}: a source, but neither a number nor a share", spec.name);
  }
  const double value = std::get<double>(spec.default_value);
  if (!(spec.low >= spec.min && spec.low <= value && value <= spec.high && spec.high <= spec.max)) {
    return fmt::format("{}: range {} to {} is not within bounds around the default {}", spec.name,
                       spec.low, spec.high, value);
  }
  return {};
}

std::string find_malformed(const ParameterSpec& spec) {
  if (!is_word(spec.name)) return fmt::format("parameter name \"{}\" is not a word", spec.name);
  if (spec.help.empty()) return fmt::format("{}: no help", spec.name);
  if (!default_has_kind(spec)) return fmt::format("{}: the default has another type", spec.name);
  if (spec.kind == ParameterKind::boolean) {
    if (!spec.unit.empty()) return fmt::format("{}: a boolean has no unit", spec.name);
    return find_bad_evidence(spec);
  }
  if (spec.unit.empty()) return fmt::format("{}: no unit", spec.name);
  if (!std::isfinite(spec.min) || !std::isfinite(spec.max) || spec.min > spec.max) {
    return fmt::format("{}: bounds {} to {} hold nothing", spec.name, spec.min, spec.max);
  }
  if (spec.kind == ParameterKind::share && (spec.min < 0.0 || spec.max > 1.0)) {
    return fmt::format("{}: a share lies in 0 to 1", spec.name);
  }
  for (const double number : numbers_of(spec.default_value)) {
    if (!(number >= spec.min && number <= spec.max)) {
      return fmt::format("{}: default {} is out of {} to {}", spec.name, number, spec.min,
                         spec.max);
    }
  }
  return find_bad_evidence(spec);
}

}  // namespace

std::string_view to_string(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::routing:
      return "routing";
    case PolicyKind::breaks:
      return "breaks";
    case PolicyKind::staffing:
      return "staffing";
    case PolicyKind::resolution:
      return "resolution";
    case PolicyKind::satisfaction:
      return "satisfaction";
    case PolicyKind::effort:
      return "effort";
    case PolicyKind::recommendation:
      return "recommendation";
    case PolicyKind::survey_response:
      return "survey_response";
    case PolicyKind::churn:
      return "churn";
    case PolicyKind::referral:
      return "referral";
  }
  return "";
}

PolicyKind kind_of(const PolicyEntry& entry) {
  return static_cast<PolicyKind>(entry.factory.index());
}

ParameterValues default_values(std::span<const ParameterSpec> parameters,
                               std::size_t contact_type_count) {
  ParameterValues values;
  for (const ParameterSpec& spec : parameters) {
    if (spec.kind == ParameterKind::by_contact_type) {
      values.emplace_back(
          std::vector<double>(contact_type_count, std::get<double>(spec.default_value)));
    } else {
      values.push_back(spec.default_value);
    }
  }
  return values;
}

std::string find_malformed(const PolicyEntry& entry) {
  if (!is_word(entry.name)) return fmt::format("name \"{}\" is not a word", entry.name);
  if (entry.summary.empty()) return "no summary";
  if (!std::visit([](const auto& make) { return static_cast<bool>(make); }, entry.factory)) {
    return "no factory";
  }
  for (std::size_t i = 0; i < entry.parameters.size(); ++i) {
    const ParameterSpec& spec = entry.parameters[i];
    if (std::string message = find_malformed(spec); !message.empty()) return message;
    for (std::size_t j = 0; j < i; ++j) {
      if (entry.parameters[j].name == spec.name) return fmt::format("{}: named twice", spec.name);
    }
  }
  if (entry.check) {
    if (std::string message = entry.check(default_values(entry.parameters, 1)); !message.empty()) {
      return "defaults: " + message;
    }
  }
  return {};
}

PolicyRegistry PolicyRegistry::built_in() {
  PolicyRegistry registry;
#define HOLDLINE_POLICY(kind, name) registry.add(name##_##kind##_policy());
#include "policies/policies.def"
#undef HOLDLINE_POLICY
  return registry;
}

void PolicyRegistry::add(PolicyEntry entry) {
  const PolicyKind kind = kind_of(entry);
  if (const std::string message = find_malformed(entry); !message.empty()) {
    throw std::invalid_argument(
        fmt::format("{} policy {}: {}", to_string(kind), entry.name, message));
  }
  if (find(kind, entry.name) != nullptr) {
    throw std::invalid_argument(
        fmt::format("{} policy {}: exists already", to_string(kind), entry.name));
  }
  entries_[static_cast<std::size_t>(kind)].push_back(std::move(entry));
}

const PolicyEntry* PolicyRegistry::find(PolicyKind kind, std::string_view name) const {
  for (const PolicyEntry& entry : entries(kind)) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

std::span<const PolicyEntry> PolicyRegistry::entries(PolicyKind kind) const {
  return entries_[static_cast<std::size_t>(kind)];
}

}  // namespace holdline
