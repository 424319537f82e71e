// The only file that includes Boost.Math (a quantile costs six seconds of compilation). Its answers
// rest on the machine's exp and log and may differ there in the last bits, while results promise
// the same bits everywhere; so they are rounded far above that noise and far below what matters.
#include "experiment/quantiles.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>

namespace holdline {
namespace {

double rounded(double value, double steps) { return std::floor(value * steps + 0.5) / steps; }

}  // namespace

double student_t_quantile(double p, double degrees) {
  assert(p > 0.0 && p < 1.0 && degrees > 0.0);
  const boost::math::students_t_distribution<double> distribution(degrees);
  return rounded(boost::math::quantile(distribution, p), 0x1p28);
}

double student_t_two_sided_p(double t, double degrees) {
  assert(degrees > 0.0);
  const boost::math::students_t_distribution<double> distribution(degrees);
  return rounded(2.0 * boost::math::cdf(distribution, -std::fabs(t)), 0x1p60);
}

double student_t_below(double t, double degrees) {
  assert(degrees > 0.0);
  const boost::math::students_t_distribution<double> distribution(degrees);
  return rounded(boost::math::cdf(distribution, t), 0x1p40);
}

}  // namespace holdline
