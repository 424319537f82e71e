// Which registers loops over draws use, by what the CPU has. Chosen by an `if` at each call, not by
// the loader (target_clones): that works under the thread sanitizer, with clang and in static
// programs, and a test can compare both choices on one machine. AVX2 without FMA rounds as SSE2.
#pragma once

#include <cstdint>

#if defined(__x86_64__)
#define HOLDLINE_HAS_AVX2_CODE 1
#define HOLDLINE_AVX2 __attribute__((target("avx2")))
#else
#define HOLDLINE_HAS_AVX2_CODE 0
#endif

namespace holdline {

/// 64-bit lanes a register.
enum class Lanes : std::uint8_t { baseline, four };

[[nodiscard]] inline Lanes cpu_lanes() {
#if HOLDLINE_HAS_AVX2_CODE
  if (__builtin_cpu_supports("avx2")) return Lanes::four;
#endif
  return Lanes::baseline;
}

}  // namespace holdline
