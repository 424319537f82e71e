// What customers make of it: policies answer with probabilities, the model draws. The draws of what
// an issue leaves behind belong to the issue, however many contacts it took.
#include <cmath>

#include "model/center.hpp"

namespace holdline {

bool Simulation::Center::draw_resolution(OpenIssue& issue, const Service& service, AgentId agent) {
  IssueBook& book = *issues_;
  issue.journey.is_resolved = issue.journey.is_marked_resolved = true;
  if (book.resolution != nullptr) {
    const AgentGroupId group = tables_.group_of[agent.index()];
    const auto& types = tables_.scenario.world.issue_types;
    ServedContactView contact;
    contact.type = service.type;
    contact.agent_group = group;
    contact.skill = book.resolution_skill(service.type, group);
    if (!issue.record.type.is_none()) contact.skill -= types[issue.record.type.index()].difficulty;
    contact.attempt = issue.journey.attempt;
    contact.wait = service.answered - service.arrival;
    contact.handle = service.talk + service.hold + service.wrap_up;
    contact.has_context = issue.has_context;
    contact.is_escalated = issue.is_escalated;
    const double probability = book.resolution->resolution_probability(
        contact, book.view(issue, view_.now), book.customer_view(issue));
    const Block words =
        block_at(issue.keys->resolution, replication_.number, issue.number, issue.lane);
    issue.journey.is_resolved = to_unit(words[0]) < probability;
    issue.journey.is_marked_resolved =
        issue.journey.is_resolved ||
        to_unit(words[1]) < tables_.scenario.world.behaviour.marked_resolved;
  }
  if (issue.journey.attempt == 0) {
    issue.record.marked_at_first_contact = issue.journey.is_marked_resolved;
  }
  return issue.journey.is_resolved;
}

// Effort, satisfaction, survey, recommendation, churn, referral. Customers alone leave and refer.
Simulation::Center::Experience Simulation::Center::draw_experience(OpenIssue& issue) {
  IssueBook& book = *issues_;
  IssueRecord& record = issue.record;
  const CustomerView customer = book.customer_view(issue);
  IssueView view = book.view(issue, view_.now);
  record.effort = book.effort->effort(view);
  record.ease = book.effort->ease(record.effort);
  view.effort = record.effort;
  const DrawnExperience drawn = draw_units(issue);
  record.has_experience = true;
  record.is_satisfied =
      drawn.satisfaction < book.satisfaction->satisfaction_probability(view, customer);
  record.has_answered = drawn.survey < book.survey_response->response_probability(
                                           view, customer, record.is_satisfied);
  const RecommendationShares shares =
      book.recommendation->recommendation(view, customer, record.is_satisfied);
  if (drawn.recommendation < shares.promoter) {
    record.recommendation = 1;
  } else if (drawn.recommendation >= 1.0 - shares.detractor) {
    record.recommendation = -1;
  }
  Experience experience;
  if (issue.is_anonymous()) return experience;
  if (book.customers.is_there(record.customer, record.segment, view_.now)) {
    record.is_lost =
        drawn.churn < book.churn->churn_probability(view, customer, record.is_satisfied);
  }
  const double expected = book.referral->referrals(view, customer, record.recommendation);
  const double whole = std::floor(expected);
  record.referrals = static_cast<std::int32_t>(whole) + (drawn.referral < expected - whole ? 1 : 0);
  const double memory = tables_.scenario.world.behaviour.mood_memory;
  book.customers.remember(record.customer,
                          memory * customer.mood + (record.is_satisfied ? 1.0 - memory : 0.0),
                          record.is_satisfied);
  experience.is_lost = record.is_lost;
  experience.referrals = record.referrals;
  return experience;
}

Simulation::Center::DrawnExperience Simulation::Center::draw_units(const OpenIssue& issue) const {
  const auto words = [&](std::uint32_t lane) {
    return block_at(issue.keys->experience, replication_.number, issue.number, lane);
  };
  const Block first = words(0), second = words(1), third = words(2);
  return {to_unit(first[0]), to_unit(first[1]), to_unit(second[0]), to_unit(second[1]),
          to_unit(third[0])};
}

}  // namespace holdline
