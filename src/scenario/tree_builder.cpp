// The rules of the format on a stream of events. Depth and size are checked before a node is made,
// so a hostile file costs no more than its first 200,000 nodes.
#include "scenario/tree_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "holdline/util/text.hpp"

namespace holdline {
namespace {

constexpr std::size_t kMostErrors = 50;        // more are noise: the first ones cause the rest
constexpr std::size_t kLongestName = 200;      // [bytes] of a key; a path in a message holds many
constexpr std::size_t kMostCandidates = 1000;  // of a "did you mean"

bool is_null(std::string_view text, bool is_quoted) {
  return !is_quoted && (text.empty() || text == "~" || text == "null");
}

/// A name cut to what fits a message.
std::string_view brief(std::string_view name) { return name.substr(0, kLongestName); }

bool has_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

}  // namespace

TreeBuilder::TreeBuilder(Document& document, std::uint32_t file, bool is_located,
                         const ReadLimits& limits, Diagnostics& diagnostics)
    : document_(document),
      diagnostics_(diagnostics),
      limits_(limits),
      file_(file),
      is_located_(is_located) {}

void TreeBuilder::begin(NodeKind kind, Position position, std::string_view anchor) {
  if (is_stopped_ || !count_nodes(1, position)) return;
  if (frames_.size() >= limits_.depth) {
    error(position, fmt::format("expected at most {} levels, found more", limits_.depth));
    is_stopped_ = true;
    return;
  }
  const bool is_key = expects_key();
  if (is_key) {
    error(position,
          fmt::format("expected a name as key, found {}",
                      kind == NodeKind::mapping ? "a mapping" : "a list"),
          "put a text that begins with { or [ in quotes");
  }
  Node& node = document_.create();
  node.kind = kind;
  node.position = located(position);
  if (!anchor.empty()) {
    anchors_.insert_or_assign(std::string(anchor), Anchor{&node, {}, true});
  }
  frames_.push_back({&node, std::string(anchor), {1, 1}, std::nullopt, is_key});
}

void TreeBuilder::end() {
  if (is_stopped_ || frames_.empty()) return;
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  const auto anchor = anchors_.find(frame.anchor);
  // An inner anchor of the same name has taken its place if the node is another.
  if (anchor != anchors_.end() && anchor->second.node == frame.node) {
    anchor->second = {frame.node, frame.extent, false};
  }
  if (frame.node->kind == NodeKind::mapping) {
    frame.node->index_keys();
    report_duplicates(*frame.node);
  }
  if (frame.is_key) {
    frames_.back().key = Key{{}, frame.node->position};
    return;
  }
  place(*frame.node, frame.extent);
}

void TreeBuilder::scalar(Position position, std::string_view text, bool is_quoted,
                         std::string_view anchor) {
  if (is_stopped_) return;
  const bool is_key = expects_key();
  if (is_key) take_key(position, text, is_quoted);
  if (is_key && anchor.empty()) return;
  if (!count_nodes(1, position)) return;
  if (!is_key && has_nul(text))
    error(position, "expected text, found the control character U+0000");
  Node& node = document_.create();
  node.position = located(position);
  if (!is_null(text, is_quoted)) {
    node.kind = NodeKind::scalar;
    node.text = text;
    node.is_quoted = is_quoted;
  }
  if (!anchor.empty()) anchors_.insert_or_assign(std::string(anchor), Anchor{&node, {}, false});
  if (!is_key) place(node, {});
}

void TreeBuilder::alias(Position position, std::string_view name) {
  if (is_stopped_) return;
  if (expects_key()) {
    error(position, fmt::format("expected a name as key, found the alias `*{}`", brief(name)));
    frames_.back().key = Key{{}, located(position)};
    return;
  }
  const auto found = anchors_.find(name);
  if (found == anchors_.end() || found->second.is_open) {
    report_bad_alias(position, name);
    Node& missing = document_.create();
    missing.position = located(position);
    place(missing, {});
    return;
  }
  const Anchor& anchor = found->second;
  if (!count_nodes(anchor.extent.nodes, position)) return;
  if (frames_.size() + anchor.extent.height > limits_.depth) {
    error(position, fmt::format("expected at most {} levels, found more through the alias `*{}`",
                                limits_.depth, brief(name)));
    is_stopped_ = true;
    return;
  }
  place(*anchor.node, anchor.extent);
}

void TreeBuilder::report_bad_alias(Position position, std::string_view name) {
  if (anchors_.find(name) != anchors_.end()) {
    error(position, fmt::format("expected an alias of a finished value, found `*{}`, which would "
                                "contain itself",
                                brief(name)));
    return;
  }
  std::vector<std::string> names;
  for (const auto& [anchor_name, anchor] : anchors_) {
    if (names.size() < kMostCandidates) names.emplace_back(brief(anchor_name));
  }
  const std::string near = nearest(brief(name), names);
  error(position,
        fmt::format("expected an alias of an earlier anchor, found `*{}`, which is not defined",
                    brief(name)),
        near.empty() ? fmt::format("define it before this line with `&{}`", brief(name))
                     : fmt::format("did you mean `*{}`?", near));
}

void TreeBuilder::reject_tag(Position position, std::string_view tag) {
  if (is_stopped_) return;
  error(position, fmt::format("expected a value, found the tag `{}`", brief(tag)),
        "remove the tag, or put a text that begins with ! in quotes");
}

void TreeBuilder::error(Position position, std::string message, std::string hint) {
  if (error_count_ == kMostErrors) {
    message = "too many errors; the rest of the file was not read";
    hint.clear();
    is_stopped_ = true;
  } else if (error_count_ > kMostErrors) {
    return;
  }
  ++error_count_;
  const Position place = located(position);
  diagnostics_.push_back({Severity::error, document_.files[file_], static_cast<int>(place.line),
                          static_cast<int>(place.column), path(), std::move(message),
                          std::move(hint)});
}

bool TreeBuilder::expects_key() const {
  return !frames_.empty() && frames_.back().node->kind == NodeKind::mapping && !frames_.back().key;
}

void TreeBuilder::take_key(Position position, std::string_view text, bool is_quoted) {
  bool is_usable = false;
  if (is_null(text, is_quoted) || text.empty()) {
    error(position, "expected a name as key, found nothing");
  } else if (has_nul(text)) {
    error(position, "expected a name as key, found the control character U+0000");
  } else if (text.size() > kLongestName) {
    error(position, fmt::format("expected a name of at most {} bytes as key, found {} bytes",
                                kLongestName, text.size()));
  } else if (text == "<<" && !is_quoted) {
    error(position, "expected a name as key, found the merge key `<<`",
          "merge keys are not allowed: write the keys out, or use an alias for the whole value");
  } else {
    is_usable = true;
  }
  frames_.back().key = Key{is_usable ? std::string(text) : std::string(), located(position)};
}

void TreeBuilder::place(const Node& node, const Extent& extent) {
  if (frames_.empty()) {
    if (root_ == nullptr) root_ = &node;
    return;
  }
  Frame& parent = frames_.back();
  parent.extent.nodes += extent.nodes;
  parent.extent.height = std::max(parent.extent.height, extent.height + 1);
  if (parent.node->kind == NodeKind::sequence) {
    parent.node->items.push_back(&node);
  } else {
    parent.node->entries.push_back({std::move(parent.key->text), parent.key->position, &node});
    parent.key.reset();
  }
}

bool TreeBuilder::count_nodes(std::size_t nodes, Position position) {
  if (nodes <= limits_.nodes - node_count_) {
    node_count_ += nodes;
    return true;
  }
  error(position,
        fmt::format("expected at most {} values in the file, aliases expanded; found more",
                    limits_.nodes));
  is_stopped_ = true;
  return false;
}

void TreeBuilder::report_duplicates(const Node& mapping) {
  std::vector<std::uint32_t> order(mapping.by_key);
  if (order.empty()) {
    for (std::uint32_t i = 0; i < mapping.entries.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&mapping](std::uint32_t a, std::uint32_t b) {
      return mapping.entries[a].key < mapping.entries[b].key;
    });
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // the later, the first
  for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
    if (mapping.entries[order[i]].key == mapping.entries[order[first]].key) {
      pairs.emplace_back(order[i], order[first]);
    } else {
      first = i;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [later, first] : pairs) {
    const Node::Entry& entry = mapping.entries[later];
    if (entry.key.empty()) continue;  // reported when it was read
    const Position& earlier = mapping.entries[first].key_position;
    error(entry.key_position,
          is_located_ ? fmt::format("duplicate key `{}`; the first is at line {}, column {}",
                                    entry.key, earlier.line, earlier.column)
                      : fmt::format("duplicate key `{}`", entry.key));
    if (is_stopped_) return;
  }
}

std::string TreeBuilder::path() const {
  std::string text;
  for (const Frame& frame : frames_) {
    if (frame.node->kind == NodeKind::sequence) {
      text += fmt::format("[{}]", frame.node->items.size());
    } else if (frame.key && !frame.key->text.empty()) {
      if (!text.empty()) text += '.';
      text += frame.key->text;
    }
  }
  return text;
}

Position TreeBuilder::located(Position position) const {
  position.file = file_;
  if (!is_located_) position.line = position.column = 0;
  return position;
}

}  // namespace holdline
