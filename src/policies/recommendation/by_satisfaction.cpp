// Idea: the satisfied recommend, the unsatisfied warn, and effort shifts both from promoter towards
// detractor: customers in high effort turn disloyal whether or not they were satisfied [vendor:
// CEB, Dixon, Toman & DeLisi 2013]. Detractor, passive, promoter are ordered, so that effort enters
// as in an ordered logit: each unit takes the same off the logit of being a promoter and off that
// of not being a detractor, which keeps the shares in order at any effort. The shares without
// effort are assumed: a net promoter score of +40 among the satisfied and of -60 among the others.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class BySatisfaction final : public RecommendationPolicy {
 public:
  explicit BySatisfaction(const ParameterValues& values)
      : satisfied_{.promoter = number_at(values, 0), .detractor = number_at(values, 1)},
        unsatisfied_{.promoter = number_at(values, 2), .detractor = number_at(values, 3)},
        effort_(number_at(values, 4)) {}

  RecommendationShares recommendation(const IssueView& issue, const CustomerView&,
                                      bool is_satisfied) override {
    const RecommendationShares& shares = is_satisfied ? satisfied_ : unsatisfied_;
    // One share's odds are divided by this, the other's multiplied.
    const double odds = growth(effort_ * issue.effort);
    const double promoter = shares.promoter / (shares.promoter + (1.0 - shares.promoter) * odds);
    const double warned = shares.detractor * odds;
    const double detractor = warned / (1.0 - shares.detractor + warned);
    return {.promoter = promoter, .detractor = std::min(detractor, 1.0 - promoter)};
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
                                "Taken off the logit of a promoter and added to the logit of a "
                                "detractor, for each unit of effort.")},
          .factory = make_factory<BySatisfaction>(),
          .check = check};
}

}  // namespace holdline
