// Records: the keys of one mapping, and the choice among several sets of keys.
#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/fields.hpp"
#include "scenario/written_numbers.hpp"

namespace holdline {
namespace {

bool contains(std::span<const std::string> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A help text after a colon: `Agents who work it` begins small, `AHT of the interval` does not.
std::string mid_sentence(std::string text) {
  const auto is_capital = [&text](std::size_t i) {
    return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
  };
  if (is_capital(0) && !is_capital(1)) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

/// The set of keys that fits a mapping best: most keys present, then fewest missing.
struct BestSet {
  std::size_t index = 0;
  std::size_t present = 0;
  std::size_t missing = 0;
  bool is_tie = false;

  void consider(std::size_t candidate, std::size_t its_present, std::size_t its_missing) {
    if (candidate > 0 && its_present == present && its_missing == missing) is_tie = true;
    const bool is_better =
        its_present > present || (its_present == present && its_missing < missing);
    if (candidate == 0 || is_better) *this = {candidate, its_present, its_missing, false};
  }
};

}  // namespace

int Slot::one_of_records(std::initializer_list<Visit<Record>> sets, std::string_view expected_set) {
  if (is_describing()) {
    std::string list;
    for (const Visit<Record>& set : sets) {
      std::string fragment;
      Slot alternative(*this, {}, fragment, is_patch_);
      alternative.record(set);
      list += (list.empty() ? "{" : ",{") + fragment + "}";
    }
    describe(R"("anyOf":[)" + list + "]");
    return -1;
  }
  if (node_ == nullptr) return -1;
  if (node_->kind != NodeKind::mapping) {
    expected(expected_set.empty() ? std::string_view("a mapping") : expected_set);
    return -1;
  }
  std::vector<std::string> all_keys;
  std::string forms(expected_set);
  BestSet best;
  std::size_t index = 0;
  for (const Visit<Record>& set : sets) {
    Record listed(*this, true);
    set(listed);
    best.consider(index, listed.present_count(), listed.missing_count());
    for (std::string& key : listed.keys()) {
      if (!contains(all_keys, key)) all_keys.push_back(std::move(key));
    }
    const std::string_view before = index == 0 ? "" : index + 1 == sets.size() ? "; or " : "; ";
    if (expected_set.empty()) forms += std::string(before) + listed.set_text();
    ++index;
  }
  const std::size_t errors = sheet_->error_count();
  Record fields(*this, false);
  (*(sets.begin() + best.index))(fields);
  const bool is_unclear = fields.has_unknown(fields.keys()) || (best.missing > 0 && best.is_tie);
  if (is_unclear && !fields.has_unknown(all_keys)) {
    error(fmt::format("expected {}; found {}", forms, fields.present_text()));
  }
  fields.check_keys(all_keys, is_unclear);
  return sheet_->error_count() == errors ? static_cast<int>(best.index) : -1;
}

std::string Record::present_text() const {
  std::vector<std::string> present;
  for (const Node::Entry& entry : owner_->node_->entries) {
    if (!is_users_own(entry.key)) present.push_back(entry.key);
  }
  return present.empty() ? "nothing" : join(present, "and");
}

bool Record::has_unknown(std::span<const std::string> known_keys) const {
  const auto& entries = owner_->node_->entries;
  return std::any_of(entries.begin(), entries.end(), [&](const Node::Entry& entry) {
    return !is_users_own(entry.key) && !contains(known_keys, entry.key);
  });
}

Slot Record::field(std::string_view key, std::string_view help, Need need,
                   std::string_view choice) {
  fields_.push_back({std::string(key), std::string(help), need, std::string(choice), {}});
  Field& added = fields_.back();
  if (is_listing_) return {*owner_, added.key, nullptr};
  if (!owner_->is_describing()) return {*owner_, added.key, owner_->node_->find(key)};
  Slot slot(*owner_, added.key, added.fragment, is_patch());
  slot.shows_default_ = need == Need::optional && !is_patch();
  return slot;
}

Slot Record::required(std::string_view key, std::string_view help) {
  return field(key, help, Need::required);
}
Slot Record::optional(std::string_view key, std::string_view help) {
  return field(key, help, Need::optional);
}
Slot Record::off_unless_given(std::string_view key, std::string_view help) {
  Slot slot = field(key, help, Need::optional);
  slot.is_off_unless_given_ = true;
  return slot;
}
Slot Record::kind(std::string_view key, std::string_view help, std::string_view choice) {
  return field(key, help, Need::kind, choice);
}

std::vector<std::string> Record::keys() const {
  std::vector<std::string> keys;
  for (const Field& field : fields_) keys.push_back(field.key);
  return keys;
}

std::size_t Record::present_count() const {
  return static_cast<std::size_t>(std::count_if(
      fields_.begin(), fields_.end(),
      [this](const Field& field) { return owner_->node_->find(field.key) != nullptr; }));
}

std::size_t Record::missing_count() const {
  return static_cast<std::size_t>(
      std::count_if(fields_.begin(), fields_.end(), [this](const Field& field) {
        return field.need == Need::required && owner_->node_->find(field.key) == nullptr;
      }));
}

std::string Record::set_text() const {
  std::vector<std::string> words;
  for (const Field& field : fields_) {
    if (field.need == Need::required) words.push_back(field.key);
  }
  return join(words, "and");
}

void Record::check_keys(std::vector<std::string> keys, bool misses_are_told) const {
  std::vector<std::string> meant;
  bool has_unknown_key = false;
  const std::vector<Node::Entry>& entries = owner_->node_->entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Node::Entry& entry = entries[i];
    if (is_users_own(entry.key) || contains(keys, entry.key)) continue;
    has_unknown_key = true;
    const bool is_rest = is_rest_of_number(*owner_->node_, i);
    std::string hint = is_rest ? std::string() : owner_->sheet_->did_you_mean(entry.key, keys);
    if (is_rest) {
      hint = kCommaInBraces;
    } else if (!hint.empty()) {
      meant.push_back(nearest(entry.key, keys));
    } else if (keys.size() <= 20) {
      hint = "the keys here are " + join(keys, "and");
    }
    owner_->sheet_->report(Severity::error, entry.key_position, owner_->path(),
                           fmt::format("unknown key `{}`", entry.key), std::move(hint));
  }
  if (misses_are_told) return;
  check_kinds(has_unknown_key);
  for (const Field& field : fields_) {
    if (field.need != Need::required || owner_->node_->find(field.key) != nullptr ||
        std::find(meant.begin(), meant.end(), field.key) != meant.end()) {
      continue;
    }
    owner_->error(fmt::format("the key `{}` is missing: {}", field.key, mid_sentence(field.help)));
  }
}

std::vector<std::string> Record::choices() const {
  std::vector<std::string> found;
  for (const Field& field : fields_) {
    if (field.need == Need::kind && !contains(found, field.choice)) found.push_back(field.choice);
  }
  return found;
}

void Record::check_kinds(bool has_unknown_key) const {
  for (const std::string& choice : choices()) {
    std::vector<std::string> kinds;
    std::vector<std::string> present;
    for (const Field& field : fields_) {
      if (field.need != Need::kind || field.choice != choice) continue;
      kinds.push_back(field.key);
      if (owner_->node_->find(field.key) != nullptr) present.push_back(field.key);
    }
    if (present.size() == 1 || (present.empty() && has_unknown_key)) continue;
    owner_->error(present.empty()
                      ? fmt::format("expected one of {}, found none of them", join(kinds, "or"))
                      : fmt::format("expected only one of {}", join(present, "and")));
  }
}

void Record::describe_into(std::string& fragment) const {
  std::string properties;
  std::string required;
  for (const Field& field : fields_) {
    const bool may_be_null = is_patch();
    properties += fmt::format(R"({}{}:{{"description":{},{}}})", properties.empty() ? "" : ",",
                              json_text(field.key), json_text(field.help),
                              may_be_null ? or_null(field.fragment) : field.fragment);
    if (field.need == Need::required && !is_patch()) {
      required += (required.empty() ? "" : ",") + json_text(field.key);
    }
  }
  fragment += R"("type":"object","properties":{)" + properties +
              R"(},"patternProperties":{"^x-":true},"additionalProperties":false)";
  if (!required.empty()) fragment += R"(,"required":[)" + required + "]";
  if (!is_patch()) fragment += choices_schema();
  if (!constraint_.empty()) fragment += "," + constraint_;
}

std::string Record::choices_schema() const {
  std::string all;
  const std::vector<std::string> found = choices();
  for (const std::string& choice : found) {
    std::string kinds;
    for (const Field& field : fields_) {
      if (field.need != Need::kind || field.choice != choice) continue;
      kinds +=
          (kinds.empty() ? R"({"required":[)" : R"(,{"required":[)") + json_text(field.key) + "]}";
    }
    all += (all.empty() ? R"("oneOf":[)" : R"(},{"oneOf":[)") + kinds + "]";
  }
  if (found.empty()) return {};
  return found.size() == 1 ? "," + all : R"(,"allOf":[{)" + all + "}]";
}

}  // namespace holdline
