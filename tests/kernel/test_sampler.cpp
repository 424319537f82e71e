// Samplers against their distribution functions. False-alarm probability of each check 1e-5 or
// less; seeds are fixed, so a failure is a change and not chance.
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "kernel/sampler.hpp"
#include "kernel/statistics.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr std::uint32_t kReplication = 3;
constexpr std::size_t kChunk = 1000;

StreamKey test_key() { return make_stream_key(1, Purpose::contact, "sampler"); }

std::vector<double> draw(const Sampler& sampler, std::size_t n, std::size_t word = 0) {
  std::vector<double> sample(n);
  std::vector<Block> blocks(kChunk);
  for (std::size_t i = 0; i < n; i += kChunk) {
    const std::size_t count = std::min(kChunk, n - i);
    fill_blocks(test_key(), kReplication, i, std::span(blocks).first(count));
    sampler.fill_s(std::span(blocks).first(count), word, test_key(), kReplication, i,
                   std::span(sample).subspan(i, count));
  }
  return sample;
}

struct Continuous {
  std::string name;
  Distribution distribution;
  double variance = 0.0;
};

std::vector<Continuous> continuous() {
  const double weights[] = {0.2, 0.5, 0.3};
  const double means_s[] = {100.0, 10.0, 50.0};
  const double squares = 2.0 * (0.2 * 1e4 + 0.5 * 1e2 + 0.3 * 2.5e3);
  const double pi = std::acos(-1.0);
  return {
      {"exponential", exponential(120.0), 14'400.0},
      {"exponential of a nanosecond", exponential(1e-9), 1e-18},
      {"exponential of thirty years", exponential(1e9), 1e18},
      {"lognormal", lognormal_mean_cv(200.0, 0.8), 25'600.0},
      {"gamma of shape 4.5", gamma(4.5, 20.0), 1800.0},
      {"gamma of shape 1", gamma(1.0, 20.0), 400.0},
      {"gamma of shape 0.3", gamma(0.3, 100.0), 3000.0},
      {"gamma of shape 1e4", gamma(1e4, 0.01), 1.0},
      {"erlang of 1", erlang(1, 60.0), 3600.0},
      {"erlang of 3", erlang(3, 60.0), 1200.0},
      {"erlang of 12", erlang(12, 60.0), 300.0},
      {"erlang of 13", erlang(13, 65.0), 325.0},
      {"weibull of shape 2", weibull(2.0, 100.0), 1e4 * (1.0 - pi / 4.0)},
      {"weibull of shape 0.5", weibull(0.5, 10.0), 100.0 * (24.0 - 4.0)},
      {"uniform", uniform(10.0, 30.0), 400.0 / 12.0},
      {"triangular", triangular(10.0, 20.0, 60.0), 2100.0 / 18.0},
      {"right triangle", triangular(0.0, 0.0, 60.0), 200.0},
      {"left triangle", triangular(0.0, 60.0, 60.0), 200.0},
      {"hyperexponential", hyperexponential_mean_cv(80.0, 2.0), 25'600.0},
      {"hyperexponential of 3", hyperexponential(weights, means_s), squares - 1600.0},
      {"mixture of gamma and uniform",
       mixture({0.25, 0.75}, {gamma(2.0, 20.0), uniform(0.0, 40.0)}),
       0.25 * 2400.0 + 0.75 * 1600.0 / 3.0 - 625.0},
      {"piecewise hazard", piecewise_hazard({0.0, 10.0, 20.0}, {0.05, 0.0, 0.05}),
       // 20-second exponential, 10 s later beyond 10 s: E[X^2] by parts.
       800.0 + std::exp(-0.5) * (2.0 * 10.0 * 30.0 + 100.0) -
           std::pow(20.0 + 10.0 * std::exp(-0.5), 2.0)},
  };
}

}  // namespace

TEST_CASE("a million draws follow the distribution function", "[kernel][sampler]") {
  for (const Continuous& c : continuous()) {
    CAPTURE(c.name);
    const std::vector<double> sample = draw(Sampler(c.distribution), 1'000'000);
    std::vector<double> units;
    units.reserve(sample.size());
    for (const double x : sample) units.push_back(cdf(c.distribution, x));
    CHECK(chi_square_100(units) > 50.0);
    CHECK(chi_square_100(units) < 170.8);
    CHECK(kolmogorov_smirnov(std::move(units)) < 2.47);
    const Moments m = moments(sample);
    CHECK(std::fabs(m.mean - mean_s(c.distribution)) < 4.5 * m.mean_error);
    CHECK(std::fabs(m.variance - c.variance) < 4.5 * m.variance_error);
  }
}

TEST_CASE("the far tail has as many draws as it should", "[kernel][sampler]") {
  // 1e7 draws beyond the quantile of 1e-5: 100 expected, 50 to 150 but for probability 1e-6.
  const std::vector<std::pair<Distribution, double>> cases{
      {exponential(1.0), 11.512925464970229},
      {lognormal(0.0, 1.0), std::exp(4.264890793922602)},
      {weibull(0.5, 1.0), 11.512925464970229 * 11.512925464970229},
  };
  for (const auto& [d, quantile_s] : cases) {
    const Sampler sampler(d);
    int beyond = 0;
    for (const double x : draw(sampler, 10'000'000)) beyond += x > quantile_s;
    CHECK(beyond > 50);
    CHECK(beyond < 150);
  }
}

TEST_CASE("mass at zero comes with its probability and leaves the rest as it was",
          "[kernel][sampler]") {
  for (Distribution d : {exponential(100.0), lognormal_mean_cv(50.0, 1.0), gamma(2.0, 30.0)}) {
    const Distribution rest = d;
    d.mass_at_zero = 0.3;
    std::vector<double> units;
    const std::vector<double> sample = draw(Sampler(d), 1'000'000);
    for (const double x : sample) {
      if (x > 0.0) units.push_back(cdf(rest, x));
    }
    const double share = 1.0 - static_cast<double>(units.size()) / 1e6;
    CHECK(std::fabs(share - 0.3) < 4.5 * std::sqrt(0.21 / 1e6));
    CHECK(kolmogorov_smirnov(std::move(units)) < 2.47);
  }
}

TEST_CASE("an atom of all or nothing is exact", "[kernel][sampler]") {
  Distribution d = exponential(100.0);
  d.mass_at_zero = 1.0;
  for (const double x : draw(Sampler(d), 1000)) REQUIRE(x == 0.0);
  CHECK(Sampler(d).is_constant());
  d.mass_at_zero = 0.0;
  for (const double x : draw(Sampler(d), 1000)) REQUIRE(x > 0.0);
  d = infinite();
  CHECK(Sampler(d).is_infinite());
  CHECK(Sampler(d).is_constant());
  CHECK(draw(Sampler(d), 2)[1] == std::numeric_limits<double>::infinity());
  d.mass_at_zero = 0.5;
  CHECK_FALSE(Sampler(d).is_infinite());
  CHECK_FALSE(Sampler(d).is_constant());
}

TEST_CASE("recorded values come back with equal frequency", "[kernel][sampler]") {
  const std::vector<double> sample = draw(Sampler(empirical({7.0, 3.0, 3.0, 11.0})), 400'000);
  int threes = 0;
  int sevens = 0;
  int elevens = 0;
  for (const double x : sample) {
    threes += x == 3.0;
    sevens += x == 7.0;
    elevens += x == 11.0;
  }
  CHECK(threes + sevens + elevens == 400'000);
  CHECK(std::abs(threes - 200'000) < 4.5 * std::sqrt(100'000.0));
  CHECK(std::abs(sevens - 100'000) < 4.5 * std::sqrt(75'000.0));
}

TEST_CASE("patience may never end with the probability the hazard leaves", "[kernel][sampler]") {
  const Distribution d = piecewise_hazard({0.0, 30.0}, {0.02, 0.0});
  int infinite_draws = 0;
  for (const double x : draw(Sampler(d), 400'000)) {
    REQUIRE((x <= 30.0 || std::isinf(x)));
    infinite_draws += std::isinf(x);
  }
  const double share = std::exp(-0.6);
  CHECK(std::fabs(infinite_draws / 4e5 - share) < 4.5 * std::sqrt(share * (1 - share) / 4e5));
}

TEST_CASE("extreme parameters give finite draws of the right size", "[kernel][sampler]") {
  // Most draws of so small a shape are below any double; the rest are where they should be.
  const Distribution tiny = gamma(1e-3, 100.0);
  int above = 0;
  for (const double x : draw(Sampler(tiny), 400'000)) {
    REQUIRE((x >= 0.0 && x < 1e5));
    above += x > 1e-6;
  }
  const double share = 1.0 - cdf(tiny, 1e-6);
  CHECK(std::fabs(above / 4e5 - share) < 4.5 * std::sqrt(share * (1 - share) / 4e5));
  // The mean of a cv of 50 converges too slowly to test; its median does not.
  const Distribution wide = lognormal_mean_cv(100.0, 50.0);
  int low = 0;
  for (const double x : draw(Sampler(wide), 400'000)) {
    REQUIRE((x > 0.0 && std::isfinite(x)));
    low += x < 100.0 / std::sqrt(2501.0);
  }
  CHECK(std::abs(low - 200'000) < 4.5 * std::sqrt(100'000.0));
  for (const double x : draw(Sampler(lognormal_mean_cv(100.0, 0.0)), 100)) {
    REQUIRE(x == Approx(100.0).epsilon(1e-14));
  }
  for (const double x : draw(Sampler(exponential(0.0)), 100)) REQUIRE(x == 0.0);
  for (const double x : draw(Sampler(triangular(5.0, 5.0, 5.0)), 100)) REQUIRE(x == 5.0);
  for (const double x : draw(Sampler(uniform(5.0, 5.0)), 100)) REQUIRE(x == 5.0);
}
