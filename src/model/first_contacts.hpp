// Patience and talk times of the first contacts of a source's issues, made some dozens at a time:
// logarithms side by side cost a third. Each is what the same address gives when it is asked for
// alone.
#pragma once

#include <array>
#include <cstdint>

#include "kernel/sampler.hpp"

namespace holdline {

class FirstContacts {
 public:
  static constexpr std::size_t kBatch = 64;

  /// Those of issues `first` to `first` + kBatch - 1.
  void fill(const Sampler& patience, const Sampler& talk, StreamKey key, std::uint32_t replication,
            std::uint64_t first);
  void clear() { filled_ = 0; }
  [[nodiscard]] bool holds(std::uint64_t number) const { return number - first_ < filled_; }
  /// Of an issue that it holds [s].
  [[nodiscard]] double patience_s(std::uint64_t number) const {
    return patience_s_[number - first_];
  }
  [[nodiscard]] double talk_s(std::uint64_t number) const { return talk_s_[number - first_]; }

 private:
  std::array<double, kBatch> patience_s_, talk_s_;
  std::uint64_t first_ = 0;
  std::uint64_t filled_ = 0;
};

}  // namespace holdline
