// Merges a plan's patch into the base plan, as JSON Merge Patch (RFC 7396) does: reading the patch
// is reading exactly what differs.
#include <algorithm>

#include "scenario/tree.hpp"

namespace holdline {
namespace {

class Merge {
 public:
  Merge(Document& document, const ReplacesWhole& replaces_whole)
      : document_(document), replaces_whole_(replaces_whole) {}

  /// `base` may be nullptr: the patch then stands alone.
  const Node* merge(const Node* base, const Node& patch) {
    if (patch.kind != NodeKind::mapping) return &patch;
    const bool is_alone =
        base == nullptr || base->kind != NodeKind::mapping ||
        (replaces_whole_ && !path_.empty() && replaces_whole_(path_, *base, patch));
    return is_alone ? without_nulls(patch) : merge_keys(*base, patch);
  }

 private:
  const Node* merge_keys(const Node& base, const Node& patch) {
    Node& merged = document_.create();
    merged.kind = NodeKind::mapping;
    merged.position = patch.position;
    merged.entries.reserve(base.entries.size() + patch.entries.size());
    for (const Node::Entry& entry : base.entries) {
      if (const Node::Entry* change = patch.find_entry(entry.key)) {
        append(merged, entry.value, *change);
      } else {
        merged.entries.push_back(entry);
      }
    }
    for (const Node::Entry& entry : patch.entries) {
      if (base.find(entry.key) == nullptr) append(merged, nullptr, entry);
    }
    merged.index_keys();
    return &merged;
  }

  /// Appends what `entry` makes of the base's value; nothing if it is null.
  void append(Node& merged, const Node* base_value, const Node::Entry& entry) {
    if (entry.value->kind == NodeKind::null) return;
    const std::size_t length = path_.size();
    if (length > 0) path_ += '.';
    path_ += entry.key;
    merged.entries.push_back({entry.key, entry.key_position, merge(base_value, *entry.value)});
    path_.resize(length);
  }

  /// The patch itself if no mapping in it holds a null, as in nearly every file.
  const Node* without_nulls(const Node& patch) {
    static const Node kNothing = [] {
      Node nothing;
      nothing.kind = NodeKind::mapping;
      return nothing;
    }();
    return holds_null(patch) ? merge_keys(kNothing, patch) : &patch;
  }

  static bool holds_null(const Node& node) {
    return std::any_of(node.entries.begin(), node.entries.end(), [](const Node::Entry& entry) {
      return entry.value->kind == NodeKind::null || holds_null(*entry.value);
    });
  }

  Document& document_;
  const ReplacesWhole& replaces_whole_;
  std::string path_;
};

}  // namespace

const Node* merge_patch(Document& document, const Node& base, const Node& patch,
                        const ReplacesWhole& replaces_whole) {
  return Merge(document, replaces_whole).merge(&base, patch);
}

}  // namespace holdline
