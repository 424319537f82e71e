// Coefficients: a number, where it comes from, and where to try it. Every one that counts is noted
// with its path, also when it is not written, so that a verdict can be tested on what nobody said;
// and a variation takes the place of what is written, or would have been.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "holdline/util/text.hpp"
#include "scenario/fields.hpp"
#include "scenario/plan_patch.hpp"

namespace holdline {
namespace {

constexpr std::string_view kSources[] = {"data", "paper", "vendor", "assumed"};

std::string number_in(double value, const Quantity& quantity) {
  return fmt::format("{} [{}]", shortest(value), unit_of(quantity));
}

/// The source and the range of a default that assumes something.
void assume_default(Coefficient& coefficient, const CoefficientSpec& spec) {
  if (spec.source == Source::stated) return;
  const Range tried = spec.tried ? *spec.tried : tried_range(coefficient.value, spec.quantity);
  coefficient.source = spec.source;
  coefficient.low = tried.min;
  coefficient.high = tried.max;
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
    case Measure::money_per_h:
      return std::string(quantity.currency) + "/h";
    case Measure::money_per_week:
      return std::string(quantity.currency) + "/week";
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

std::string Sheet::home_of(const std::string& path) const {
  if (reading.patch == nullptr) return path;
  const std::size_t name = path.find('.') + 1;  // plans.<name>.<the rest>
  const std::string rest = path.substr(path.find('.', name) + 1);
  return is_taken_over(*reading.base, *reading.patch, rest) ? "plan." + rest : path;
}

void Sheet::note(Coefficient coefficient) {
  if (is_describing()) return;
  const auto [place, is_new] = noted_.try_emplace(coefficient.path, coefficients.size());
  if (is_new) coefficients.push_back(std::move(coefficient));
  std::vector<PlanId>& plans = coefficients[place->second].plans;
  if (reading.plan && (plans.empty() || plans.back() != *reading.plan)) {
    plans.push_back(*reading.plan);
  }
}

void Sheet::close_plans(bool patches) {
  const auto is_of_base = [](const Coefficient& coefficient) {
    return coefficient.plans.empty() && coefficient.path.starts_with("plan.");
  };
  if (patches) {
    std::erase_if(coefficients, is_of_base);
  } else {
    for (Coefficient& each : coefficients) {
      if (is_of_base(each)) each.plans = {PlanId{0}};
    }
  }
  noted_.clear();
  for (std::size_t i = 0; i < coefficients.size(); ++i) noted_.emplace(coefficients[i].path, i);
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
  record.replaces_whole();  // a plan's value does not take over the source of the base's
  const bool is_valued =
      record.required("value", "The number itself").quantity(out.value, spec.quantity);
  std::size_t source = std::size(kSources);
  Slot from = record.optional("source", "Where it comes from; default stated by the user");
  if (from.word(source, kSources)) {
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
  if (is_valued && is_in_doubt(out.source) && out.low == out.high && !range.is_given()) {
    from.warning("there is no range to try it in: half to twice nothing is nothing",
                 "write range: [lowest, highest]");
  }
  if (ends.size() != 2) return;
  if (!from.is_given()) {
    range.warning("a figure without a source is not tried, whatever its range",
                  "write source: assumed, or vendor, beside it");
  }
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

/// Its default in the schema, and itself among those the format has.
void Slot::describe_coefficient(double value, const CoefficientSpec& spec) const {
  std::string fragment;
  Slot bare(*this, {}, fragment, false);
  bare.shows_default_ = shows_default_;
  double shown = value;
  bare.quantity(shown, spec.quantity);
  const std::size_t at = fragment.find(R"(,"default":)");
  if (at != std::string::npos) describe(fragment.substr(at));
  if (path().starts_with("plans.")) return;  // a patch of what `plan` has
  KnownCoefficient known{{path(), unit_of(spec.quantity), value, value, value, Source::stated, {}},
                         shows_default_,
                         spec.quantity.range.min,
                         spec.quantity.range.max};
  assume_default(known.at_default, spec);
  sheet_->known.push_back(std::move(known));
}

bool Slot::coefficient(double& out, const CoefficientSpec& spec) {
  Coefficient written{
      sheet_->home_of(path()), unit_of(spec.quantity), out, out, out, Source::stated, {}};
  bool is_set = written_coefficient(written, spec);
  if (is_describing()) {
    describe_coefficient(out, spec);
    return false;
  }
  if (!is_given()) assume_default(written, spec);
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
  if (spec.counts) sheet_->note(std::move(written));
  return is_set;
}

}  // namespace holdline
