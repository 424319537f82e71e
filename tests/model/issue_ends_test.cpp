// How issues go on and end where much happens at once: what is due while nobody is there, what is
// passed on, and what leaving cuts short.
#include <algorithm>
#include <map>
#include <set>

#include "issue_run.hpp"
#include "support/random_issues.hpp"

using namespace holdline;
using namespace holdline::test;

namespace {

/// `agents` of one group who can do everything, and a day after a day.
std::string centre_of(const std::string& world, const std::string& plan,
                      const std::string& calendar = "days: 3, open: 08:00-18:00") {
  return "holdline: 1\nname: ends\nworld:\n  calendar: {" + calendar + "}\n" + world + "plan:\n" +
         plan;
}

std::string busy(int agents, const std::string& recontact_delay) {
  return centre_of(
      "  contact_types:\n    call: {arrivals: {poisson: {rate: 120/h}}, handle_time: {exponential: "
      "{mean: 3m}}, patience: {exponential: {mean: 2m}}}\n"
      "  behaviour: {redial: {probability: 80%, delay: {exponential: {mean: 2h}}}, "
      "recontact: {probability: 80%, delay: " +
          recontact_delay +
          "}}\n"
          "  outcomes: {resolution: {fixed_share: {share: 60%}}}\n",
      "  agent_groups: {a: {agents: " + std::to_string(agents) + ", skills: [call]}}\n");
}

bool is_escalation(const std::vector<JourneyedContact>& contacts, std::size_t place) {
  return contacts[place].journey.is_transfer && !contacts[place - 1].journey.is_misrouted;
}

}  // namespace

TEST_CASE("what falls due while the centre is closed does not come in one instant",
          "[model][issues]") {
  const IssueRun run = run_issues(load_text(busy(3, "{exponential: {mean: 8h}}")));
  check_laws(run);
  std::set<Time> instants;
  std::size_t retries = 0, first_minutes = 0, of_the_night = 0;
  for (const JourneyedContact& contact : run.contacts) {
    if (contact.journey.attempt == 0) continue;
    ++retries;
    const Duration of_day = contact.record.arrival.time_since_epoch() % kDay;
    CHECK(of_day >= 8 * kHour);
    CHECK(of_day < 18 * kHour);
    CHECK(instants.insert(contact.record.arrival).second);
    first_minutes += of_day < 8 * kHour + 10 * kMinute;
    of_the_night += contact.record.arrival >= Time{kDay};
  }
  CHECK(retries > 500);
  // A sixtieth of the day, were all of it as likely.
  CHECK(first_minutes * 20 < of_the_night);
}

TEST_CASE("the moment of a retry after the night does not depend on the staff", "[model][issues]") {
  // Whoever is served at once in both is tried again at the same moment in both.
  const auto seconds = [](int agents) {
    const IssueRun run = run_issues(load_text(busy(agents, "{deterministic: {value: 14h}}")));
    std::map<Time, Time> second_of;
    for (const IssueRecord& issue : run.issues) {
      const auto contacts = run.contacts_of(issue);
      if (contacts.size() < 2 || contacts[0].record.agent.is_none()) continue;
      second_of[issue.opened] = contacts[1].record.arrival;
    }
    return second_of;
  };
  const auto some = seconds(12), many = seconds(30);
  std::size_t same = 0;
  for (const auto& [opened, second] : some) {
    const auto other = many.find(opened);
    if (other == many.end() || opened >= Time{18 * kHour}) continue;
    CHECK(second == other->second);
    CHECK(second > Time{kDay + 8 * kHour});
    ++same;
  }
  CHECK(same > 100);
}

TEST_CASE("time never goes back, and what is resolved at the first contact is marked",
          "[model][issues]") {
  std::size_t contained = 0, at_first = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const std::string text = random_issue_scenario(seed);
    INFO(text);
    const IssueRun run = run_issues(load_text(text), PlanId(0), seed);
    Time last{};
    std::map<std::uint64_t, Time> end_of;
    for (const JourneyedContact& contact : run.contacts) {
      const ContactRecord& record = contact.record;
      Time end = record.queue_entry + record.wait + record.talk + record.hold + record.wrap_up;
      if (contact.journey.accepted_callback) end = record.queue_entry + record.wait;
      CHECK(end <= run.end.end);
      end_of[contact.journey.issue] = std::max(end_of[contact.journey.issue], end);
    }
    for (const IssueRecord& issue : run.issues) {
      CHECK(issue.closed >= last);  // told in the order in which they close
      last = issue.closed;
      CHECK(issue.closed >= end_of[issue.issue]);
      if (issue.contacts != 1 || issue.outcome != IssueOutcome::resolved) continue;
      CHECK(issue.marked_at_first_contact);
      ++at_first;
      contained += issue.resolved_by_machine;
    }
  }
  CHECK(at_first > 1000);
  CHECK(contained > 0);
}

TEST_CASE("an issue is escalated at most 20 times", "[model][issues]") {
  const IssueRun run = run_issues(load_text(centre_of(
      "  contact_types:\n    call: {arrivals: {fixed_interval: {every: 1h}}, handle_time: "
      "{deterministic: {value: 60s}}}\n    expert: {arrivals: {fixed_interval: {every: 70h}}, "
      "handle_time: {deterministic: {value: 60s}}}\n"
      "  behaviour: {recontact: {probability: 0%}}\n"
      "  outcomes: {resolution: {fixed_share: {share: 0%}}}\n",
      "  agent_groups: {a: {agents: 3, skills: [call, expert]}}\n"
      "  escalation:\n    call: {to: expert, probability: 99%, delay: {deterministic: {value: "
      "1s}}}\n"
      "    expert: {to: call, probability: 99%, delay: {deterministic: {value: 1s}}}\n")));
  check_laws(run);
  std::uint32_t most = 0;
  for (const IssueRecord& issue : run.issues) {
    most = std::max(most, issue.escalations);
    const auto contacts = run.contacts_of(issue);
    std::uint32_t escalations = 0;
    for (std::size_t i = 1; i < contacts.size(); ++i) escalations += is_escalation(contacts, i);
    CHECK(escalations == issue.escalations);
  }
  CHECK(most == 20);
}

TEST_CASE("issues cut short by leaving leave no experience and are not late", "[model][issues]") {
  const IssueRun run = run_issues(load_text(centre_of(
      "  customers: {segments: {all: {count: 300}}}\n"
      "  contact_types:\n    call: {handle_time: {exponential: {mean: 3m}}, patience: "
      "{exponential: "
      "{mean: 2m}}}\n"
      "  issues: {need: {contact_type: call, due: 2d, arrivals: {poisson: {rate: "
      "40/h}}}}\n"
      "  behaviour: {recontact: {probability: 100%, decay: 1, delay: {exponential: {mean: 1d}}}}\n"
      "  outcomes: {resolution: {fixed_share: {share: 50%}}, churn: {threshold: {bad_issues: 1, "
      "share: 50%}}}\n",
      "  agent_groups: {a: {agents: 4, skills: [call]}}\n", "days: 20, open: 08:00-18:00")));
  check_laws(run);
  std::map<std::uint32_t, Time> left;
  for (const CustomerRecord& customer : run.customers) {
    if (customer.change == CustomerChange::left_service) left[customer.customer] = customer.time;
  }
  std::size_t cut = 0, in_full = 0;
  for (const IssueRecord& issue : run.issues) {
    if (issue.outcome != IssueOutcome::given_up) continue;
    const auto gone = left.find(issue.customer);
    if (gone == left.end() || issue.is_lost || issue.closed < gone->second) {
      in_full += issue.has_experience;
      continue;
    }
    CHECK_FALSE(issue.has_experience);
    CHECK_FALSE(issue.is_late);
    ++cut;
  }
  CHECK(cut > 10);
  CHECK(in_full > 10);
}

TEST_CASE("whoever finds out is free for the one she passes on", "[model][issues]") {
  // One agent of both skills, called every 10 minutes and led astray.
  const IssueRun run = run_issues(load_text(centre_of(
      "  contact_types:\n    call: {arrivals: {fixed_interval: {every: 10m}}, handle_time: "
      "{deterministic: {value: 60s}}}\n    other: {arrivals: {fixed_interval: {every: "
      "70h}}, handle_time: {deterministic: {value: 60s}}}\n"
      "  behaviour: {transfer: {talk: 15s, handle_factor: 1.5}}\n",
      "  agent_groups: {a: {agents: 1, skills: [call, other]}}\n"
      "  ivr: {start: astray, nodes: {astray: {transfer: {to: other}}}}\n")));
  check_laws(run);
  CHECK(run.issues.size() > 100);
  for (const JourneyedContact& contact : run.contacts) {
    CHECK_FALSE(contact.record.delayed);
    CHECK(contact.record.wait == Duration{0});
  }
  for (const IssueRecord& issue : run.issues) CHECK(issue.marked_at_first_contact);
}

TEST_CASE("a callback's handle factor is of the called-back conversation alone",
          "[model][issues]") {
  // The first holds the agent; the second is called back by the wrong people and passed on.
  const IssueRun run = run_issues(load_text(centre_of(
      "  contact_types:\n    call: {arrivals: {fixed_interval: {every: 12s}}, handle_time: "
      "{deterministic: {value: 60s}}}\n    other: {arrivals: {fixed_interval: {every: 70h}}, "
      "handle_time: {deterministic: {value: 60s}}}\n"
      "  behaviour: {transfer: {talk: 15s, handle_factor: 1.5}, callback: {acceptance: 100%, "
      "answers: 100%, handle_factor: 2}}\n",
      "  agent_groups: {a: {agents: 1, skills: [other]}, b: {agents: 9, skills: [call]}}\n"
      "  ivr: {start: astray, nodes: {astray: {transfer: {to: other}}}}\n"
      "  callback: {offer: {queue_length: 1}, ring: 10s}\n",
      "days: 1, open: 08:00-09:00")));
  check_laws(run);
  std::size_t passed_on = 0;
  for (const JourneyedContact& contact : run.contacts) {
    if (!contact.journey.is_transfer || contact.record.agent.is_none()) continue;
    if (contact.record.outcome != ContactOutcome::served) continue;
    CHECK_FALSE(contact.journey.was_offered_callback);
    CHECK(contact.record.talk == 90 * kSecond);
    ++passed_on;
  }
  CHECK(passed_on > 20);
  CHECK(run.count(ContactOutcome::called_back) > 20);
}
