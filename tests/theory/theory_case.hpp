// A theory case: a scenario file and what is known about it; and how a run is held against that.
//
// A check passes when the known value lies within the simulation's interval at error probability
// 1e-6, and when that interval is narrow enough to be a test: `detects` is the relative error it
// would find, half the time at least. Seeds are the files' own and never tuned.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "holdline/record/facts.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline::theory {

inline constexpr double kErrorProbability = 1e-6;

/// One known value.
struct Check {
  std::string metric;  ///< of the catalogue; or the name of `of_contact`
  double expected = 0.0;
  double detects = 0.01;  ///< the largest relative error that may go unseen
  /// Standard error of `expected`, 0 if exact. Negative: the reference is as noisy as this many
  /// replications of ours would be.
  double reference_error = 0.0;
  std::optional<std::uint32_t> contact_type = std::nullopt;  ///< nullopt: all
  std::optional<std::uint32_t> interval = std::nullopt;      ///< nullopt: the whole
  double scale = 1.0;                                        ///< the metric is multiplied by this
  /// For what no metric says: summed over the contacts of a replication.
  std::function<double(const ContactRecord&)> of_contact = nullptr;
};

/// Reference error of a printed result over `replications` whose own error was not printed.
[[nodiscard]] constexpr double as_of_replications(double replications) { return -replications; }
/// Reference error from the half width of a printed 95 % interval.
[[nodiscard]] constexpr double from_half_width(double half_width) { return half_width / 1.96; }

struct Case {
  std::string file;  ///< below tests/theory/
  std::vector<Check> checks;
  /// Instead of `checks`: what depends on the scenario's own numbers.
  std::function<std::vector<Check>(const Scenario&)> derive = nullptr;
};

/// How one check came out.
struct CheckOutcome {
  std::string label;
  double value = 0.0;
  double expected = 0.0;
  double half_width = 0.0;  ///< at kErrorProbability, the reference's error included
  double z = 0.0;           ///< normal equivalent of the deviation in standard errors
  double detects = 0.0;     ///< relative
  double detects_limit = 0.0;
  [[nodiscard]] bool covers() const;
  [[nodiscard]] bool is_sharp() const { return detects <= detects_limit; }
};

struct CaseOutcome {
  std::string file;
  std::string error;  ///< empty, or why there are no outcomes: a diagnostic or a violation
  std::vector<CheckOutcome> checks;
  std::uint64_t contacts = 0;
};

/// Runs the cases, two at a time, each on one thread; outcomes in the order of the cases.
[[nodiscard]] std::vector<CaseOutcome> run_cases(std::span<const Case> cases);

/// The outcomes of all families, run once however often they are asked for.
struct Family {
  std::string name;
  std::vector<CaseOutcome> outcomes;
};
[[nodiscard]] const std::vector<Family>& all_families();

// The families, each in its own file.
[[nodiscard]] std::vector<Case> loss_cases();
[[nodiscard]] std::vector<Case> delay_cases();
[[nodiscard]] std::vector<Case> abandonment_cases();
[[nodiscard]] std::vector<Case> general_patience_cases();
[[nodiscard]] std::vector<Case> priority_cases();
[[nodiscard]] std::vector<Case> day_cases();
[[nodiscard]] std::vector<Case> time_varying_cases();
[[nodiscard]] std::vector<Case> feedback_cases();

}  // namespace holdline::theory
