// Idea: a straight line: so many are satisfied when the first contact resolves the issue, 15 points
// fewer for each further one [vendor: SQM], down to a floor. For whoever wants the vendor's rule as
// it is told, and as a check of the logistic one. The shares at the first contact are assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class ByContacts final : public SatisfactionPolicy {
 public:
  explicit ByContacts(const ParameterValues& values)
      : resolved_(number_at(values, 0)),
        unresolved_(number_at(values, 1)),
        contact_(number_at(values, 2)),
        floor_(number_at(values, 3)) {}

  double satisfaction_probability(const IssueView& issue, const CustomerView&) override {
    const double base = issue.is_resolved ? resolved_ : unresolved_;
    return std::max(floor_, base - contact_ * further_contacts(issue));
  }

 private:
  double resolved_;
  double unresolved_;
  double contact_;
  double floor_;
};

std::string check(const ParameterValues& values) {
  if (number_at(values, 1) > number_at(values, 0)) {
    return "unresolved: expected no more than `resolved`";
  }
  if (number_at(values, 3) > number_at(values, 1)) {
    return "floor: expected no more than `unresolved`";
  }
  return {};
}

}  // namespace

PolicyEntry by_contacts_satisfaction_policy() {
  return {.name = "by_contacts",
          .summary = "So many points fewer are satisfied for each further contact",
          .parameters = {share("resolved", 0.85, {"assumed", 0.75, 0.95},
                               "Satisfied when the first contact resolved the issue."),
                         share("unresolved", 0.35, {"assumed", 0.2, 0.5},
                               "Satisfied when one contact did not resolve it, and none followed."),
                         share("contact", 0.15, {"vendor", 0.05, 0.2},
                               "Fewer for each contact after the first."),
                         share("floor", 0.1, {"assumed", 0.0, 0.2}, "Never fewer than this.")},
          .factory = make_factory<ByContacts>(),
          .check = check};
}

}  // namespace holdline
