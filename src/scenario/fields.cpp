// Values in their places: paths, findings, and the containers (records, lists, named things).
#include "scenario/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/written_numbers.hpp"

namespace holdline {
namespace {

/// What may name a thing: no dot, for names stand in paths; nothing that cannot be seen.
bool is_name(std::string_view name) {
  if (name.empty() || name.front() == ' ' || name.back() == ' ') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '.';
  });
}
constexpr std::string_view kNamePattern =
    R"(^(x-.*|[^ .\u0000-\u001f\u007f]([^.\u0000-\u001f\u007f]*[^ .\u0000-\u001f\u007f])?)$)";
constexpr std::size_t kLongestName = 100;  // [bytes]

}  // namespace

std::string or_null(const std::string& fragment) {
  return R"("anyOf":[{)" + fragment + R"(},{"type":"null"}])";
}

std::string join(std::span<const std::string> words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
    text += words[i];
  }
  return text;
}

std::string json_text(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      json += c;
    }
  }
  return json + '"';
}

std::string Slot::location() const { return sheet_->location(position()); }

Slot Slot::key_slot() const {
  Slot key = *this;
  key.node_ = entry_ == nullptr ? nullptr : &sheet_->key_node(*entry_);
  key.fragment_ = nullptr;
  return key;
}

void Slot::note_own_name() const {
  const bool is_set = entry_ != nullptr && entry_->key_position.line == 0;
  if (is_set) sheet_->names_set.insert(path());
}

std::string Slot::path() const {
  if (parent_ == nullptr) return key_;
  const std::string above = parent_->path();
  if (key_.empty()) return above;  // described: one of several shapes of the same value
  // A name may begin with a bracket as well: the list tells an item, not its key.
  const bool is_item =
      parent_->node_ == nullptr ? key_ == "[]" : parent_->node_->kind == NodeKind::sequence;
  return above.empty() || is_item ? above + key_ : above + "." + key_;
}

void Slot::error(std::string message, std::string hint) const {
  if (node_ == nullptr) return;
  sheet_->report(Severity::error, node_->position, path(), std::move(message), std::move(hint));
}

void Slot::warning(std::string message, std::string hint) const {
  if (node_ == nullptr) return;
  sheet_->report(Severity::warning, node_->position, path(), std::move(message), std::move(hint));
}

void Slot::expected(std::string_view what, std::string hint) const {
  if (node_ == nullptr) return;
  // A comma makes another number of the first digits: a hint that goes by those would be wrong.
  if (parent_ != nullptr && parent_->node_ != nullptr && is_cut_off(*parent_->node_, *node_)) {
    hint.clear();
  } else if (node_->kind == NodeKind::scalar) {
    std::string meant = separators_hint(node_->text);
    if (!meant.empty()) hint = std::move(meant);
  }
  if (std::string without = how_to_do_without(); !without.empty()) hint = std::move(without);
  error(fmt::format("expected {}, found {}", what, holdline::describe(*node_)), std::move(hint));
}

void Slot::describe(std::string_view fragment) const { *fragment_ += fragment; }

void Slot::describe_default(const std::string& json) const {
  if (shows_default_) *fragment_ += R"(,"default":)" + json;
}

void Slot::record(Visit<Record> visit, std::string_view expected_form) {
  if (is_describing()) {
    Record fields(*this, false);
    visit(fields);
    fields.describe_into(*fragment_);
    return;
  }
  if (node_ == nullptr) return;
  if (node_->kind != NodeKind::mapping) return expected(expected_form);
  Record fields(*this, false);
  visit(fields);
  fields.check_keys(fields.keys(), false);
}

void Slot::list(Count count, Visit<Slot> visit) {
  if (is_describing()) {
    std::string fragment;
    Slot item(*this, "[]", fragment, false);
    visit(item);
    describe(fmt::format(R"("type":"array","minItems":{},"maxItems":{},"items":{{{}}})", count.min,
                         count.max, fragment));
    return;
  }
  if (node_ == nullptr) return;
  if (node_->kind != NodeKind::sequence) return expected("a list");
  const std::size_t size = node_->items.size();
  if (size < count.min || size > count.max) {
    const std::string expected_size = count.min == count.max
                                          ? std::to_string(count.min)
                                          : fmt::format("{} to {}", count.min, count.max);
    error(fmt::format("expected a list of {} entries, found {}", expected_size, size));
    if (size > count.max) return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    Slot item(*this, "[" + std::to_string(i) + "]", node_->items[i]);
    visit(item);
  }
}

void Slot::check_name(const Node::Entry& entry, std::string_view what) const {
  if (is_name(entry.key) && entry.key.size() <= kLongestName) return;
  sheet_->report(Severity::error, entry.key_position, path(),
                 fmt::format("expected a name for {}: 1 to {} bytes without a dot, a control "
                             "character or a blank at its ends",
                             what, kLongestName),
                 {});
}

void Slot::map(Count count, std::string_view what, Visit<Slot> visit,
               std::string_view key_pattern) {
  if (is_describing()) {
    std::string fragment;
    Slot value(*this, "NAME", fragment, is_patch_);
    visit(value);
    describe(fmt::format(
        R"("type":"object","propertyNames":{{"pattern":{}}},"patternProperties":{{"^x-":true}},)"
        R"("additionalProperties":{{{}}},"minProperties":{},"maxProperties":{})",
        json_text(key_pattern.empty() ? kNamePattern : key_pattern),
        is_patch_ ? or_null(fragment) : fragment, is_patch_ ? 0 : count.min, count.max));
    return;
  }
  if (node_ == nullptr) return;
  if (node_->kind != NodeKind::mapping) {
    return expected(fmt::format("a mapping whose keys name {}", what));
  }
  const auto size = static_cast<std::size_t>(
      std::count_if(node_->entries.begin(), node_->entries.end(),
                    [](const Node::Entry& entry) { return !is_users_own(entry.key); }));
  if (size < count.min) error(fmt::format("expected {} at least, found none", what));
  if (size > count.max) {
    return error(fmt::format("expected at most {} of these, found {}", count.max, size));
  }
  for (std::size_t i = 0; i < node_->entries.size(); ++i) {
    const Node::Entry& entry = node_->entries[i];
    if (is_users_own(entry.key) || is_rest_of_number(*node_, i)) continue;
    check_name(entry, what);
    Slot value(*this, entry.key, entry.value);
    value.entry_ = &entry;
    if (is_rest_of_number(*node_, i + 1)) {
      value.error(cut_number_text(*node_, i + 1), std::string(kCommaInBraces));
    } else {
      visit(value);
    }
  }
}

void Slot::by_shape(const Shapes& shapes) {
  if (is_describing()) {
    std::string list;
    for (const Visit<Slot>& shape : {shapes.scalar, shapes.list, shapes.mapping}) {
      if (!shape) continue;
      std::string fragment;
      Slot alternative(*this, {}, fragment, is_patch_);
      shape(alternative);
      list += (list.empty() ? "{" : ",{") + fragment + "}";
    }
    describe(R"("anyOf":[)" + list + "]");
    return;
  }
  if (node_ == nullptr) return;
  const Visit<Slot>& shape = node_->kind == NodeKind::scalar     ? shapes.scalar
                             : node_->kind == NodeKind::sequence ? shapes.list
                                                                 : shapes.mapping;
  if (node_->kind == NodeKind::null || !shape) return expected(shapes.expected);
  shape(*this);
}

Slot Slot::as_patch() const {
  Slot patch = *this;
  patch.is_patch_ = true;
  return patch;
}

void Slot::definition(const std::string& name, Visit<Slot> visit) {
  if (!is_describing()) return visit(*this);
  describe(R"("$ref":)" + json_text("#/$defs/" + name));
  if (!sheet_->definitions.emplace(name, "").second) return;
  std::string fragment;
  Slot described(*sheet_, fragment, false);
  described.key_ = path();  // of its first use
  visit(described);
  sheet_->definitions[name] = fragment;
}

}  // namespace holdline
