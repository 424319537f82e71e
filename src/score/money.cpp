// Prices times counts: money becomes a floating-point number here and nowhere before.
#include "score/money.hpp"

#include "score/counters.hpp"

namespace holdline {
namespace {

constexpr double kMicrosecondsPerMinute = 60e6;
constexpr double kWeekS = 7.0 * 86400.0;

}  // namespace

double cost_of(const PaidContacts& paid, const Costs& costs) {
  return static_cast<double>(paid.self_service) * costs.per_self_service +
         static_cast<double>(paid.menu) / kMicrosecondsPerMinute * costs.per_menu_min +
         static_cast<double>(paid.callbacks) * costs.per_callback +
         static_cast<double>(paid.contacts) * costs.per_contact;
}

double fixed_cost(double elapsed_s, const Costs& costs) {
  return elapsed_s / kWeekS * costs.fixed_per_week;
}

void tell_contact_costs(const Costs& costs, Tally& tally) {
  at(tally, Counter::self_service_cost) = at(tally, Counter::used_machine) * costs.per_self_service;
  at(tally, Counter::menu_cost) = at(tally, Counter::menu_s) / 60.0 * costs.per_menu_min;
  at(tally, Counter::callback_cost) = at(tally, Counter::promised_callback) * costs.per_callback;
  at(tally, Counter::contact_cost) = at(tally, Counter::arrivals) * costs.per_contact;
}

}  // namespace holdline
