// An issue, its contacts, and what it comes to. Deterministic times make most of it arithmetic.
#include "issue_run.hpp"

using namespace holdline;
using namespace holdline::test;

namespace {

/// A centre of one day open from 00:00 to 01:00, contacts at 60 s, 120 s, ...
std::string centre(const std::string& type, const std::string& behaviour, const std::string& plan,
                   const std::string& calendar = "open: 00:00-01:00",
                   const std::string& every = "60s") {
  return "holdline: 1\nname: issues\nworld:\n  calendar: {" + calendar +
         "}\n  contact_types:\n    call: {arrivals: {fixed_interval: {every: " + every + "}}, " +
         type +
         "}\n    second: {arrivals: {fixed_interval: {every: 20h}}, handle_time: "
         "{deterministic: {value: 60s}}}\n" +
         behaviour + "plan:\n  " + plan + "\n";
}

const std::string kNobody =
    "agent_groups: {a: {agents: 0, skills: [call, second]}, b: {agents: 1, skills: [second]}}";
const std::string kOne = "agent_groups: {a: {agents: 1, skills: [call, second]}}";

std::string certain_failure() { return "  outcomes: {resolution: {fixed_share: {share: 0%}}}\n"; }

}  // namespace

TEST_CASE("an attempt that reached nobody is repeated after the delay", "[model][issues]") {
  const IssueRun run = run_issues(load_text(
      centre("handle_time: {deterministic: {value: 10s}}, patience: {deterministic: {value: 5s}}",
             "  behaviour: {redial: {probability: 100%, decay: 1, most: 2, delay: {deterministic: "
             "{value: 100s}}}}\n",
             kNobody)));
  check_laws(run);
  const IssueRecord& first = run.issues.front();
  CHECK(first.outcome == IssueOutcome::given_up);
  CHECK(first.contacts == 3);
  CHECK(first.redials == 2);
  CHECK(first.abandonments == 3);
  CHECK(first.opened == Time{kMinute});
  CHECK(first.second_contact == Time{165 * kSecond});
  CHECK(first.closed == Time{(60 + 3 * 5 + 2 * 100) * kSecond});
  CHECK(first.wait == 15 * kSecond);
  const auto contacts = run.contacts_of(first);
  CHECK_FALSE(contacts[0].journey.is_retrial);
  CHECK(contacts[1].journey.is_retrial);
  CHECK(contacts[2].record.arrival == Time{270 * kSecond});
}

TEST_CASE("each redial is less likely by the decay", "[model][issues]") {
  const IssueRun run = run_issues(load_text(centre(
      "handle_time: {deterministic: {value: 10s}}, patience: {deterministic: {value: 1s}}",
      "  behaviour: {redial: {probability: 100%, decay: 0, delay: {deterministic: {value: 1s}}}}\n",
      kNobody)));
  check_laws(run);
  for (const IssueRecord& issue : run.issues) CHECK(issue.contacts == 2);
}

TEST_CASE("an attempt outside opening hours waits for the next opening", "[model][issues]") {
  const IssueRun run = run_issues(load_text(
      centre("handle_time: {deterministic: {value: 10s}}, patience: {deterministic: {value: 5s}}",
             "  behaviour: {redial: {probability: 100%, decay: 1, most: 1, delay: {deterministic: "
             "{value: 30m}}}}\n",
             kNobody, "days: 2, open: 00:00-01:00", "45m")));
  check_laws(run);
  REQUIRE(run.issues.size() == 2);
  // The first is tried again at some moment of day two; the second never.
  CHECK(run.issues[0].second_contact > Time{kDay});
  CHECK(run.issues[0].second_contact < Time{kDay + kHour});
  CHECK(run.issues[1].outcome == IssueOutcome::open);
  CHECK(run.issues[1].contacts == 1);
}

TEST_CASE("a served contact that resolved nothing is followed by another", "[model][issues]") {
  const IssueRun run = run_issues(load_text(
      centre("handle_time: {deterministic: {value: 10s}}",
             "  behaviour: {marked_resolved: 100%, recontact: {probability: 100%, most: 1, delay: "
             "{deterministic: {value: 100s}}}}\n" +
                 certain_failure(),
             kOne)));
  check_laws(run);
  const IssueRecord& first = run.issues.front();
  CHECK(first.outcome == IssueOutcome::given_up);
  CHECK(first.served == 2);
  CHECK(first.recontacts == 1);
  CHECK(first.second_contact == Time{170 * kSecond});
  CHECK(first.marked_at_first_contact);
  CHECK(first.has_experience);
}

TEST_CASE("without outcomes every served contact resolves its issue", "[model][issues]") {
  const IssueRun run = run_issues(
      load_text(centre("handle_time: {deterministic: {value: 10s}}",
                       "  behaviour: {redial: {}, recontact: {}, marked_resolved: 0%}\n", kOne)));
  check_laws(run);
  CHECK(run.count(IssueOutcome::resolved) == run.issues.size());
  for (const IssueRecord& issue : run.issues) CHECK_FALSE(issue.has_experience);
}

TEST_CASE("what resolved nothing is handed to others", "[model][issues]") {
  const IssueRun run = run_issues(load_text(
      centre("handle_time: {deterministic: {value: 10s}}",
             "  behaviour: {recontact: {probability: 0%}}\n" + certain_failure(),
             "agent_groups: {a: {agents: 1, skills: [call]}, b: {agents: 1, skills: [second]}}\n"
             "  escalation: {call: {to: second, probability: 100%, handle_factor: 1.5, delay: "
             "{deterministic: {value: 20s}}}}")));
  check_laws(run);
  const IssueRecord& first = run.issues.front();
  CHECK(first.contacts == 2);
  CHECK(first.escalations == 1);
  CHECK(first.transfers == 1);
  CHECK(first.recontacts == 0);
  const auto contacts = run.contacts_of(first);
  CHECK(contacts[1].record.type == ContactTypeId(1));
  CHECK(contacts[1].record.arrival == Time{90 * kSecond});
  CHECK(contacts[1].record.talk == 90 * kSecond);
  CHECK(contacts[1].journey.is_transfer);
  CHECK(contacts[1].journey.attempt == 1);
}

TEST_CASE("an issue not resolved when due is late", "[model][issues]") {
  const std::string text =
      "holdline: 1\nname: due\nworld:\n  calendar: {open: 00:00-01:00}\n  contact_types:\n"
      "    call: {handle_time: {deterministic: {value: 100s}}}\n  customers: {segments: {all: "
      "{count: 10}}}\n  issues: {need: {arrivals: {fixed_interval: {every: 90s}}, contact_type: "
      "call, due: 150s}}\nplan:\n  " +
      std::string("agent_groups: {a: {agents: 1, skills: [call]}}\n");
  const IssueRun run = run_issues(load_text(text));
  check_laws(run);
  // Each waits 10 s longer than the one before: 0, 10, ..., 50 s and 100 s of talk are in time.
  for (std::size_t i = 0; i < run.issues.size(); ++i) {
    CHECK(run.issues[i].closed - run.issues[i].opened ==
          static_cast<std::int64_t>(10 * i + 100) * kSecond);
    CHECK(run.issues[i].is_late == (i > 5));
  }
}

TEST_CASE("a redial that never happens leaves every contact as it was", "[model][issues]") {
  const std::string type =
      "talk: {lognormal: {mean: 3m, cv: 1}}, patience: {exponential: {mean: 1m}}, "
      "hold: {probability: 30%, time: {exponential: {mean: 20s}}}, balking: {probability: 20%}";
  const auto text = [&](const std::string& behaviour) {
    std::string whole = centre(type, behaviour, "trunks: 4\n  " + kOne);
    return whole;
  };
  const RecordedRun queues = run_text(text(""));
  const IssueRun issues =
      run_issues(load_text(text("  behaviour: {redial: {probability: 1%, decay: 1, most: 0}}\n")));
  check_laws(issues);
  REQUIRE(queues.contacts.size() == issues.contacts.size());
  CHECK(queues.end.events == issues.end.events);
  for (std::size_t i = 0; i < queues.contacts.size(); ++i) {
    const ContactRecord& one = queues.contacts[i];
    const ContactRecord& other = issues.contacts[i].record;
    CHECK(one.journey == nullptr);
    CHECK(one.index == other.index);
    CHECK(one.outcome == other.outcome);
    CHECK(one.wait == other.wait);
    CHECK(one.talk == other.talk);
    CHECK(one.hold == other.hold);
    CHECK(one.agent == other.agent);
  }
}

TEST_CASE("the wrong people find out, and hand over to the right ones", "[model][issues]") {
  const IssueRun run = run_issues(load_text(
      centre("handle_time: {deterministic: {value: 40s}}",
             "  behaviour: {transfer: {talk: 15s, handle_factor: 1.5}}\n",
             "trunks: 1\n"
             "  agent_groups: {a: {agents: 1, skills: [call]}, b: {agents: 1, skills: [second]}}\n"
             "  ivr: {start: astray, nodes: {astray: {transfer: {to: second}}}}",
             "open: 00:00-01:00", "90s")));
  check_laws(run);
  for (const IssueRecord& issue : run.issues) {
    CHECK(issue.outcome == IssueOutcome::resolved);
    CHECK(issue.contacts == 2);
    CHECK(issue.transfers == 1);
    CHECK(issue.escalations == 0);
    CHECK(issue.served == 2);
    const auto contacts = run.contacts_of(issue);
    CHECK(contacts[0].record.type == ContactTypeId(1));
    CHECK(contacts[0].journey.is_misrouted);
    CHECK_FALSE(contacts[0].journey.is_resolved);
    CHECK(contacts[0].record.talk == 15 * kSecond);
    CHECK(contacts[1].record.type == ContactTypeId(0));
    CHECK(contacts[1].journey.is_transfer);
    CHECK_FALSE(contacts[1].journey.is_misrouted);
    CHECK(contacts[1].record.arrival == issue.opened + 15 * kSecond);
    CHECK(contacts[1].record.talk == 60 * kSecond);
  }
}
