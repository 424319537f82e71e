// The floor that Holdline's speed is measured against: an Erlang A queue coded by hand, with
// nothing recorded but counts and one sum. It shares no code with the library, so that a change
// there cannot move the floor.
//
// It has what the fastest hand-coded loops have: a tournament tree with true cancelling whose
// popped slot takes the next push, arrivals in a register, xoshiro256++, Marsaglia and Tsang's
// ziggurat, callers as intrusive links by 32-bit index.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace bare {

__extension__ typedef unsigned __int128 Key;

/// xoshiro256++ 1.0 (Blackman, Vigna 2019), seeded by SplitMix64.
class Xoshiro {
 public:
  explicit Xoshiro(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += UINT64_C(0x9E3779B97F4A7C15);
      std::uint64_t z = seed;
      z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
      z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
      word = z ^ (z >> 31);
    }
  }
  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

/// Exponential draws of mean 1: the ziggurat of Marsaglia and Tsang (2000), 256 layers.
class Ziggurat {
 public:
  Ziggurat() {
    constexpr double right = 7.69711747013104972;
    constexpr double area = 0.0039496598225815571993;
    x_[0] = area / std::exp(-right);
    x_[1] = right;
    for (std::size_t i = 2; i < 256; ++i) {
      x_[i] = -std::log(std::exp(-x_[i - 1]) + area / x_[i - 1]);
    }
    x_[256] = 0.0;
    for (std::size_t i = 0; i <= 256; ++i) f_[i] = std::exp(-x_[i]);
  }
  double draw(Xoshiro& random) const {
    for (double offset = 0.0;;) {
      const std::uint64_t bits = random.next();
      const std::size_t layer = bits & 255;
      const double x =
          static_cast<double>(static_cast<std::int64_t>(bits >> 11)) * 0x1p-53 * x_[layer];
      if (x < x_[layer + 1]) [[likely]] {
        return offset + x;
      }
      if (layer == 0) {
        offset += x_[1];  // the tail is the whole distribution again, further out
        continue;
      }
      const double unit =
          static_cast<double>(static_cast<std::int64_t>(random.next() >> 11)) * 0x1p-53;
      if (f_[layer] + unit * (f_[layer + 1] - f_[layer]) < std::exp(-x)) return offset + x;
    }
  }

 private:
  std::array<double, 257> x_{};
  std::array<double, 257> f_{};
};

/// A tournament over 2^levels slots; times are doubles >= 0, whose bits order like the numbers.
template <unsigned levels>
class Tournament {
 public:
  static constexpr std::uint32_t slots = 1u << levels;

  Tournament() { clear(); }
  void clear() {
    tree_.fill(empty);
    sequence_ = 0;
  }
  void set(std::uint32_t slot, double time) {
    update(slot, Key{std::bit_cast<std::uint64_t>(time)} << 64 | (sequence_++ << 20 | slot));
  }
  void cancel(std::uint32_t slot) { update(slot, empty); }
  [[nodiscard]] double first_time() const {
    return std::bit_cast<double>(static_cast<std::uint64_t>(tree_[1] >> 64));
  }
  [[nodiscard]] std::uint32_t first_slot() const {
    return static_cast<std::uint32_t>(tree_[1]) & 0xFFFFFu;
  }
  [[nodiscard]] bool has_event() const { return tree_[1] != empty; }

 private:
  /// Past every finite time, and as a double +infinity.
  static constexpr Key empty = Key{0x7FF0000000000000u} << 64 | 0xFFFFFFFFFFFFFFFFu;

  void update(std::uint32_t slot, Key key) {
    std::size_t node = slots + slot;
    tree_[node] = key;
    for (unsigned level = 0; level < levels; ++level) {
      const Key rival = tree_[node ^ 1];
      key = rival < key ? rival : key;
      node >>= 1;
      tree_[node] = key;
    }
  }

  std::array<Key, 2 * slots> tree_{};
  std::uint64_t sequence_ = 0;
};

}  // namespace bare
