// What the policies of recommendation, churn and referral answer, against numbers worked out by
// hand and against the figures their sources quote.
#include "policies/outcome_policies.hpp"

namespace holdline {
namespace {

using test::issue_of;
using test::make_outcome;
using test::refusal_of;
using test::Settings;

RecommendationShares recommends(bool is_satisfied, double effort,
                                std::string_view name = "by_satisfaction",
                                const Settings& settings = {}) {
  IssueView issue = issue_of(1, is_satisfied);
  issue.effort = effort;
  return make_outcome<RecommendationPolicy>(PolicyKind::recommendation, name, settings)
      ->recommendation(issue, CustomerView{}, is_satisfied);
}

void check_shares(const RecommendationShares& shares, double promoter, double detractor) {
  CHECK(shares.promoter == Approx(promoter).margin(1e-12));
  CHECK(shares.detractor == Approx(detractor).margin(1e-12));
}

TEST_CASE("the satisfied recommend and the unsatisfied warn", "[policies][outcomes]") {
  check_shares(recommends(true, 0.0), 0.5, 0.1);
  check_shares(recommends(false, 0.0), 0.05, 0.65);
}

TEST_CASE("effort turns promoters into detractors", "[policies][outcomes]") {
  check_shares(recommends(true, 2.0), 0.354343693774205, 0.168369875991821);
  check_shares(recommends(false, 2.0), 0.028073912947257, 0.771894423757086);
  check_shares(recommends(true, 1e9), 0.0, 1.0);
  check_shares(recommends(true, 2.0, "by_satisfaction", {{"effort", 0.0}}), 0.5, 0.1);
}

TEST_CASE("recommendation by ease goes from the easy shares to the hard ones",
          "[policies][outcomes]") {
  check_shares(recommends(true, 0.0, "by_ease"), 0.5, 0.09);
  check_shares(recommends(false, 0.0, "by_ease"), 0.5, 0.09);
  check_shares(recommends(true, 2.0, "by_ease"), 0.266440217135644, 0.513327106441645);
  check_shares(recommends(true, 1e9, "by_ease"), 0.02, 0.96);
}

TEST_CASE("recommendation refuses shares that are more than all or in the wrong order",
          "[policies][outcomes]") {
  const auto refusal = [](std::string_view name, const Settings& settings) {
    return refusal_of(PolicyKind::recommendation, name, settings);
  };
  CHECK(refusal("by_satisfaction", {}) == "");
  CHECK(refusal("by_ease", {}) == "");
  CHECK(refusal("by_satisfaction", {{"satisfied_promoter", 0.95}}).find("satisfied_detractor") ==
        0);
  CHECK(refusal("by_satisfaction", {{"unsatisfied_promoter", 0.4}})
            .find("unsatisfied_detractor: expected at most 1") == 0);
  CHECK(refusal("by_satisfaction", {{"satisfied_promoter", 0.04}})
            .find("unsatisfied_promoter: expected no more") == 0);
  CHECK(refusal("by_satisfaction", {{"unsatisfied_detractor", 0.09}})
            .find("unsatisfied_detractor: expected no less") == 0);
  CHECK(refusal("by_ease", {{"easy_promoter", 0.95}}).find("easy_detractor") == 0);
  CHECK(refusal("by_ease", {{"hard_promoter", 0.05}}).find("hard_detractor: expected at most 1") ==
        0);
  CHECK(refusal("by_ease", {{"easy_promoter", 0.01}}).find("hard_promoter") == 0);
  CHECK(refusal("by_ease", {{"hard_detractor", 0.05}}).find("hard_detractor: expected no less") ==
        0);
}

double leaves(const IssueView& issue, const CustomerView& customer, bool is_satisfied,
              std::string_view name = "by_contacts", const Settings& settings = {}) {
  return make_outcome<ChurnPolicy>(PolicyKind::churn, name, settings)
      ->churn_probability(issue, customer, is_satisfied);
}

/// An unresolved issue with some of everything that churn depends on.
IssueView troubled() {
  IssueView issue = issue_of(3, false);
  issue.wait = 9 * kMinute;
  issue.effort = 2.0;
  issue.abandonments = 2;
  return issue;
}

CustomerView annoyed() {
  CustomerView customer;
  customer.mood = 0.3;
  customer.issues = 4;
  customer.bad_issues = 2;
  return customer;
}

TEST_CASE("churn by contacts is the surveyed intent times conversion", "[policies][outcomes]") {
  CHECK(leaves(issue_of(1, true), {}, true) == Approx(0.05 * 0.3).margin(1e-12));
  CHECK(leaves(issue_of(2, true), {}, true) == Approx(0.09 * 0.3).margin(1e-12));
  CHECK(leaves(issue_of(1, false), {}, false) == Approx(0.25 * 0.3).margin(1e-12));
  CHECK(leaves(issue_of(7, false), {}, false) == Approx(0.25 * 0.3).margin(1e-12));
  // .075 exp(.05 ln 10 + .1*2 + .1*2)
  CHECK(leaves(troubled(), annoyed(), false) == Approx(0.125539113100271).margin(1e-12));
}

TEST_CASE("each term of churn by contacts at zero is off, and what is beyond one is cut",
          "[policies][outcomes]") {
  const auto without = [](std::string_view name) {
    return leaves(troubled(), {}, false, "by_contacts", {{name, 0.0}}) / 0.125539113100271;
  };
  CHECK(without("wait") == Approx(0.891250938133746).margin(1e-12));         // 10^-.05
  CHECK(without("effort") == Approx(0.818730753077982).margin(1e-12));       // e^-.2
  CHECK(without("abandonment") == Approx(0.818730753077982).margin(1e-12));  // e^-.2
  CHECK(without("conversion") == 0.0);
  CHECK(without("unresolved") == 0.0);
  IssueView endless = troubled();
  endless.effort = 1e9;
  CHECK(leaves(endless, {}, false) == 1.0);
  CHECK(leaves(endless, {}, false, "by_contacts", {{"unresolved", 0.0}}) == 0.0);
}

TEST_CASE("logistic churn starts at 1.5 % and is about 7 % of the unsatisfied",
          "[policies][outcomes]") {
  CHECK(leaves(issue_of(1, true), {}, true, "logistic") == Approx(0.015).margin(1e-12));
  CHECK(leaves(issue_of(1, false), {}, false, "logistic") ==
        Approx(0.070136696816116).margin(1e-12));
  // 1.6 + .1*2 + .05 ln 10 + .3*2 + 1*(.5 - .3) over the logit of .015
  CHECK(leaves(troubled(), annoyed(), false, "logistic") ==
        Approx(0.187024372897915).margin(1e-12));
}

TEST_CASE("each term of logistic churn at zero is off, and no other", "[policies][outcomes]") {
  const double all = logit(leaves(troubled(), annoyed(), false, "logistic"));
  const auto without = [&](std::string_view name) {
    return all - logit(leaves(troubled(), annoyed(), false, "logistic", {{name, 0.0}}));
  };
  CHECK(without("unsatisfied") == Approx(1.6).margin(1e-12));
  CHECK(without("effort") == Approx(0.2).margin(1e-12));
  CHECK(without("wait") == Approx(0.05 * 2.302585092994046).margin(1e-12));
  CHECK(without("bad_issue") == Approx(0.6).margin(1e-12));
  CHECK(without("mood") == Approx(0.2).margin(1e-12));
  CHECK(leaves(troubled(), annoyed(), false, "logistic", {{"base", 0.0}}) == 0.0);
}

TEST_CASE("nobody leaves below the threshold of bad issues in a row", "[policies][outcomes]") {
  const Settings third{{"bad_issues", 3.0}, {"share", 0.4}};
  CustomerView customer;
  CHECK(leaves(troubled(), customer, false, "threshold", third) == 0.0);
  customer.bad_issues = 1;
  CHECK(leaves(troubled(), customer, false, "threshold", third) == 0.0);
  CHECK(leaves(troubled(), customer, false, "threshold") == 0.3);
  customer.bad_issues = 2;
  CHECK(leaves(troubled(), customer, false, "threshold", third) == 0.4);
  customer.bad_issues = 3;
  CHECK(leaves(troubled(), customer, false, "threshold", third) == 0.4);
  CHECK(leaves(troubled(), customer, true, "threshold", third) == 0.0);
}

double refers(bool is_resolved, int recommendation, std::string_view name,
              const Settings& settings = {}) {
  return make_outcome<ReferralPolicy>(PolicyKind::referral, name, settings)
      ->referrals(issue_of(1, is_resolved), CustomerView{}, recommendation);
}

TEST_CASE("promoters win customers and detractors keep them away", "[policies][outcomes]") {
  CHECK(refers(true, 1, "by_recommendation") == 0.02);
  CHECK(refers(true, 0, "by_recommendation") == 0.0);
  CHECK(refers(true, -1, "by_recommendation") == -0.03);
  CHECK(refers(false, 1, "by_recommendation", {{"promoter", 0.0}}) == 0.0);
  CHECK(refers(false, -1, "by_recommendation", {{"detractor", 0.0}}) == 0.0);
}

TEST_CASE("word of mouth reaches one when resolved and four when not", "[policies][outcomes]") {
  CHECK(refers(true, -1, "word_of_mouth") == Approx(1 * 0.01).margin(1e-12));
  CHECK(refers(false, 1, "word_of_mouth") == Approx(-4 * 0.01).margin(1e-12));
  CHECK(refers(true, 0, "word_of_mouth", {{"won", 0.0}}) == 0.0);
  CHECK(refers(false, 0, "word_of_mouth", {{"kept_away", 0.0}}) == 0.0);
  CHECK(refers(false, 0, "word_of_mouth", {{"told_unresolved", 0.0}}) == 0.0);
}

}  // namespace
}  // namespace holdline
