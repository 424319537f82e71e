// One match of a tournament, in the processor's words: compilers make two comparisons of it, or a
// branch that nobody can predict.
#pragma once

#include <cstddef>
#include <cstdint>

namespace holdline {

/// Plays the match of node `at`, whose key is `key`, against its neighbour, and goes up to the
/// winner's node.
inline void play_match(std::uint64_t& key, std::size_t& at, std::uint64_t* keys) {
#if defined(__x86_64__)
  asm("xorq $1, %[at]\n\t"
      "cmpq (%[keys],%[at],8), %[key]\n\t"
      "cmovaq (%[keys],%[at],8), %[key]\n\t"
      "shrq %[at]\n\t"
      "movq %[key], (%[keys],%[at],8)"
      : [key] "+&r"(key), [at] "+&r"(at)
      : [keys] "r"(keys)
      : "cc", "memory");
#else
  const std::uint64_t rival = keys[at ^ 1];
  key = rival < key ? rival : key;
  at /= 2;
  keys[at] = key;
#endif
}

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
