// The numeric kinds of a field table: for each, what is read, what is said when it is wrong, and
// what the schema says of it. Messages here, grammars in values.hpp.
#include <fmt/format.h>

#include "holdline/util/text.hpp"
#include "scenario/fields.hpp"
#include "scenario/written_numbers.hpp"

namespace holdline {
namespace {

/// The hint for a value that would be right without its quotes, or empty.
std::string unquote_hint(const Node& node) {
  if (!node.is_quoted) return {};
  return parse_number(node.text) || parse_boolean(node.text) ? "remove the quotes" : "";
}

/// The hint for what is no whole number as it is written, or empty.
std::string whole_hint(const Node& node) {
  const auto doubt = point_in_doubt(node.text);
  if (node.is_quoted || !doubt || !parse_integer(doubt->as_thousands)) return unquote_hint(node);
  return fmt::format("write {}, without a separator of thousands", doubt->as_thousands);
}

/// What a number, or money of another unit of time, is as money `per` (`/year`), or empty.
std::string money_hint(std::string_view text, const std::string& currency, std::string_view per) {
  if (parse_number(text) && text[0] != '-')
    return fmt::format("write {} {}{}", text, currency, per);
  if (per.empty()) return {};
  if (parse_money(text)) return fmt::format("write {}{} if that is meant", text, per);
  constexpr struct {
    std::string_view unit;
    double per_year;
  } kUnits[] = {{"month", 12.0}, {"quarter", 4.0}, {"week", 365.0 / 7.0}, {"day", 365.0}};
  for (const auto& [unit, per_year] : kUnits) {
    const auto money = parse_money_per(text, unit);
    if (!money || per != "/year") continue;
    return fmt::format("{} is {:.6g} {}/year", text, money->amount * per_year, money->currency);
  }
  return {};
}

}  // namespace

const std::string* Slot::scalar(std::string_view what) const {
  if (node_ == nullptr) return nullptr;
  if (node_->kind == NodeKind::scalar) return &node_->text;
  expected(what);
  return nullptr;
}

bool Slot::number(double& out, Range range) {
  if (is_describing()) {
    describe(fmt::format(R"("type":"number","minimum":{},"maximum":{})", plain(range.min),
                         plain(range.max)));
    describe_default(plain(out));
    return false;
  }
  const std::string what =
      fmt::format("a number from {} to {}", plain(range.min), plain(range.max));
  const std::string* text = scalar(what);
  if (text == nullptr) return false;
  const auto value = node_->is_quoted ? std::nullopt : parse_number(*text);
  if (!value || *value < range.min || *value > range.max) {
    expected(what, unquote_hint(*node_));
    return false;
  }
  out = *value;
  return true;
}

bool Slot::integer_value(std::int64_t& out, std::int64_t min, std::int64_t max, bool has_default) {
  if (is_describing()) {
    describe(fmt::format(R"("type":"integer","minimum":{},"maximum":{})", min, max));
    if (has_default) describe_default(std::to_string(out));
    return false;
  }
  const std::string what =
      min == max ? std::to_string(min) : fmt::format("an integer from {} to {}", min, max);
  const std::string* text = scalar(what);
  if (text == nullptr) return false;
  const auto value = node_->is_quoted ? std::nullopt : parse_integer(*text);
  if (!value || *value < min || *value > max) {
    expected(what, whole_hint(*node_));
    return false;
  }
  out = *value;
  return true;
}

bool Slot::integer(std::uint32_t& out, std::uint32_t min, std::uint32_t max) {
  std::int64_t value = out;
  if (!integer_value(value, min, max, true)) return false;
  out = static_cast<std::uint32_t>(value);
  return true;
}

bool Slot::integer(std::int64_t& out, std::int64_t min, std::int64_t max) {
  return integer_value(out, min, max, true);
}

bool Slot::integer(std::uint64_t& out) {
  auto value = static_cast<std::int64_t>(out);
  if (!integer_value(value, 0, INT64_MAX, true)) return false;
  out = static_cast<std::uint64_t>(value);
  return true;
}

bool Slot::integer(std::optional<std::uint32_t>& out, std::uint32_t min, std::uint32_t max) {
  std::int64_t value = 0;
  if (!integer_value(value, min, max, false)) return false;
  out = static_cast<std::uint32_t>(value);
  return true;
}

bool Slot::boolean(bool& out) {
  if (is_describing()) {
    describe(R"("type":"boolean")");
    describe_default(out ? "true" : "false");
    return false;
  }
  const std::string* text = scalar("true or false");
  if (text == nullptr) return false;
  const auto value = node_->is_quoted ? std::nullopt : parse_boolean(*text);
  if (!value) {
    expected("true or false", unquote_hint(*node_));
    return false;
  }
  out = *value;
  return true;
}

bool Slot::share(double& out, Range range) {
  if (is_describing()) {
    describe(fmt::format(R"("type":["number","string"],"minimum":{},"maximum":{},"pattern":{})",
                         plain(range.min), plain(range.max), json_text(pattern::kShare)));
    describe_default(shortest(out));
    return false;
  }
  const std::string what =
      fmt::format("a share from {} to {}, or a percentage", plain(range.min), plain(range.max));
  const std::string* text = scalar(what);
  if (text == nullptr) return false;
  const auto value = parse_share(*text);
  if (!value || *value < range.min || *value > range.max) {
    const bool is_percentage = value && text->back() != '%' && *value > range.max &&
                               *value / 100 >= range.min && *value / 100 <= range.max;
    expected(what, is_percentage ? fmt::format("write {}% if that is meant", *text) : "");
    return false;
  }
  out = *value;
  return true;
}

bool Slot::rate(double& out_per_s, double max_per_s) {
  if (is_describing()) {
    describe(R"("type":"string","pattern":)" + json_text(pattern::kRate));
    return false;
  }
  constexpr std::string_view kForm = "a rate per s, min, h or day, such as 252/h";
  const std::string* text = scalar(kForm);
  if (text == nullptr) return false;
  const auto value = parse_rate_per_s(*text);
  if (!value) {
    const bool is_number = parse_number(*text) && (*text)[0] != '-';
    expected(kForm,
             is_number ? fmt::format("say per what: {0}/h, {0}/min, {0}/s or {0}/day", *text) : "");
    return false;
  }
  if (*value > max_per_s) {
    expected(fmt::format("a rate of at most {}/s", plain(max_per_s)));
    return false;
  }
  out_per_s = *value;
  return true;
}

bool Slot::money_value(double& out, const std::string& currency, std::string_view unit) {
  const std::string per = unit.empty() ? std::string() : fmt::format("/{}", unit);
  if (is_describing()) {
    std::string form(pattern::kMoneyAmount);
    form.insert(form.size() - 1, per);
    describe(R"("type":"string","pattern":)" + json_text(form));
    return false;
  }
  const std::string what =
      unit.empty() ? fmt::format("money, such as 5 {}", currency)
                   : fmt::format("money per {}, such as {} {}{}", unit == "h" ? "hour" : unit,
                                 unit == "h" ? "26" : "800", currency, per);
  const std::string* text = scalar(what);
  if (text == nullptr) return false;
  const auto value = unit.empty() ? parse_money(*text) : parse_money_per(*text, unit);
  if (!value) {
    expected(what, money_hint(*text, currency, per));
    return false;
  }
  if (value->currency != currency) {
    expected(what, fmt::format("the scenario's currency is {}", currency));
    return false;
  }
  if (value->amount > 1e9) {
    expected(fmt::format("at most 1000000000 {}{}", currency, per));
    return false;
  }
  out = value->amount;
  warn_of_thousands();
  return true;
}

bool Slot::money_per_h(double& out, const std::string& currency) {
  return money_value(out, currency, "h");
}
bool Slot::money(double& out, const std::string& currency) {
  return money_value(out, currency, {});
}
bool Slot::money_per(double& out, const std::string& currency, std::string_view unit) {
  return money_value(out, currency, unit);
}

}  // namespace holdline
