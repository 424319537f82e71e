// Runs replications on threads and hands their scorecards over in the order of replications, so
// that whoever adds them up gets the same bits for any number of threads. Memory is bounded: a ring
// of scorecards a few replications ahead of the one awaited, reused for the whole run.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "holdline/score/scorer.hpp"

namespace holdline {

/// Runs single replications of the lanes (plans) of a run; each belongs to one thread.
class ReplicationRunner {
 public:
  virtual ~ReplicationRunner() = default;
  /// Runs replication `replication` of lane `lane` into `card`, reusing its memory. False: cut
  /// short by the stop request, `card` must not be used.
  virtual bool run(std::uint32_t replication, std::size_t lane, Scorecard& card) = 0;
};

/// What to replicate. The callbacks are called from the calling thread only.
struct ReplicationJob {
  std::size_t lanes = 1;      ///< plans that meet each replication
  std::uint32_t threads = 1;  ///< wanted; never more than there are runs to do
  std::uint32_t target = 1;   ///< replications to run before asking `extend`
  std::uint32_t most = 1;     ///< `extend` never asks for more
  const std::atomic<bool>* stop = nullptr;
  /// A runner for one thread; called from that thread. May throw std::bad_alloc.
  std::function<std::unique_ptr<ReplicationRunner>()> make_runner;
  /// The scorecards of a replication, one a lane, in order of replications. False ends the run.
  std::function<bool(std::span<const Scorecard>)> consume;
  /// When `done` replications, all of the target, are consumed: the new target; `done` ends the
  /// run. Depends on nothing but what was consumed, so that the checkpoints are the same for any
  /// number of threads.
  std::function<std::uint32_t(std::uint32_t done)> extend;
};

enum class ReplicationEnding : std::uint8_t {
  finished,  ///< the target was reached
  stopped,   ///< stop was set: what was consumed is the unbroken prefix of replications
  refused,   ///< `consume` returned false
};

/// Returns when all threads have. If the machine grants fewer threads than wanted it runs on those,
/// in the last resort on the calling thread alone. Rethrows what a runner or callback threw.
[[nodiscard]] ReplicationEnding replicate(const ReplicationJob& job);

}  // namespace holdline
