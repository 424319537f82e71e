// What customers make of it: policies answer with probabilities, the model draws. The draws of what
// an issue leaves behind belong to the issue, however many contacts it took.
#include <cmath>

#include "model/center.hpp"

namespace holdline {

double Simulation::Center::resolution_probability(const OpenIssue& issue, const Service& service,
                                                  AgentId agent) const {
  static constexpr IssueView no_issue;
  static constexpr CustomerView no_customer;
  const IssueBook& book = *issues_;
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
  if (!book.resolution_looks_back) {
    return book.resolution->resolution_probability(contact, no_issue, no_customer);
  }
  return book.resolution->resolution_probability(contact, book.view(issue, view_.now),
                                                 book.customer_view(issue));
}

bool Simulation::Center::draw_resolution(OpenIssue& issue, const Service& service, AgentId agent) {
  IssueBook& book = *issues_;
  issue.journey.is_resolved = issue.journey.is_marked_resolved = true;
  if (book.resolution != nullptr) {
    const double probability = resolution_probability(issue, service, agent);
    issue.journey.is_resolved = to_unit(issue.resolution[0]) < probability;
    issue.journey.is_marked_resolved =
        issue.journey.is_resolved ||
        to_unit(issue.resolution[1]) < tables_.scenario.world.behaviour.marked_resolved;
  }
  // Who was passed on within her first call knows of one call.
  if (issue.attempts == 1 && !issue.is_escalated) {
    issue.record.marked_at_first_contact = issue.journey.is_marked_resolved;
  }
  return issue.journey.is_resolved;
}

// Effort, satisfaction, survey, recommendation, churn, referral. Customers alone leave and refer.
void Simulation::Center::draw_experience(OpenIssue& issue) {
  IssueBook& book = *issues_;
  IssueRecord& record = issue.record;
  const CustomerView customer = book.customer_view(issue);
  IssueView view = book.view(issue, view_.now);
  record.effort = book.effort->effort(view);
  record.ease = book.effort->ease(record.effort);
  view.effort = record.effort;
  const DrawsAhead* const ahead = issue.blocks_ahead();
  const ExperienceDraws words =
      ahead != nullptr ? ahead->experience(issue.number)
                       : draw_experience_blocks(*issue.keys, replication_.number, issue.number);
  const Block &mood_words = words[0], &word_of_mouth = words[1];
  record.has_experience = true;
  record.is_satisfied =
      to_unit(mood_words[0]) < book.satisfaction->satisfaction_probability(view, customer);
  record.has_answered = to_unit(mood_words[1]) < book.survey_response->response_probability(
                                                     view, customer, record.is_satisfied);
  const RecommendationShares shares =
      book.recommendation->recommendation(view, customer, record.is_satisfied);
  const double recommends = to_unit(word_of_mouth[0]);
  if (recommends < shares.promoter) {
    record.recommendation = 1;
  } else if (recommends >= 1.0 - shares.detractor) {
    record.recommendation = -1;
  }
  if (issue.is_anonymous()) return;
  if (!book.has_left(issue, view_.now)) {
    record.is_lost = to_unit(word_of_mouth[1]) <
                     book.churn->churn_probability(view, customer, record.is_satisfied);
  }
  const double expected = book.referral->referrals(view, customer, record.recommendation);
  const double whole = std::floor(expected);
  record.referrals = static_cast<std::int32_t>(whole);
  if (expected > whole && to_unit(words[2][0]) < expected - whole) ++record.referrals;
  const double memory = tables_.scenario.world.behaviour.mood_memory;
  book.customers.remember(record.customer,
                          memory * customer.mood + (record.is_satisfied ? 1.0 - memory : 0.0),
                          record.is_satisfied);
}

}  // namespace holdline
