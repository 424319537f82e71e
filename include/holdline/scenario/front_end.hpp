// What a plan puts before and around its agents: menus, self-service, callbacks, escalation, and
// what these cost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "holdline/kernel/distribution.hpp"
#include "holdline/util/ids.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

enum class IvrNodeKind : std::uint8_t { prompt, menu, self_service, transfer, hang_up };

/// Whether a menu lets callers out to a human.
enum class OptOut : std::uint8_t { offered, hidden, none };

struct IvrOption {
  std::string name;
  IvrNodeId next;
};

/// One node of the menus. Which members count depends on the kind.
struct IvrNode {
  std::string name;
  IvrNodeKind kind = IvrNodeKind::hang_up;
  Duration duration{};   ///< prompt: its length; menu: of the options read out
  bool barge_in = true;  ///< those who know the menu need not listen
  IvrNodeId next;        ///< prompt: what follows; self_service: after a failure
  Duration answer{};     ///< menu: to choose and press (or say)
  std::vector<IvrOption> options;
  /// Menu: the option that serves a need: first the issue types, then the contact types.
  std::vector<std::uint32_t> option_for;
  std::optional<double> error;  ///< menu: overrides MenuBehaviour's error_base and _per_option
  double speech_failure = 0.0;  ///< menu: an answer is not understood, at each try
  std::uint32_t retries = 2;    ///< menu: tries after the first
  IvrNodeId on_failure;         ///< menu: when they are used up
  OptOut opt_out = OptOut::offered;
  Distribution task;          ///< self_service: its duration
  double success = 0.0;       ///< self_service: resolves the issue (times the segment's factor)
  ContactTypeId transfer_to;  ///< transfer: the queue; none: the contact's own type
};

/// The menus: a directed graph. Checked at load: every node is reachable and every path ends.
struct Ivr {
  std::vector<IvrNode> nodes;
  IvrNodeId start;
  IvrNodeId way_out;                      ///< where opting out leads (a transfer)
  std::optional<std::uint32_t> ports;     ///< contacts in the menus at once; more are blocked
  std::vector<bool> contact_types;        ///< by contact type: whether it passes the menus
  std::vector<std::uint32_t> changed_on;  ///< days (from 0) on which the menus change
  Duration forgotten_for{};               ///< after a change nobody knows them
};

enum class SelfServiceMode : std::uint8_t { none, optional, forced_first };

/// A machine that answers between the menus and the queue.
struct SelfService {
  SelfServiceMode mode = SelfServiceMode::none;
  std::vector<bool> contact_types;  ///< by contact type: where it answers
  Distribution duration = deterministic(0.0);
  double success = 0.0;  ///< share of issues it resolves, times the segment's factor
  std::vector<double> success_by_issue;  ///< by issue type; overrides `success`
  bool passes_context = false;           ///< what it learnt reaches the agent
};

/// How the wait of a contact that arrives is predicted.
enum class WaitPredictor : std::uint8_t {
  head_of_line,  ///< what the one at the head of its queue has waited
  last_served,   ///< what the last one of its type to be answered had waited
  load_based,    ///< (its queue + 1) x mean handle time / agents on shift who may serve it
};

enum class CallbackPlace : std::uint8_t {
  kept,  ///< in the queue, as if still on the line
  list,  ///< at the end of a list of its own, with its own priority
};

struct Callback {
  std::vector<bool> contact_types;            ///< by contact type: where it is offered
  std::optional<Duration> expected_wait;      ///< offered when the predicted wait is this or more
  std::optional<std::uint32_t> queue_length;  ///< or when so many of its type wait
  WaitPredictor predictor = WaitPredictor::head_of_line;
  CallbackPlace place = CallbackPlace::kept;
  std::uint32_t priority = 1;           ///< of the list, as of contact types; 1 first
  std::optional<Duration> slot;         ///< list: called no sooner than this after the offer
  Duration ring{};                      ///< an agent waits this long for an answer
  Duration redial_after = 5 * kMinute;  ///< when nobody answered
  std::uint32_t tries = 3;              ///< calls in all
};

/// A contact that resolved nothing is handed to others.
struct Escalation {
  ContactTypeId to;
  double probability = 0.0;
  Distribution delay = deterministic(0.0);  ///< until they take it up
  double handle_factor = 1.0;               ///< what is lost on the way is told again [1]
};

/// What is paid beside labour.
struct Costs {
  double per_self_service = 0.0;  ///< each conversation [money]
  double per_menu_min = 0.0;      ///< each minute in the menus [money]
  double per_callback = 0.0;      ///< each callback promised [money]
  double per_contact = 0.0;       ///< each contact that arrives: lines, systems [money]
  double fixed_per_week = 0.0;    ///< [money/week]
};

}  // namespace holdline
