// Idea: everybody answers a survey with the same probability, so that what is reported differs from
// what is true by chance alone. To see how much of that difference is who answers.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Constant final : public SurveyResponsePolicy {
 public:
  explicit Constant(const ParameterValues& values) : share_(number_at(values, 0)) {}

  double response_probability(const IssueView&, const CustomerView&, bool) override {
    return share_;
  }

 private:
  double share_;
};

}  // namespace

PolicyEntry constant_survey_response_policy() {
  return {
      .name = "constant",
      .summary = "The same share of customers answers, whatever happened",
      .parameters = {share("share", 0.15, {"assumed", 0.05, 0.3}, "P(answers after an issue).")},
      .factory = make_factory<Constant>(),
      .check = nullptr};
}

}  // namespace holdline
