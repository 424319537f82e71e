// Outcome policies that break their contract, to see them caught.
#include <limits>
#include <memory>

#include "contract/contract_checks.hpp"
#include "support/catch.hpp"

namespace holdline {
namespace {

template <class Policy>
std::string first_breach() {
  const PolicyEntry entry{.name = "bad",
                          .summary = "Breaks its contract",
                          .parameters = {},
                          .factory = [](const ParameterValues&,
                                        const PolicySetup&) { return std::make_unique<Policy>(); },
                          .check = nullptr};
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const std::vector<std::string> found = test::breaches(entry, seed);
    if (!found.empty()) return found.front().substr(found.front().find(": ") + 2);
  }
  return "none";
}

class SkillHarms final : public ResolutionPolicy {
 public:
  double resolution_probability(const ServedContactView& contact, const IssueView&,
                                const CustomerView&) override {
    return logistic(-contact.skill);
  }
};

class LearnsFromQuestions final : public ResolutionPolicy {
 public:
  double resolution_probability(const ServedContactView&, const IssueView&,
                                const CustomerView&) override {
    static unsigned asked = 0;  // shared by all instances: what the contract forbids
    return ++asked % 2 == 0 ? 0.25 : 0.75;
  }
};

class LooksBackSecretly final : public ResolutionPolicy {
 public:
  bool looks_back() const override { return false; }
  double resolution_probability(const ServedContactView&, const IssueView&,
                                const CustomerView& customer) override {
    return 0.5 * customer.mood;
  }
};

class LikesFailure final : public SatisfactionPolicy {
 public:
  double satisfaction_probability(const IssueView& issue, const CustomerView&) override {
    return issue.is_resolved ? 0.4 : 0.6;
  }
};

class NoNumber final : public SatisfactionPolicy {
 public:
  double satisfaction_probability(const IssueView&, const CustomerView&) override {
    return std::numeric_limits<double>::quiet_NaN();
  }
};

class TiresOfEffort final : public EffortPolicy {
 public:
  double effort(const IssueView& issue) override { return 1.0 / (1.0 + issue.contacts); }
  double ease(double) override { return 7.0; }
};

class LikesEffort final : public EffortPolicy {
 public:
  double effort(const IssueView& issue) override { return issue.transfers; }
  double ease(double effort) override { return effort > 1.0 ? 7.0 : 1.0; }
};

class EaseOfTen final : public EffortPolicy {
 public:
  double effort(const IssueView&) override { return 0.0; }
  double ease(double) override { return 10.0; }
};

class AnswersTwice final : public SurveyResponsePolicy {
 public:
  double response_probability(const IssueView&, const CustomerView& customer, bool) override {
    return 2.0 * customer.mood;
  }
};

class MoreThanAll final : public RecommendationPolicy {
 public:
  RecommendationShares recommendation(const IssueView&, const CustomerView&, bool) override {
    return {.promoter = 0.6, .detractor = 0.5};
  }
};

class WarnsWhenSatisfied final : public RecommendationPolicy {
 public:
  RecommendationShares recommendation(const IssueView&, const CustomerView&,
                                      bool is_satisfied) override {
    return {.promoter = 0.2, .detractor = is_satisfied ? 0.5 : 0.2};
  }
};

class LeavesHappy final : public ChurnPolicy {
 public:
  double churn_probability(const IssueView&, const CustomerView&, bool is_satisfied) override {
    return is_satisfied ? 0.1 : 0.0;
  }
};

class Crowd final : public ReferralPolicy {
 public:
  double referrals(const IssueView&, const CustomerView&, int recommendation) override {
    return 11.0 * recommendation;
  }
};

class Backwards final : public ReferralPolicy {
 public:
  double referrals(const IssueView&, const CustomerView&, int recommendation) override {
    return -recommendation;
  }
};

TEST_CASE("the contract checks catch outcome policies that break it", "[contract]") {
  CHECK(first_breach<SkillHarms>() == "resolution_probability: falls with skill");
  CHECK(first_breach<LearnsFromQuestions>() ==
        "resolution_probability: two answers to the same question");
  CHECK(first_breach<LooksBackSecretly>() ==
        "resolution_probability: looks back, and says it does not");
  CHECK(first_breach<LikesFailure>() == "satisfaction_probability: lower when resolved");
  CHECK(first_breach<NoNumber>() == "satisfaction_probability: not in 0 to 1");
  CHECK(first_breach<TiresOfEffort>() == "effort: falls as the issue goes on");
  CHECK(first_breach<LikesEffort>() == "ease: rises with effort");
  CHECK(first_breach<EaseOfTen>() == "ease: not in 1 to 7");
  CHECK(first_breach<AnswersTwice>() == "response_probability: not in 0 to 1");
  CHECK(first_breach<MoreThanAll>() == "recommendation: not shares of one");
  CHECK(first_breach<WarnsWhenSatisfied>() == "recommendation: worse when satisfied");
  CHECK(first_breach<LeavesHappy>() == "churn_probability: higher when satisfied");
  CHECK(first_breach<Crowd>() == "referrals: not in -10 to 10");
  CHECK(first_breach<Backwards>() == "referrals: fewer by who recommends more");
}

}  // namespace
}  // namespace holdline
