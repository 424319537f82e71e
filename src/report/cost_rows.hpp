// What a plan's cost is made of, as rows below it in the verdict. Small parts share one row, so
// that whoever adds the rows up finds the cost.
#pragma once

#include <string_view>
#include <vector>

#include "report/result_view.hpp"

namespace holdline::report {

/// The parts of the cost as rows: those of any weight, and what is left.
struct CostRows {
  struct Row {
    const Metric* metric;
    std::string_view title;
  };
  std::vector<Row> parts;
  std::vector<const Metric*> others;  ///< each too small for a row; together they would be missed
};

/// None without a verdict, and none where a single part has any weight: a plan may be dearer
/// because the company wins more customers, and not because of its agents.
[[nodiscard]] CostRows cost_rows(const ResultView& view);

}  // namespace holdline::report
