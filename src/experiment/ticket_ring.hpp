// The meeting point of workers, who take runs by ticket in any order they finish, and the consumer,
// who wants them in order.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "holdline/score/scorer.hpp"

namespace holdline {

/// A ring of scorecards, `depth` replications of `lanes` each. Safe for many workers and one
/// consumer; a scorecard is touched by nobody but its holder between take() and give_back().
class TicketRing {
 public:
  struct Ticket {
    std::uint32_t replication = 0;
    std::size_t lane = 0;
    Scorecard* card = nullptr;
  };

  TicketRing(std::size_t lanes, std::uint32_t target, std::size_t depth);

  /// The next run in order (replication, lane), when there is room for it; waits for room or a
  /// higher target. nullopt: closed.
  [[nodiscard]] std::optional<Ticket> take();
  /// Not whole: the run was cut short; nothing from its replication on will be consumed.
  void give_back(const Ticket& ticket, bool is_whole);
  /// A worker threw: closes, and keeps the first exception for rethrow_failure().
  void fail(std::exception_ptr failure);

  /// The scorecards of a replication when all lanes have run; empty if that will never be.
  [[nodiscard]] std::span<const Scorecard> wait_for(std::uint32_t replication);
  /// The consumer is done with a replication: its place in the ring is free.
  void release(std::uint32_t replication);
  void raise_target(std::uint32_t target);
  /// No more tickets.
  void close();
  /// Throws what fail() was given, if anything; after the workers have been joined.
  void rethrow_failure();

 private:
  struct Place {
    std::size_t lanes_done = 0;
    bool is_broken = false;
  };

  const std::size_t lanes_;
  const std::size_t depth_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::vector<Scorecard> cards_;  ///< [replication % depth * lanes + lane]
  std::vector<Place> places_;     ///< [replication % depth]
  std::uint32_t target_;
  std::uint32_t next_replication_ = 0;
  std::size_t next_lane_ = 0;
  std::uint32_t released_ = 0;
  bool is_closed_ = false;
  std::exception_ptr failure_;
};

}  // namespace holdline
