// Runs a case and holds each figure against what is known.
#include "theory/theory_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "holdline/experiment/experiment.hpp"
#include "holdline/scenario/load.hpp"
#include "theory/student_t.hpp"

namespace holdline::theory {
namespace {

/// A value, its standard error and the degrees of freedom of that.
struct Measured {
  double value = 0.0;
  double error = 0.0;
  double observations = 0.0;
};

/// Sums over the contacts of each replication what checks ask for.
class ContactSums final : public RecordSink {
 public:
  explicit ContactSums(const std::vector<Check>& checks) : checks_(checks), sums_(checks.size()) {}

  void on_replication_start(const ReplicationStart&) override {
    for (auto& of_check : sums_) of_check.push_back(0.0);
  }
  void on_contact(const ContactRecord& contact) override {
    for (std::size_t i = 0; i < checks_.size(); ++i) {
      if (checks_[i].of_contact) sums_[i].back() += checks_[i].of_contact(contact);
    }
  }
  [[nodiscard]] Measured measured(std::size_t check) const {
    const std::vector<double>& values = sums_[check];
    const auto n = static_cast<double>(values.size());
    double mean = 0.0;
    for (const double value : values) mean += value / n;
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / (n - 1.0) / n), n};
  }

 private:
  const std::vector<Check>& checks_;
  std::vector<std::vector<double>> sums_;  ///< by check and replication
};

std::optional<Measured> find_figure(const Result& result, const Check& check) {
  for (const Figure& figure : result.figures) {
    const bool is_row = check.contact_type ? figure.row.kind == ScopeKind::contact_type &&
                                                 figure.row.index == *check.contact_type
                                           : figure.row.kind == ScopeKind::all;
    if (!is_row || figure.metric->id != check.metric || figure.interval != check.interval) continue;
    const Estimate& estimate = figure.estimate;
    if (!estimate.has_interval) return std::nullopt;
    const auto n = static_cast<double>(estimate.observations);
    const double half_width = 0.5 * (estimate.high - estimate.low);
    const double bound = student_t_bound(1.0 - result.settings.confidence, n - 1.0);
    return Measured{estimate.value, half_width / bound, n};
  }
  return std::nullopt;
}

std::string label_of(const Check& check) {
  std::string label = check.metric;
  if (check.contact_type) label += fmt::format(" of type {}", *check.contact_type);
  if (check.interval) label += fmt::format(" in interval {}", *check.interval);
  return label;
}

CheckOutcome hold_against(const Check& check, const Measured& measured) {
  const double error = measured.error * check.scale;
  const double reference_error =
      check.reference_error >= 0.0
          ? check.reference_error
          : error * std::sqrt(measured.observations / -check.reference_error);
  const double both = std::hypot(error, reference_error);
  const double degrees = measured.observations - 1.0;
  CheckOutcome outcome;
  outcome.label = label_of(check);
  outcome.value = measured.value * check.scale;
  outcome.expected = check.expected;
  outcome.half_width = student_t_bound(kErrorProbability, degrees) * both;
  const double deviation = outcome.value - check.expected;
  outcome.z = both > 0.0 ? normal_equivalent(deviation / both, degrees) : 0.0;
  outcome.detects = check.expected != 0.0 ? outcome.half_width / std::abs(check.expected) : 0.0;
  outcome.detects_limit = check.detects;
  return outcome;
}

CaseOutcome run_case(const Case& each, const PolicyRegistry& registry) {
  CaseOutcome outcome;
  outcome.file = each.file;
  const LoadResult loaded =
      load_scenario(std::string(HOLDLINE_SOURCE_DIR "/tests/theory/") + each.file, registry);
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    if (diagnostic.severity == Severity::error) outcome.error += to_string(diagnostic) + "\n";
  }
  if (!loaded.scenario) return outcome;
  const std::vector<Check> checks = each.derive ? each.derive(*loaded.scenario) : each.checks;
  ContactSums sums(checks);
  ExperimentSpec spec;
  spec.threads = 1;
  if (std::any_of(checks.begin(), checks.end(),
                  [](const Check& check) { return check.of_contact != nullptr; })) {
    spec.trace = &sums;
  }
  const Result result = run_experiment(*loaded.scenario, spec);
  outcome.error = result.violation;
  for (const PlanRun& run : result.runs) outcome.contacts += run.contacts;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    const std::optional<Measured> measured =
        checks[i].of_contact ? sums.measured(i) : find_figure(result, checks[i]);
    if (measured) {
      outcome.checks.push_back(hold_against(checks[i], *measured));
    } else {
      outcome.error += fmt::format("no figure for {}\n", label_of(checks[i]));
    }
  }
  return outcome;
}

}  // namespace

bool CheckOutcome::covers() const { return std::abs(value - expected) <= half_width; }

std::vector<CaseOutcome> run_cases(std::span<const Case> cases) {
  const PolicyRegistry registry = PolicyRegistry::built_in();
  std::vector<CaseOutcome> outcomes(cases.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < cases.size(); i = next++) {
      outcomes[i] = run_case(cases[i], registry);
    }
  };
  std::thread other(work);
  work();
  other.join();
  return outcomes;
}

const std::vector<Family>& all_families() {
  static const std::vector<Family> families = [] {
    struct Named {
      std::string name;
      std::vector<Case> cases;
    };
    const std::vector<Named> named{{"loss", loss_cases()},
                                   {"delay", delay_cases()},
                                   {"abandonment", abandonment_cases()},
                                   {"general patience", general_patience_cases()},
                                   {"priorities", priority_cases()},
                                   {"days", day_cases()},
                                   {"time-varying", time_varying_cases()},
                                   {"feedback", feedback_cases()}};
    // All in one go, so that both threads are busy until the end.
    std::vector<Case> cases;
    for (const Named& each : named) {
      cases.insert(cases.end(), each.cases.begin(), each.cases.end());
    }
    std::vector<CaseOutcome> outcomes = run_cases(cases);
    std::vector<Family> result;
    auto first = outcomes.begin();
    for (const Named& each : named) {
      const auto last = first + static_cast<std::ptrdiff_t>(each.cases.size());
      result.push_back(
          {each.name, {std::make_move_iterator(first), std::make_move_iterator(last)}});
      first = last;
    }
    return result;
  }();
  return families;
}

}  // namespace holdline::theory
