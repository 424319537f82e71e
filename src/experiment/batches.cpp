#include "experiment/batches.hpp"

#include <algorithm>
#include <cassert>

namespace holdline {
namespace {

constexpr std::size_t kPieces = 480;  // 16 for each of the usual 30 batches

}  // namespace

std::size_t pieces_per_batch(const ExperimentSettings& settings) {
  return std::max<std::size_t>(1, kPieces / settings.batches);
}

Scenario with_pieces(const Scenario& scenario) {
  assert(scenario.experiment.mode == RunMode::steady_state);
  Scenario result = scenario;
  result.experiment.batches *= static_cast<std::uint32_t>(pieces_per_batch(scenario.experiment));
  return result;
}

Scorecard merge_pieces(const Scorecard& card, std::size_t row_count, std::size_t pieces) {
  Scorecard result = card;
  const std::size_t batches = card.intervals.size() / row_count / pieces;
  result.intervals.assign(batches * row_count, Tally{});
  for (std::size_t i = 0; i < batches * pieces; ++i) {
    for (std::size_t row = 0; row < row_count; ++row) {
      const Tally& piece = card.intervals[i * row_count + row];
      Tally& batch = result.intervals[i / pieces * row_count + row];
      for (std::size_t k = 0; k < kCounterCount; ++k) batch[k] += piece[k];
    }
  }
  return result;
}

}  // namespace holdline
