// One row a coefficient, in the scenario's order, so that whoever doubts a figure finds the path
// under which to change it.
#include "cli/doubt_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/sensitivity_run.hpp"
#include "holdline/experiment/sensitivity.hpp"
#include "report/coefficient_words.hpp"
#include "report/display.hpp"

namespace holdline::cli {
namespace {

using Row = std::array<std::string, 4>;  // path, value, range, source

std::string rows_text(const std::vector<Row>& rows) {
  std::array<std::size_t, 4> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], report::display_width(row[i]));
    }
  }
  std::string out;
  for (const Row& row : rows) {
    out += fmt::format("  {}  {}  {}  {}\n", report::pad_right(row[0], widths[0]),
                       report::pad_left(row[1], widths[1]), report::pad_left(row[2], widths[2]),
                       row[3]);
  }
  return out;
}

}  // namespace

std::string doubts_text(const Scenario& scenario, std::span<const PlanId> plans) {
  if (!has_verdict(scenario)) return {};
  std::vector<std::string> names;
  for (const Plan& plan : scenario.plans) names.push_back(plan.name);
  std::vector<Row> rows;
  for (const Coefficient& each : doubtful_coefficients(scenario, plans)) {
    rows.push_back({report::path_text(each, plans, names), report::value_text(each),
                    report::range_text(each), std::string(to_string(each.source))});
  }
  if (rows.empty()) return {};
  return fmt::format(
      "Figures that are assumed or a vendor's, and where compare --sensitivity tries them\n\n{}",
      rows_text(rows));
}

}  // namespace holdline::cli
