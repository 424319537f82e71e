// CPU time of a call, for tests that a limit keeps an input cheap. Sanitizers slow code several
// times; they may take as much longer.
#pragma once

#include <ctime>

namespace holdline {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr double kSlowdown = 10.0;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr double kSlowdown = 10.0;
#else
inline constexpr double kSlowdown = 1.0;
#endif
#else
inline constexpr double kSlowdown = 1.0;
#endif

/// CPU seconds `call` takes, divided by the slowdown of this build.
template <class Call>
double cpu_seconds(Call call) {
  const std::clock_t start = std::clock();
  call();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / kSlowdown;
}

}  // namespace holdline
