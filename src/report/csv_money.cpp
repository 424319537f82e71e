// Money over time and tornados as tidy CSV: one figure a row, every number exact.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "holdline/report/report.hpp"
#include "holdline/util/text.hpp"
#include "report/coefficient_words.hpp"
#include "report/csv_fields.hpp"
#include "scenario/override_path.hpp"

namespace holdline {
namespace report {

std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string estimate_fields(const Estimate& estimate) {
  const bool has_interval = estimate.is_defined && estimate.has_interval;
  return fmt::format("{},{},{},{}", estimate.is_defined ? shortest(estimate.value) : "",
                     has_interval ? shortest(estimate.low) : "",
                     has_interval ? shortest(estimate.high) : "", estimate.observations);
}

namespace {

constexpr std::array<std::pair<std::string_view, Estimate CurveWeek::*>, 6> kColumns = {{
    {"cost", &CurveWeek::cost},
    {"margin", &CurveWeek::margin},
    {"value", &CurveWeek::value},
    {"net_cash", &CurveWeek::cash},
    {"net_value", &CurveWeek::net},
    {"customers_lost", &CurveWeek::lost},
}};
constexpr std::array<std::pair<std::string_view, std::vector<Estimate> Verdict::*>, 2>
    kDifferences = {{
        {"net_cash", &Verdict::cumulative_cash},
        {"net_value", &Verdict::cumulative_net},
    }};

/// Week, from 1, and the day of the horizon at whose end it ends.
std::string week_fields(const Result& result, std::size_t week) {
  const Duration end = result.settings.warm_up + static_cast<std::int64_t>(week + 1) * kWeek;
  return fmt::format("{},{}", week + 1,
                     shortest(to_seconds(std::min(end, result.horizon)) / to_seconds(kDay)));
}

/// Which of a tornado's two plans a coefficient acts in. Names may hold anything but dots, so that
/// a list of them could not be taken apart again.
std::string_view acts_in_field(const Tornado& tornado, const SensitivityBar& bar) {
  const ActsIn in = acts_in(tornado, bar);
  if (in.base) return in.other ? "both" : "base";
  return in.other ? "other" : "neither";
}

}  // namespace
}  // namespace report

void write_curve_csv(const Result& result, std::ostream& out) {
  out << "plan,minus,week,end_day,quantity,unit,value,low,high,observations\n";
  for (const PlanCurve& curve : result.curves) {
    for (std::size_t i = 0; i < curve.weeks.size(); ++i) {
      for (const auto& [name, column] : report::kColumns) {
        out << fmt::format("{},,{},{},{},{}\n",
                           report::field(result.plan_names.at(curve.plan.index())),
                           report::week_fields(result, i), name,
                           name == "customers_lost" ? std::string("count") : result.currency,
                           report::estimate_fields(curve.weeks[i].*column));
      }
    }
  }
  for (const Verdict& verdict : result.verdicts) {
    for (std::size_t i = 0; i < verdict.cumulative_net.size(); ++i) {
      for (const auto& [name, weeks] : report::kDifferences) {
        out << fmt::format("{},{},{},{},{},{}\n",
                           report::field(result.plan_names.at(verdict.other.index())),
                           report::field(result.plan_names.at(verdict.base.index())),
                           report::week_fields(result, i), name, result.currency,
                           report::estimate_fields((verdict.*weeks).at(i)));
      }
    }
  }
}

void write_sensitivity_csv(const Result& result, std::ostream& out) {
  out << "base,other,coefficient,source,coefficient_unit,present,end,at,unit,difference,low,high,"
         "observations,change,change_low,change_high,turns,turns_surely,acts_in\n";
  if (!result.sensitivity) return;
  for (const Tornado& tornado : result.sensitivity->tornados) {
    for (const SensitivityBar& bar : tornado.bars) {
      for (const auto& [name, end] :
           {std::pair<std::string_view, const SensitivityEnd&>{"low", bar.low},
            std::pair<std::string_view, const SensitivityEnd&>{"high", bar.high}}) {
        const std::string change = report::estimate_fields(end.change);
        out << fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                           report::field(result.plan_names.at(tornado.base.index())),
                           report::field(result.plan_names.at(tornado.other.index())),
                           report::field(typed_path(bar.coefficient.path)),
                           to_string(bar.coefficient.source), report::field(bar.coefficient.unit),
                           shortest(bar.coefficient.value), name, shortest(end.at), result.currency,
                           report::estimate_fields(end.difference),
                           change.substr(0, change.rfind(',')), end.turns ? 1 : 0,
                           end.turns_surely ? 1 : 0, report::acts_in_field(tornado, bar));
      }
    }
  }
}

}  // namespace holdline
