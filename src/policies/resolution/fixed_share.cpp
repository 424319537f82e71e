// Idea: every served contact resolves its issue with the same probability, whoever serves it. For
// whoever has measured first-contact resolution and wants no more than that; at 100 %, the default,
// it adds nothing to a world without outcomes.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class FixedShare final : public ResolutionPolicy {
 public:
  explicit FixedShare(const ParameterValues& values) : share_(number_at(values, 0)) {}

  bool looks_back() const override { return false; }

  double resolution_probability(const ServedContactView&, const IssueView&,
                                const CustomerView&) override {
    return share_;
  }

 private:
  double share_;
};

}  // namespace

PolicyEntry fixed_share_resolution_policy() {
  return {.name = "fixed_share",
          .summary = "The same share of served contacts is resolved, whoever serves them",
          .parameters = {share("share", 1.0, {"assumed", 0.7, 1.0},
                               "P(a served contact resolves its issue).")},
          .factory = make_factory<FixedShare>(),
          .check = nullptr};
}

}  // namespace holdline
