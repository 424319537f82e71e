// What the policies of resolution and effort answer, against numbers worked out by hand.
#include "policies/outcome_policies.hpp"

namespace holdline {
namespace {

using test::issue_of;
using test::make_outcome;
using test::Settings;

std::unique_ptr<ResolutionPolicy> resolution(std::string_view name, const Settings& settings = {}) {
  return make_outcome<ResolutionPolicy>(PolicyKind::resolution, name, settings);
}

std::unique_ptr<EffortPolicy> effort(std::string_view name, const Settings& settings = {}) {
  return make_outcome<EffortPolicy>(PolicyKind::effort, name, settings);
}

ServedContactView contact_of(double skill, bool has_context = false, bool is_escalated = false) {
  ServedContactView contact;
  contact.skill = skill;
  contact.has_context = has_context;
  contact.is_escalated = is_escalated;
  return contact;
}

double resolved(ResolutionPolicy& policy, const ServedContactView& contact) {
  return policy.resolution_probability(contact, issue_of(1, false), CustomerView{});
}

/// An issue with some of every trouble.
IssueView troubled() {
  IssueView issue = issue_of(3, false);
  issue.transfers = 2;
  issue.menu_errors = 3;
  issue.forced_failures = 1;
  issue.machine_failures = 2;
  issue.abandonments = 1;
  issue.wait = 9 * kMinute;
  issue.callback_wait = 30 * kMinute;
  issue.machine = 4 * kMinute;
  return issue;
}

TEST_CASE("the logistic function and its inverse meet their values", "[policies][outcomes]") {
  CHECK(logistic(0.0) == 0.5);
  CHECK(logistic(1.1) == Approx(0.750260105595118).margin(1e-12));
  CHECK(logistic(-1.1) == Approx(0.249739894404882).margin(1e-12));
  CHECK(logistic(1000.0) == 1.0);
  CHECK(logistic(-1000.0) == 0.0);
  CHECK(logit(0.75) == Approx(1.098612288668110).margin(1e-12));
  CHECK(logistic(logit(0.85)) == Approx(0.85).margin(1e-12));
}

TEST_CASE("logistic resolution adds skill and context and takes off what a hand-over loses",
          "[policies][outcomes]") {
  const auto policy = resolution("logistic");
  CHECK(resolved(*policy, {}) == Approx(0.750260105595118).margin(1e-12));
  // logit 1.1 + 0.3 + 0.2 = 1.6
  CHECK(resolved(*policy, contact_of(0.3, true)) == Approx(0.832018385133924).margin(1e-12));
  // logit 1.1 - 1.3 - 0.2 = -0.4
  CHECK(resolved(*policy, contact_of(-1.3, false, true)) ==
        Approx(0.401312339887548).margin(1e-12));
}

TEST_CASE("context and hand-over at zero leave logistic resolution to skill alone",
          "[policies][outcomes]") {
  const auto policy =
      resolution("logistic", {{"intercept", 0.0}, {"context", 0.0}, {"escalated", 0.0}});
  CHECK(resolved(*policy, {}) == 0.5);
  CHECK(resolved(*policy, contact_of(0.0, true)) == 0.5);
  CHECK(resolved(*policy, contact_of(0.0, false, true)) == 0.5);
  CHECK(resolved(*policy, contact_of(1.1)) == Approx(0.750260105595118).margin(1e-12));
}

TEST_CASE("a fixed share resolves everything unless it is told how much", "[policies][outcomes]") {
  const ServedContactView helpless = contact_of(-5.0, false, true);
  CHECK(resolved(*resolution("fixed_share"), helpless) == 1.0);
  CHECK(resolved(*resolution("fixed_share", {{"share", 0.7}}), helpless) == 0.7);
}

TEST_CASE("effort accumulates from each trouble", "[policies][outcomes]") {
  const auto policy = effort("accumulated");
  CHECK(policy->effort(issue_of(1, true)) == 0.0);
  CHECK(policy->effort(issue_of(0, false)) == 0.0);
  // .05 * 4 + .3 * 3 + .2 * ln 10 + 1 * 2 + .5 * 2 + .6 * 1 = 4.7 + .2 * 2.302585092994046
  CHECK(policy->effort(troubled()) == Approx(5.160517018598809).margin(1e-12));
}

TEST_CASE("each weight of effort at zero switches its trouble off, and no other",
          "[policies][outcomes]") {
  const double all = effort("accumulated")->effort(troubled());
  const auto without = [&](std::string_view name) {
    return all - effort("accumulated", {{name, 0.0}})->effort(troubled());
  };
  CHECK(without("machine_minute") == Approx(0.2).margin(1e-12));
  CHECK(without("menu_error") == Approx(0.9).margin(1e-12));
  CHECK(without("wait") == Approx(0.460517018598809).margin(1e-12));
  CHECK(without("contact") == Approx(2.0).margin(1e-12));
  CHECK(without("transfer") == Approx(1.0).margin(1e-12));
  CHECK(without("forced_failure") == Approx(0.6).margin(1e-12));
}

TEST_CASE("a wait as long as its scale counts ln 2", "[policies][outcomes]") {
  IssueView issue = issue_of(1, true);
  issue.wait = 90 * kSecond;
  const Settings settings{{"wait", 1.0}, {"wait_scale", 90.0}};
  CHECK(effort("accumulated", settings)->effort(issue) == Approx(0.693147180559945).margin(1e-12));
}

TEST_CASE("waiting for a promised callback is no effort", "[policies][outcomes]") {
  IssueView issue = issue_of(1, true);
  issue.callback_wait = 3 * kHour;
  CHECK(effort("accumulated")->effort(issue) == 0.0);
}

TEST_CASE("ease falls from seven towards one", "[policies][outcomes]") {
  const auto policy = effort("accumulated");
  CHECK(policy->ease(0.0) == 7.0);
  CHECK(policy->ease(1.0) == Approx(5.299187863442736).margin(1e-12));
  CHECK(policy->ease(2.0) == Approx(4.080502714195552).margin(1e-12));
  CHECK(policy->ease(3.0) == Approx(3.207276647028654).margin(1e-12));
  CHECK(policy->ease(1e9) == 1.0);
  CHECK(effort("accumulated", {{"ease_scale", 1.0}})->ease(1.0) ==
        Approx(3.207276647028654).margin(1e-12));
}

TEST_CASE("effort by contacts counts further contacts and transfers", "[policies][outcomes]") {
  const auto policy = effort("by_contacts");
  CHECK(policy->effort(issue_of(1, true)) == 0.0);
  CHECK(policy->effort(troubled()) == 4.0);
  CHECK(policy->ease(0.0) == 7.0);
  CHECK(policy->ease(2.0) == 4.0);
  CHECK(policy->ease(4.0) == 1.0);
  CHECK(policy->ease(9.0) == 1.0);
  CHECK(effort("by_contacts", {{"ease_step", 0.0}})->ease(9.0) == 7.0);
}

}  // namespace
}  // namespace holdline
