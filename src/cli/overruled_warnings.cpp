// Who states what instead, and what to set in its place; of a mapping its first values only.
#include "cli/overruled_warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace holdline::cli {
namespace {

constexpr std::size_t kMostPlans = 4;   // named in a warning
constexpr std::size_t kMostValues = 3;  // likewise

void add_once(std::vector<std::string>& words, std::string word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
}

/// What overrules one value, or several of the same mapping, in the plans run.
struct Rule {
  std::vector<std::string> stating;   ///< names of plans
  std::vector<std::string> removing;  ///< `two leaves it out (plans.two.costs: null)`
  std::vector<std::string> to_set;    ///< paths
};

bool is_in(std::span<const PlanId> plans, PlanId plan) {
  return std::find(plans.begin(), plans.end(), plan) != plans.end();
}

bool overrules_all(const OverruledOverride& value, std::span<const PlanId> plans) {
  const auto count =
      std::count_if(value.by.begin(), value.by.end(),
                    [plans](const OverruledOverride::By& by) { return is_in(plans, by.plan); });
  return static_cast<std::size_t>(count) == plans.size();
}

Rule rule_of(std::span<const OverruledOverride* const> values, const Scenario& scenario,
             std::span<const PlanId> plans) {
  Rule rule;
  for (const OverruledOverride* value : values) {
    for (const OverruledOverride::By& by : value->by) {
      if (!is_in(plans, by.plan)) continue;
      const std::string& name = scenario.plans[by.plan.index()].name;
      if (by.is_removed) {
        add_once(rule.removing, fmt::format("{} leaves it out ({}: null)", name, by.path));
      } else {
        add_once(rule.stating, name);
        add_once(rule.to_set, by.path);
      }
    }
  }
  return rule;
}

std::string who(const Rule& rule, std::size_t plan_count, std::size_t value_count) {
  const char* what = value_count == 1 ? "it" : "them";
  if (plan_count > kMostPlans) {
    return rule.removing.empty() ? fmt::format("all {} plans state {} themselves", plan_count, what)
                                 : fmt::format("all {} plans state {} themselves or leave {} out",
                                               plan_count, what, what);
  }
  std::string text;
  if (!rule.stating.empty()) {
    const bool is_one = rule.stating.size() == 1;
    const char* self = is_one ? "itself" : "themselves";
    text = fmt::format("{} state{} {} {}", fmt::join(rule.stating, " and "), is_one ? "s" : "",
                       what, self);
  }
  for (const std::string& removal : rule.removing) text += (text.empty() ? "" : ", ") + removal;
  return text;
}

std::string what_to_set(const Rule& rule, std::size_t plan_count, std::size_t value_count) {
  if (rule.to_set.empty()) return {};
  if (plan_count > kMostPlans) return fmt::format("set {}, and so on", rule.to_set.front());
  const std::size_t shown =
      value_count == 1 ? rule.to_set.size() : std::min(rule.to_set.size(), rule.stating.size());
  return fmt::format("set {}{}",
                     fmt::join(rule.to_set.begin(),
                               rule.to_set.begin() + static_cast<std::ptrdiff_t>(shown), " and "),
                     shown < rule.to_set.size() ? ", and so on" : "");
}

/// `values`: the override's own path, or of a mapping values within it.
Diagnostic warning(std::span<const OverruledOverride* const> values, const Override& change,
                   const Scenario& scenario, std::span<const PlanId> plans) {
  const bool is_whole = values.front()->path == change.path;
  const std::span<const OverruledOverride* const> shown =
      values.first(is_whole ? 1 : std::min(values.size(), kMostValues));
  const Rule rule = rule_of(shown, scenario, plans);
  std::string message = "this changes nothing: ";
  if (!is_whole) {
    std::vector<std::string> paths;
    for (const OverruledOverride* value : shown) paths.push_back(value->path);
    message = fmt::format("of this, {}", fmt::join(paths, ", "));
    if (shown.size() < values.size()) {
      message += fmt::format(" and {} more", values.size() - shown.size());
    }
    message += values.size() == 1 ? " changes nothing: " : " change nothing: ";
  }
  return {Severity::warning,
          "--set",
          0,
          0,
          change.path,
          message + who(rule, plans.size(), shown.size()),
          what_to_set(rule, plans.size(), shown.size())};
}

}  // namespace

Diagnostics overruled_warnings(const LoadResult& loaded, std::span<const Override> overrides,
                               std::span<const PlanId> plans) {
  Diagnostics warnings;
  for (std::size_t change = 0; change < overrides.size(); ++change) {
    std::vector<const OverruledOverride*> values;
    for (const OverruledOverride& value : loaded.overruled) {
      if (value.change == change && overrules_all(value, plans)) values.push_back(&value);
    }
    if (!values.empty()) {
      warnings.push_back(warning(values, overrides[change], *loaded.scenario, plans));
    }
  }
  return warnings;
}

}  // namespace holdline::cli
