#include "experiment/moments.hpp"

#include <cmath>
#include <vector>

#include "experiment/confidence.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

/// The delta method in two passes, as in the textbook.
double two_pass_covariance(const std::vector<double>& a, const std::vector<double>& b,
                           const std::vector<double>& c, const std::vector<double>& d) {
  double sum_a = 0.0, sum_b = 0.0, sum_c = 0.0, sum_d = 0.0;
  const std::size_t n = a.size();
  for (std::size_t i = 0; i < n; ++i) {
    sum_a += a[i];
    sum_b += b[i];
    sum_c += c[i];
    sum_d += d[i];
  }
  double products = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    products += (a[i] - sum_a / sum_b * b[i]) * (c[i] - sum_c / sum_d * d[i]);
  }
  const double size = static_cast<double>(n);
  return products / (size - 1.0) / size / (sum_b / size) / (sum_d / size);
}

}  // namespace

TEST_CASE("a ratio of sums has the textbook's delta-method variance", "[experiment][moments]") {
  Draws draws(1);
  std::vector<double> x, y;
  RatioMoments moments;
  for (int i = 0; i < 57; ++i) {
    y.push_back(100.0 + 20.0 * draws.normal());
    x.push_back(0.7 * y.back() + 5.0 * draws.normal());
    moments.add(x.back(), y.back());
  }
  CHECK(moments.count() == 57);
  CHECK(moments.variance() == Approx(two_pass_covariance(x, y, x, y)).epsilon(1e-12));
}

TEST_CASE("with denominators of one a ratio is a mean with its standard error",
          "[experiment][moments]") {
  RatioMoments moments;
  for (const double x : {3.0, 5.0, 10.0}) moments.add(x, 1.0);
  CHECK(moments.ratio() == 6.0);
  CHECK(moments.variance() == Approx((9.0 + 1.0 + 16.0) / 2.0 / 3.0).epsilon(1e-15));
}

TEST_CASE("ratios of counts are exact", "[experiment][moments]") {
  RatioMoments moments;
  moments.add(0.0, 0.0);
  CHECK_FALSE(moments.is_defined());
  moments.add(70.0, 80.0);
  moments.add(13.0, 20.0);
  CHECK(moments.ratio() == 0.83);
  CHECK(moments.ratio(3.0) == 2.49);
}

TEST_CASE("moments keep their digits far from zero", "[experiment][moments]") {
  RatioMoments moments;
  for (int i = 0; i < 1000; ++i) moments.add(1e9 + i % 2, 1.0);
  CHECK(moments.variance() == Approx(0.25 / 999.0).epsilon(1e-6));
}

TEST_CASE("x proportional to y has no variance", "[experiment][moments]") {
  RatioMoments moments;
  Draws draws(2);
  for (int i = 0; i < 30; ++i) {
    const double y = draws.exponential(50.0);
    moments.add(0.3 * y, y);
  }
  CHECK(moments.variance() >= 0.0);
  CHECK(std::sqrt(moments.variance()) < 1e-8);
}

TEST_CASE("paired ratios have the textbook's variances and covariance", "[experiment][moments]") {
  Draws draws(3);
  std::vector<double> ax, ay, bx, by;
  PairedMoments moments;
  for (int i = 0; i < 41; ++i) {
    const double shared = 100.0 + 20.0 * draws.normal();
    ay.push_back(shared);
    by.push_back(shared + draws.normal());
    ax.push_back(0.7 * shared + 3.0 * draws.normal());
    bx.push_back(0.2 * shared + 0.5 * ax.back() + draws.normal());
    moments.add(ax.back(), ay.back(), bx.back(), by.back());
  }
  const PairedMoments::Variances variances = moments.variances();
  const double base = two_pass_covariance(ax, ay, ax, ay);
  const double other = two_pass_covariance(bx, by, bx, by);
  const double shared = two_pass_covariance(ax, ay, bx, by);
  CHECK(variances.base == Approx(base).epsilon(1e-11));
  CHECK(variances.other == Approx(other).epsilon(1e-11));
  CHECK(variances.difference == Approx(base + other - 2.0 * shared).epsilon(1e-10));
  CHECK(variances.difference < base + other);
}

TEST_CASE("equal sequences differ by exactly nothing", "[experiment][moments]") {
  Draws draws(4);
  PairedMoments moments;
  for (int i = 0; i < 200; ++i) {
    const double y = draws.exponential(100.0);
    const double x = y * draws.uniform();
    moments.add(x, y, x, y);
  }
  CHECK(moments.difference() == 0.0);
  CHECK(moments.variances().difference == 0.0);
  CHECK(moments.variances().base > 0.0);
}

TEST_CASE("small differences of large totals keep their spread", "[experiment][moments]") {
  // Thousandths between millions: the variance of the difference is 1e-12 of the others'.
  PairedMoments moments;
  for (int i = 1; i <= 3; ++i) moments.add(1e6 * i, 1.0, 1e6 * i + 1e-3 * i, 1.0);
  const PairedMoments::Variances variances = moments.variances();
  CHECK(variances.difference == Approx(1e-6 / 3.0).epsilon(1e-5));
  CHECK(variances.reduction() == Approx(2e18).epsilon(1e-2));
  // Constant but for rounding: no spread.
  PairedMoments shifted;
  for (int i = 1; i <= 9; ++i) shifted.add(1e6 / i, 1.0, 1e6 / i + 0.1, 1.0);
  CHECK(shifted.variances().difference == 0.0);
}

TEST_CASE("one observation has a value but no interval", "[experiment][confidence]") {
  Confidence confidence(0.95);
  RatioMoments moments;
  CHECK_FALSE(confidence.ratio(moments).is_defined);
  moments.add(4.0, 5.0);
  const Estimate one = confidence.ratio(moments);
  CHECK(one.is_defined);
  CHECK_FALSE(one.has_interval);
  CHECK(one.value == 0.8);
  CHECK(one.observations == 1);
}

TEST_CASE("an interval is t standard errors to both sides", "[experiment][confidence]") {
  Confidence confidence(0.95);
  RatioMoments moments;
  for (const double x : {3.0, 5.0, 10.0}) moments.add(x, 1.0);
  const Estimate mean = confidence.ratio(moments);
  const double half = 4.302652729911275 * std::sqrt(13.0 / 3.0);
  CHECK(mean.low == Approx(6.0 - half).epsilon(1e-8));
  CHECK(mean.high == Approx(6.0 + half).epsilon(1e-8));
  const Estimate total = confidence.ratio(moments, 3.0);  // of three batches
  CHECK(total.value == 18.0);
  CHECK(total.high == Approx(18.0 + 3.0 * half).epsilon(1e-8));
}

}  // namespace holdline
