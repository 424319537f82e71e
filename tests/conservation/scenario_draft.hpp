// A random scenario while it is being written.
#pragma once

#include <string>
#include <vector>

#include "conservation/random_text.hpp"

namespace holdline::test {

/// The text so far, and what later sections must know of earlier ones.
struct Draft {
  RandomText random;
  int days = 1;
  std::vector<std::string> types;
  std::vector<std::string> groups;
  std::vector<std::vector<std::string>> skills;  ///< by group
  std::vector<std::string> segments;             ///< empty: queues alone
  std::vector<std::string> issues;
  std::vector<bool> has_arrivals;  ///< by contact type
  std::string text;

  [[nodiscard]] bool has_customers() const { return !segments.empty(); }
};

/// "a, b, c".
[[nodiscard]] inline std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

/// Appends the section `agent_groups`: numbers, profiles and shifts, skills, pay and absence.
void write_groups(Draft& draft);

/// Appends the sections of the world that follow customers: `customers`, `issues`, `behaviour` and
/// `outcomes`.
void write_customers(Draft& draft);

/// Appends the sections of the plan before and around the agents: `ivr`, `self_service`,
/// `callback`, `escalation` and `costs`.
void write_front_end(Draft& draft);

}  // namespace holdline::test
