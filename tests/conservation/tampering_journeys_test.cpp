// The watchful sink is itself watched where there are customers: a replication told again with one
// fact changed must not pass.
#include <deque>
#include <functional>
#include <vector>

#include "conservation/watchful_sink.hpp"
#include "support/catch.hpp"
#include "support/recorded_run.hpp"

namespace holdline {
namespace {

constexpr const char* kJourneys = R"(
holdline: 1
name: Journeys to tamper with
world:
  calendar: {days: 2, open: 08:00-18:00}
  contact_types:
    calls: {patience: {exponential: {mean: 2m}}, handle_time: {exponential: {mean: 4m}}}
    desk: {handle_time: {exponential: {mean: 4m}}, patience: {exponential: {mean: 5m}}}
  customers:
    segments:
      few: {count: 40, leaves: 95%/year, acquired: 5000/year}
      many: {count: 400, leaves: 95%/year, acquired: 5000/year}
  issues:
    need: {arrivals: {poisson: {rate: 30/h}}, contact_type: calls, due: 1h}
  behaviour:
    redial: {delay: {exponential: {mean: 10m}}}
    recontact: {delay: {exponential: {mean: 1h}}}
    menu: {}
    self_service: {}
    callback: {acceptance: 60%, answers: 50%}
    transfer: {}
  outcomes: {referral: {by_recommendation: {promoter: 0.1}}}
plan:
  agent_groups:
    team: {agents: 2, skills: [calls]}
    desk: {agents: 1, skills: [desk]}
  ivr:
    start: main
    way_out: people
    nodes:
      main: {menu: {duration: 10s, error: 30%, on_failure: people, options: {need: people, wrong: {next: to_desk, for: []}}}}
      people: {transfer: {}}
      to_desk: {transfer: {to: desk}}
  self_service: {mode: optional, duration: {exponential: {mean: 1m}}, success: 30%}
  callback: {offer: {queue_length: 1}, place: list}
  escalation: {calls: {to: desk, probability: 50%, delay: {exponential: {mean: 20m}}}}
)";

/// All facts of a replication, to be told again.
struct Told final : RecordSink {
  ReplicationStart start;
  std::vector<ContactRecord> contacts;
  std::deque<ContactJourney> journeys;
  std::vector<AgentInterval> intervals;
  std::vector<IssueRecord> issues;
  std::vector<CustomerRecord> customers;
  ReplicationEnd end;

  void on_replication_start(const ReplicationStart& fact) override { start = fact; }
  void on_contact(const ContactRecord& fact) override {
    contacts.push_back(fact);
    journeys.push_back(*fact.journey);
  }
  void on_agent_interval(const AgentInterval& fact) override { intervals.push_back(fact); }
  void on_issue(const IssueRecord& fact) override { issues.push_back(fact); }
  void on_customer(const CustomerRecord& fact) override { customers.push_back(fact); }
  void on_replication_end(const ReplicationEnd& fact) override { end = fact; }

  void tell(RecordSink& sink) const {
    sink.on_replication_start(start);
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      ContactRecord contact = contacts[i];
      contact.journey = &journeys[i];
      sink.on_contact(contact);
    }
    for (const AgentInterval& interval : intervals) sink.on_agent_interval(interval);
    for (const IssueRecord& issue : issues) sink.on_issue(issue);
    for (const CustomerRecord& customer : customers) sink.on_customer(customer);
    sink.on_replication_end(end);
  }

  /// The place of the first contact that ended so and is as asked.
  std::size_t find(ContactOutcome outcome,
                   const std::function<bool(const ContactJourney&)>& is_it) const {
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      if (contacts[i].outcome == outcome && is_it(journeys[i])) return i;
    }
    FAIL("no such contact");
    return 0;
  }
  std::size_t find(ContactOutcome outcome) const {
    return find(outcome, [](const ContactJourney&) { return true; });
  }
  IssueRecord& issue(IssueOutcome outcome) {
    for (IssueRecord& each : issues) {
      if (each.outcome == outcome) return each;
    }
    FAIL("no such issue");
    return issues.front();
  }
  CustomerRecord& customer(CustomerChange change) {
    for (CustomerRecord& each : customers) {
      if (each.change == change) return each;
    }
    FAIL("no such customer");
    return customers.front();
  }
};

/// What the watchful sink says to the two days with `change` made to them.
std::string said(const std::function<void(Told&)>& change) {
  static const Scenario scenario = test::load_text(kJourneys);
  static const Told told = [] {
    Told facts;
    Simulation(scenario, PlanId{0}).run({}, facts);
    return facts;
  }();
  Told changed = told;
  change(changed);
  test::WatchfulSink watchful(scenario, PlanId{0});
  changed.tell(watchful);
  return watchful.complaints();
}

void check_noticed(const char* complaint, const std::function<void(Told&)>& change) {
  const std::string complaints = said(change);
  INFO(complaints);
  INFO(complaint);
  CHECK(complaints.find(complaint) != std::string::npos);
}

using Outcome = ContactOutcome;

TEST_CASE("the watchful sink has nothing to say to customers as they were", "[conservation]") {
  CHECK(said([](Told&) {}) == "");
}

TEST_CASE("the watchful sink notices journeys that could not have been so", "[conservation]") {
  check_noticed("spent other times before the queue",
                [](Told& told) { told.journeys[told.find(Outcome::served)].menu += Duration{1}; });
  check_noticed("contained without being resolved", [](Told& told) {
    told.journeys[told.find(Outcome::contained)].resolved_by_machine = false;
  });
  check_noticed("called back without a promise", [](Told& told) {
    told.journeys[told.find(Outcome::called_back)].accepted_callback = false;
  });
  check_noticed("called back too soon", [](Told& told) {
    told.journeys[told.find(Outcome::called_back)].callback_delay = Duration{1};
  });
  check_noticed("not called by whole rings", [](Told& told) {
    told.journeys[told.find(Outcome::called_back)].reserved += Duration{1};
  });
  check_noticed("contacts know of", [](Told& told) {
    told.journeys[told.find(Outcome::called_back)].reserved += 20 * kSecond;
  });
  check_noticed("was not passed on at once", [](Told& told) {
    const auto is_right = [](const ContactJourney& journey) {
      return journey.attempt == 0 && !journey.is_resolved && !journey.is_misrouted;
    };
    const std::uint64_t issue = told.journeys[told.find(Outcome::served, is_right)].issue;
    for (ContactJourney& journey : told.journeys) {
      if (journey.issue == issue && journey.attempt == 0) journey.is_misrouted = true;
    }
  });
}

TEST_CASE("the watchful sink notices issues that could not have been so", "[conservation]") {
  check_noticed("contacts were told of issues that were not",
                [](Told& told) { told.issues.pop_back(); });
  check_noticed("was told twice", [](Told& told) { told.issues.push_back(told.issues.front()); });
  check_noticed("contacts told, ", [](Told& told) { ++told.issues.front().contacts; });
  check_noticed("adds its contacts up to other sums",
                [](Told& told) { told.issue(IssueOutcome::resolved).wait += Duration{1}; });
  check_noticed("resolved by nobody", [](Told& told) {
    told.issue(IssueOutcome::given_up).outcome = IssueOutcome::resolved;
  });
  check_noticed("closed at another time",
                [](Told& told) { told.issue(IssueOutcome::resolved).closed += Duration{1}; });
  check_noticed("unlike its due time",
                [](Told& told) { told.issue(IssueOutcome::resolved).is_late ^= true; });
  check_noticed("is not of its issue", [](Told& told) { ++told.journeys.front().customer; });
  check_noticed("is a retrial after a conversation", [](Told& told) {
    const auto is_retrial = [](const ContactJourney& journey) { return journey.is_retrial; };
    told.journeys[told.find(Outcome::served, is_retrial)].is_retrial = false;
  });
  check_noticed("issues and", [](Told& told) { ++told.end.issues.back().redials; });
  check_noticed("callbacks are lost",
                [](Told& told) { ++told.end.issues.back().callbacks_promised; });
}

TEST_CASE("the watchful sink notices customers that could not have been so", "[conservation]") {
  using Change = CustomerChange;
  check_noticed("left twice",
                [](Told& told) { told.customers.push_back(told.customer(Change::left_service)); });
  check_noticed("came twice",
                [](Told& told) { told.customers.push_back(told.customer(Change::acquired)); });
  check_noticed("customers at the end, not", [](Told& told) { ++told.end.segments[0].at_end; });
  check_noticed("is of two segments", [](Told& told) {
    for (CustomerRecord& each : told.customers) {
      if (each.change == Change::left_service) each.segment = SegmentId{1 - each.segment.index()};
    }
  });
  check_noticed("of a customer who has left", [](Told& told) {
    const ContactJourney& last = told.journeys[told.find(Outcome::served)];
    told.customers.push_back({last.customer, last.segment, Change::left_anyway, Time{}});
  });
  check_noticed("left because of no issue",
                [](Told& told) { told.customer(Change::left_service).time += Duration{1}; });
  check_noticed("issues won other customers", [](Told& told) {
    for (CustomerRecord& each : told.customers) {
      if (each.change == Change::acquired) each.change = Change::referred;
    }
  });
}

}  // namespace
}  // namespace holdline
