// Student's t, for turning an interval at one level into one at another.
#pragma once

namespace holdline::theory {

/// P(|T| > t) for T with `degrees` degrees of freedom.
[[nodiscard]] double student_t_error(double t, double degrees);
/// The t with P(|T| > t) = `error`.
[[nodiscard]] double student_t_bound(double error, double degrees);
/// The standard normal with the same tail as t: makes values of different degrees comparable.
[[nodiscard]] double normal_equivalent(double t, double degrees);

}  // namespace holdline::theory
