// The curve of the outcome policies, with the kernel's own exponential.
#include "holdline/policies/outcome_policy.hpp"

#include "kernel/exact_math.hpp"

namespace holdline {

double logistic(double logit) { return 1.0 / (1.0 + exact::exp(-logit)); }

double logit(double probability) { return exact::log(probability / (1.0 - probability)); }

}  // namespace holdline
