// Stays that hanging up may cut short, against plain numerical integration and known transforms.
#include <cmath>

#include "scenario/discounting.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

/// The integral of exp(-h t) (1 - cdf(t)) by the midpoint rule on 0 to `last`.
double by_midpoints(const Distribution& stay, double h, double last) {
  constexpr int kSteps = 400'000;
  const double width = last / kSteps;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double t = (i + 0.5) * width;
    sum += std::exp(-h * t) * (1.0 - cdf(stay, t));
  }
  return sum * width;
}

}  // namespace

TEST_CASE("a stay cut short agrees with numerical integration for every kind", "[scenario][ivr]") {
  const double weights[] = {0.3, 0.7};
  const double means[] = {10.0, 60.0};
  Distribution with_zeros = exponential(30.0);
  with_zeros.mass_at_zero = 0.4;
  const Distribution stays[] = {exponential(40.0),
                                lognormal_mean_cv(40.0, 1.2),
                                lognormal_mean_cv(40.0, 0.05),
                                gamma_mean_cv(40.0, 0.7),
                                erlang(3, 40.0),
                                weibull(0.8, 30.0),
                                weibull(20.0, 30.0),
                                uniform(10.0, 50.0),
                                triangular(5.0, 20.0, 60.0),
                                triangular(0.0, 0.0, 60.0),
                                hyperexponential(weights, means),
                                mixture({0.5, 0.5}, {uniform(0.0, 20.0), exponential(50.0)}),
                                piecewise_hazard({0.0, 10.0, 30.0}, {0.0, 0.05, 0.02}),
                                with_zeros};
  for (const Distribution& stay : stays) {
    for (const double h : {0.003, 0.2}) {
      INFO(static_cast<int>(stay.kind) << " at " << h);
      const double last = h < 0.1 ? 4000.0 : 200.0;
      CHECK(discounted_s(stay, h) == Approx(by_midpoints(stay, h, last)).epsilon(2e-6));
    }
  }
}

TEST_CASE("a stay that nobody cuts short is its mean", "[scenario][ivr]") {
  for (const Distribution& stay :
       {deterministic(12.0), exponential(40.0), lognormal_mean_cv(40.0, 1.2), erlang(3, 40.0),
        uniform(10.0, 50.0), triangular(5.0, 20.0, 60.0), weibull(0.8, 30.0),
        empirical({1.0, 2.0, 9.0})}) {
    INFO(static_cast<int>(stay.kind));
    CHECK(discounted_s(stay, 0.0) == mean_s(stay));
    CHECK(discounted_s(stay, 1e-11) == Approx(mean_s(stay)).epsilon(1e-8));
  }
}

TEST_CASE("transforms with a closed form are met to the last digits", "[scenario][ivr]") {
  const double h = 0.01;
  CHECK(1.0 - h * discounted_s(25.0, h) == Approx(std::exp(-0.25)).epsilon(1e-14));
  CHECK(1.0 - h * discounted_s(gamma(2.5, 20.0), h) == Approx(std::pow(1.2, -2.5)).epsilon(1e-14));
  CHECK(1.0 - h * discounted_s(erlang(4, 40.0), h) == Approx(std::pow(1.1, -4)).epsilon(1e-14));
  CHECK(1.0 - h * discounted_s(uniform(10.0, 50.0), h) ==
        Approx((std::exp(-0.1) - std::exp(-0.5)) / 0.4).epsilon(1e-13));
  CHECK(1.0 - h * discounted_s(empirical({10.0, 30.0}), h) ==
        Approx((std::exp(-0.1) + std::exp(-0.3)) / 2.0).epsilon(1e-14));
}
