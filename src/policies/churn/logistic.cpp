// Idea: a usual regression of churn: the odds of leaving start from those of a satisfied customer
// with no trouble, and are multiplied by dissatisfaction, effort, waiting, a history of bad issues,
// and her mood. Anchored where `by_contacts` is: 1.5 % (5 % intent × .3) and, when the issue left
// her unsatisfied, 7 % (25 % × .3) [vendor: SQM, conversion assumed]; other weights are assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Logistic final : public ChurnPolicy {
 public:
  explicit Logistic(const ParameterValues& values)
      : base_(number_at(values, 0)),
        unsatisfied_(number_at(values, 1)),
        effort_(number_at(values, 2)),
        wait_(number_at(values, 3)),
        wait_scale_(std::get<Duration>(values[4])),
        bad_issue_(number_at(values, 5)),
        mood_(number_at(values, 6)) {}

  double churn_probability(const IssueView& issue, const CustomerView& customer,
                           bool is_satisfied) override {
    return with_odds(base_, (is_satisfied ? 0.0 : unsatisfied_) + effort_ * issue.effort +
                                wait_ * log_wait(to_seconds(issue.wait), wait_scale_) +
                                bad_issue_ * customer.bad_issues + mood_ * (0.5 - customer.mood));
  }

 private:
  double base_;
  double unsatisfied_;
  double effort_;
  double wait_;
  Duration wait_scale_;
  double bad_issue_;
  double mood_;
};

}  // namespace

PolicyEntry logistic_churn_policy() {
  return {.name = "logistic",
          .summary = "Leaves with odds by satisfaction, effort, wait, bad issues before and mood",
          .parameters = {share("base", 0.015, {"assumed", 0.005, 0.03},
                               "P(leaves) when satisfied, without effort, wait or history."),
                         weight("unsatisfied", "1", 1.6, {"assumed", 0.8, 2.4},
                                "Added to the logit when the issue left her unsatisfied."),
                         weight("effort", "1", 0.1, {"assumed", 0.0, 0.3},
                                "Added to the logit for each unit of effort."),
                         weight("wait", "1", 0.05, {"assumed", 0.0, 0.2},
                                "Added to the logit for each unit of ln(1 + wait / wait_scale)."),
                         wait_scale(),
                         weight("bad_issue", "1", 0.3, {"assumed", 0.0, 0.8},
                                "Added to the logit for each bad issue in a row before this one."),
                         weight("mood", "1", 1.0, {"assumed", 0.0, 2.0},
                                "Added to the logit, times 0.5 - mood.")},
          .factory = make_factory<Logistic>(),
          .check = nullptr};
}

}  // namespace holdline
