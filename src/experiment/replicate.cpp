// With one thread everything happens on the calling thread. With more, workers run and the calling
// thread only consumes: callbacks stay on the thread of whoever asked.
#include "experiment/replicate.hpp"

#include <algorithm>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "experiment/ticket_ring.hpp"

namespace holdline {
namespace {

bool is_set(const std::atomic<bool>* stop) {
  return stop != nullptr && stop->load(std::memory_order_relaxed);
}

ReplicationEnding replicate_here(const ReplicationJob& job) {
  const std::unique_ptr<ReplicationRunner> runner = job.make_runner();
  std::vector<Scorecard> cards(job.lanes);
  std::uint32_t target = job.target;
  for (std::uint32_t done = 0;; ++done) {
    if (done == target) {
      target = job.extend(done);
      if (target <= done) return ReplicationEnding::finished;
    }
    for (std::size_t lane = 0; lane < job.lanes; ++lane) {
      if (is_set(job.stop) || !runner->run(done, lane, cards[lane])) {
        return ReplicationEnding::stopped;
      }
    }
    if (!job.consume(cards)) return ReplicationEnding::refused;
  }
}

/// Takes runs from the ring until there are none left.
void work(const ReplicationJob& job, TicketRing& ring) {
  try {
    std::unique_ptr<ReplicationRunner> runner;  // built when there is a run for it
    while (const auto ticket = ring.take()) {
      if (!runner) runner = job.make_runner();
      const bool is_whole =
          !is_set(job.stop) && runner->run(ticket->replication, ticket->lane, *ticket->card);
      ring.give_back(*ticket, is_whole);
    }
  } catch (...) {
    ring.fail(std::current_exception());
  }
}

ReplicationEnding consume_all(const ReplicationJob& job, TicketRing& ring) {
  std::uint32_t target = job.target;
  for (std::uint32_t done = 0;; ++done) {
    if (done == target) {
      target = job.extend(done);
      if (target <= done) return ReplicationEnding::finished;
      ring.raise_target(target);
    }
    const std::span<const Scorecard> cards = ring.wait_for(done);
    if (cards.empty()) return ReplicationEnding::stopped;
    if (!job.consume(cards)) return ReplicationEnding::refused;
    ring.release(done);
  }
}

/// Closes the ring and joins the workers whatever way the scope is left.
class Crew {
 public:
  explicit Crew(TicketRing& ring) : ring_(ring) {}
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() { dismiss(); }

  void hire(const ReplicationJob& job, std::size_t threads) {
    workers_.reserve(threads);
    try {
      while (workers_.size() < threads) {
        workers_.emplace_back([&job, &ring = ring_] { work(job, ring); });
      }
    } catch (const std::system_error&) {
      // The machine grants no more threads; the results do not depend on their number.
    }
  }
  [[nodiscard]] bool is_empty() const { return workers_.empty(); }
  void dismiss() {
    ring_.close();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
  }

 private:
  TicketRing& ring_;
  std::vector<std::thread> workers_;
};

}  // namespace

ReplicationEnding replicate(const ReplicationJob& job) {
  const std::uint64_t runs = std::uint64_t{job.most} * job.lanes;
  const std::size_t threads = static_cast<std::size_t>(std::min<std::uint64_t>(job.threads, runs));
  if (threads <= 1) return replicate_here(job);
  TicketRing ring(job.lanes, job.target, 1 + (4 * threads - 1) / job.lanes);
  Crew crew(ring);
  crew.hire(job, threads);
  if (crew.is_empty()) return replicate_here(job);
  const ReplicationEnding ending = consume_all(job, ring);
  crew.dismiss();
  if (ending == ReplicationEnding::stopped) ring.rethrow_failure();
  return ending;
}

}  // namespace holdline
