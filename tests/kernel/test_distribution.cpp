// The parameters people have, turned into the parameters of the families.
#include <cmath>
#include <limits>
#include <vector>

#include "holdline/kernel/distribution.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The integral of the survival function by Simpson's rule: the mean, from cdf alone.
double integrated_mean_s(const Distribution& d, double end_s) {
  const int steps = 200'000;
  const double h = end_s / steps;
  double sum = (1.0 - cdf(d, 0.0)) + (1.0 - cdf(d, end_s));
  for (int i = 1; i < steps; ++i) sum += (1.0 - cdf(d, i * h)) * (i % 2 == 1 ? 4.0 : 2.0);
  return sum * h / 3.0;
}

}  // namespace

TEST_CASE("a distribution given by its mean has that mean", "[kernel][distribution]") {
  const double weights[] = {0.2, 0.5, 0.3};
  const double means_s[] = {100.0, 10.0, 50.0};
  const std::vector<std::pair<Distribution, double>> cases{
      {exponential(120.0), 120.0},
      {lognormal_mean_cv(200.0, 0.8), 200.0},
      {gamma_mean_cv(90.0, 0.5), 90.0},
      {gamma_mean_cv(90.0, 1.4), 90.0},
      {erlang(4, 60.0), 60.0},
      {weibull_mean_shape(75.0, 0.7), 75.0},
      {weibull_mean_shape(75.0, 2.5), 75.0},
      {uniform(10.0, 30.0), 20.0},
      {triangular(10.0, 20.0, 60.0), 30.0},
      {hyperexponential_mean_cv(80.0, 2.0), 80.0},
      {hyperexponential(weights, means_s), 40.0},
      {mixture({0.25, 0.75}, {deterministic(40.0), exponential(20.0)}), 25.0},
  };
  for (const auto& [d, mean] : cases) {
    CAPTURE(static_cast<int>(d.kind));
    CHECK(mean_s(d) == Approx(mean).epsilon(1e-13));
    CHECK(integrated_mean_s(d, 12'000.0) == Approx(mean).epsilon(2e-4));
  }
}

TEST_CASE("a distribution given by median and p90 has both", "[kernel][distribution]") {
  for (const Distribution& d :
       {lognormal_median_p90(150.0, 400.0), weibull_median_p90(150.0, 400.0)}) {
    CHECK(cdf(d, 150.0) == Approx(0.5).epsilon(1e-13));
    CHECK(cdf(d, 400.0) == Approx(0.9).epsilon(1e-13));
  }
}

TEST_CASE("a distribution given by its cv has that cv", "[kernel][distribution]") {
  // E[X^2] of hyperexponential = sum of 2 w m^2.
  const Distribution d = hyperexponential_mean_cv(80.0, 3.0);
  double square = 0.0;
  for (std::size_t i = 0; i < 2; ++i) {
    square += 2.0 * d.weights[i] * d.components[i].a * d.components[i].a;
  }
  CHECK(square / 6400.0 - 1.0 == Approx(9.0).epsilon(1e-13));
  // Balanced: both phases carry half of the mean.
  CHECK(d.weights[0] * d.components[0].a == Approx(40.0).epsilon(1e-13));
  const Distribution extreme = hyperexponential_mean_cv(1.0, 1e6);
  CHECK(mean_s(extreme) == Approx(1.0).epsilon(1e-9));
  CHECK(gamma_mean_cv(90.0, 0.5) == gamma(4.0, 22.5));
  CHECK(gamma_mean_cv(90.0, 0.0) == deterministic(90.0));
  CHECK(lognormal_mean_cv(90.0, 0.0).b == 0.0);
}

TEST_CASE("a piecewise hazard's survival is the exponential of its integral",
          "[kernel][distribution]") {
  const Distribution d = piecewise_hazard({0.0, 10.0, 60.0}, {0.0, 0.02, 0.005});
  CHECK(cdf(d, 10.0) == 0.0);
  CHECK(cdf(d, 30.0) == Approx(1.0 - std::exp(-0.4)).epsilon(1e-13));
  CHECK(cdf(d, 100.0) == Approx(1.0 - std::exp(-1.2)).epsilon(1e-13));
  CHECK(mean_s(d) == Approx(10.0 + (1.0 - std::exp(-1.0)) / 0.02 + std::exp(-1.0) / 0.005));
  CHECK(integrated_mean_s(d, 12'000.0) == Approx(mean_s(d)).epsilon(1e-4));
  CHECK(mean_s(piecewise_hazard({0.0, 5.0}, {0.1, 0.0})) == kInfinity);
}

TEST_CASE("an empirical distribution is its values' distribution function",
          "[kernel][distribution]") {
  const Distribution d = empirical({30.0, 10.0, 20.0, 20.0});
  CHECK(mean_s(d) == 20.0);
  CHECK(cdf(d, 9.9) == 0.0);
  CHECK(cdf(d, 10.0) == 0.25);
  CHECK(cdf(d, 20.0) == 0.75);
  CHECK(cdf(d, 30.0) == 1.0);
}

TEST_CASE("mass at zero moves mean and distribution function", "[kernel][distribution]") {
  Distribution d = exponential(100.0);
  d.mass_at_zero = 0.3;
  CHECK(mean_s(d) == Approx(70.0));
  CHECK(cdf(d, 0.0) == Approx(0.3));
  CHECK(cdf(d, 100.0) == Approx(0.3 + 0.7 * (1.0 - std::exp(-1.0))));
  d = infinite();
  d.mass_at_zero = 1.0;
  CHECK(mean_s(d) == 0.0);
}

TEST_CASE("patience that does not end has no mean and no distribution function below infinity",
          "[kernel][distribution]") {
  CHECK(mean_s(infinite()) == kInfinity);
  CHECK(cdf(infinite(), 1e300) == 0.0);
  CHECK(cdf(infinite(), kInfinity) == 1.0);
}
