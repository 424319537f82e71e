// Idea: the surveys' own numbers: 5 % intend to leave when the issue was resolved at the first
// contact, 9 % when it took several, 25 % when it was not resolved [vendor: SQM]; of those who
// intend to, a part does [assumed .3]. Waits, effort and abandoned attempts multiply that; these
// weights are assumed as small, since the surveys' customers had ordinary waits and effort already.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class ByContacts final : public ChurnPolicy {
 public:
  explicit ByContacts(const ParameterValues& values)
      : first_contact_(number_at(values, 0)),
        several_contacts_(number_at(values, 1)),
        unresolved_(number_at(values, 2)),
        conversion_(number_at(values, 3)),
        wait_(number_at(values, 4)),
        wait_scale_(std::get<Duration>(values[5])),
        effort_(number_at(values, 6)),
        abandonment_(number_at(values, 7)) {}

  double churn_probability(const IssueView& issue, const CustomerView&, bool) override {
    const double terms = wait_ * log_wait(to_seconds(issue.wait), wait_scale_) +
                         effort_ * issue.effort + abandonment_ * issue.abandonments;
    return std::min(1.0, intent(issue) * conversion_ * growth(terms));
  }

 private:
  double intent(const IssueView& issue) const {
    if (!issue.is_resolved) return unresolved_;
    return issue.contacts > 1 ? several_contacts_ : first_contact_;
  }

  double first_contact_;
  double several_contacts_;
  double unresolved_;
  double conversion_;
  double wait_;
  Duration wait_scale_;
  double effort_;
  double abandonment_;
};

}  // namespace

PolicyEntry by_contacts_churn_policy() {
  return {.name = "by_contacts",
          .summary = "Leaves by resolution and contacts, more after waits, effort, abandonments",
          .parameters = {share("first_contact", 0.05, {"vendor", 0.02, 0.08},
                               "Intend to leave when the first contact resolved the issue."),
                         share("several_contacts", 0.09, {"vendor", 0.05, 0.15},
                               "Intend to leave when it took several contacts."),
                         share("unresolved", 0.25, {"vendor", 0.12, 0.35},
                               "Intend to leave when the issue was not resolved."),
                         share("conversion", 0.3, {"assumed", 0.1, 0.6},
                               "The part of those who intend to leave that does."),
                         weight("wait", "1", 0.05, {"assumed", 0.0, 0.2},
                                "In the exponent, of ln(1 + time in queues / wait_scale)."),
                         wait_scale(),
                         weight("effort", "1", 0.1, {"assumed", 0.0, 0.3},
                                "In the exponent, for each unit of effort."),
                         weight("abandonment", "1", 0.1, {"assumed", 0.0, 0.4},
                                "In the exponent, for each abandoned attempt.")},
          .factory = make_factory<ByContacts>(),
          .check = nullptr};
}

}  // namespace holdline
