// Idea: those who answer a survey are not those who were served: strong feelings answer more, bad
// experiences more than good ones, so that reported satisfaction is not the true one. The odds of
// an answer rise with the distance of her mood from the middle and with dissatisfaction. Both
// effects, and the 15 % of a customer in middling mood who is satisfied, are assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class ByMood final : public SurveyResponsePolicy {
 public:
  explicit ByMood(const ParameterValues& values)
      : base_(number_at(values, 0)),
        extreme_(number_at(values, 1)),
        dissatisfied_(number_at(values, 2)) {}

  double response_probability(const IssueView&, const CustomerView& customer,
                              bool is_satisfied) override {
    const double tilt = 2.0 * customer.mood - 1.0;  // -1 to 1
    const double shift = extreme_ * tilt * tilt + (is_satisfied ? 0.0 : dissatisfied_);
    return shares_.at(shift, [this](double x) { return with_odds(base_, x); });
  }

 private:
  double base_;
  double extreme_;
  double dissatisfied_;
  RememberedAnswers shares_;  ///< moods are the start's and what a few experiences made of it
};

}  // namespace

PolicyEntry by_mood_survey_response_policy() {
  return {.name = "by_mood",
          .summary = "Customers in extreme moods and dissatisfied ones answer more",
          .parameters = {share("base", 0.15, {"assumed", 0.05, 0.3},
                               "P(answers) of a satisfied customer whose mood is in the middle."),
                         weight("extreme", "1", 0.5, {"assumed", 0.0, 1.0},
                                "Added to the logit in a mood of 0 or 1, by the square between."),
                         weight("dissatisfied", "1", 0.4, {"assumed", 0.0, 1.0},
                                "Added to the logit when the issue left her unsatisfied.")},
          .factory = make_factory<ByMood>(),
          .check = nullptr};
}

}  // namespace holdline
