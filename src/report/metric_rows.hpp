// The lines of a table of metrics, which the report of a run and that of a comparison share: the
// centre first, then each contact type, agent group, segment and issue type.
#pragma once

#include <optional>
#include <vector>

#include "report/figure_table.hpp"
#include "report/result_view.hpp"

namespace holdline::report {

/// What a line is about in each plan run; nullopt where a plan does not have it.
using RowByPlan = std::vector<std::optional<ScoreRow>>;

/// Appends to a line that has each plan's figure what its table has beside them.
using AddCells = void (*)(const ResultView& view, const Metric& metric, const RowByPlan& rows,
                          const FigureFormat& format, std::vector<FigureText>& line);

/// The metrics shown, of the centre; those that are not pooled by contact type, if no parts follow
/// that have them. Here and below nullptr: only the plans' figures.
void add_centre(const ResultView& view, AddCells add_cells, bool has_parts, FigureTable& table);
/// A section for each contact type, agent group, segment and issue type, of a kind with at least
/// two: a single one's figures are the centre's.
void add_parts(const ResultView& view, AddCells add_cells, FigureTable& table);

}  // namespace holdline::report
