// Coefficients: a number, where it comes from, and where to try it. Every one that counts is noted
// with its path, also when it is not written, so that a verdict can be tested on what nobody said;
// and a variation takes the place of what is written, or would have been.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "holdline/util/text.hpp"
#include "scenario/fields.hpp"

namespace holdline {
namespace {

constexpr std::string_view kSources[] = {"data", "paper", "vendor", "assumed"};

/// The path as for --set, without the plan: a coefficient of plans is one for all of them.
std::string without_plan(std::string path) {
  if (path.rfind("plan.", 0) == 0) return path.substr(5);
  if (path.rfind("plans.", 0) != 0) return path;
  const std::size_t dot = path.find('.', 6);
  return dot == std::string::npos ? path : path.substr(dot + 1);
}

std::string number_in(double value, const Quantity& quantity) {
  return fmt::format("{} [{}]", shortest(value), unit_of(quantity));
}

}  // namespace

std::string unit_of(const Quantity& quantity) {
  switch (quantity.measure) {
    case Measure::number:
      return "1";
    case Measure::share:
      return "share";
    case Measure::seconds:
      return "s";
    case Measure::rate_per_h:
      return "1/h";
    case Measure::share_per_year:
      return "share/year";
    case Measure::number_per_year:
      return "1/year";
    case Measure::money:
      return std::string(quantity.currency);
    case Measure::money_per_year:
      return std::string(quantity.currency) + "/year";
  }
  return {};
}

Range tried_range(double value, const Quantity& quantity) {
  const bool is_share =
      quantity.measure == Measure::share || quantity.measure == Measure::share_per_year;
  Range tried = is_share ? Range{value / 2.0, std::min(value * 2.0, (1.0 + value) / 2.0)}
                         : Range{value / 2.0, value * 2.0};
  if (value < 0.0) std::swap(tried.min, tried.max);
  return {std::clamp(tried.min, quantity.range.min, quantity.range.max),
          std::clamp(tried.max, quantity.range.min, quantity.range.max)};
}

const Variation* Sheet::find_variation(std::string_view path) const {
  // The last one counts, as with --set.
  for (auto it = variations.rbegin(); it != variations.rend(); ++it) {
    if (it->path == path) return &*it;
  }
  return nullptr;
}

void Sheet::note(Coefficient coefficient) {
  if (is_describing() || !noted_.insert(coefficient.path).second) return;
  coefficients.push_back(std::move(coefficient));
}

void Sheet::check_variations() {
  std::vector<std::string> names;
  for (const Variation& variation : variations) {
    if (noted_.find(variation.path) != noted_.end()) continue;
    if (names.empty()) {
      for (const Coefficient& coefficient : coefficients) names.push_back(coefficient.path);
    }
    report(Severity::error, {}, variation.path, "this scenario has no coefficient of this name",
           did_you_mean(variation.path, names));
  }
}

void Slot::coefficient_fields(Record& record, Coefficient& out, const CoefficientSpec& spec) {
  const bool is_valued =
      record.required("value", "The number itself").quantity(out.value, spec.quantity);
  std::size_t source = std::size(kSources);
  if (record.optional("source", "Where it comes from; default stated by the user")
          .word(source, kSources)) {
    out.source = static_cast<Source>(source + 1);  // Source::stated comes first
  }
  if (is_valued) {
    const Range tried = out.source == Source::stated ? Range{out.value, out.value}
                                                     : tried_range(out.value, spec.quantity);
    out.low = tried.min;
    out.high = tried.max;
  }
  Slot range = record.optional("range",
                               "Lowest and highest value to try when a verdict is tested; "
                               "default half to twice it, of a share p at most to (1 + p)/2");
  std::vector<double> ends;
  range.list({2, 2}, [&](Slot& end) {
    double value = 0.0;
    if (end.quantity(value, spec.quantity)) ends.push_back(value);
  });
  if (ends.size() != 2) return;
  if (ends[0] > ends[1]) return range.error("expected the lower end of the range first");
  out.low = ends[0];
  out.high = ends[1];
  if (is_valued && (out.value < out.low || out.value > out.high)) {
    range.warning("the value lies outside the range it is to be tried in");
  }
}

/// What is written, into `out`; false if there is nothing or it is wrong.
bool Slot::written_coefficient(Coefficient& out, const CoefficientSpec& spec) {
  const std::size_t errors = sheet_->error_count();
  by_shape({.expected = "a number, or {value: ..., source: ..., range: [...]}",
            .scalar =
                [&](Slot& bare) {
                  if (!bare.quantity(out.value, spec.quantity)) return;
                  out.low = out.high = out.value;
                },
            .list = {},
            .mapping =
                [&](Slot& details) {
                  details.record(
                      [&](Record& record) { details.coefficient_fields(record, out, spec); });
                }});
  return is_given() && sheet_->error_count() == errors;
}

bool Slot::coefficient(double& out, const CoefficientSpec& spec) {
  Coefficient written{without_plan(path()), unit_of(spec.quantity), out, out, out, Source::stated};
  bool is_set = written_coefficient(written, spec);
  if (is_describing()) {
    std::string fragment;
    Slot bare(*this, {}, fragment, false);
    bare.shows_default_ = shows_default_;
    double value = out;
    bare.quantity(value, spec.quantity);
    const std::size_t at = fragment.find(R"(,"default":)");
    if (at != std::string::npos) describe(fragment.substr(at));
    return false;
  }
  if (!is_given() && spec.source != Source::stated) {
    const Range tried = spec.tried ? *spec.tried : tried_range(out, spec.quantity);
    written.source = spec.source;
    written.low = tried.min;
    written.high = tried.max;
  }
  if (const Variation* variation = sheet_->find_variation(written.path)) {
    const Range range = spec.quantity.range;
    if (variation->value >= range.min && variation->value <= range.max) {
      written.value = variation->value;
      is_set = true;
    } else {
      sheet_->report(Severity::error, {}, written.path,
                     fmt::format("expected a variation from {} to {}, found {}",
                                 number_in(range.min, spec.quantity),
                                 number_in(range.max, spec.quantity), shortest(variation->value)),
                     {});
    }
  }
  if (is_set) out = written.value;
  sheet_->note(std::move(written));
  return is_set;
}

}  // namespace holdline
