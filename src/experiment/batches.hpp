// Batches of a steady-state run. Whether batches are long enough to be independent cannot be seen
// from thirty numbers; so the run is scored in shorter pieces, whose correlations tell, and the
// pieces are added up to the batches the scenario asks for.
#pragma once

#include <cstddef>

#include "holdline/scenario/scenario.hpp"
#include "holdline/score/scorer.hpp"

namespace holdline {

/// Pieces in each batch: as many as make about 480 in all, at least 1.
[[nodiscard]] std::size_t pieces_per_batch(const ExperimentSettings& settings);
/// The scenario with each piece as a batch. Requires steady state.
[[nodiscard]] Scenario with_pieces(const Scenario& scenario);
/// The scorecard with its pieces added up to batches.
[[nodiscard]] Scorecard merge_pieces(const Scorecard& card, std::size_t row_count,
                                     std::size_t pieces);

}  // namespace holdline
