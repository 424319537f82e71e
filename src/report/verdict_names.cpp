#include "report/verdict_names.hpp"

namespace holdline::report {
namespace {

bool holds_zero(const Estimate& estimate) {
  return !estimate.has_interval || (estimate.low <= 0.0 && estimate.high >= 0.0);
}

bool is_open(const SensitivityEnd& end) {
  return end.change.value != 0.0 && holds_zero(end.difference);
}

}  // namespace

double open_lead(const Verdict& verdict) {
  const double more = verdict.other_open - verdict.base_open;
  return verdict.net_value.value >= 0.0 ? more : -more;
}

Standing standing_of(const Verdict& verdict) {
  const Estimate& net = verdict.net_value;
  if (verdict.replications > 1 && verdict.wins == 0 && verdict.losses == 0) return Standing::equal;
  if (!net.is_defined || holds_zero(net)) return Standing::undecided;
  if (open_lead(verdict) > kMostOpenLead) return Standing::unfinished;
  return net.low > 0.0 ? Standing::other_wins : Standing::base_wins;
}

std::string_view to_string(Standing standing) {
  switch (standing) {
    case Standing::other_wins:
      return "other_wins";
    case Standing::base_wins:
      return "base_wins";
    case Standing::undecided:
      return "undecided";
    case Standing::equal:
      return "equal";
    case Standing::unfinished:
      return "unfinished";
  }
  return "";
}

std::string_view to_string(BreakEvenSide side) {
  switch (side) {
    case BreakEvenSide::undefined:
      return "undefined";
    case BreakEvenSide::other_above:
      return "other_above";
    case BreakEvenSide::other_below:
      return "other_below";
    case BreakEvenSide::other_always:
      return "other_always";
    case BreakEvenSide::base_always:
      return "base_always";
  }
  return "";
}

Estimate customer_value_of(const BreakEven& even) {
  Estimate value = even.factor;
  value.value *= even.mean_value;
  value.low *= even.mean_value;
  value.high *= even.mean_value;
  return value;
}

const Tornado* tornado_of(const Result& result, const Verdict& verdict) {
  if (!result.sensitivity) return nullptr;
  for (const Tornado& tornado : result.sensitivity->tornados) {
    if (tornado.other == verdict.other && tornado.base == verdict.base) return &tornado;
  }
  return nullptr;
}

Turn turn_of(const Tornado& tornado, const SensitivityBar& bar) {
  if (bar.turns_surely()) return Turn::yes;
  if (bar.swing == 0.0 || holds_zero(tornado.difference)) return Turn::no;
  return is_open(bar.low) || is_open(bar.high) ? Turn::open : Turn::no;
}

}  // namespace holdline::report
