// How long a stay lasts that hanging up may cut short.
#pragma once

#include "holdline/kernel/distribution.hpp"

namespace holdline {

/// E[min(X, Y)] for a stay X and Y exponential with this hazard [1/s], or E[X] at hazard 0: [s].
/// Times the hazard it is the probability of hanging up first, 1 - E[exp(-hazard X)].
[[nodiscard]] double discounted_s(double stay_s, double hazard_per_s);
/// Exact for all kinds but lognormal, Weibull and triangular ones: those by quadrature, to about
/// 1e-9.
[[nodiscard]] double discounted_s(const Distribution& stay, double hazard_per_s);

}  // namespace holdline
