// Idea: only how easy it was counts: 96 % of those who had a hard time turned disloyal and 9 % of
// those who had an easy one [vendor: CEB, Dixon, Toman & DeLisi 2013], here taken for detractors.
// Between an effortless and an endless issue both shares move with exp(-effort / scale), as the
// ease of the effort policy `accumulated` does. The shares of promoters are assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class ByEase final : public RecommendationPolicy {
 public:
  explicit ByEase(const ParameterValues& values)
      : easy_{.promoter = number_at(values, 0), .detractor = number_at(values, 1)},
        hard_{.promoter = number_at(values, 2), .detractor = number_at(values, 3)},
        scale_(number_at(values, 4)) {}

  RecommendationShares recommendation(const IssueView& issue, const CustomerView&, bool) override {
    const double ease = exact::exp(-issue.effort / scale_);  // 1: effortless
    const double promoter = hard_.promoter + (easy_.promoter - hard_.promoter) * ease;
    const double detractor = hard_.detractor + (easy_.detractor - hard_.detractor) * ease;
    return {.promoter = promoter, .detractor = std::min(detractor, 1.0 - promoter)};
  }

 private:
  RecommendationShares easy_;
  RecommendationShares hard_;
  double scale_;
};

std::string check(const ParameterValues& values) {
  if (number_at(values, 0) + number_at(values, 1) > 1.0) {
    return "easy_detractor: expected at most 1 together with `easy_promoter`";
  }
  if (number_at(values, 2) + number_at(values, 3) > 1.0) {
    return "hard_detractor: expected at most 1 together with `hard_promoter`";
  }
  if (number_at(values, 2) > number_at(values, 0)) {
    return "hard_promoter: expected no more than `easy_promoter`";
  }
  if (number_at(values, 3) < number_at(values, 1)) {
    return "hard_detractor: expected no less than `easy_detractor`";
  }
  return {};
}

ParameterSpec scale() {
  ParameterSpec spec = weight("scale", "1", 3.0, {"assumed", 2.0, 5.0},
                              "The effort that takes the shares 63 % of the way to the hard ones.");
  spec.min = 0.01;
  return spec;
}

}  // namespace

PolicyEntry by_ease_recommendation_policy() {
  return {.name = "by_ease",
          .summary = "Promoters and detractors by effort alone",
          .parameters = {share("easy_promoter", 0.5, {"assumed", 0.3, 0.65},
                               "Promoters after an issue without effort."),
                         share("easy_detractor", 0.09, {"vendor", 0.05, 0.2},
                               "Detractors after an issue without effort."),
                         share("hard_promoter", 0.02, {"assumed", 0.0, 0.04},
                               "Promoters when the effort was without end."),
                         share("hard_detractor", 0.96, {"vendor", 0.7, 0.96},
                               "Detractors when the effort was without end."),
                         scale()},
          .factory = make_factory<ByEase>(),
          .check = check};
}

}  // namespace holdline
