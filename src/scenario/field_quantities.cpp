// The numeric kinds that say per what they are: shares and numbers a year, and the measures of
// coefficients. A slip of the unit is the likely mistake, so the messages convert it.
#include <fmt/format.h>

#include <array>

#include "holdline/util/text.hpp"
#include "kernel/exact_math.hpp"
#include "scenario/fields.hpp"

namespace holdline {
namespace {

/// How often each of the units people write instead fits into a year of 365 days.
struct UnitOfYear {
  std::string_view text;
  double per_year;
};
constexpr std::array<UnitOfYear, 6> kUnitsOfYear{{{"/month", 12.0},
                                                  {"/quarter", 4.0},
                                                  {"/week", 365.0 / 7.0},
                                                  {"/day", 365.0},
                                                  {"/h", 365.0 * 24.0},
                                                  {"/yr", 1.0}}};

/// The share that is gone after `periods` in each of which `share` of the rest goes.
double compounded(double share, double periods) {
  if (share <= 0.0 || share >= 1.0) return share;
  return 1.0 - exact::exp(periods * exact::log(1.0 - share));
}

/// What a text in another unit is a year, or empty.
std::string per_year_hint(std::string_view text, bool is_share) {
  const auto is_number = is_share ? parse_share(text).has_value() : parse_number(text).has_value();
  if (is_number && text[0] != '-') return fmt::format("write {}/year if that is meant", text);
  for (const UnitOfYear& unit : kUnitsOfYear) {
    if (!text.ends_with(unit.text)) continue;
    const std::string_view number = text.substr(0, text.size() - unit.text.size());
    const auto value = is_share ? parse_share(number) : parse_number(number);
    if (!value || *value < 0.0) return {};
    const std::string meant =
        is_share ? fmt::format("{:.4g}%", 100.0 * compounded(*value, unit.per_year))
                 : rounded(*value * unit.per_year);
    return fmt::format("{} is {}/year", text, meant);
  }
  return {};
}

std::string range_text(Range range, bool is_share) {
  if (!is_share) return fmt::format("from {} to {}", plain(range.min), plain(range.max));
  return fmt::format("from {:.6g}% to {:.6g}%", 100.0 * range.min, 100.0 * range.max);
}

}  // namespace

bool Slot::per_year_value(double& out, Range range, bool is_share) {
  if (is_describing()) {
    describe(R"("type":"string","pattern":)" +
             json_text(is_share ? pattern::kSharePerYear : pattern::kNumberPerYear));
    describe_default(json_text(is_share ? fmt::format("{:.10g}%/year", 100.0 * out)
                                        : fmt::format("{:.10g}/year", out)));
    return false;
  }
  const std::string_view what =
      is_share ? "a share a year, such as 9%/year" : "a number a year, such as 2.4/year";
  const std::string* text = scalar(what);
  if (text == nullptr) return false;
  const auto value = is_share ? parse_share_per_year(*text) : parse_number_per_year(*text);
  if (!value) {
    expected(what, per_year_hint(*text, is_share));
    return false;
  }
  if (*value < range.min || *value > range.max) {
    expected(
        fmt::format("a {} a year {}", is_share ? "share" : "number", range_text(range, is_share)));
    return false;
  }
  out = *value;
  return true;
}

bool Slot::share_per_year(double& out, Range range) { return per_year_value(out, range, true); }

bool Slot::number_per_year(double& out, Range range) { return per_year_value(out, range, false); }

bool Slot::rate_per_h(double& out, Range range) {
  if (is_describing()) {
    describe(R"("type":"string","pattern":)" + json_text(pattern::kRate));
    describe_default(json_text(fmt::format("{:.10g}/h", out)));
    return false;
  }
  double rate_per_s = 0.0;
  if (!rate(rate_per_s, range.max / 3600.0)) return false;
  out = parse_rate_per_h(node_->text).value_or(3600.0 * rate_per_s);
  return true;
}

bool Slot::quantity(double& out, const Quantity& what) {
  const std::string currency(what.currency);
  switch (what.measure) {
    case Measure::number:
      return number(out, what.range);
    case Measure::share:
      return share(out, what.range);
    case Measure::seconds: {
      const double before = out;
      const bool is_read =
          duration_s(out, {from_seconds(what.range.min), from_seconds(what.range.max)});
      if (is_describing()) describe_default(json_text(duration_text(from_seconds(before))));
      return is_read;
    }
    case Measure::rate_per_h:
      return rate_per_h(out, what.range);
    case Measure::share_per_year:
      return share_per_year(out, what.range);
    case Measure::number_per_year: {
      const bool is_read = number_per_year(out, what.range);
      if (is_read && what.is_count) warn_of_thousands();
      return is_read;
    }
    case Measure::money:
      return money(out, currency);
    case Measure::money_per_h:
      return money_per_h(out, currency);
    case Measure::money_per_week:
      return money_per(out, currency, "week");
    case Measure::money_per_year:
      return money_per(out, currency, "year");
  }
  return false;
}

}  // namespace holdline
