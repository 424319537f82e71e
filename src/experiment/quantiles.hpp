// Student's t: quantiles and p-values.
#pragma once

namespace holdline {

/// The t below which a share `p` of Student's t with `degrees` degrees of freedom lies; 0 < p < 1,
/// degrees > 0. A multiple of 2^-28, so that it is the same number with every mathematics library.
[[nodiscard]] double student_t_quantile(double p, double degrees);

/// P(|T| >= |t|) for Student's t with `degrees` degrees of freedom, as a multiple of 2^-60.
[[nodiscard]] double student_t_two_sided_p(double t, double degrees);

/// P(T <= t) for Student's t with `degrees` degrees of freedom, as a multiple of 2^-40.
[[nodiscard]] double student_t_below(double t, double degrees);

}  // namespace holdline
