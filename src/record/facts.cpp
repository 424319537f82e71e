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
  }
  return "invalid";
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
  }
  return "invalid";
}

}  // namespace holdline
