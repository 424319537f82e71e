// Which registers loops over draws use, by what the CPU has. Chosen by an `if` at each call, not by
// the loader (target_clones): that works under the thread sanitizer, with clang and in static
// programs, and a test can compare all choices on one machine. AVX2 and AVX-512 without FMA round
// as SSE2.
#pragma once

#include <cstdint>

#if defined(__x86_64__)
#define HOLDLINE_HAS_AVX2_CODE 1
#define HOLDLINE_AVX2 __attribute__((target("avx2")))
#define HOLDLINE_AVX512 __attribute__((target("avx2,avx512f,avx512dq")))
#else
#define HOLDLINE_HAS_AVX2_CODE 0
#endif

namespace holdline {

/// 64-bit lanes a register, narrowest first; a CPU has all kinds up to cpu_lanes().
enum class Lanes : std::uint8_t { baseline, four, eight };

[[nodiscard]] inline Lanes cpu_lanes() {
#if HOLDLINE_HAS_AVX2_CODE
  // VBMI2 is not needed, but tells apart the CPUs whose clock does not drop for wide registers.
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vbmi2")) {
    return Lanes::eight;
  }
  if (__builtin_cpu_supports("avx2")) return Lanes::four;
#endif
  return Lanes::baseline;
}

}  // namespace holdline
