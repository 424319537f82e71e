// The textual kinds of a field table: text, words of a list, names of other things.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/fields.hpp"

namespace holdline {

bool Slot::text(std::string& out, std::size_t min_length, std::size_t max_length) {
  if (is_describing()) {
    describe(
        fmt::format(R"("type":"string","minLength":{},"maxLength":{})", min_length, max_length));
    return false;
  }
  const std::string* value = scalar("text");
  if (value == nullptr) return false;
  if (!node_->is_quoted && (parse_number(*value) || parse_boolean(*value))) {
    expected("text", "put it in quotes");
    return false;
  }
  const auto length =
      static_cast<std::size_t>(std::count_if(value->begin(), value->end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
      }));
  if (length < min_length || length > max_length) {
    expected(fmt::format("text of {} to {} characters", min_length, max_length));
    return false;
  }
  out = *value;
  return true;
}

bool Slot::label(std::string& out) {
  if (is_describing()) {
    describe(R"("type":["string","number","boolean"])");
    return false;
  }
  const std::string* value = scalar("text or a number");
  if (value == nullptr) return false;
  out = *value;
  return true;
}

bool Slot::text_like(std::string& out, std::string_view expected_form, std::string_view pattern,
                     bool (*matches)(std::string_view), std::string (*meant_by)(std::string_view)) {
  if (is_describing()) {
    describe(R"("type":"string","pattern":)" + json_text(pattern));
    if (!out.empty()) describe_default(json_text(out));
    return false;
  }
  const std::string* value = scalar(expected_form);
  if (value == nullptr) return false;
  if (!matches(*value)) {
    const std::string meant = meant_by == nullptr ? std::string() : meant_by(*value);
    expected(expected_form, meant.empty() ? meant : "write " + meant);
    return false;
  }
  out = *value;
  return true;
}

bool Slot::word(std::size_t& out, std::span<const std::string_view> words,
                std::string_view otherwise) {
  const std::vector<std::string> names(words.begin(), words.end());
  if (is_describing()) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ",") + json_text(name);
    describe(R"("enum":[)" + list + "]");
    if (out < names.size()) describe_default(json_text(names[out]));
    return false;
  }
  const std::string what = join(names, "or");
  const std::string* value = scalar(what);
  if (value == nullptr) return false;
  const auto found = std::find(names.begin(), names.end(), *value);
  if (found == names.end()) {
    std::string hint = sheet_->did_you_mean(*value, names);
    expected(what, hint.empty() ? std::string(otherwise) : std::move(hint));
    return false;
  }
  out = static_cast<std::size_t>(found - names.begin());
  return true;
}

bool Slot::name_of(std::size_t& out, std::span<const std::string> names, std::string_view what) {
  if (is_describing()) {
    describe(R"("type":["string","number","boolean"])");
    return false;
  }
  if (names.empty()) return false;  // their own section is wrong and has been told of
  const std::string form = fmt::format("the name of {}", what);
  const std::string* value = scalar(form);
  if (value == nullptr) return false;
  const auto found = std::find(names.begin(), names.end(), *value);
  if (found == names.end()) {
    std::string hint = sheet_->did_you_mean(*value, names);
    if (hint.empty() && names.size() <= 12) hint = "there is " + join(names, "and");
    expected(form, hint);
    return false;
  }
  out = static_cast<std::size_t>(found - names.begin());
  return true;
}

}  // namespace holdline
