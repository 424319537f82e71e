// Idea: count what anybody can count, how often she had to get in touch or was passed on. For a
// centre that records no more than that, and as a check that a verdict does not hang on the finer
// weights of `accumulated`. The step of ease is assumed.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class ByContacts final : public EffortPolicy {
 public:
  explicit ByContacts(const ParameterValues& values) : ease_step_(number_at(values, 0)) {}

  double effort(const IssueView& issue) override {
    return further_contacts(issue) + issue.transfers;
  }

  double ease(double effort) override { return std::max(1.0, 7.0 - ease_step_ * effort); }

 private:
  double ease_step_;
};

}  // namespace

PolicyEntry by_contacts_effort_policy() {
  return {.name = "by_contacts",
          .summary = "Contacts after the first and transfers, counted",
          .parameters = {weight("ease_step", "1", 1.5, {"assumed", 0.75, 2.5},
                                "Taken off an ease of 7 for each of them, down to 1.")},
          .factory = make_factory<ByContacts>(),
          .check = nullptr};
}

}  // namespace holdline
