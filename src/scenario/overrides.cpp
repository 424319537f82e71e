// `--set path=value` on the tree, before anything is checked: an override goes through the same
// checks as if it had been written in the file. The path is copied, so that a value which an alias
// shares with another place changes only where the user said.
#include <fmt/format.h>

#include <utility>

#include "holdline/util/text.hpp"
#include "scenario/near_names.hpp"
#include "scenario/override_path.hpp"
#include "scenario/tree.hpp"
#include "scenario/values.hpp"
#include "scenario/yaml_reader.hpp"

namespace holdline {
namespace {

constexpr std::string_view kFile = "--set";

class Overriding {
 public:
  Overriding(Document& document, std::uint32_t file, Diagnostics& diagnostics)
      : document_(document), file_(file), diagnostics_(diagnostics) {}

  [[nodiscard]] const std::vector<NewMapping>& made() const { return made_; }

  void apply(const Override& change) {
    path_ = change.path;
    steps_ = read_override_path(change.path);
    if (steps_.empty() || steps_.size() > ReadLimits{}.depth) {
      error(fmt::format("expected keys joined by dots, found `{}`", change.path),
            "for example plan.agent_groups.general.agents=14; a key that holds . [ or = stands in "
            "double quotes, as in plan.agent_groups.\"team [A]\".agents=14");
      return;
    }
    const Node* value = read_value(change.value);
    if (value == nullptr) return;
    // Inside a plan null stays: it is what removes the base's value.
    const bool removes = value->kind == NodeKind::null && !is_inside_plan();
    if (const Node* root = replaced(document_.root, 0, *value, removes)) document_.root = root;
  }

 private:
  /// Whether the path leads into one of the named plans.
  [[nodiscard]] bool is_inside_plan() const {
    return steps_.front().key == "plans" && steps_.size() > 2;
  }

  /// A slip in a plan's name would else make a new plan, and leave as it is the one that was meant.
  void no_such_plan(const Node* plans) {
    const std::string near = near_key(plans, steps_[1].key, false);
    error(fmt::format("there is no plan `{}`", steps_[1].key),
          near.empty() ? "" : fmt::format("did you mean `{}`?", near));
  }

  /// Of a plan, what stands in the base at the path's first `depth` steps; else nullptr.
  [[nodiscard]] const Node* in_base(std::size_t depth) const {
    if (!is_inside_plan() || depth < 2) return nullptr;
    const Node* node = find(document_.root, "plan");
    for (std::size_t i = 2; i < depth; ++i) {
      node = steps_[i].index ? nullptr : find(node, steps_[i].key);
    }
    return node;
  }

  /// What a plan does not patch yet is not new if the base has it.
  void note_new(const Node* mapping, std::size_t depth) {
    const std::string& key = steps_[depth].key;
    const Node* const base = in_base(depth);
    if (find(base, key) != nullptr) return;
    std::string near = near_key(mapping, key, true);
    if (near.empty()) near = near_key(base, key, true);
    if (!near.empty()) made_.push_back({path_until(depth + 1), near});
  }

  /// `in_file`: of the keys that no override added.
  static std::string near_key(const Node* mapping, const std::string& key, bool in_file) {
    std::vector<std::string> names;
    if (mapping != nullptr) {
      for (const Node::Entry& entry : mapping->entries) {
        if (!in_file || entry.key_position.line > 0) names.push_back(entry.key);
      }
    }
    return nearest(key, names);
  }

  /// The node with `value` at steps_[depth...]; nullptr after an error.
  const Node* replaced(const Node* node, std::size_t depth, const Node& value, bool removes) {
    if (depth == steps_.size()) return &value;
    return steps_[depth].index ? replaced_item(node, depth, value, removes)
                               : replaced_entry(node, depth, value, removes);
  }

  const Node* replaced_item(const Node* node, std::size_t depth, const Node& value, bool removes) {
    const std::size_t index = *steps_[depth].index;
    if (node == nullptr || node->kind != NodeKind::sequence) {
      error(fmt::format("expected a list at `{}`, found {}", path_until(depth), found(node)));
      return nullptr;
    }
    if (index >= node->items.size()) {
      error(fmt::format("expected an index from 0 to less than {}, found {}", node->items.size(),
                        index),
            "set the whole list, as in key=[1, 2, 3]");
      return nullptr;
    }
    const Node* item = replaced(node->items[index], depth + 1, value, removes);
    if (item == nullptr) return nullptr;
    Node& copy = document_.create();
    copy = *node;
    copy.items[index] = item;
    return &copy;
  }

  const Node* replaced_entry(const Node* node, std::size_t depth, const Node& value, bool removes) {
    const bool is_absent = node == nullptr || node->kind == NodeKind::null;
    if (!is_absent && node->kind != NodeKind::mapping) {
      error(fmt::format("expected a mapping at `{}`, found {}", path_until(depth), found(node)));
      return nullptr;
    }
    const std::string& key = steps_[depth].key;
    const Node::Entry* entry = is_absent ? nullptr : node->find_entry(key);
    if (entry == nullptr && depth == 1 && is_inside_plan()) {
      no_such_plan(node);
      return nullptr;
    }
    if (entry == nullptr && depth + 1 < steps_.size()) note_new(node, depth);
    const bool removes_here = removes && depth + 1 == steps_.size();
    if (removes && entry == nullptr) {
      error(fmt::format("expected the key `{}` to remove, found none", key));
      return nullptr;
    }
    const Node* child = removes_here ? entry->value
                                     : replaced(entry == nullptr ? nullptr : entry->value,
                                                depth + 1, value, removes);
    if (child == nullptr) return nullptr;
    Node& copy = document_.create();
    if (is_absent) {
      copy.position = {file_, 0, 0};
    } else {
      copy = *node;
    }
    copy.kind = NodeKind::mapping;
    if (entry == nullptr) {
      copy.entries.push_back({key, {file_, 0, 0}, child});
    } else {
      const auto place = entry - node->entries.data();
      copy.entries[static_cast<std::size_t>(place)].value = child;
      if (removes_here) copy.entries.erase(copy.entries.begin() + place);
    }
    copy.index_keys();
    return &copy;
  }

  /// The override's value as a node without a line; nullptr after an error.
  const Node* read_value(std::string_view text) {
    Diagnostics found;
    const Node* value = read_text(document_, {text, file_, false, false}, {}, found);
    for (Diagnostic& diagnostic : found) {
      diagnostic.line = diagnostic.column = 0;
      const bool needs_dot = !diagnostic.path.empty() && diagnostic.path[0] != '[';
      diagnostic.path = path_ + (needs_dot ? "." : "") + diagnostic.path;
      if (diagnostic.severity == Severity::error && text.empty()) {
        diagnostic.hint = "write null to remove the key";
      }
      diagnostics_.push_back(std::move(diagnostic));
    }
    return value;
  }

  static std::string found(const Node* node) {
    return node == nullptr ? "nothing" : describe(*node);
  }

  std::string path_until(std::size_t depth) const {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
      if (steps_[i].index) {
        text += fmt::format("[{}]", *steps_[i].index);
      } else {
        text += (text.empty() ? "" : ".") + steps_[i].key;
      }
    }
    return text;
  }

  void error(std::string message, std::string hint = {}) {
    diagnostics_.push_back(
        {Severity::error, std::string(kFile), 0, 0, path_, std::move(message), std::move(hint)});
  }

  std::vector<NewMapping> made_;
  Document& document_;
  std::uint32_t file_;
  Diagnostics& diagnostics_;
  std::string path_;
  std::vector<PathStep> steps_;
};

}  // namespace

std::vector<NewMapping> apply_overrides(Document& document, std::span<const Override> overrides,
                                        Diagnostics& diagnostics) {
  if (overrides.empty() || document.root == nullptr) return {};
  document.files.emplace_back(kFile);
  const auto file = static_cast<std::uint32_t>(document.files.size() - 1);
  Overriding overriding(document, file, diagnostics);
  for (const Override& change : overrides) overriding.apply(change);
  return overriding.made();
}

void suggest_names(std::span<const NewMapping> made, Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::error || !diagnostic.hint.empty()) continue;
    for (const NewMapping& mapping : made) {
      const std::string_view path = diagnostic.path;
      const bool is_inside =
          path.starts_with(mapping.path) &&
          (path.size() == mapping.path.size() || path[mapping.path.size()] == '.');
      if (!is_inside) continue;
      diagnostic.hint =
          fmt::format("--set made `{}`; did you mean `{}`?", mapping.path, mapping.near);
      break;
    }
  }
}

void warn_of_new_names(std::span<const NewMapping> made, const std::set<std::string>& names,
                       Diagnostics& diagnostics) {
  for (const NewMapping& mapping : made) {
    const std::string name = mapping.path.substr(mapping.path.rfind('.') + 1);
    if (names.count(mapping.path) == 0 || meant_instead_of(name, {&mapping.near, 1}).empty()) {
      continue;
    }
    diagnostics.push_back({Severity::warning, std::string(kFile), 0, 0, mapping.path,
                           fmt::format("this adds `{}` beside `{}`", name, mapping.near),
                           fmt::format("did you mean `{}`?", mapping.near)});
  }
}

}  // namespace holdline
