// Idea: the satisfied recommend, the unsatisfied warn, and effort shifts both from promoter towards
// detractor: customers in high effort turn disloyal whether or not they were satisfied [vendor:
// CEB, Dixon, Toman & DeLisi 2013]. From shares at no effort, the odds of promoter to passive fall
// and those of detractor to passive rise by the same factor for each unit of effort. The shares are
// assumed: a net promoter score of +40 among the satisfied and of -60 among the others.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

/// The odds that effort may turn at most: e^30.
constexpr double kMostShift = 30.0;

class BySatisfaction final : public RecommendationPolicy {
 public:
  explicit BySatisfaction(const ParameterValues& values)
      : satisfied_{.promoter = number_at(values, 0), .detractor = number_at(values, 1)},
        unsatisfied_{.promoter = number_at(values, 2), .detractor = number_at(values, 3)},
        effort_(number_at(values, 4)) {}

  RecommendationShares recommendation(const IssueView& issue, const CustomerView&,
                                      bool is_satisfied) override {
    const RecommendationShares& shares = is_satisfied ? satisfied_ : unsatisfied_;
    const double factor = exact::exp(std::min(effort_ * issue.effort, kMostShift));
    const double promoter = shares.promoter / factor;
    const double detractor = shares.detractor * factor;
    const double passive = std::max(0.0, 1.0 - shares.promoter - shares.detractor);
    const double sum = promoter + passive + detractor;
    return {.promoter = promoter / sum,
            .detractor = std::min(detractor / sum, 1.0 - promoter / sum)};
  }

 private:
  RecommendationShares satisfied_;
  RecommendationShares unsatisfied_;
  double effort_;
};

std::string check(const ParameterValues& values) {
  if (number_at(values, 0) + number_at(values, 1) > 1.0) {
    return "satisfied_detractor: expected at most 1 together with `satisfied_promoter`";
  }
  if (number_at(values, 2) + number_at(values, 3) > 1.0) {
    return "unsatisfied_detractor: expected at most 1 together with `unsatisfied_promoter`";
  }
  if (number_at(values, 2) > number_at(values, 0)) {
    return "unsatisfied_promoter: expected no more than `satisfied_promoter`";
  }
  if (number_at(values, 3) < number_at(values, 1)) {
    return "unsatisfied_detractor: expected no less than `satisfied_detractor`";
  }
  return {};
}

}  // namespace

PolicyEntry by_satisfaction_recommendation_policy() {
  return {.name = "by_satisfaction",
          .summary = "The satisfied recommend, the others warn; effort shifts both to warning",
          .parameters = {share("satisfied_promoter", 0.5, {"assumed", 0.35, 0.65},
                               "Promoters among the satisfied, without effort."),
                         share("satisfied_detractor", 0.1, {"assumed", 0.05, 0.2},
                               "Detractors among the satisfied, without effort."),
                         share("unsatisfied_promoter", 0.05, {"assumed", 0.0, 0.15},
                               "Promoters among the unsatisfied, without effort."),
                         share("unsatisfied_detractor", 0.65, {"assumed", 0.45, 0.8},
                               "Detractors among the unsatisfied, without effort."),
                         weight("effort", "1", 0.3, {"assumed", 0.0, 0.8},
                                "Taken off the log odds of promoter to passive, and added to those "
                                "of detractor, for each unit of effort.")},
          .factory = make_factory<BySatisfaction>(),
          .check = check};
}

}  // namespace holdline
