// What a reader of the figures must know before trusting them: batches that are no independent
// observations, contacts that pile up.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/plan_statistics.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// How many times its value for independent observations the variance of a mean is:
/// 1 + 2 x the sum of the autocorrelations of the residuals x_i - r y_i, r = sum x / sum y, up to
/// the first lag of at least 3 times the result (the automatic window of Sokal, "Monte Carlo
/// methods in statistical mechanics", 1997). 1 when there is no variation; never less than 0.
[[nodiscard]] double correlation_time(std::span<const double> x, std::span<const double> y);

/// Whether batches of `pieces` pieces are too short when the pieces have this correlation time. For
/// correlations that fall exponentially a batch lasts about 2 pieces / (time - 1) of their decay
/// times; with fewer than 10 the variance is 10 % too small or worse. M/M/1 at load 0.95 begun
/// empty: of 200 runs of 20 relaxation times 199 are caught (77 % of their intervals cover), of 200
/// relaxation times 15 % (88 % cover), of 2000 none (95 % cover).
[[nodiscard]] bool is_batch_short(double correlation_time, std::size_t pieces);

/// Empty, or: the run is too short for its batches to be independent observations of the `wanted`
/// metrics. `card` is the one of a steady-state run with `pieces` intervals a batch.
[[nodiscard]] std::string batch_warning(const Scorecard& card, std::size_t row_count,
                                        std::size_t pieces, std::span<const Metric* const> wanted,
                                        const std::string& plan);

/// One warning for each contact type of which too many were still in the centre at the end: more
/// than 2 % of a steady-state run's arrivals (then it lasted fewer than 50 times the mean time in
/// the centre), more than 10 % of terminating ones'.
[[nodiscard]] std::vector<std::string> leftover_warnings(const PlanStatistics& statistics,
                                                         const World& world, RunMode mode,
                                                         const std::string& plan);

/// One warning for each segment whose `service_churn`, which values customers, is more than 1.5
/// times what service drove away in each of the plans, or less than 1 / 1.5 of it, also where the
/// customers lost are few and by chance. Not of 0, which says that it is left out. `plan` is the
/// name of a plan that is run by itself.
[[nodiscard]] std::vector<std::string> churn_warnings(std::span<const PlanStatistics> plans,
                                                      const World& world, const std::string& plan);

/// Share of a plan's issues that had no outcome when its runs ended; 0 where there are no issues.
[[nodiscard]] double open_share(const PlanStatistics& plan);

/// Empty, or: gates on metrics of how many customers there are at the start or the end, of which a
/// steady state has neither; so they cannot be met.
[[nodiscard]] std::string blank_gates_warning(std::span<const Expectation> gates, RunMode mode);

/// Empty, or: so many more issues of one plan than of the other were open at the end (more than 1 %
/// of a plan's, and by more than a point) that the comparison misses their outcomes.
[[nodiscard]] std::string open_issues_warning(const PlanStatistics& base,
                                              const PlanStatistics& other,
                                              const std::string& base_name,
                                              const std::string& other_name);

}  // namespace holdline
