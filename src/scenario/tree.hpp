// The located tree: what a YAML or JSON file says, every node with its file, line and column, before
// anything is believed. Aliases are expanded (within a budget), plans are merged and overrides are
// applied on this tree, so that every later message can point at the text it is about.
#pragma once

#include "holdline/scenario/load.hpp"
#include "holdline/util/diagnostic.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  bool is_quoted = false;           ///< a scalar written in quotes or as a block: text, not a number
  Position position;
  std::string text;                 ///< of a scalar
  std::vector<const Node*> items;   ///< of a sequence
  std::vector<Entry> entries;       ///< of a mapping, in file order; keys are unique
  [[nodiscard]] const Node* find(std::string_view key) const;  ///< nullptr if there is none; linear below 16 keys, else indexed by the reader
};
struct Node::Entry {
  std::string key;
  Position key_position;
  const Node* value = nullptr;
};

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

/// `base` with `patch` merged in: mappings key by key, everything else replaces, null removes.
const Node* merge_patch(Document& document, const Node& base, const Node& patch);

/// Applies `--set` overrides to document.root (copy on write). Errors are located as `--set path`.
void apply_overrides(Document& document, std::span<const Override> overrides,
                     Diagnostics& diagnostics);

}  // namespace holdline
