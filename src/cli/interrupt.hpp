// Ctrl-C: the first asks the run to stop and report what is finished, the second ends at once. Only
// the program has signal handlers; the library is told through a flag.
#pragma once

#include <atomic>

namespace holdline::cli {

/// From here SIGINT, SIGTERM and SIGHUP set the stop flag, except those that were ignored when we
/// started (as under nohup).
void catch_interrupts();

/// For ExperimentSpec::stop.
[[nodiscard]] std::atomic<bool>& stop_flag();

/// The signal that asked to stop, or 0.
[[nodiscard]] int interrupting_signal();

}  // namespace holdline::cli
