// The located tree: what a YAML or JSON file says, every node with its file, line and column,
// before anything is believed. Aliases are expanded (within a budget), plans are merged and
// overrides are applied on this tree, so that every later message can point at the text it is
// about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "holdline/scenario/load.hpp"
#include "holdline/util/diagnostic.hpp"

namespace holdline {

/// Where a node begins; lines and columns count from 1. `file` is an index into Document::files.
struct Position {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

/// A node; children are owned by the tree's arena and shared where an alias stood.
struct Node {
  struct Entry;
  NodeKind kind = NodeKind::null;
  bool is_quoted = false;  ///< a scalar written in quotes or as a block: text, not a number
  Position position;
  std::string text;                   ///< of a scalar
  std::vector<const Node*> items;     ///< of a sequence
  std::vector<Entry> entries;         ///< of a mapping, in file order; keys are unique
  std::vector<std::uint32_t> by_key;  ///< of a large mapping: indices of `entries`, sorted by key
  /// nullptr if there is none; linear in a small mapping, else a binary search in `by_key`.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] const Entry* find_entry(std::string_view key) const;  ///< the same with its key
  void
  index_keys();  ///< fills `by_key`; to be called whenever `entries` of a new node are complete
};
struct Node::Entry {
  std::string key;
  Position key_position;
  const Node* value = nullptr;
};
/// The value of a key; nullptr if it is not there, or `mapping` is none.
[[nodiscard]] const Node* find(const Node* mapping, std::string_view key);

/// The nodes of one load and the names of the files they came from.
class Document {
 public:
  Document();
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  Node& create();  ///< a new node, stable in memory
  std::vector<std::string> files;
  const Node* root = nullptr;  ///< nullptr if reading failed

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

/// Limits of docs/scenario.md; tests lower them.
struct ReadLimits {
  std::size_t bytes = 10u << 20;
  std::size_t depth = 64;
  std::size_t nodes = 200'000;  ///< after aliases
};

/// Reads YAML (`is_json`: first checks that it is strict JSON). Adds every problem it can find to
/// `diagnostics`; document.root is nullptr if there was an error.
Document read_tree(std::string_view text, const std::string& file, bool is_json,
                   Diagnostics& diagnostics, const ReadLimits& limits = {});

/// Whether the value at `path` (dotted, from the roots given to merge_patch) is replaced whole
/// though both sides are mappings, as a policy is.
using ReplacesWhole =
    std::function<bool(std::string_view path, const Node& base, const Node& patch)>;

/// `base` with `patch` merged in: mappings key by key, everything else replaces, null removes.
/// Neither is changed; what is equal is shared. Cost: the keys of the base's mappings that change.
const Node* merge_patch(Document& document, const Node& base, const Node& patch,
                        const ReplacesWhole& replaces_whole = {});

/// A mapping that an override made beside others of which one has nearly its name.
struct NewMapping {
  std::string path;  ///< as in a diagnostic
  std::string near;
};

/// Applies `--set` overrides to document.root (copy on write), in order. A path is keys joined by
/// dots with [0]-based indices of lists (`plan.x.breaks[1].length`); missing mappings are made.
/// Setting null removes the key, except inside a plan of `plans`, where it stays to remove the
/// base's. Errors and the new nodes are located in the file `--set`, without a line. Returns the
/// mappings made.
std::vector<NewMapping> apply_overrides(Document& document, std::span<const Override> overrides,
                                        Diagnostics& diagnostics);

/// Says "did you mean" where a new mapping lacks keys: its name was most likely a slip.
void suggest_names(std::span<const NewMapping> made, Diagnostics& diagnostics);

/// Warns of new mappings that nothing is wrong with, for they are whole, where their key is a name
/// of one's own choice; `names` are the paths of those.
void warn_of_new_names(std::span<const NewMapping> made, const std::set<std::string>& names,
                       Diagnostics& diagnostics);

}  // namespace holdline
