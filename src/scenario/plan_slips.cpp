// Looked for in the patch before it is merged: in the merged plan a slip of a name is a thing that
// lacks keys, and a slip that removes is no longer to be seen.
#include "scenario/plan_slips.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/plan_patch.hpp"
#include "scenario/written_numbers.hpp"

namespace holdline {
namespace {

bool has_all(const Node& node, std::initializer_list<const char*> keys) {
  return node.kind == NodeKind::mapping &&
         std::all_of(keys.begin(), keys.end(),
                     [&node](const char* key) { return node.find(key) != nullptr; });
}

/// A named thing of the base, a patch of it, and what a new one must have.
struct Named {
  const Node* base;
  const Node* patch;
  const char* what;
  std::string path;
  bool (*is_whole)(const Node& added);
};

bool has_slip(const Named& named, Sheet& sheet) {
  const Node* base = named.base;
  const Node* patch = named.patch;
  if (base == nullptr || base->kind != NodeKind::mapping || patch == nullptr ||
      patch->kind != NodeKind::mapping) {
    return false;
  }
  bool slipped = false;
  for (const Node::Entry& entry : patch->entries) {
    if (is_users_own(entry.key) || base->find(entry.key) != nullptr) continue;
    if (entry.value->kind != NodeKind::null && named.is_whole(*entry.value)) continue;
    std::vector<std::string> names;
    for (const Node::Entry& known : base->entries) names.push_back(known.key);
    const std::string guess = sheet.did_you_mean(entry.key, names);
    sheet.report(Severity::error, entry.key_position, named.path,
                 fmt::format("the base plan has no {} `{}`, and {}", named.what, entry.key,
                             entry.value->kind == NodeKind::null ? "there is nothing to remove"
                                                                 : "this is not a whole one"),
                 guess.empty() && names.size() <= 20 ? "there is " + join(names, "and") : guess);
    slipped = true;
  }
  return slipped;
}

bool is_whole_group(const Node& group) { return has_all(group, {"skills"}); }
bool is_whole_shift(const Node& shift) { return has_all(shift, {"agents", "hours"}); }
bool is_whole_escalation(const Node& node) { return has_all(node, {"to", "probability"}); }
bool is_whole_option(const Node& option) {
  return option.kind == NodeKind::scalar || has_all(option, {"next"});
}

bool is_whole_ivr_node(const Node& node) {
  if (const Node* prompt = find(&node, "prompt")) return has_all(*prompt, {"duration", "next"});
  if (const Node* menu = find(&node, "menu")) {
    return has_all(*menu, {"duration", "options", "on_failure"});
  }
  if (const Node* task = find(&node, "self_service")) {
    return has_all(*task, {"duration", "success", "next"});
  }
  return find(&node, "transfer") != nullptr || find(&node, "hang_up") != nullptr;
}

bool has_shift_slips(const Node* groups, const Node* patched, const std::string& path,
                     Sheet& sheet) {
  bool slipped = false;
  if (patched == nullptr || patched->kind != NodeKind::mapping) return false;
  for (const Node::Entry& group : patched->entries) {
    slipped |= has_slip({find(find(groups, group.key), "shifts"), find(group.value, "shifts"),
                         "shift", path + "." + group.key + ".shifts", is_whole_shift},
                        sheet);
  }
  return slipped;
}

/// A cause of absence is soon whole: one that is added beside a base's of nearly its name doubles
/// it, where it was to change it.
void warn_of_near_causes(const Node* groups, const Node* patched, const std::string& path,
                         Sheet& sheet) {
  if (patched == nullptr || patched->kind != NodeKind::mapping) return;
  for (const Node::Entry& group : patched->entries) {
    const Node* base = find(find(groups, group.key), "absence");
    const Node* patch = find(group.value, "absence");
    if (base == nullptr || patch == nullptr) continue;
    for (const Node::Entry& cause : patch->entries) {
      const bool is_of_file = cause.key_position.line > 0;  // an override's is told with its path
      if (!is_of_file || is_users_own(cause.key) || base->find(cause.key) != nullptr) continue;
      if (cause.value->kind == NodeKind::null) continue;
      const std::string near = sheet.key_meant(cause.key, *base);
      const Node* const old = patch->find(near);
      if (near.empty() || (old != nullptr && old->kind == NodeKind::null)) continue;  // renamed
      sheet.report(Severity::warning, cause.key_position, path + "." + group.key + ".absence",
                   fmt::format("this adds `{}` beside the base plan's `{}`", cause.key, near),
                   fmt::format("did you mean `{}`?", near));
    }
  }
}

bool has_option_slips(const Node* nodes, const Node* patched, const std::string& path,
                      Sheet& sheet) {
  bool slipped = false;
  if (patched == nullptr || patched->kind != NodeKind::mapping) return false;
  for (const Node::Entry& node : patched->entries) {
    slipped |= has_slip({find(find(find(nodes, node.key), "menu"), "options"),
                         find(find(node.value, "menu"), "options"), "option",
                         path + "." + node.key + ".menu.options", is_whole_option},
                        sheet);
  }
  return slipped;
}

/// `callback: {}` in a patch is nothing to merge, though it may look like switching it off.
void warn_of_empty_parts(const Node& base, const Slot& patch) {
  if (patch.node()->kind != NodeKind::mapping) return;
  for (const char* key :
       {"ivr", "self_service", "callback", "escalation", "costs", "queue_limit"}) {
    const Node* old = find(&base, key);
    const Node* change = find(patch.node(), key);
    if (old == nullptr || change == nullptr || change->kind != NodeKind::mapping) continue;
    if (!change->entries.empty() || old->kind == NodeKind::null) continue;
    if (old->kind == NodeKind::mapping && old->entries.empty()) continue;
    patch.sheet().report(Severity::warning, change->position, patch.path() + "." + key,
                         old->kind == NodeKind::mapping
                             ? "this changes nothing of the base plan's"
                             : "this does without the base plan's, though it is empty",
                         "leave it out, or write null to do without it");
  }
}

/// What a comma cut in two, as in `{probability: 0,7}`: the rest is a key of its own whose null the
/// merge would take for "remove", and of the number the first digits would stay, in silence. What
/// the base has of that name is removed indeed: `{phone: 30, 2nd line: null}`.
bool has_cut_numbers(const Node* base, const Node& patch, const std::string& path, Sheet& sheet) {
  bool is_cut = false;
  for (std::size_t i = 0; i < patch.entries.size(); ++i) {
    const Node::Entry& entry = patch.entries[i];
    if (is_users_own(entry.key)) continue;
    is_cut |= has_cut_numbers(find(base, entry.key), *entry.value, path + "." + entry.key, sheet);
    if (!is_rest_of_number(patch, i + 1) || find(base, patch.entries[i + 1].key)) continue;
    sheet.report(Severity::error, entry.value->position, path + "." + entry.key,
                 cut_number_text(patch, i + 1), std::string(kCommaInBraces));
    is_cut = true;
  }
  return is_cut;
}

/// Nulls where the base has nothing, and so remove nothing: told where it has nearly that name.
class EmptyRemovals {
 public:
  explicit EmptyRemovals(const Slot& plan) : plan_(plan) {}

  /// `path` leads from the plan to the two.
  void look_for(const Node& base, const Node& patch, const std::string& path) const {
    for (const Node::Entry& entry : patch.entries) {
      if (is_users_own(entry.key)) continue;
      const Node* old = base.find(entry.key);
      const std::string own = path.empty() ? entry.key : path + "." + entry.key;
      if (old == nullptr && entry.value->kind == NodeKind::null) warn(entry, base, path);
      if (old != nullptr && !is_replaced_whole(own, *old, *entry.value)) {
        look_for(*old, *entry.value, own);
      }
    }
  }

 private:
  void warn(const Node::Entry& entry, const Node& base, const std::string& path) const {
    const std::string near = plan_.sheet().key_meant(entry.key, base);
    if (near.empty()) return;
    plan_.sheet().report(Severity::warning, entry.key_position,
                         plan_.path() + (path.empty() ? "" : "." + path),
                         fmt::format("the base plan has no `{}` here to remove", entry.key),
                         fmt::format("did you mean `{}`?", near));
  }

  const Slot& plan_;
};

}  // namespace

bool has_slips(const Node& base, const Slot& patch) {
  Sheet& sheet = patch.sheet();
  if (has_cut_numbers(&base, *patch.node(), patch.path(), sheet)) return true;
  const Node* groups = find(&base, "agent_groups");
  const Node* patched = find(patch.node(), "agent_groups");
  const std::string path = patch.path() + ".agent_groups";
  bool slipped = has_slip({groups, patched, "agent group", path, is_whole_group}, sheet);
  slipped |= has_shift_slips(groups, patched, path, sheet);
  warn_of_empty_parts(base, patch);
  warn_of_near_causes(groups, patched, path, sheet);
  const Node* nodes = find(find(&base, "ivr"), "nodes");
  const Node* patched_nodes = find(find(patch.node(), "ivr"), "nodes");
  const std::string nodes_path = patch.path() + ".ivr.nodes";
  slipped |= has_slip({nodes, patched_nodes, "node", nodes_path, is_whole_ivr_node}, sheet);
  slipped |= has_option_slips(nodes, patched_nodes, nodes_path, sheet);
  slipped |= has_slip({find(&base, "escalation"), find(patch.node(), "escalation"), "escalation of",
                       patch.path() + ".escalation", is_whole_escalation},
                      sheet);
  if (!slipped) EmptyRemovals(patch).look_for(base, *patch.node(), {});
  return slipped;
}

}  // namespace holdline
