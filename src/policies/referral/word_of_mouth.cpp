// Idea: count the people who are told: one when the issue was resolved, three to five when it was
// not [vendor], and let a part of them become customers or stay away for it. What she would say in
// a recommendation survey does not matter here. That part is assumed, and the same for good and
// bad.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class WordOfMouth final : public ReferralPolicy {
 public:
  explicit WordOfMouth(const ParameterValues& values)
      : won_(number_at(values, 0) * number_at(values, 2)),
        kept_away_(number_at(values, 1) * number_at(values, 3)) {}

  double referrals(const IssueView& issue, const CustomerView&, int) override {
    return issue.is_resolved ? won_ : -kept_away_;
  }

 private:
  double won_;
  double kept_away_;
};

/// At most 10 people, so that the answer stays within what the contract allows.
ParameterSpec told(std::string_view name, double value, Evidence evidence, std::string_view help) {
  ParameterSpec spec = weight(name, "people", value, evidence, help);
  spec.max = 10.0;
  return spec;
}

}  // namespace

PolicyEntry word_of_mouth_referral_policy() {
  return {.name = "word_of_mouth",
          .summary = "One is told of a resolved issue, several of one that was not",
          .parameters = {told("told_resolved", 1.0, {"vendor", 0.5, 2.0},
                              "People who hear of an issue that was resolved."),
                         told("told_unresolved", 4.0, {"vendor", 3.0, 5.0},
                              "People who hear of an issue that was not."),
                         share("won", 0.01, {"assumed", 0.0, 0.03},
                               "The part of those who hear good of it that becomes customers."),
                         share("kept_away", 0.01, {"assumed", 0.0, 0.03},
                               "The part of those who hear bad of it that would have become "
                               "customers and stays away.")},
          .factory = make_factory<WordOfMouth>(),
          .check = nullptr};
}

}  // namespace holdline
