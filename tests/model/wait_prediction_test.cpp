// Predictors of the wait, and the rule that offers a callback.
#include "model/wait_prediction.hpp"

#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr QueueKnowledge kKnown{.now = Time{100 * kSecond},
                                .head_since = Time{70 * kSecond},
                                .last_wait = 20 * kSecond,
                                .waiting = 4,
                                .mean_handle_s = 300.0,
                                .agents_on_shift = 10};

}  // namespace

TEST_CASE("each predictor answers from what it may know", "[model][prediction]") {
  CHECK(predict_wait(WaitPredictor::head_of_line, kKnown) == 30 * kSecond);
  CHECK(predict_wait(WaitPredictor::last_served, kKnown) == 20 * kSecond);
  CHECK(predict_wait(WaitPredictor::load_based, kKnown) == 150 * kSecond);
  CHECK(predict_wait(WaitPredictor::head_of_line, {}) == Duration{0});
  CHECK(predict_wait(WaitPredictor::last_served, {}) == Duration{0});
  CHECK(predict_wait(WaitPredictor::load_based, {}) == kForever);
}

TEST_CASE("a callback is offered from the wait or the length that was set", "[model][prediction]") {
  Callback by_wait;
  by_wait.expected_wait = 2 * kMinute;
  CHECK(offers_callback(by_wait, 2 * kMinute, 0));
  CHECK_FALSE(offers_callback(by_wait, 2 * kMinute - Duration{1}, 100));
  Callback by_length;
  by_length.queue_length = 3;
  CHECK(offers_callback(by_length, Duration{0}, 3));
  CHECK_FALSE(offers_callback(by_length, kForever, 2));
}
