// One replication after another: collect, check, forget.
#include "conservation/watchful_sink.hpp"

#include <fmt/format.h>

namespace holdline::test {

WatchfulSink::WatchfulSink(const Scenario& scenario, PlanId plan)
    : scenario_(scenario), plan_(scenario.plans[plan.index()]) {}

void WatchfulSink::on_replication_start(const ReplicationStart& start) {
  start_ = start;
  contacts_.clear();
  intervals_.clear();
  journeys_.clear();
  issues_.clear();
  customers_.clear();
  stays_.clear();
}

// A journey is valid during the call alone.
void WatchfulSink::on_contact(const ContactRecord& contact) {
  contacts_.push_back(contact);
  if (contact.journey == nullptr) return;
  contacts_.back().journey = &journeys_.emplace_back(*contact.journey);
}

void WatchfulSink::on_replication_end(const ReplicationEnd& end) {
  end_ = end;
  contact_count_ += contacts_.size();
  if (!end_.is_complete) complain("the replication is not complete");
  check_each_contact();
  check_told_once();
  check_in_order();
  check_capacity();
  check_one_state_at_a_time();
  check_work_matches_contacts();
  check_scheduled_time();
  check_nobody_waits_while_an_agent_is_free();
  check_journeys();
  check_customers();
  check_issues();
}

void WatchfulSink::complain(const std::string& what) {
  if (complaints_.size() < 4000) {
    complaints_ += fmt::format("replication {}: {}\n", start_.replication, what);
  }
}

}  // namespace holdline::test
