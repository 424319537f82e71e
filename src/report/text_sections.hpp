// The sections that the report of a run and the report of a comparison share.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "holdline/report/report.hpp"
#include "report/result_view.hpp"

namespace holdline::report {

/// Columns for running words: those of the style, but enough for a sentence.
[[nodiscard]] std::size_t words_width(const TextStyle& style);
/// A dim paragraph below a table.
void write_note(std::string_view note, const TextStyle& style, std::ostream& out);

/// Below a comparison in which the plans' own intervals gave way to those of the differences.
void write_intervals_note(const TextStyle& style, std::ostream& out);

/// Why waits are not pooled; empty where they are.
[[nodiscard]] std::string waits_note(const ResultView& view);

/// Scenario, plans, replications, seed, confidence; says so when the result is partial.
void write_heading(const ResultView& view, const TextStyle& style, std::ostream& out);

/// One plan's headline metrics by reporting interval; nothing when there are none.
void write_periods(const ResultView& view, const PlanRun& run, const TextStyle& style,
                   std::ostream& out);
/// Each expectation with what was found; nothing when there are none.
void write_expectations(const ResultView& view, const TextStyle& style, std::ostream& out);
/// A sentence for each metric shown, and for `more` that are not among them.
void write_definitions(const ResultView& view, std::span<const Metric* const> more,
                       const TextStyle& style, std::ostream& out);

}  // namespace holdline::report
