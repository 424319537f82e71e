// Outcome policies by kind and name, with some parameters set and the others at their defaults.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "holdline/policies/registry.hpp"
#include "support/catch.hpp"

namespace holdline::test {

/// A parameter's name and value; a duration's in seconds.
struct Setting {
  std::string_view name;
  double value;
};
using Settings = std::vector<Setting>;

/// The values with `settings` in place of the defaults; every name must be one of the table's.
inline ParameterValues values_with(const PolicyEntry& entry, const Settings& settings) {
  ParameterValues values = default_values(entry.parameters, 1);
  for (const auto& [name, value] : settings) {
    bool is_known = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (entry.parameters[i].name != name) continue;
      if (std::holds_alternative<std::int64_t>(values[i])) {
        values[i] = static_cast<std::int64_t>(value);
      } else if (std::holds_alternative<Duration>(values[i])) {
        values[i] = from_seconds(value);
      } else {
        values[i] = value;
      }
      is_known = true;
    }
    INFO(name);
    REQUIRE(is_known);
  }
  return values;
}

inline const PolicyEntry& entry_of(PolicyKind kind, std::string_view name) {
  static const PolicyRegistry registry = PolicyRegistry::built_in();
  const PolicyEntry* entry = registry.find(kind, name);
  INFO(to_string(kind) << " " << name);
  REQUIRE(entry != nullptr);
  return *entry;
}

template <class Policy>
std::unique_ptr<Policy> make_outcome(PolicyKind kind, std::string_view name,
                                     const Settings& settings = {}) {
  const PolicyEntry& entry = entry_of(kind, name);
  return std::get<FactoryOf<Policy>>(entry.factory)(values_with(entry, settings), PolicySetup{});
}

/// What the entry's own rule says of the values, with `settings` in place of the defaults.
inline std::string refusal_of(PolicyKind kind, std::string_view name, const Settings& settings) {
  const PolicyEntry& entry = entry_of(kind, name);
  return entry.check ? entry.check(values_with(entry, settings)) : "";
}

/// An issue of `contacts` attempts.
inline IssueView issue_of(std::uint32_t contacts, bool is_resolved) {
  IssueView issue;
  issue.contact_type = ContactTypeId{0};
  issue.contacts = contacts;
  issue.is_resolved = is_resolved;
  return issue;
}

}  // namespace holdline::test
