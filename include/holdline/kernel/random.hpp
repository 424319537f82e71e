// Addressed randomness: a draw is a function of (seed, purpose, entity, replication, index), never
// of how many draws were made before it. Adding a contact type, an agent or a policy moves nobody
// else's draws, so two plans meet the same customers.
//
// Generator: Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011) from Random123. Key: 64 bits mixed
// from seed, purpose and the entity's name. Counter: index (64 bits), lane (32), replication (32).
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

namespace holdline {

/// What a draw is for. Values are part of the results' identity: append, never renumber.
enum class Purpose : std::uint32_t {
  arrival = 1,   ///< gaps between arrivals of a contact type
  busyness = 2,  ///< day-level factor
  contact = 3,   ///< a contact's patience (word 0) and talk time (word 1)
  hold = 4,      ///< hold time (word 0), hold happens or not (word 1)
  wrap_up = 5,   ///< wrap-up (word 0)
  balking = 6,   ///< balks or not (word 0)
  batch_size = 7,
  modulation = 8,  ///< state of a bursty arrival process
  agent_speed = 9,
  absence = 10,
  routing = 11,
  breaks = 12,
  staffing = 13,
  issue_customer = 14,  ///< whose issue it is (word 0), on which contact type (word 1)
  issue_contact = 15,   ///< a contact of an issue: patience (word 0), talk time (word 1)
  menu = 16,            ///< the walk through the menus
  self_service = 17,    ///< acceptance, duration, success
  callback = 18,        ///< acceptance (word 0), answers
  resolution = 19,      ///< resolved or not (word 0), marked as resolved (word 1)
  retrial = 20,         ///< redials, contacts again or gives up (word 0), the delay (word 1 on)
  escalation = 21,      ///< escalated or not (word 0), the delay (word 1 on)
  experience = 22,      ///< satisfied, answers the survey, recommends, leaves, refers
  customer = 23,        ///< leaves by herself (word 0), knows the menu (word 1)
  acquisition = 24,     ///< gaps between acquired customers of a segment
};

/// The key of one family of draws.
struct StreamKey {
  std::uint64_t value = 0;
};

[[nodiscard]] StreamKey make_stream_key(std::uint64_t seed, Purpose purpose,
                                        std::string_view entity);

/// Two 64-bit words: what one call of the generator gives.
using Block = std::array<std::uint64_t, 2>;

/// The block at an address. `lane` separates families of blocks of one index.
[[nodiscard]] Block block_at(StreamKey key, std::uint32_t replication, std::uint64_t index,
                             std::uint32_t lane = 0);

/// Blocks of consecutive indices from `first_index`; faster than one call for each.
void fill_blocks(StreamKey key, std::uint32_t replication, std::uint64_t first_index,
                 std::span<Block> out);

/// The middle of one of 2^52 equal cells of (0, 1): never 0, never 1, and exact, so that
/// to_unit(~bits) == 1 - to_unit(bits). (The middles of 2^53 cells need 54 bits; the last would
/// round to 1.)
[[nodiscard]] constexpr double to_unit(std::uint64_t bits) {
  return std::bit_cast<double>(UINT64_C(0x3FF) << 52 | bits >> 12) - (1.0 - 0x1p-53);
}

/// The draws at one address, as many as are asked for: the first word is given, the next ones come
/// from further lanes, once asked for: making a sequence costs no call of the generator. For
/// samplers that reject and policies that draw.
class DrawSequence {
 public:
  /// Starts with the words of block (key, replication, index, first_lane).
  DrawSequence(StreamKey key, std::uint32_t replication, std::uint64_t index,
               std::uint32_t first_lane = 0)
      : key_(key), index_(index), replication_(replication), lane_(first_lane) {}
  /// Starts with `first_word`, already drawn; later words come from lanes from `first_lane` on.
  DrawSequence(std::uint64_t first_word, StreamKey key, std::uint32_t replication,
               std::uint64_t index, std::uint32_t first_lane)
      : key_(key),
        index_(index),
        replication_(replication),
        lane_(first_lane),
        ready_(1),
        buffer_{0, first_word} {}
  std::uint64_t next_bits();
  double next_unit() { return to_unit(next_bits()); }
  /// Uniform on {0, ..., bound-1}, bound >= 1, without bias (Lemire 2019).
  std::uint64_t next_below(std::uint64_t bound);

 private:
  StreamKey key_;
  std::uint64_t index_;
  std::uint32_t replication_;
  std::uint32_t lane_;
  std::uint32_t ready_ = 0;  ///< words of buffer_ not yet handed out, from the end
  Block buffer_{};
};

}  // namespace holdline
