// Nominal 95 % intervals cover in 95 % of experiments. With 2000 experiments the share of covering
// ones lies within [93.35, 96.55] % with probability 99.9 % (binomial): a fixed seed, and an
// under- or over-coverage by 2 points is found with probability above 0.98.
#include <cmath>

#include "experiment/confidence.hpp"
#include "experiment/wait_sections.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

constexpr int kExperiments = 2000;
constexpr double kLow = 0.9335 * kExperiments;
constexpr double kHigh = 0.9655 * kExperiments;

bool covers(const Estimate& estimate, double truth) {
  return estimate.has_interval && estimate.low <= truth && truth <= estimate.high;
}

}  // namespace

TEST_CASE("intervals of pooled ratios cover", "[experiment][coverage]") {
  // A day has Poisson(100 F) contacts, F gamma-like with mean 1 and cv 0.2; the busier the day, the
  // fewer are served in time: x = y (0.8 - 0.3 (F - 1)) + noise. Truth: E x / E y = 0.8 - 0.3 var
  // F.
  Confidence confidence(0.95);
  Draws draws(11);
  int covering = 0;
  for (int experiment = 0; experiment < kExperiments; ++experiment) {
    RatioMoments moments;
    for (int i = 0; i < 20; ++i) {
      const double factor = 1.0 + 0.2 * std::sqrt(3.0) * (2.0 * draws.uniform() - 1.0);
      const double y = static_cast<double>(draws.poisson(100.0 * factor));
      moments.add(y * (0.8 - 0.3 * (factor - 1.0)) + 2.0 * draws.normal(), y);
    }
    covering += covers(confidence.ratio(moments), 0.8 - 0.3 * 0.04) ? 1 : 0;
  }
  CHECK(covering >= kLow);
  CHECK(covering <= kHigh);
}

TEST_CASE("intervals of paired differences cover and are shorter than unpaired ones",
          "[experiment][coverage]") {
  Confidence confidence(0.95);
  Draws draws(12);
  int covering = 0;
  int helped = 0;
  for (int experiment = 0; experiment < kExperiments; ++experiment) {
    PairedMoments moments;
    for (int i = 0; i < 20; ++i) {
      const double factor = 1.0 + 0.6 * (draws.uniform() - 0.5);
      const double y = static_cast<double>(draws.poisson(80.0 * factor));
      const double luck = 4.0 * draws.normal();
      moments.add(30.0 * y * factor + 20.0 * luck, y, 27.0 * y * factor + 20.0 * luck, y);
    }
    const PairedMoments::Variances variances = moments.variances();
    helped += variances.difference < variances.base + variances.other ? 1 : 0;
    // E[y F] / E[y] = E[F^2] = 1 + 0.03, times 30 and 27.
    covering += covers(confidence.difference(moments), -3.0 * 1.03) ? 1 : 0;
  }
  CHECK(helped == kExperiments);
  CHECK(covering >= kLow);
  CHECK(covering <= kHigh);
}

TEST_CASE("intervals of wait quantiles cover", "[experiment][coverage]") {
  // A third waits nothing, the rest exponentially with mean 60 s times the day's luck L, uniform on
  // [0.8, 1.2]. The true p90 solves P(W > w) = 2/3 E exp(-w / (60 L)) = 0.1: bisection over L's
  // quadrature.
  const double mean_s = 60.0;
  double low = 50.0, high = 250.0;
  for (int step = 0; step < 60; ++step) {
    const double middle = 0.5 * (low + high);
    double tail = 0.0;
    for (int k = 0; k < 1000; ++k) {
      const double luck = 0.8 + 0.4 * (k + 0.5) / 1000.0;
      tail += std::exp(-middle / (mean_s * luck)) / 1000.0;
    }
    (2.0 / 3.0 * tail > 0.1 ? low : high) = middle;
  }
  const int replications = GENERATE(20, 70);
  Confidence confidence(0.95);
  Draws draws(13);
  int covering = 0;
  WaitHistogram day;
  for (int experiment = 0; experiment < kExperiments; ++experiment) {
    WaitSections sections;
    for (int i = 0; i < replications; ++i) {
      day.clear();
      const double luck = 0.8 + 0.4 * draws.uniform();
      for (int contact = 0; contact < 100; ++contact) {
        const bool waits = draws.uniform() < 2.0 / 3.0;
        day.add(waits ? from_seconds(draws.exponential(mean_s * luck)) : Duration::zero());
      }
      sections.add(day);
    }
    covering += covers(sections.quantile(0.9, confidence), low) ? 1 : 0;
  }
  CHECK(covering >= kLow);
  CHECK(covering <= kHigh);
}

TEST_CASE("intervals of differences of wait quantiles cover", "[experiment][coverage]") {
  // Both plans meet the same luck and the same draws; the other's waits are 0.9 of the base's.
  const int replications = GENERATE(20, 50);
  Confidence confidence(0.95);
  Draws draws(14);
  int covering = 0;
  int helped = 0;
  WaitHistogram base_day, other_day;
  for (int experiment = 0; experiment < kExperiments; ++experiment) {
    WaitSections base, other;
    for (int i = 0; i < replications; ++i) {
      base_day.clear();
      other_day.clear();
      for (int contact = 0; contact < 100; ++contact) {
        const double wait = draws.exponential(60.0);
        base_day.add(from_seconds(wait));
        other_day.add(from_seconds(0.9 * wait * (0.95 + 0.1 * draws.uniform())));
      }
      base.add(base_day);
      other.add(other_day);
    }
    const QuantileDifference difference = quantile_difference(base, other, 0.8, confidence);
    const PairedMoments::Variances& left = difference.variances;
    helped += left.difference < left.base + left.other ? 1 : 0;
    // The p80 of 0.9 X U with U uniform on [0.95, 1.05]: 0.9 x p80(X) to within 0.1 %.
    covering += covers(difference.estimate, -0.1 * 60.0 * std::log(5.0)) ? 1 : 0;
  }
  CHECK(helped >= 0.99 * kExperiments);
  CHECK(covering >= kLow);
  CHECK(covering <= kHigh);
}

}  // namespace holdline
