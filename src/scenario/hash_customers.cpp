// The part of a scenario's hash that customers, issues, behaviour and outcomes decide. Nothing
// where a scenario has none of it, so that older scenarios keep their hashes: each part is compared
// with what it is when nothing is said.
#include "scenario/hasher.hpp"

namespace holdline {
namespace {

void add_segment(Hasher& hasher, const Segment& segment) {
  hasher.add(segment.name);
  hasher.add(segment.count);
  hasher.add(segment.value_per_year);
  hasher.add(segment.leaves_per_year);
  hasher.add(segment.acquired_per_year);
  hasher.add(segment.acquisition_cost);
  hasher.add(segment.patience_factor);
  hasher.add(segment.trust);
  hasher.add(segment.mood);
  hasher.add(segment.knows_menu);
  hasher.add(segment.presses_zero);
  hasher.add(segment.self_service_factor);
  hasher.add(segment.channels);
}

void add_issue_type(Hasher& hasher, const IssueType& type) {
  hasher.add(type.name);
  hasher.add(type.arrivals);
  hasher.add(type.frequency);
  hasher.add(type.contact_types);
  hasher.add(type.difficulty);
  hasher.add(type.due);
  hasher.add(type.lateness_penalty);
}

void add_retrial(Hasher& hasher, const Retrial& retrial) {
  hasher.add(retrial.probability);
  hasher.add(retrial.decay);
  hasher.add(retrial.delay);
  hasher.add(retrial.most);
  hasher.add(retrial.other_contact_type);
}

void add_behaviour(Hasher& hasher, const Behaviour& behaviour) {
  add_retrial(hasher, behaviour.redial);
  add_retrial(hasher, behaviour.recontact);
  const MenuBehaviour& menu = behaviour.menu;
  for (const double value : {menu.error_base, menu.error_per_option, menu.wrong_choice,
                             menu.presses_zero, menu.finds_hidden_zero, menu.hang_up_per_s,
                             menu.hang_up_growth, menu.hang_up_per_error, menu.learns}) {
    hasher.add(value);
  }
  const SelfServiceBehaviour& machine = behaviour.self_service;
  for (const double value : {machine.acceptance, machine.patience_factor, machine.handle_factor,
                             machine.trust_gain, machine.trust_loss}) {
    hasher.add(value);
  }
  const CallbackBehaviour& callback = behaviour.callback;
  for (const double value :
       {callback.acceptance, callback.patience_factor, callback.handle_factor, callback.answers}) {
    hasher.add(value);
  }
  hasher.add(behaviour.transfer.talk);
  hasher.add(behaviour.transfer.handle_factor);
  hasher.add(behaviour.marked_resolved);
  hasher.add(behaviour.mood_memory);
}

void add_outcomes(Hasher& hasher, const Outcomes& outcomes) {
  hasher.add(outcomes.is_given);
  for (const PolicyChoice* choice :
       {&outcomes.resolution, &outcomes.satisfaction, &outcomes.effort, &outcomes.recommendation,
        &outcomes.survey_response, &outcomes.churn, &outcomes.referral}) {
    hasher.add(*choice);
  }
}

std::uint64_t hash_of_people(const World& world) {
  Hasher hasher;
  hasher.add(static_cast<std::uint64_t>(world.segments.size()));
  for (const Segment& segment : world.segments) add_segment(hasher, segment);
  hasher.add(static_cast<std::uint64_t>(world.issue_types.size()));
  for (const IssueType& type : world.issue_types) add_issue_type(hasher, type);
  hasher.add(world.discount_per_year);
  add_behaviour(hasher, world.behaviour);
  add_outcomes(hasher, world.outcomes);
  return hasher.value();
}

/// What service is expected to cost in customers, where it is said.
void add_expected_churn(Hasher& hasher, const World& world) {
  for (const Segment& segment : world.segments) {
    if (segment.service_churn_per_year == 0.0) continue;
    hasher.add(std::string("service_churn"));
    hasher.add(segment.name);
    hasher.add(segment.service_churn_per_year);
  }
}

/// What agents are good at, where it is not nothing.
void add_qualities(Hasher& hasher, const Plan& plan) {
  for (const AgentGroup& group : plan.agent_groups) {
    if (group.quality != 0.0) {
      hasher.add(std::string("quality"));
      hasher.add(plan.name);
      hasher.add(group.name);
      hasher.add(group.quality);
    }
    for (const Skill& skill : group.skills) {
      if (skill.resolution == 0.0) continue;
      hasher.add(std::string("resolution"));
      hasher.add(plan.name);
      hasher.add(group.name);
      hasher.add(skill.type);
      hasher.add(skill.resolution);
    }
  }
}

void add_score(Hasher& hasher, const ScoreSettings& score) {
  if (score.fcr_window != ScoreSettings{}.fcr_window) {
    hasher.add(std::string("fcr_window"));
    hasher.add(score.fcr_window);
  }
  for (const CompositePart& part : score.composite) {
    hasher.add(std::string("composite"));
    hasher.add(part.metric);
    hasher.add(part.weight);
    hasher.add(part.worst);
    hasher.add(part.best);
  }
}

}  // namespace

void add_customers(Hasher& hasher, const Scenario& scenario) {
  const std::uint64_t people = hash_of_people(scenario.world);
  if (people != hash_of_people(World{})) {
    hasher.add(std::string("people"));
    hasher.add(people);
  }
  add_expected_churn(hasher, scenario.world);
  for (const Plan& plan : scenario.plans) add_qualities(hasher, plan);
  add_score(hasher, scenario.score);
  for (std::size_t i = 0; i < scenario.expectations.size(); ++i) {
    const Expectation& expectation = scenario.expectations[i];
    if (!expectation.segment && !expectation.issue_type) continue;
    hasher.add(std::string("expectation"));
    hasher.add(static_cast<std::uint64_t>(i));
    hasher.add(expectation.segment);
    hasher.add(expectation.issue_type);
  }
}

}  // namespace holdline
