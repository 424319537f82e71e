#include "experiment/quantiles.hpp"

#include <cmath>

#include "support/catch.hpp"

namespace holdline {

TEST_CASE("quantiles of Student's t are those of the tables", "[experiment][quantiles]") {
  CHECK(student_t_quantile(0.975, 1) == Approx(12.706204736).epsilon(1e-9));
  CHECK(student_t_quantile(0.975, 19) == Approx(2.0930240544).epsilon(1e-9));
  CHECK(student_t_quantile(0.995, 9) == Approx(3.2498355440).epsilon(1e-9));
  CHECK(student_t_quantile(0.975, 1e9) == Approx(1.9599639845).epsilon(1e-8));
  CHECK(student_t_quantile(0.025, 19) == Approx(-2.0930240544).epsilon(1e-8));
}

TEST_CASE("p-values invert quantiles", "[experiment][quantiles]") {
  for (const double degrees : {1.0, 5.0, 19.0, 400.0}) {
    for (const double p : {0.6, 0.9, 0.975, 0.9999}) {
      const double t = student_t_quantile(p, degrees);
      CHECK(student_t_two_sided_p(t, degrees) == Approx(2.0 * (1.0 - p)).epsilon(1e-6));
      CHECK(student_t_two_sided_p(-t, degrees) == student_t_two_sided_p(t, degrees));
    }
  }
  CHECK(student_t_two_sided_p(0.0, 7) == 1.0);
}

TEST_CASE("quantiles are rounded above the noise of mathematics libraries",
          "[experiment][quantiles]") {
  for (int degrees = 1; degrees < 200; ++degrees) {
    const double scaled = student_t_quantile(0.975, degrees) * 0x1p28;
    CHECK(scaled == std::floor(scaled));
  }
}

}  // namespace holdline
