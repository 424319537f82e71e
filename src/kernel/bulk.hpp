// The loops over draws that dominate a run, each in the registers asked for: equal bits from all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "holdline/kernel/random.hpp"
#include "kernel/cpu_lanes.hpp"

namespace holdline::bulk {

/// fill_blocks(), of any lane of the addresses. `lanes` beyond what the CPU has must not be asked
/// for, here and below.
void fill_blocks(Lanes lanes, StreamKey key, std::uint32_t replication, std::uint64_t first_index,
                 std::span<Block> out, std::uint32_t lane = 0);

/// Blocks of one index: `out[i]` is that of `keys[i]` and lane `first_lane + offsets[i]`.
void fill_four_of(Lanes lanes, std::span<const StreamKey, 4> keys, std::uint32_t replication,
                  std::uint64_t index, std::uint32_t first_lane,
                  std::span<const std::uint32_t, 4> offsets, std::span<Block, 4> out);
void fill_eight_of(Lanes lanes, std::span<const StreamKey, 8> keys, std::uint32_t replication,
                   std::uint64_t index, std::uint32_t first_lane,
                   std::span<const std::uint32_t, 8> offsets, std::span<Block, 8> out);

/// Exponential draws [s] from the words `blocks[i][word]`.
void fill_exponential(Lanes lanes, double mean_s, std::span<const Block> blocks, std::size_t word,
                      std::span<double> out_s);

/// Weibull draws [s] from the words `blocks[i][word]`.
void fill_weibull(Lanes lanes, double shape, double scale_s, std::span<const Block> blocks,
                  std::size_t word, std::span<double> out_s);

/// Lognormal draws [s] from the words `blocks[i][word]`.
void fill_lognormal(Lanes lanes, double log_mean, double log_sd, std::span<const Block> blocks,
                    std::size_t word, std::span<double> out_s);

/// A hazard that is constant on pieces: where they begin [s], its rates there [1/s], and what it
/// has come to by then [1]. The same number of each; of rates only the last may be 0.
struct HazardPieces {
  std::span<const double> begins_s, rates_per_s, cumulative;
};
/// From the hazards that exponential draws of mean 1 stand for to when they are reached [s]. Looks
/// at all pieces for each.
void invert_hazards(Lanes lanes, const HazardPieces& pieces, std::span<double> values);

}  // namespace holdline::bulk
