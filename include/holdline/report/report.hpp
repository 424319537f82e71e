// Results to bytes. A report computes no metric.
#pragma once

#include <iosfwd>
#include <string>

#include "holdline/experiment/experiment.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline {

struct TextStyle {
  bool color = false;
  int width = 100;  ///< columns
  /// Also by contact type, agent group, segment and issue type, and money by week, where a verdict
  /// comes first: without it that report is one page.
  bool has_details = true;
};

/// Tables for people: headline metrics for each plan with intervals, by contact type and group.
void write_text(const Result& result, const TextStyle& style, std::ostream& out);
/// Two or more plans side by side, differences with intervals and variance reduction; before them
/// the verdict, where there is one.
void write_comparison_text(const Result& result, const TextStyle& style, std::ostream& out);
/// Version 1 of the result format (docs/result.schema.json). Doubles as shortest round-trip text.
void write_json(const Result& result, std::ostream& out);
/// Tidy CSV, one figure a row, exact: figures.csv.
void write_figures_csv(const Result& result, std::ostream& out);
/// The same for differences: differences.csv.
void write_differences_csv(const Result& result, std::ostream& out);

/// Money of each plan, and its paired differences of net cash and net value, added up week by week:
/// curve.csv.
void write_curve_csv(const Result& result, std::ostream& out);
/// The tornado's ends, one a row: sensitivity.csv.
void write_sensitivity_csv(const Result& result, std::ostream& out);

}  // namespace holdline
