// What a reader of the figures must know before trusting them: batches that are no independent
// observations, contacts that pile up.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/plan_statistics.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// The lag-1 correlation of the residuals x_i - r y_i of batches, r = sum x / sum y: near 0 for
/// long batches. 0 when it is undefined (fewer than 3 batches, no variation).
[[nodiscard]] double lag_one_correlation(std::span<const double> x, std::span<const double> y);

/// Whether so large a correlation of `batches` independent values is rarer than 1 in 100 (normal
/// approximation: mean -1/n, variance 1/n).
[[nodiscard]] bool is_correlated(double correlation, std::size_t batches);

/// Empty, or: the batches of `wanted` metrics follow each other, the run is too short for its
/// intervals. `card` is the one of a steady-state run.
[[nodiscard]] std::string batch_warning(const Scorecard& card, const ScoreLayout& layout,
                                        std::span<const Metric* const> wanted,
                                        const std::string& plan);

/// One warning for each contact type of which too many were still in the centre at the end: more
/// than 2 % of a steady-state run's arrivals (then it lasted fewer than 50 times the mean time in
/// the centre), more than 10 % of terminating ones'.
[[nodiscard]] std::vector<std::string> leftover_warnings(const PlanStatistics& statistics,
                                                         const World& world, RunMode mode,
                                                         const std::string& plan);

}  // namespace holdline
