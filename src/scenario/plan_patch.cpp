// Slips and whole replacements by path: the one place that knows both.
#include "scenario/plan_patch.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/near_names.hpp"

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
    std::vector<std::string> causes;
    for (const Node::Entry& cause : base->entries) causes.push_back(cause.key);
    for (const Node::Entry& cause : patch->entries) {
      const bool is_of_file = cause.key_position.line > 0;  // an override's is told with its path
      if (!is_of_file || is_users_own(cause.key) || base->find(cause.key) != nullptr) continue;
      const std::string near = meant_instead_of(cause.key, causes);
      if (near.empty()) continue;
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

bool is_split_routing(const Node& routing) {
  return routing.kind == NodeKind::mapping &&
         (routing.find("agent_for_contact") || routing.find("contact_for_agent") ||
          routing.find("preferences"));
}

/// A node of the menus of another kind. `path` is that of the node.
bool is_of_another_kind(const Node& base, const Node& patch) {
  return std::any_of(patch.entries.begin(), patch.entries.end(), [&](const Node::Entry& entry) {
    return !is_users_own(entry.key) && base.find(entry.key) == nullptr;
  });
}

/// An offer by the predicted wait and one by the queue's length.
bool asks_another_question(const Node& base, const Node& patch) {
  const auto asks_anew = [&](const char* key) {
    return patch.find(key) != nullptr && base.find(key) == nullptr;
  };
  return asks_anew("expected_wait") || asks_anew("queue_length");
}

bool is_ivr_node(std::string_view path) {
  constexpr std::string_view kNodes = "ivr.nodes.";
  return path.starts_with(kNodes) && path.find('.', kNodes.size()) == std::string_view::npos;
}

/// Where a plan has coefficients; `*` is a name.
constexpr std::string_view kCoefficients[] = {
    "agent_groups.*.wage",
    "agent_groups.*.speed_cv",
    "agent_groups.*.quality",
    "agent_groups.*.absence.*.probability",
    "agent_groups.*.skills.*.proficiency",
    "agent_groups.*.skills.*.resolution",
    "ivr.forgotten_for",
    "ivr.nodes.*.menu.answer",
    "ivr.nodes.*.menu.error",
    "ivr.nodes.*.menu.speech_failure",
    "ivr.nodes.*.self_service.success",
    "self_service.success",
    "self_service.success_by_issue.*",
    "escalation.*.probability",
    "escalation.*.handle_factor",
    "costs.*",
};

bool matches(std::string_view path, std::string_view pattern) {
  while (true) {
    const std::size_t path_dot = path.find('.');
    const std::size_t pattern_dot = pattern.find('.');
    const std::string_view wanted = pattern.substr(0, pattern_dot);
    if (wanted != "*" && wanted != path.substr(0, path_dot)) return false;
    if (path_dot == std::string_view::npos || pattern_dot == std::string_view::npos) {
      return path_dot == pattern_dot;
    }
    path.remove_prefix(path_dot + 1);
    pattern.remove_prefix(pattern_dot + 1);
  }
}

bool is_coefficient(std::string_view path) {
  return std::any_of(std::begin(kCoefficients), std::end(kCoefficients),
                     [path](std::string_view pattern) { return matches(path, pattern); });
}

/// `self_service.duration`, `ivr.nodes.x.self_service.duration`, `escalation.x.delay`.
bool is_distribution(std::string_view path) {
  return path.ends_with("self_service.duration") ||
         (path.starts_with("escalation.") && path.ends_with(".delay"));
}

/// What becomes of the base's value at a path when a patch is merged in.
struct Meeting {
  enum class Kind { taken_over, mixed, replaced };
  Kind kind = Kind::mixed;
  std::size_t length = 0;  ///< of the path as far as to what the patch states anew
};

Meeting meeting(const Node& base, const Node& patch, std::string_view path) {
  const Node* old = &base;
  const Node* change = &patch;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view key = path.substr(begin, end - begin);
    old = find(old, key);
    change = find(change, key);
    if (change == nullptr) return {Meeting::Kind::taken_over, end};
    const bool is_merged = old != nullptr && old->kind == NodeKind::mapping &&
                           change->kind == NodeKind::mapping &&
                           !is_replaced_whole(path.substr(0, end), *old, *change);
    if (!is_merged) return {Meeting::Kind::replaced, end};
    begin = end + 1;
  }
  return {};
}

/// `callback: {}` in a patch is nothing to merge, though it may look like switching it off.
void warn_of_empty_parts(const Node& base, const Slot& patch) {
  if (patch.node()->kind != NodeKind::mapping) return;
  for (const char* key :
       {"ivr", "self_service", "callback", "escalation", "costs", "queue_limit"}) {
    const Node* old = find(&base, key);
    const Node* change = find(patch.node(), key);
    if (old == nullptr || change == nullptr || change->kind != NodeKind::mapping) continue;
    if (old->kind != NodeKind::mapping || old->entries.empty() || !change->entries.empty())
      continue;
    patch.sheet().report(Severity::warning, change->position, patch.path() + "." + key,
                         "this changes nothing of the base plan's",
                         "leave it out, or write null to do without it");
  }
}

}  // namespace

bool has_slips(const Node& base, const Slot& patch) {
  Sheet& sheet = patch.sheet();
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
  return slipped;
}

bool is_replaced_whole(std::string_view path, const Node& base, const Node& patch) {
  if (path == "routing") return !is_split_routing(base) || !is_split_routing(patch);
  if (path == "callback.offer") return asks_another_question(base, patch);
  return path == "breaks" || path == "staffing" || path == "routing.agent_for_contact" ||
         path == "routing.contact_for_agent" || is_distribution(path) || is_coefficient(path) ||
         (is_ivr_node(path) && is_of_another_kind(base, patch));
}

bool is_taken_over(const Node& base, const Node& patch, std::string_view path) {
  return meeting(base, patch, path).kind == Meeting::Kind::taken_over;
}

std::string_view replaced_at(const Node& base, const Node& patch, std::string_view path) {
  const Meeting met = meeting(base, patch, path);
  return met.kind == Meeting::Kind::replaced ? path.substr(0, met.length) : std::string_view();
}

const Node& with_routing_apart(const Node& base, const Node& patch, Document& document) {
  const Node* old_routing = find(&base, "routing");
  const Node* new_routing = find(&patch, "routing");
  if (old_routing == nullptr || new_routing == nullptr || is_split_routing(*old_routing) ||
      !is_split_routing(*new_routing)) {
    return base;
  }
  Node& apart = document.create();
  apart.kind = NodeKind::mapping;
  apart.position = old_routing->position;
  for (const char* key : {"agent_for_contact", "contact_for_agent"}) {
    apart.entries.push_back({key, old_routing->position, old_routing});
  }
  Node& copy = document.create();
  copy = base;
  for (Node::Entry& entry : copy.entries) {
    if (entry.key == "routing") entry.value = &apart;
  }
  return copy;
}

}  // namespace holdline
