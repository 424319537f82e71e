// The customers of the world: segments, why they contact the centre, and how they behave there.
// Everything here is a fact of the world, the same in every plan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "holdline/kernel/distribution.hpp"
#include "holdline/scenario/arrivals.hpp"
#include "holdline/scenario/policy_choice.hpp"
#include "holdline/util/ids.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// A kind of customers. Its customers are numbered consecutively, segment after segment.
struct Segment {
  std::string name;
  std::uint32_t count = 0;       ///< customers at the start
  double value_per_year = 0.0;   ///< margin of one customer [money/year]
  double leaves_per_year = 0.0;  ///< share that leaves within a year whatever the centre does
  /// Share expected to leave within a year because of service; used in what a customer is worth
  /// from a moment on, so the same in every plan. What does happen is the outcomes' business.
  double service_churn_per_year = 0.0;
  double acquired_per_year = 0.0;      ///< new customers by the company's own efforts [1/year]
  double acquisition_cost = 0.0;       ///< of each of those; referrals cost nothing [money]
  double patience_factor = 1.0;        ///< multiplies patience [1]
  double trust = 0.5;                  ///< in machines that answer, at the start, [0, 1]
  double mood = 0.5;                   ///< towards the company, at the start, [0, 1]
  double knows_menu = 0.0;             ///< share who know the menu at the start
  std::optional<double> presses_zero;  ///< overrides MenuBehaviour::presses_zero
  double self_service_factor = 1.0;    ///< multiplies the success of self-service [1]
  std::vector<double> channels;        ///< by contact type: multiplies the issue's weights [1]
};

/// Why customers contact the centre.
struct IssueType {
  std::string name;
  /// Issues of all customers at the start's size of the base; each falls to one of them. Customers
  /// who have left raise none.
  ArrivalProcess arrivals;
  std::vector<double> frequency;      ///< by segment: relative number of issues of a customer [1]
  std::vector<double> contact_types;  ///< by contact type: weight of being raised there
  double difficulty = 0.0;            ///< subtracted from the logit of resolution [1]
  std::optional<Duration> due;        ///< from the first contact; nullopt: no due time
  double lateness_penalty = 0.0;      ///< for an issue not resolved when due [money]
};

/// After an attempt that reached nobody (abandoned, balked, blocked, disconnected, left in the
/// menu), or after a served contact that resolved nothing: tries again or gives the issue up.
struct Retrial {
  double probability = 0.0;  ///< of the first further attempt
  double decay = 1.0;        ///< multiplies it for each one after that
  Distribution delay = deterministic(0.0);
  std::uint32_t most = 10;          ///< further attempts of this kind for one issue
  double other_contact_type = 0.0;  ///< probability of coming by another of the issue's types
};

/// At a menu.
struct MenuBehaviour {
  double error_base = 0.0;         ///< e0: errs at a menu of up to three options
  double error_per_option = 0.0;   ///< e1: and for each further option
  double wrong_choice = 0.5;       ///< share of errors that take a wrong option; the rest repeat
  double presses_zero = 0.0;       ///< leaves a menu that offers a human, at each try
  double finds_hidden_zero = 0.0;  ///< multiplies that where the way out is hidden [1]
  double hang_up_per_s = 0.0;      ///< hazard of hanging up [1/s]
  double hang_up_growth = 0.0;     ///< grows by this share of it for each minute in the menu [1]
  double hang_up_per_error = 0.0;  ///< and for each error [1]
  double learns = 0.0;             ///< probability of knowing the menu after a walk
};

/// With a machine that answers before a human does.
struct SelfServiceBehaviour {
  double acceptance = 1.0;       ///< of an optional one, times trust (1 for the anonymous)
  double patience_factor = 1.0;  ///< after a forced one that failed
  double handle_factor = 1.0;    ///< after one that failed and passed nothing on: explains again
  double trust_gain = 0.0;       ///< share of the way to 1 after a success
  double trust_loss = 0.0;       ///< share of the way to 0 after a failure
};

/// When a callback is offered.
struct CallbackBehaviour {
  double acceptance = 1.0;       ///< probability
  double patience_factor = 1.0;  ///< for the call promised, on what is left of patience
  double handle_factor = 1.0;    ///< of the call
  double answers = 1.0;          ///< probability of answering each call
};

/// Served by the wrong people: found out after a talk, then passed on.
struct TransferBehaviour {
  Duration talk{};             ///< until it is found out
  double handle_factor = 1.0;  ///< of the contact passed on: explains again
};

struct Behaviour {
  Retrial redial;     ///< after an attempt that reached nobody
  Retrial recontact;  ///< after a served contact that did not resolve the issue
  MenuBehaviour menu;
  SelfServiceBehaviour self_service;
  CallbackBehaviour callback;
  TransferBehaviour transfer;
  double marked_resolved = 0.0;  ///< probability that an unresolved contact is marked as resolved
  double mood_memory = 0.7;      ///< weight of the mood before an experience; the rest is new [1]
};

/// What experiences do to customers: one policy a question.
struct Outcomes {
  bool is_given = false;  ///< false: every served contact resolves its issue, and nobody minds
  PolicyChoice resolution, satisfaction, effort, recommendation, survey_response, churn, referral;
};

}  // namespace holdline
