// What the outcome policies share: the table entries of their coefficients, and the few terms their
// formulas are made of. Every coefficient says where its default comes from and in which range a
// verdict is to be tried; a weight is never negative, its sign stands in the formula, so that no
// scenario can turn a policy's direction round.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <string_view>
#include <variant>

#include "holdline/policies/outcome_policy.hpp"
#include "kernel/exact_math.hpp"

namespace holdline {

/// Where a default comes from, and the range to try it in.
struct Evidence {
  std::string_view source;
  double low = 0.0;
  double high = 0.0;
};

/// The strength of an effect, 0 to 100 in `unit`; 0 switches it off.
[[nodiscard]] inline ParameterSpec weight(std::string_view name, std::string_view unit,
                                          double value, Evidence evidence, std::string_view help) {
  return {.name = name,
          .kind = ParameterKind::number,
          .unit = unit,
          .min = 0.0,
          .max = 100.0,
          .default_value = value,
          .help = help,
          .source = evidence.source,
          .low = evidence.low,
          .high = evidence.high};
}

/// A constant on the logit scale, -10 to 10.
[[nodiscard]] inline ParameterSpec intercept(double value, Evidence evidence,
                                             std::string_view help) {
  ParameterSpec spec = weight("intercept", "1", value, evidence, help);
  spec.min = -10.0;
  spec.max = 10.0;
  return spec;
}

/// A probability or a share, 0 to 1.
[[nodiscard]] inline ParameterSpec share(std::string_view name, double value, Evidence evidence,
                                         std::string_view help) {
  ParameterSpec spec = weight(name, "1", value, evidence, help);
  spec.kind = ParameterKind::share;
  spec.max = 1.0;
  return spec;
}

/// W0 of ln(1 + wait / W0): a choice of scale, not a coefficient to be doubted beside the weight it
/// goes with.
[[nodiscard]] inline ParameterSpec wait_scale() {
  return {.name = "wait_scale",
          .kind = ParameterKind::duration,
          .unit = "s",
          .min = 1.0,
          .max = 864000.0,
          .default_value = kMinute,
          .help = "A wait of this length counts ln 2 times its weight; each further minute less."};
}

/// ln(1 + wait / scale): the first minutes of a wait hurt most.
[[nodiscard]] inline double log_wait(double wait_s, Duration scale) {
  if (wait_s <= 0.0) return 0.0;  // as often as not, and what the formula gives
  return exact::log(1.0 + wait_s / to_seconds(scale));
}

/// Attempts after the first one.
[[nodiscard]] inline double further_contacts(const IssueView& issue) {
  return issue.contacts > 1 ? static_cast<double>(issue.contacts - 1) : 0.0;
}

/// exp(x), cut at e^300 so that 0 times it is 0.
[[nodiscard]] inline double growth(double x) { return exact::exp(std::min(x, 300.0)); }

/// `share` with its odds multiplied by exp(shift), shift >= -300; 0 stays 0, and 1 stays 1.
[[nodiscard]] inline double with_odds(double share, double shift) {
  const double weighted = share * growth(shift);
  return weighted / (1.0 - share + weighted);
}

/// The answers of a function of one number that is asked about few different ones again and again:
/// finding an answer costs a quarter of an exponential.
class RememberedAnswers {
 public:
  /// function(x); `function` must be the same in every call.
  template <class Function>
  [[nodiscard]] double at(double x, const Function& function) {
    // The top bits of the product depend on all bits of x.
    Answer& answer = answers_[std::bit_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15u >> 58];
    if (answer.x != x) answer = {x, function(x)};
    return answer.value;
  }

 private:
  struct Answer {
    double x = std::numeric_limits<double>::quiet_NaN();  ///< equal to no number
    double value = 0.0;
  };
  std::array<Answer, 64> answers_;
};

/// The number or share at `index` of a table.
[[nodiscard]] inline double number_at(const ParameterValues& values, std::size_t index) {
  return std::get<double>(values[index]);
}

}  // namespace holdline
