// One match of a tournament, in the processor's words: compilers make two comparisons of it, or a
// branch that nobody can predict.
#pragma once

#include <cstdint>

namespace holdline {

/// Takes the other's rank and player where its rank is lower.
inline void take_lower(std::uint64_t& rank, std::uint64_t& player, std::uint64_t other_rank,
                       const std::uint64_t& other_player) {
#if defined(__x86_64__)
  // The player is written while the other's rank is still to be read: hence "+&".
  asm("cmpq %[rank], %[other_rank]\n\t"
      "cmovbq %[other_player], %[player]\n\t"
      "cmovbq %[other_rank], %[rank]"
      : [rank] "+r"(rank), [player] "+&r"(player)
      : [other_rank] "r"(other_rank), [other_player] "m"(other_player)
      : "cc");
#else
  player = other_rank < rank ? other_player : player;
  rank = other_rank < rank ? other_rank : rank;
#endif
}

}  // namespace holdline
