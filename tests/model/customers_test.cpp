// Customers: whose issues they are, who comes and who goes.
#include <map>
#include <set>
#include <vector>

#include "issue_run.hpp"

using namespace holdline;
using namespace holdline::test;

namespace {

std::string world(const std::string& calendar, const std::string& segments,
                  const std::string& issues, const std::string& behaviour, int agents) {
  return "holdline: 1\nname: customers\nworld:\n  calendar: {" + calendar +
         "}\n  contact_types:\n    call: {handle_time: {exponential: {mean: 5m}}, patience: "
         "{exponential: {mean: 3m}}}\n  customers: {segments: {" +
         segments + "}}\n  issues: {" + issues + "}\n" + behaviour +
         "plan: {agent_groups: {a: {agents: " + std::to_string(agents) + ", skills: [call]}}}\n";
}

const std::string kNeed = "need: {arrivals: {poisson: {rate: 20/h}}, contact_type: call}";

/// A churn policy's parameters that make everybody leave whose issue ends.
const std::string kEverybodyLeaves =
    "  outcomes: {churn: {threshold: {bad_issues: 1, share: 100%}}}\n";

}  // namespace

TEST_CASE("issues fall to customers in proportion to their segment's frequency",
          "[model][customers]") {
  const IssueRun run = run_issues(
      load_text(world("days: 30", "few: {count: 100}, many: {count: 300}",
                      "need: {arrivals: {poisson: {rate: 20/h}}, contact_type: call, frequency: "
                      "{few: 3}}",
                      "", 5)));
  check_laws(run);
  std::size_t few = 0;
  std::set<std::uint32_t> callers;
  for (const IssueRecord& issue : run.issues) {
    const bool is_few = issue.segment == SegmentId(0);
    few += is_few ? 1u : 0u;
    CHECK((issue.customer < 100) == is_few);
    callers.insert(issue.customer);
  }
  // Half of about 14,400; five standard deviations are 300.
  CHECK(run.issues.size() > 13'800);
  CHECK(std::abs(static_cast<double>(few) - 0.5 * static_cast<double>(run.issues.size())) < 300.0);
  CHECK(callers.size() == 400);
}

TEST_CASE("a shrinking base calls less, and those who left call no more", "[model][customers]") {
  const std::string all = "all: {count: 2000, leaves: 90%/year}";
  const IssueRun run = run_issues(load_text(world("days: 365", all, kNeed, "", 4)));
  check_laws(run);
  std::map<std::uint32_t, Time> left;
  for (const CustomerRecord& customer : run.customers) {
    CHECK(customer.change == CustomerChange::left_anyway);
    left[customer.customer] = customer.time;
  }
  // 1800 are expected to leave: standard deviation 13.4.
  CHECK(std::abs(static_cast<double>(left.size()) - 1800.0) < 70.0);
  std::size_t early = 0;
  for (const IssueRecord& issue : run.issues) {
    const auto one = left.find(issue.customer);
    if (one != left.end()) CHECK(issue.opened < one->second);
    early += issue.opened < Time{(365 * kDay) / 2} ? 1u : 0u;
  }
  // Half-way sqrt(.1) of them are left: the first half has (1 - .316) / (1 - .1) = 76 % of issues.
  CHECK(static_cast<double>(early) / static_cast<double>(run.issues.size()) ==
        Approx(0.76).margin(0.02));
}

TEST_CASE("newcomers have issues like those who were there before", "[model][customers]") {
  const IssueRun run = run_issues(
      load_text(world("days: 365", "all: {count: 1000, acquired: 1000/year}", kNeed, "", 8)));
  check_laws(run);
  const std::size_t acquired = run.count(CustomerChange::acquired);
  CHECK(std::abs(static_cast<double>(acquired) - 1000.0) < 160.0);
  std::map<std::uint32_t, Time> joined;
  for (const CustomerRecord& customer : run.customers) joined[customer.customer] = customer.time;
  std::size_t newcomers = 0;
  for (const IssueRecord& issue : run.issues) {
    if (issue.customer < 1000) continue;
    ++newcomers;
    REQUIRE(joined.count(issue.customer) == 1);
    CHECK(issue.opened >= joined[issue.customer]);
  }
  // As many issues for each customer and day there as the others have.
  double days = 0.0;
  for (const auto& [customer, time] : joined) {
    days += 365.0 - to_seconds(time - Time{}) / to_seconds(kDay);
  }
  const double rate = static_cast<double>(run.issues.size() - newcomers) / (1000.0 * 365.0);
  CHECK(static_cast<double>(newcomers) / days == Approx(rate).epsilon(0.05));
}

TEST_CASE("whoever leaves gives her other issues up, but finishes the contact under way",
          "[model][customers]") {
  // Two customers with many issues open at once: each is certain to leave by the first that ends.
  const IssueRun run = run_issues(
      load_text(world("open: 00:00-01:00", "all: {count: 2}",
                      "need: {arrivals: {poisson: {rate: 10/min}}, contact_type: call}",
                      "  behaviour: {redial: {probability: 100%, decay: 1, delay: {deterministic: "
                      "{value: 1m}}}}\n" +
                          kEverybodyLeaves,
                      1)));
  check_laws(run);
  REQUIRE(run.customers.size() == 2);
  for (const CustomerRecord& gone : run.customers) {
    CHECK(gone.change == CustomerChange::left_service);
    std::size_t at_once = 0;
    for (const IssueRecord& issue : run.issues) {
      if (issue.customer != gone.customer) continue;
      CHECK(issue.opened <= gone.time);
      at_once += issue.closed == gone.time ? 1u : 0u;
      for (const JourneyedContact& contact : run.contacts_of(issue)) {
        CHECK(contact.record.arrival <= gone.time);
      }
    }
    CHECK(at_once > 1);
  }
}

TEST_CASE("referred customers join at once, those kept away are taken off the next to join",
          "[model][customers]") {
  const std::string segments = "all: {count: 500, acquired: 20000/year}";
  std::vector<std::size_t> reached;  // by the company's own efforts
  const auto changes = [&](const std::string& outcomes) {
    const IssueRun run = run_issues(load_text(world("days: 10", segments, kNeed, outcomes, 4)));
    check_laws(run);
    std::int64_t kept_away = 0, won = 0;
    for (const IssueRecord& issue : run.issues) {
      (issue.referrals < 0 ? kept_away : won) += issue.referrals;
    }
    const std::size_t referred = run.count(CustomerChange::referred);
    CHECK(referred <= static_cast<std::size_t>(won));
    if (kept_away == 0) CHECK(referred == static_cast<std::size_t>(won));
    reached.push_back(run.count(CustomerChange::acquired) + run.count(CustomerChange::kept_away));
    return std::pair(run.count(CustomerChange::acquired) + referred, kept_away + won);
  };
  const auto without = changes("");
  const auto with = changes("  outcomes: {churn: {threshold: {bad_issues: 1, share: 0%}}}\n");
  CHECK(without.second == 0);
  CHECK(with.second < 0);  // more are warned than won
  CHECK(reached.front() == reached.back());
  // All who were kept away were due to come, but those of the very end.
  CHECK(static_cast<std::int64_t>(with.first) - with.second ==
        Approx(static_cast<double>(without.first)).margin(5.0));
}

TEST_CASE("the same customer meets both plans", "[model][customers]") {
  const std::string behaviour =
      "  behaviour: {redial: {probability: 60%}, recontact: {probability: 70%, delay: "
      "{exponential: {mean: 1h}}}}\n  outcomes: {}\n";
  const auto run_with = [&](int agents) {
    return run_issues(load_text(
        world("days: 2, open: 08:00-18:00", "all: {count: 5000}", kNeed, behaviour, agents)));
  };
  const IssueRun lean = run_with(1), rich = run_with(4);
  check_laws(lean);
  check_laws(rich);
  CHECK(lean.count(IssueOutcome::given_up) > rich.count(IssueOutcome::given_up));
  // Whose issue, when, and the talk of the first contact, which the draws alone decide.
  const auto first_contacts = [](const IssueRun& run) {
    std::map<std::pair<std::uint32_t, Time>, Duration> talks;
    for (const JourneyedContact& contact : run.contacts) {
      if (contact.journey.attempt == 0 && contact.record.outcome == ContactOutcome::served) {
        talks[{contact.journey.customer, contact.record.arrival}] = contact.record.talk;
      }
    }
    return talks;
  };
  const auto few = first_contacts(lean), most = first_contacts(rich);
  REQUIRE(few.size() > 50);
  std::size_t met = 0;
  for (const auto& [whose, talk] : few) {
    const auto same = most.find(whose);
    if (same == most.end()) continue;
    ++met;
    CHECK(same->second == talk);
  }
  CHECK(met > few.size() / 2);
}

TEST_CASE("less staff means longer waits and more customers lost", "[model][customers]") {
  const auto run_with = [&](int agents) {
    const IssueRun run = run_issues(
        load_text(world("days: 20, open: 08:00-18:00", "all: {count: 3000}", kNeed,
                        "  behaviour: {redial: {}, recontact: {}}\n  outcomes: {}\n", agents)));
    check_laws(run);
    double wait_s = 0.0;
    for (const IssueRecord& issue : run.issues) wait_s += to_seconds(issue.wait);
    return std::pair(wait_s / static_cast<double>(run.issues.size()),
                     run.count(CustomerChange::left_service));
  };
  const auto lean = run_with(1), rich = run_with(4);
  CHECK(lean.first > rich.first);
  CHECK(lean.second > rich.second);
}
