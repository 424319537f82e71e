// Money week by week, for who wants to see when a plan pays: what has gone out and come in by then,
// and how far the plans are apart. Intervals stand at the differences, which decide.
#include <fmt/format.h>

#include <array>
#include <ostream>
#include <utility>

#include "report/display.hpp"
#include "report/figure_table.hpp"
#include "report/verdict_text.hpp"

namespace holdline::report {
namespace {

constexpr std::array<std::pair<std::string_view, Estimate CurveWeek::*>, 3> kPlanColumns = {{
    {"cost", &CurveWeek::cost},
    {"margin", &CurveWeek::margin},
    {"value", &CurveWeek::value},
}};
constexpr std::array<std::pair<std::string_view, std::vector<Estimate> Verdict::*>, 2>
    kDifferenceColumns = {{
        {"cash", &Verdict::cumulative_cash},
        {"net value", &Verdict::cumulative_net},
    }};

/// Columns of weeks, written into lines of cells as they come.
class WeekTable {
 public:
  WeekTable(const ResultView& view, std::size_t weeks) : view_(view), lines_(weeks) {}

  void add_plan(const PlanCurve& curve) {
    for (const auto& [name, amount] : kPlanColumns) {
      std::vector<Estimate> column;
      for (const CurveWeek& week : curve.weeks) {
        column.push_back(week.*amount);
        column.back().has_interval = false;
      }
      const FigureFormat format(MetricUnit::money, view_.result().currency, column);
      titles_.push_back(fmt::format("{}\n{}", view_.plan_name(curve.plan), name));
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].push_back(format.figure(column.at(i)));
      }
    }
  }

  void add_differences(const Verdict& verdict) {
    for (const auto& [name, weeks] : kDifferenceColumns) {
      const std::vector<Estimate>& column = verdict.*weeks;
      const FigureFormat format(MetricUnit::money, view_.result().currency, column);
      titles_.push_back(
          fmt::format("{}\n{}", view_.difference_name(verdict.other, verdict.base), name));
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].push_back(format.difference(column.at(i)));
      }
    }
  }

  void write(const TextStyle& style, std::ostream& out) {
    FigureTable table(titles_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      table.add_row(fmt::format("Week {}", i + 1), std::move(lines_[i]));
    }
    table.write(style, out);
  }

 private:
  const ResultView& view_;
  std::vector<std::string> titles_;
  std::vector<std::vector<FigureText>> lines_;  ///< by week
};

}  // namespace

void write_curves(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const Result& result = view.result();
  if (result.verdicts.empty() || result.verdicts.front().replications == 0) return;
  WeekTable table(view, result.curves.front().weeks.size());
  for (const PlanCurve& curve : result.curves) table.add_plan(curve);
  for (const Verdict& verdict : result.verdicts) table.add_differences(verdict);
  out << '\n'
      << inked(
             "Money by week, added up from the first; cash is margin \u2212 cost, net value counts "
             "equity too",
             Ink::bold, style.color)
      << '\n';
  table.write(style, out);
}

}  // namespace holdline::report
