#include "experiment/ticket_ring.hpp"

namespace holdline {

TicketRing::TicketRing(std::size_t lanes, std::uint32_t target, std::size_t depth)
    : lanes_(lanes), depth_(depth), cards_(lanes * depth), places_(depth), target_(target) {}

std::optional<TicketRing::Ticket> TicketRing::take() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [this] {
    return is_closed_ || (next_replication_ < target_ && next_replication_ - released_ < depth_);
  });
  if (is_closed_) return std::nullopt;
  Ticket ticket{next_replication_, next_lane_,
                &cards_[next_replication_ % depth_ * lanes_ + next_lane_]};
  if (++next_lane_ == lanes_) {
    next_lane_ = 0;
    ++next_replication_;
  }
  return ticket;
}

void TicketRing::give_back(const Ticket& ticket, bool is_whole) {
  bool is_ready = false;
  {
    const std::scoped_lock lock(mutex_);
    Place& place = places_[ticket.replication % depth_];
    ++place.lanes_done;
    if (!is_whole) place.is_broken = true;
    is_ready = place.is_broken || (place.lanes_done == lanes_ && ticket.replication == released_);
  }
  if (is_ready) ready_.notify_one();
}

void TicketRing::fail(std::exception_ptr failure) {
  {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    is_closed_ = true;
  }
  room_.notify_all();
  ready_.notify_one();
}

std::span<const Scorecard> TicketRing::wait_for(std::uint32_t replication) {
  std::unique_lock lock(mutex_);
  Place& place = places_[replication % depth_];
  ready_.wait(lock, [&] { return place.is_broken || place.lanes_done == lanes_ || failure_; });
  if (place.is_broken || place.lanes_done < lanes_) return {};
  return std::span<const Scorecard>(cards_).subspan(replication % depth_ * lanes_, lanes_);
}

void TicketRing::release(std::uint32_t replication) {
  {
    const std::scoped_lock lock(mutex_);
    places_[replication % depth_] = {};
    released_ = replication + 1;
  }
  room_.notify_all();
}

void TicketRing::raise_target(std::uint32_t target) {
  {
    const std::scoped_lock lock(mutex_);
    target_ = target;
  }
  room_.notify_all();
}

void TicketRing::close() {
  {
    const std::scoped_lock lock(mutex_);
    is_closed_ = true;
  }
  room_.notify_all();
}

void TicketRing::rethrow_failure() {
  const std::scoped_lock lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace holdline
