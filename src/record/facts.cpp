// Names of outcomes and agent states, as the scenario format and every output write them.
#include "holdline/record/facts.hpp"

namespace holdline {

std::string_view to_string(ContactOutcome outcome) {
  switch (outcome) {
    case ContactOutcome::served:
      return "served";
    case ContactOutcome::abandoned:
      return "abandoned";
    case ContactOutcome::balked:
      return "balked";
    case ContactOutcome::blocked:
      return "blocked";
    case ContactOutcome::disconnected:
      return "disconnected";
    case ContactOutcome::in_system:
      return "in_system";
    case ContactOutcome::contained:
      return "contained";
    case ContactOutcome::hung_up:
      return "hung_up";
    case ContactOutcome::called_back:
      return "called_back";
    case ContactOutcome::callback_failed:
      return "callback_failed";
  }
  return "invalid";
}

std::string_view to_string(IssueOutcome outcome) {
  switch (outcome) {
    case IssueOutcome::resolved:
      return "resolved";
    case IssueOutcome::given_up:
      return "given_up";
    case IssueOutcome::open:
      return "open";
  }
  return "invalid";
}

std::string_view to_string(CustomerChange change) {
  switch (change) {
    case CustomerChange::acquired:
      return "acquired";
    case CustomerChange::referred:
      return "referred";
    case CustomerChange::left_anyway:
      return "left_anyway";
    case CustomerChange::left_service:
      return "left_service";
    case CustomerChange::kept_away:
      return "kept_away";
  }
  return "invalid";
}

int customers_gained(CustomerChange change) {
  switch (change) {
    case CustomerChange::acquired:
    case CustomerChange::referred:
      return 1;
    case CustomerChange::left_anyway:
    case CustomerChange::left_service:
      return -1;
    case CustomerChange::kept_away:
      return 0;
  }
  return 0;
}

std::string_view to_string(AgentState state) {
  switch (state) {
    case AgentState::available:
      return "available";
    case AgentState::talking:
      return "talking";
    case AgentState::holding:
      return "holding";
    case AgentState::wrap_up:
      return "wrap_up";
    case AgentState::on_break:
      return "on_break";
    case AgentState::meal:
      return "meal";
    case AgentState::training:
      return "training";
    case AgentState::meeting:
      return "meeting";
    case AgentState::absent:
      return "absent";
    case AgentState::sent_home:
      return "sent_home";
    case AgentState::reserved:
      return "reserved";
  }
  return "invalid";
}

}  // namespace holdline
