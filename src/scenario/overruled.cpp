#include "scenario/overruled.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scenario/override_path.hpp"
#include "scenario/plan_patch.hpp"

namespace holdline {
namespace {

/// The path of an override below `plan`, as far as keys go: a list is replaced as a whole. Empty if
/// it does not lead into the base plan.
std::string path_in_base(const Override& change) {
  const std::vector<PathStep> steps = read_override_path(change.path);
  if (steps.empty() || steps.front().key != "plan") return {};
  std::string path;
  for (std::size_t i = 1; i < steps.size() && !steps[i].index; ++i) {
    path += (path.empty() ? "" : ".") + steps[i].key;
  }
  return path;
}

/// Whether there is a value at a path; not so after an override that removes it, which plans that
/// change a part of it feel.
bool holds(const Node& base, std::string_view path) {
  const Node* node = &base;
  while (node != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    node = find(node, path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return node != nullptr;
}

}  // namespace

std::vector<OverruledOverride> find_overruled(std::span<const Override> overrides,
                                              const Scenario& scenario, Document& document) {
  std::vector<OverruledOverride> overruled;
  const Node* base = find(document.root, "plan");
  const Node* patches = find(document.root, "plans");
  if (base == nullptr || patches == nullptr) return overruled;
  for (const Override& change : overrides) {
    const std::string path = path_in_base(change);
    if (path.empty() || !holds(*base, path)) continue;
    OverruledOverride found{change.path, {}};
    for (const Node::Entry& patch : patches->entries) {
      const std::optional<PlanId> plan = scenario.find_plan(patch.key);
      if (!plan) continue;
      const Node& whole = with_routing_apart(*base, *patch.value, document);
      const std::string_view at = replaced_at(whole, *patch.value, path);
      if (at.empty()) continue;
      found.by.push_back({*plan, typed_path("plans." + patch.key + "." + std::string(at))});
    }
    if (!found.by.empty()) overruled.push_back(std::move(found));
  }
  return overruled;
}

}  // namespace holdline
