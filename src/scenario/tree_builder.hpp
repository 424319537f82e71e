// Builds located nodes from a stream of events and holds every rule of the format that YAML itself
// does not: no duplicate keys, tags or merge keys, plain keys only, limits of depth and nodes.
// Aliases share the node they name; what they would cost expanded is counted, never built.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/tree.hpp"

namespace holdline {

class TreeBuilder {
 public:
  /// `document.files[file]` is the name in messages. Not `is_located`: positions are left at zero.
  TreeBuilder(Document& document, std::uint32_t file, bool is_located, const ReadLimits& limits,
              Diagnostics& diagnostics);

  void begin(NodeKind kind, Position position, std::string_view anchor);
  void end();
  void scalar(Position position, std::string_view text, bool is_quoted, std::string_view anchor);
  void alias(Position position, std::string_view name);
  void reject_tag(Position position, std::string_view tag);
  /// An error at the place of the file that is being read.
  void error(Position position, std::string message, std::string hint = {});

  /// True when a limit was passed or there are too many errors: feed no more events.
  [[nodiscard]] bool is_stopped() const { return is_stopped_; }
  /// The finished root; nullptr if nothing was read.
  [[nodiscard]] const Node* root() const { return root_; }

 private:
  /// What an expanded subtree holds.
  struct Extent {
    std::size_t nodes = 1;
    std::size_t height = 0;  ///< 0 for a scalar
  };
  struct Anchor {
    const Node* node = nullptr;
    Extent extent;
    bool is_open = false;  ///< its collection has not ended: an alias to it would contain itself
  };
  struct Key {
    std::string text;
    Position position;
  };
  /// A collection that has not ended.
  struct Frame {
    Node* node = nullptr;
    std::string anchor;
    Extent extent;
    std::optional<Key> key;  ///< of a mapping: the key whose value comes next; empty: unusable
    bool is_key = false;     ///< the collection stands where a key should: reported, then dropped
  };

  [[nodiscard]] bool expects_key() const;
  void take_key(Position position, std::string_view text, bool is_quoted);
  void place(const Node& node, const Extent& extent);
  bool count_nodes(std::size_t nodes, Position position);
  void report_bad_alias(Position position, std::string_view name);
  void report_duplicates(const Node& mapping);
  [[nodiscard]] std::string path() const;
  [[nodiscard]] Position located(Position position) const;

  Document& document_;
  Diagnostics& diagnostics_;
  ReadLimits limits_;
  std::uint32_t file_;
  bool is_located_;
  bool is_stopped_ = false;
  std::size_t node_count_ = 0;
  std::size_t error_count_ = 0;
  std::vector<Frame> frames_;
  std::map<std::string, Anchor, std::less<>> anchors_;
  const Node* root_ = nullptr;
};

}  // namespace holdline
