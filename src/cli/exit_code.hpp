// What the program's exit code says. Scripts branch on it: part of the interface, never reused.
#pragma once

namespace holdline::cli {

inline constexpr int kDone = 0;
inline constexpr int kNotMet = 1;        ///< an expectation is not met
inline constexpr int kBadInput = 2;      ///< bad scenario or command line
inline constexpr int kUndecided = 3;     ///< under --strict: undecided, or precision not reached
inline constexpr int kIoError = 4;       ///< input or output failed, or memory ran out
inline constexpr int kOurBug = 70;       ///< a broken promise of ours
inline constexpr int kSignalBase = 128;  ///< plus the signal: 130 after SIGINT, 143 after SIGTERM
inline constexpr int kBrokenPipe = 141;  ///< who read our output has gone

}  // namespace holdline::cli
