// Idea: customers put up with trouble until they do not: nobody leaves before so many issues in a
// row have left her unsatisfied, this one counted; from then on each further one may be the last.
// A satisfying issue in between starts the count again. The opposite extreme of churn that grows
// with every minute of wait: if a verdict holds under both it does not hang on the form. Assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Threshold final : public ChurnPolicy {
 public:
  explicit Threshold(const ParameterValues& values)
      : bad_issues_(std::get<std::int64_t>(values[0])), share_(number_at(values, 1)) {}

  double churn_probability(const IssueView&, const CustomerView& customer,
                           bool is_satisfied) override {
    if (is_satisfied) return 0.0;
    return std::int64_t{customer.bad_issues} + 1 >= bad_issues_ ? share_ : 0.0;
  }

 private:
  std::int64_t bad_issues_;
  double share_;
};

}  // namespace

PolicyEntry threshold_churn_policy() {
  return {.name = "threshold",
          .summary = "Nobody leaves before so many bad issues in a row",
          .parameters = {{.name = "bad_issues",
                          .kind = ParameterKind::integer,
                          .unit = "issues",
                          .min = 1.0,
                          .max = 1000.0,
                          .default_value = std::int64_t{2},
                          .help = "Unsatisfying issues in a row, this one counted, from which on "
                                  "she may leave."},
                         share("share", 0.3, {"assumed", 0.1, 0.6},
                               "P(leaves) at each unsatisfying issue from then on.")},
          .factory = make_factory<Threshold>(),
          .check = nullptr};
}

}  // namespace holdline
