// Whole replacements by path, and what becomes of the base's values: the one place that knows both.
#include "scenario/plan_patch.hpp"

#include <algorithm>

#include "scenario/fields.hpp"

namespace holdline {
namespace {

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

}  // namespace

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
