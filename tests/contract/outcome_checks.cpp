// What outcome policies may answer: numbers in range about any customer and issue, the same number
// to the same question, and the directions no policy may turn round whatever its parameters are: a
// resolved issue never satisfies less, more skill never resolves less, effort never falls as an
// issue goes on, ease never rises with it, who is unsatisfied is never less likely to leave or to
// warn, and a promoter never refers fewer.
#include <array>
#include <cmath>
#include <memory>

#include "contract/contract_checks.hpp"

namespace holdline::test {
namespace {

/// Directions are held up to the rounding of quotients.
constexpr double kRounding = 1e-12;

bool is_share(double value) { return value >= 0.0 && value <= 1.0; }  // false for what is no number

bool is_below(double a, double b) { return a < b - kRounding; }

double unit(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

std::uint32_t small_count(std::mt19937_64& random) {
  return static_cast<std::uint32_t>(random() % 16 == 0 ? 4'000'000'000 : random() % 5);
}

Duration some_time(std::mt19937_64& random) {
  if (random() % 16 == 0) return kForever;
  if (random() % 4 == 0) return Duration{0};
  return Duration{static_cast<std::int64_t>(random() % (std::uint64_t{1} << (random() % 42)))};
}

double some_logit(std::mt19937_64& random) {
  return random() % 16 == 0 ? (random() % 2 == 0 ? -1e4 : 1e4) : 6.0 * unit(random) - 3.0;
}

double some_share(std::mt19937_64& random) {
  return random() % 4 == 0 ? static_cast<double>(random() % 2) : unit(random);
}

IssueView random_issue(std::mt19937_64& random) {
  IssueView issue;
  if (random() % 2 == 0) issue.type = IssueTypeId{random() % 3};
  issue.contact_type = ContactTypeId{random() % 3};
  issue.is_resolved = random() % 2 == 0;
  issue.resolved_by_machine = issue.is_resolved && random() % 2 == 0;
  issue.contacts = small_count(random);
  issue.served = small_count(random);
  issue.abandonments = small_count(random);
  issue.transfers = small_count(random);
  issue.menu_errors = small_count(random);
  issue.forced_failures = small_count(random);
  issue.machine_failures = issue.forced_failures;
  issue.wait = some_time(random);
  issue.callback_wait = some_time(random);
  issue.machine = some_time(random);
  issue.age = some_time(random);
  issue.quality = some_logit(random);
  issue.is_late = random() % 2 == 0;
  issue.effort = random() % 8 == 0 ? 1e12 : 8.0 * unit(random);
  return issue;
}

CustomerView random_customer(std::mt19937_64& random) {
  CustomerView customer;
  if (random() % 2 == 0) customer.segment = SegmentId{random() % 3};
  customer.value_per_year = 1000.0 * unit(random);
  customer.trust = some_share(random);
  customer.mood = some_share(random);
  customer.issues = small_count(random);
  customer.bad_issues = small_count(random);
  return customer;
}

ServedContactView random_contact(std::mt19937_64& random) {
  return {.type = ContactTypeId{random() % 3},
          .agent_group = AgentGroupId{random() % 3},
          .skill = some_logit(random),
          .attempt = small_count(random),
          .wait = some_time(random),
          .handle = some_time(random),
          .has_context = random() % 2 == 0,
          .is_escalated = random() % 2 == 0};
}

std::string check(ResolutionPolicy& policy, ResolutionPolicy& twin, std::mt19937_64& random) {
  const IssueView issue = random_issue(random);
  const CustomerView customer = random_customer(random);
  ServedContactView contact = random_contact(random);
  const double answer = policy.resolution_probability(contact, issue, customer);
  if (!is_share(answer)) return "resolution_probability: not in 0 to 1";
  if (twin.resolution_probability(contact, issue, customer) != answer) {
    return "resolution_probability: two answers to the same question";
  }
  if (!policy.looks_back() &&
      policy.resolution_probability(contact, IssueView{}, CustomerView{}) != answer) {
    return "resolution_probability: looks back, and says it does not";
  }
  contact.skill += 3.0 * unit(random);
  if (is_below(policy.resolution_probability(contact, issue, customer), answer)) {
    return "resolution_probability: falls with skill";
  }
  return {};
}

std::string check(SatisfactionPolicy& policy, SatisfactionPolicy& twin, std::mt19937_64& random) {
  IssueView issue = random_issue(random);
  const CustomerView customer = random_customer(random);
  issue.is_resolved = issue.resolved_by_machine = false;
  const double unresolved = policy.satisfaction_probability(issue, customer);
  const double same = twin.satisfaction_probability(issue, customer);
  issue.is_resolved = true;
  const double resolved = policy.satisfaction_probability(issue, customer);
  if (!is_share(unresolved) || !is_share(resolved)) {
    return "satisfaction_probability: not in 0 to 1";
  }
  if (same != unresolved) return "satisfaction_probability: two answers to the same question";
  if (is_below(resolved, unresolved)) return "satisfaction_probability: lower when resolved";
  return {};
}

/// The issue after one more trouble of a random kind.
IssueView gone_on(IssueView issue, std::mt19937_64& random) {
  const std::array<std::uint32_t*, 4> counts{&issue.contacts, &issue.transfers, &issue.menu_errors,
                                             &issue.forced_failures};
  ++*counts[random() % counts.size()];
  issue.wait += std::chrono::minutes(random() % 3);
  issue.machine += std::chrono::minutes(random() % 3);
  return issue;
}

std::string check(EffortPolicy& policy, EffortPolicy& twin, std::mt19937_64& random) {
  const IssueView issue = random_issue(random);
  const double effort = policy.effort(issue);
  if (!(effort >= 0.0) || !std::isfinite(effort)) return "effort: negative or not finite";
  if (twin.effort(issue) != effort) return "effort: two answers to the same question";
  if (policy.effort(gone_on(issue, random)) < effort * (1.0 - kRounding)) {
    return "effort: falls as the issue goes on";
  }
  const double some = random() % 2 == 0 ? effort : 8.0 * unit(random);
  const double ease = policy.ease(some);
  if (!(ease >= 1.0 && ease <= 7.0)) return "ease: not in 1 to 7";
  if (twin.ease(some) != ease) return "ease: two answers to the same question";
  if (policy.ease(some + 8.0 * unit(random)) > ease + kRounding) return "ease: rises with effort";
  return {};
}

std::string check(SurveyResponsePolicy& policy, SurveyResponsePolicy& twin,
                  std::mt19937_64& random) {
  const IssueView issue = random_issue(random);
  const CustomerView customer = random_customer(random);
  const bool is_satisfied = random() % 2 == 0;
  const double answer = policy.response_probability(issue, customer, is_satisfied);
  if (!is_share(answer)) return "response_probability: not in 0 to 1";
  if (twin.response_probability(issue, customer, is_satisfied) != answer) {
    return "response_probability: two answers to the same question";
  }
  return {};
}

std::string check(RecommendationPolicy& policy, RecommendationPolicy& twin,
                  std::mt19937_64& random) {
  const IssueView issue = random_issue(random);
  const CustomerView customer = random_customer(random);
  const RecommendationShares satisfied = policy.recommendation(issue, customer, true);
  const RecommendationShares unsatisfied = policy.recommendation(issue, customer, false);
  for (const RecommendationShares& shares : {satisfied, unsatisfied}) {
    if (!is_share(shares.promoter) || !is_share(shares.detractor) ||
        shares.promoter + shares.detractor > 1.0) {
      return "recommendation: not shares of one";
    }
  }
  const RecommendationShares same = twin.recommendation(issue, customer, true);
  if (same.promoter != satisfied.promoter || same.detractor != satisfied.detractor) {
    return "recommendation: two answers to the same question";
  }
  if (is_below(satisfied.promoter, unsatisfied.promoter) ||
      is_below(unsatisfied.detractor, satisfied.detractor)) {
    return "recommendation: worse when satisfied";
  }
  return {};
}

std::string check(ChurnPolicy& policy, ChurnPolicy& twin, std::mt19937_64& random) {
  const IssueView issue = random_issue(random);
  const CustomerView customer = random_customer(random);
  const double satisfied = policy.churn_probability(issue, customer, true);
  const double unsatisfied = policy.churn_probability(issue, customer, false);
  if (!is_share(satisfied) || !is_share(unsatisfied)) return "churn_probability: not in 0 to 1";
  if (twin.churn_probability(issue, customer, true) != satisfied) {
    return "churn_probability: two answers to the same question";
  }
  if (is_below(unsatisfied, satisfied)) return "churn_probability: higher when satisfied";
  return {};
}

std::string check(ReferralPolicy& policy, ReferralPolicy& twin, std::mt19937_64& random) {
  const IssueView issue = random_issue(random);
  const CustomerView customer = random_customer(random);
  double last = -10.0;
  for (const int recommendation : {-1, 0, 1}) {
    const double answer = policy.referrals(issue, customer, recommendation);
    if (!(answer >= -10.0 && answer <= 10.0)) return "referrals: not in -10 to 10";
    if (twin.referrals(issue, customer, recommendation) != answer) {
      return "referrals: two answers to the same question";
    }
    if (answer < last) return "referrals: fewer by who recommends more";
    last = answer;
  }
  return {};
}

template <class Policy>
std::string check_kind(const FactoryOf<Policy>& make, const ParameterValues& values,
                       const PolicySetup& setup, std::mt19937_64& random) {
  const std::unique_ptr<Policy> policy = make(values, setup);
  const std::unique_ptr<Policy> twin = make(values, setup);
  if (policy == nullptr || twin == nullptr) return "the factory makes nothing";
  for (int question = 0; question < 300; ++question) {
    if (std::string breach = check(*policy, *twin, random); !breach.empty()) return breach;
  }
  return {};
}

template <class Policy>
constexpr bool kIsOutcome =
    !std::is_same_v<Policy, RoutingPolicy> && !std::is_same_v<Policy, BreakPolicy> &&
    !std::is_same_v<Policy, StaffingPolicy>;

}  // namespace

std::string outcome_breach(const PolicyEntry& entry, const ParameterValues& values,
                           const PolicySetup& setup, std::mt19937_64& random) {
  return std::visit(
      [&]<class Policy>(const FactoryOf<Policy>& make) -> std::string {
        if constexpr (kIsOutcome<Policy>) {
          return check_kind<Policy>(make, values, setup, random);
        } else {
          return "not an outcome policy";
        }
      },
      entry.factory);
}

}  // namespace holdline::test
