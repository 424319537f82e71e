// Quantiles of the histogram against the sorted waits themselves.
#include "holdline/score/wait_histogram.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "support/catch.hpp"

namespace holdline::test {
namespace {

constexpr double kShares[] = {0.001, 0.1, 0.25, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999};

/// A fixed sequence of 32-bit numbers (Numerical Recipes' constants): no library's generator.
class Sequence {
 public:
  double next() {
    state_ = state_ * 1664525u + 1013904223u;
    return (static_cast<double>(state_) + 0.5) / 4294967296.0;
  }

 private:
  std::uint32_t state_ = 1;
};

WaitHistogram histogram_of(const std::vector<Duration>& waits) {
  WaitHistogram histogram;
  for (const Duration wait : waits) histogram.add(wait);
  return histogram;
}

double exact_quantile_s(std::vector<Duration> waits, double q) {
  std::sort(waits.begin(), waits.end());
  const double rank = std::ceil(q * static_cast<double>(waits.size()) * (1 - 1e-12));
  return to_seconds(waits[static_cast<std::size_t>(std::max(1.0, rank)) - 1]);
}

void check_close_to_exact(const std::vector<Duration>& waits) {
  const WaitHistogram histogram = histogram_of(waits);
  CHECK(histogram.count() == waits.size());
  for (const double q : kShares) {
    const double exact = exact_quantile_s(waits, q);
    INFO("q " << q << ", exact " << exact);
    CHECK(std::fabs(histogram.quantile_s(q) - exact) <= std::max(0.001, exact / 128));
  }
}

}  // namespace

TEST_CASE("quantiles of waits of every size are within 0.8 % or a millisecond", "[score][waits]") {
  for (const double scale_s : {0.01, 0.2, 5.0, 60.0, 3600.0, 1e6}) {
    Sequence sequence;
    std::vector<Duration> waits;
    for (int i = 0; i < 20'000; ++i) {
      waits.push_back(from_seconds(-std::log(sequence.next()) * scale_s));
    }
    INFO("scale " << scale_s);
    check_close_to_exact(waits);
  }
}

TEST_CASE("equal waits, the worst case for interpolation, are within the bound as well",
          "[score][waits]") {
  for (std::int64_t wait = 1; wait < 2'000'000'000'000; wait = wait * 17 / 16 + 1) {
    const WaitHistogram histogram = histogram_of({10, Duration{wait}});
    const double exact = to_seconds(Duration{wait});
    for (const double q : {0.01, 0.5, 0.99}) {
      CHECK(std::fabs(histogram.quantile_s(q) - exact) <= std::max(0.001, exact / 128));
    }
  }
}

TEST_CASE("no quantile is outside the waits seen", "[score][waits]") {
  const WaitHistogram equal = histogram_of(std::vector<Duration>(100, 900 * kSecond));
  for (const double q : kShares) CHECK(equal.quantile_s(q) == 900.0);

  WaitHistogram merged = histogram_of({900 * kSecond, 901 * kSecond});
  merged.merge(histogram_of({899 * kSecond}));
  merged.merge(WaitHistogram{});
  CHECK(merged.quantile_s(0.001) >= 899.0);
  CHECK(merged.quantile_s(0.999) <= 901.0);
  merged.clear();
  merged.add(2 * kSecond);
  CHECK(merged.quantile_s(0.5) == 2.0);
}

TEST_CASE("waits of zero are exact", "[score][waits]") {
  std::vector<Duration> waits(90, Duration{0});
  waits.resize(100, from_seconds(10.0));
  const WaitHistogram histogram = histogram_of(waits);
  CHECK(histogram.quantile_s(0.5) == 0.0);
  CHECK(histogram.quantile_s(0.9) == 0.0);
  CHECK(histogram.quantile_s(0.91) == Approx(10.0).epsilon(0.008));

  const WaitHistogram one_microsecond = histogram_of({Duration{1}});
  CHECK(one_microsecond.quantile_s(0.5) > 0.0);
}

TEST_CASE("a merged histogram is that of all waits, in either order", "[score][waits]") {
  Sequence sequence;
  std::vector<Duration> all;
  WaitHistogram first, second;
  for (int i = 0; i < 5000; ++i) {
    const Duration short_wait = from_seconds(sequence.next() * 2.0);
    const Duration long_wait = from_seconds(sequence.next() * 500.0);
    first.add(short_wait);
    second.add(long_wait);
    all.push_back(short_wait);
    all.push_back(long_wait);
  }
  WaitHistogram forward = first;
  forward.merge(second);
  WaitHistogram backward = second;
  backward.merge(first);
  const WaitHistogram expected = histogram_of(all);
  CHECK(forward.count() == 10'000);
  for (const double q : kShares) {
    CHECK(forward.quantile_s(q) == expected.quantile_s(q));
    CHECK(backward.quantile_s(q) == expected.quantile_s(q));
  }
}

TEST_CASE("an empty histogram has no waits, before the first and after clearing",
          "[score][waits]") {
  WaitHistogram histogram;
  CHECK(histogram.count() == 0);
  CHECK(histogram.quantile_s(0.5) == 0.0);
  histogram.add(kHour);
  histogram.clear();
  CHECK(histogram.count() == 0);
  CHECK(histogram.quantile_s(0.5) == 0.0);
  histogram.add(kSecond);
  CHECK(histogram.quantile_s(0.99) == Approx(1.0).epsilon(0.008));
}

TEST_CASE("the longest wait there can be has a cell", "[score][waits]") {
  const WaitHistogram histogram = histogram_of({kForever});
  CHECK(histogram.quantile_s(0.5) == Approx(to_seconds(kForever)).epsilon(0.008));
}

}  // namespace holdline::test
