// Idea: a served contact resolves its issue with odds that the agent's skill raises and the issue's
// difficulty lowers, on the logit scale, where equal steps stay possible near 0 and 1. What a
// machine has learnt before helps; a hand-over loses some of what the first agent knew. At 0 skill
// and difficulty three of four are resolved, within the 70 to 79 % that SQM calls a good
// first-contact resolution; that value and the two small weights are assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Logistic final : public ResolutionPolicy {
 public:
  explicit Logistic(const ParameterValues& values)
      : intercept_(number_at(values, 0)),
        context_(number_at(values, 1)),
        escalated_(number_at(values, 2)) {}

  bool looks_back() const override { return false; }

  double resolution_probability(const ServedContactView& contact, const IssueView&,
                                const CustomerView&) override {
    const double logit = intercept_ + contact.skill + (contact.has_context ? context_ : 0.0) -
                         (contact.is_escalated ? escalated_ : 0.0);
    return shares_.at(logit, logistic);
  }

 private:
  double intercept_;
  double context_;
  double escalated_;
  RememberedAnswers shares_;  ///< one for each agent group and issue type, in each circumstance
};

}  // namespace

PolicyEntry logistic_resolution_policy() {
  return {.name = "logistic",
          .summary = "Resolved with odds that rise with skill and fall with difficulty",
          .parameters =
              {intercept(1.1, {"assumed", 0.4, 1.9},
                         "Logit of resolution at skill equal to difficulty; 1.1 is 75 %."),
               weight("context", "1", 0.2, {"assumed", 0.0, 0.5},
                      "Added when a machine passed on what it had learnt."),
               weight("escalated", "1", 0.2, {"assumed", 0.0, 0.5},
                      "Taken off when the contact was handed over, for what got lost on the way.")},
          .factory = make_factory<Logistic>(),
          .check = nullptr};
}

}  // namespace holdline
