// Idea: promoters bring customers, detractors keep them away, the others do nothing. What is told
// of a bad experience is told to more people than what is told of a good one, so that the harm is
// assumed the larger. Both numbers are assumed; they are the weakest link of any verdict that rests
// on them.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class ByRecommendation final : public ReferralPolicy {
 public:
  explicit ByRecommendation(const ParameterValues& values)
      : promoter_(number_at(values, 0)), detractor_(number_at(values, 1)) {}

  double referrals(const IssueView&, const CustomerView&, int recommendation) override {
    if (recommendation > 0) return promoter_;
    return recommendation < 0 ? -detractor_ : 0.0;
  }

 private:
  double promoter_;
  double detractor_;
};

ParameterSpec customers(std::string_view name, double value, Evidence evidence,
                        std::string_view help) {
  ParameterSpec spec = weight(name, "customers", value, evidence, help);
  spec.max = 10.0;
  return spec;
}

}  // namespace

PolicyEntry by_recommendation_referral_policy() {
  return {.name = "by_recommendation",
          .summary = "Promoters win customers, detractors keep them away",
          .parameters = {customers("promoter", 0.02, {"assumed", 0.0, 0.05},
                                   "Customers won by a promoter, for each issue."),
                         customers("detractor", 0.03, {"assumed", 0.0, 0.1},
                                   "Customers kept away by a detractor, for each issue.")},
          .factory = make_factory<ByRecommendation>(),
          .check = nullptr};
}

}  // namespace holdline
