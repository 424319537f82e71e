// How long a contact that joins a queue will wait, as the centre itself would predict it
// (docs/model.md, "Callback"). Pure: the model fills in what a predictor may know.
#pragma once

#include <cstdint>

#include "holdline/scenario/front_end.hpp"

namespace holdline {

/// What is known when a contact would join the queue of its type.
struct QueueKnowledge {
  Time now;
  Time head_since = kNever;           ///< queue entry of who waits longest; kNever: nobody waits
  Duration last_wait{};               ///< of the last one of the type to be answered; 0 at first
  std::uint32_t waiting = 0;          ///< of the type
  double mean_handle_s = 0.0;         ///< of the type, before agents' factors [s]
  std::uint32_t agents_on_shift = 0;  ///< who may serve the type
};

/// kForever: nobody is there who could serve it.
[[nodiscard]] Duration predict_wait(WaitPredictor predictor, const QueueKnowledge& known);

/// Whether a callback is offered to a contact with this predicted wait.
[[nodiscard]] bool offers_callback(const Callback& callback, Duration predicted_wait,
                                   std::uint32_t waiting);

}  // namespace holdline
