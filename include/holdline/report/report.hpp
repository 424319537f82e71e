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
};

/// Tables for people: headline metrics for each plan with intervals, by contact type and group.
void write_text(const Result& result, const TextStyle& style, std::ostream& out);
/// Two or more plans side by side, differences with intervals and variance reduction.
void write_comparison_text(const Result& result, const TextStyle& style, std::ostream& out);
/// Version 1 of the result format (docs/result.schema.json). Doubles as shortest round-trip text.
void write_json(const Result& result, std::ostream& out);
/// Tidy CSV, one figure a row, exact: figures.csv.
void write_figures_csv(const Result& result, std::ostream& out);
/// The same for differences: differences.csv.
void write_differences_csv(const Result& result, std::ostream& out);

}  // namespace holdline
