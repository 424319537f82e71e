// Nodes and the document that owns them.
// Large mappings are searched through a sorted index and not a hash table: no input can make it
// quadratic, and a copied node stays valid.
#include "scenario/tree.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace holdline {
namespace {

constexpr std::size_t kLinearKeys = 16;  // below this a scan is as fast as a binary search

}  // namespace

struct Document::Arena {
  std::deque<Node> nodes;
};

Document::Document() : arena_(std::make_unique<Arena>()) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Node& Document::create() { return arena_->nodes.emplace_back(); }

const Node* Node::find(std::string_view key) const {
  const Entry* entry = find_entry(key);
  return entry == nullptr ? nullptr : entry->value;
}

const Node* find(const Node* mapping, std::string_view key) {
  return mapping == nullptr || mapping->kind != NodeKind::mapping ? nullptr : mapping->find(key);
}

const Node::Entry* Node::find_entry(std::string_view key) const {
  if (by_key.empty()) {
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [key](const Entry& candidate) { return candidate.key == key; });
    return entry == entries.end() ? nullptr : &*entry;
  }
  const auto place =
      std::lower_bound(by_key.begin(), by_key.end(), key,
                       [this](std::uint32_t i, std::string_view k) { return entries[i].key < k; });
  return place == by_key.end() || entries[*place].key != key ? nullptr : &entries[*place];
}

void Node::index_keys() {
  by_key.clear();
  if (entries.size() < kLinearKeys) return;
  by_key.resize(entries.size());
  std::iota(by_key.begin(), by_key.end(), 0u);
  std::sort(by_key.begin(), by_key.end(), [this](std::uint32_t a, std::uint32_t b) {
    const int order = entries[a].key.compare(entries[b].key);
    return order != 0 ? order < 0 : a < b;
  });
}

}  // namespace holdline
