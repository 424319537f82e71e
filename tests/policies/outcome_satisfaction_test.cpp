// What the policies of satisfaction and survey response answer, against numbers worked out by hand
// and against the figures their sources quote.
#include "policies/outcome_policies.hpp"

namespace holdline {
namespace {

using test::issue_of;
using test::make_outcome;
using test::refusal_of;
using test::Settings;

double satisfied(const IssueView& issue, std::string_view name = "logistic",
                 const Settings& settings = {}) {
  const auto policy = make_outcome<SatisfactionPolicy>(PolicyKind::satisfaction, name, settings);
  return policy->satisfaction_probability(issue, CustomerView{});
}

/// Satisfied with an issue of so many contacts and nothing else, its effort by the default policy.
double satisfied_after(std::uint32_t contacts, bool is_resolved) {
  IssueView issue = issue_of(contacts, is_resolved);
  issue.effort = make_outcome<EffortPolicy>(PolicyKind::effort, "accumulated")->effort(issue);
  return satisfied(issue);
}

/// An issue with some of everything that satisfaction depends on.
IssueView troubled() {
  IssueView issue = issue_of(3, false);
  issue.quality = 0.3;
  issue.effort = 2.0;
  issue.wait = 9 * kMinute;
  issue.callback_wait = 30 * kMinute;
  issue.transfers = 2;
  issue.is_late = true;
  return issue;
}

TEST_CASE("85 % are satisfied when the first contact resolves, 35 % when it does not",
          "[policies][outcomes]") {
  CHECK(satisfied_after(1, true) == Approx(0.85).margin(0.005));
  CHECK(satisfied_after(1, false) == Approx(0.35).margin(0.005));
}

TEST_CASE("a further contact costs about 15 points of satisfaction in the middle of the scale",
          "[policies][outcomes]") {
  CHECK(satisfied_after(3, true) - satisfied_after(4, true) == Approx(0.15).margin(0.005));
  for (std::uint32_t contacts = 1; contacts < 4; ++contacts) {
    const double lost = satisfied_after(contacts, true) - satisfied_after(contacts + 1, true);
    CHECK(lost > 0.09);
    CHECK(lost < 0.15);
  }
}

TEST_CASE("logistic satisfaction adds up by its formula", "[policies][outcomes]") {
  CHECK(satisfied(issue_of(1, true)) == Approx(0.849412420254156).margin(1e-12));
  CHECK(satisfied(issue_of(1, false)) == Approx(0.349781451426173).margin(1e-12));
  CHECK(satisfied(issue_of(0, false)) == satisfied(issue_of(1, false)));
  // -.62 + .3 - .2*2 - .15 ln(1 + (540 + .25*1800)/60) - .4*2 - .1*2 - .4 = -2.549330132139420
  IssueView issue = troubled();
  CHECK(satisfied(issue) == Approx(0.072471500571765).margin(1e-12));
  issue.is_resolved = true;
  CHECK(satisfied(issue) == Approx(0.450331811613408).margin(1e-12));
}

TEST_CASE("each weight of satisfaction at zero switches its term off, and no other",
          "[policies][outcomes]") {
  IssueView issue = troubled();
  issue.is_resolved = true;
  const double all = logit(satisfied(issue));
  const auto without = [&](std::string_view name) {
    return logit(satisfied(issue, "logistic", {{name, 0.0}})) - all;
  };
  CHECK(without("intercept") == Approx(0.62).margin(1e-12));
  CHECK(without("resolved") == Approx(-2.35).margin(1e-12));
  CHECK(without("effort") == Approx(0.4).margin(1e-12));
  CHECK(without("wait") == Approx(0.15 * 2.862200880929469).margin(1e-12));
  CHECK(without("callback_wait") ==
        Approx(0.15 * (2.862200880929469 - 2.302585092994046)).margin(1e-12));
  CHECK(without("contact") == Approx(0.8).margin(1e-12));
  CHECK(without("transfer") == Approx(0.2).margin(1e-12));
  CHECK(without("late") == Approx(0.4).margin(1e-12));
}

TEST_CASE("a long wait counts less than whether the issue is resolved", "[policies][outcomes]") {
  IssueView waited = issue_of(1, true);
  waited.wait = 30 * kMinute;
  waited.effort = make_outcome<EffortPolicy>(PolicyKind::effort, "accumulated")->effort(waited);
  CHECK(satisfied(waited) > 0.7);
  CHECK(satisfied(waited) < satisfied_after(1, true));
}

TEST_CASE("satisfaction by contacts is a line down to its floor", "[policies][outcomes]") {
  CHECK(satisfied(issue_of(1, true), "by_contacts") == 0.85);
  CHECK(satisfied(issue_of(2, true), "by_contacts") == Approx(0.70).margin(1e-12));
  CHECK(satisfied(issue_of(4, true), "by_contacts") == Approx(0.40).margin(1e-12));
  CHECK(satisfied(issue_of(9, true), "by_contacts") == 0.1);
  CHECK(satisfied(issue_of(1, false), "by_contacts") == 0.35);
  CHECK(satisfied(issue_of(2, false), "by_contacts") == Approx(0.20).margin(1e-12));
  CHECK(satisfied(issue_of(9, true), "by_contacts", {{"contact", 0.0}}) == 0.85);
  CHECK(satisfied(issue_of(9, true), "by_contacts", {{"floor", 0.0}}) == 0.0);
}

TEST_CASE("satisfaction by contacts refuses shares in the wrong order", "[policies][outcomes]") {
  const auto refusal = [](const Settings& settings) {
    return refusal_of(PolicyKind::satisfaction, "by_contacts", settings);
  };
  CHECK(refusal({}) == "");
  CHECK(refusal({{"resolved", 0.3}}) == "unresolved: expected no more than `resolved`");
  CHECK(refusal({{"floor", 0.36}}) == "floor: expected no more than `unresolved`");
}

double answers(double mood, bool is_satisfied, std::string_view name = "by_mood",
               const Settings& settings = {}) {
  const auto policy =
      make_outcome<SurveyResponsePolicy>(PolicyKind::survey_response, name, settings);
  CustomerView customer;
  customer.mood = mood;
  return policy->response_probability(issue_of(1, is_satisfied), customer, is_satisfied);
}

TEST_CASE("extreme moods and the dissatisfied answer surveys more", "[policies][outcomes]") {
  CHECK(answers(0.5, true) == Approx(0.15).margin(1e-12));
  CHECK(answers(0.5, false) == Approx(0.208399315123780).margin(1e-12));
  CHECK(answers(1.0, true) == Approx(0.225377148117943).margin(1e-12));
  CHECK(answers(0.0, true) == answers(1.0, true));
  CHECK(answers(0.75, true) == Approx(0.166644009155243).margin(1e-12));
  CHECK(answers(0.0, false) == Approx(0.302673081057331).margin(1e-12));
}

TEST_CASE("without its two effects everybody answers surveys alike", "[policies][outcomes]") {
  CHECK(answers(1.0, true, "by_mood", {{"extreme", 0.0}}) == Approx(0.15).margin(1e-12));
  CHECK(answers(0.5, false, "by_mood", {{"dissatisfied", 0.0}}) == Approx(0.15).margin(1e-12));
  CHECK(answers(0.0, false, "by_mood", {{"base", 0.0}}) == 0.0);
  CHECK(answers(0.0, false, "by_mood", {{"base", 1.0}}) == 1.0);
  CHECK(answers(0.0, false, "constant") == 0.15);
  CHECK(answers(0.5, true, "constant", {{"share", 0.4}}) == 0.4);
}

}  // namespace
}  // namespace holdline
