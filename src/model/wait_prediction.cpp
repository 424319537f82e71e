#include "model/wait_prediction.hpp"

namespace holdline {

Duration predict_wait(WaitPredictor predictor, const QueueKnowledge& known) {
  switch (predictor) {
    case WaitPredictor::head_of_line:
      return known.head_since == kNever ? Duration{0} : known.now - known.head_since;
    case WaitPredictor::last_served:
      return known.last_wait;
    case WaitPredictor::load_based:
      if (known.agents_on_shift == 0) return kForever;
      return from_seconds((static_cast<double>(known.waiting) + 1.0) * known.mean_handle_s /
                          static_cast<double>(known.agents_on_shift));
  }
  return Duration{0};
}

bool offers_callback(const Callback& callback, Duration predicted_wait, std::uint32_t waiting) {
  return (callback.expected_wait && predicted_wait >= *callback.expected_wait) ||
         (callback.queue_length && waiting >= *callback.queue_length);
}

}  // namespace holdline
