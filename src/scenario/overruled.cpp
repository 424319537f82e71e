#include "scenario/overruled.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scenario/fields.hpp"
#include "scenario/override_path.hpp"
#include "scenario/plan_patch.hpp"

namespace holdline {
namespace {

/// The path of an override below `plan`, as far as keys go: a list is replaced as a whole. Empty of
/// the base plan itself; nullopt if it does not lead there.
std::optional<std::string> path_in_base(const Override& change) {
  const std::vector<PathStep> steps = read_override_path(change.path);
  if (steps.empty() || steps.front().key != "plan") return std::nullopt;
  std::string path;
  for (std::size_t i = 1; i < steps.size() && !steps[i].index; ++i) {
    path += (path.empty() ? "" : ".") + steps[i].key;
  }
  return path;
}

/// nullptr if there is none; not so after an override that removes it, which plans that change a
/// part of it feel.
const Node* value_at(const Node* node, std::string_view path) {
  while (node != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    node = find(node, path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return node;
}

bool is_same(const Node& a, const Node& b) {
  if (&a == &b) return true;
  return a.kind == b.kind && a.kind != NodeKind::mapping && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const Node* x, const Node* y) { return is_same(*x, *y); });
}

/// The paths of the values within a mapping, without those that are as they were `written`: to
/// change one value of a mapping the others are repeated.
void add_changed(const Node& mapping, const Node* written, const std::string& path,
                 std::vector<std::string>& paths) {
  for (const Node::Entry& entry : mapping.entries) {
    if (is_users_own(entry.key)) continue;
    const Node* before = find(written, entry.key);
    const std::string below = path + (path.empty() ? "" : ".") + entry.key;
    if (entry.value->kind == NodeKind::mapping && !entry.value->entries.empty()) {
      add_changed(*entry.value, before, below, paths);
    } else if (before == nullptr || !is_same(*entry.value, *before)) {
      paths.push_back(below);
    }
  }
}

/// Whether what the file's base has at a path was taken into the plan, if only in part: an override
/// that is overruled has then taken that away.
bool counted(const Node* base, const Node& patch, std::string_view path) {
  return base != nullptr && value_at(base, path) != nullptr &&
         replaced_at(*base, patch, path).empty();
}

}  // namespace

std::vector<OverruledOverride> find_overruled(std::span<const Override> overrides,
                                              const Scenario& scenario, const Node* written,
                                              Document& document) {
  std::vector<OverruledOverride> overruled;
  const Node* base = find(document.root, "plan");
  const Node* patches = find(document.root, "plans");
  if (base == nullptr || patches == nullptr) return overruled;
  for (std::size_t change = 0; change < overrides.size(); ++change) {
    const std::optional<std::string> path = path_in_base(overrides[change]);
    const Node* value = path ? value_at(base, *path) : nullptr;
    if (value == nullptr) continue;
    std::vector<std::string> paths{*path};
    add_changed(*value, value_at(find(written, "plan"), *path), *path, paths);
    std::vector<OverruledOverride> found;
    for (const std::string& each : paths) {
      found.push_back(
          {change, each == *path ? overrides[change].path : typed_path("plan." + each), {}});
    }
    for (const Node::Entry& patch : patches->entries) {
      const std::optional<PlanId> plan = scenario.find_plan(patch.key);
      if (!plan) continue;
      const Node& whole = with_routing_apart(*base, *patch.value, document);
      const Node* before = find(written, "plan");
      if (before != nullptr) before = &with_routing_apart(*before, *patch.value, document);
      for (std::size_t i = 0; i < paths.size(); ++i) {
        const std::string_view at = replaced_at(whole, *patch.value, paths[i]);
        if (at.empty() || counted(before, *patch.value, paths[i])) continue;
        found[i].by.push_back({*plan, typed_path("plans." + patch.key + "." + std::string(at)),
                               value_at(patch.value, at)->kind == NodeKind::null});
      }
    }
    std::copy_if(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()),
                 std::back_inserter(overruled),
                 [](const OverruledOverride& each) { return !each.by.empty(); });
  }
  return overruled;
}

}  // namespace holdline
