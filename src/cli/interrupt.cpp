// Everything a handler touches is lock-free and everything it calls is async-signal-safe.
#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <csignal>

#include "cli/exit_code.hpp"

namespace holdline::cli {
namespace {

std::atomic<bool> stop{false};
std::atomic<int> caught{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int signal) {
  if (caught.exchange(signal) != 0) ::_exit(kSignalBase + signal);
  stop.store(true);
}

}  // namespace

void catch_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction current {};
    if (::sigaction(signal, nullptr, &current) == 0 && current.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
  }
}

std::atomic<bool>& stop_flag() { return stop; }

int interrupting_signal() { return caught.load(); }

}  // namespace holdline::cli
