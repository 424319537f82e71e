// Money in words: what the other plan costs and brings, as cash and with equity, since when, and
// for which customers.
#include <fmt/format.h>

#include "report/verdict_sentences.hpp"

namespace holdline::report {
namespace {

std::string week_band(const VerdictFacts& facts, const Payback& payback) {
  if (!payback.earliest) return "";
  if (payback.latest) {
    return fmt::format(" (by weeks\u2019 {} intervals, between weeks {} and {})", facts.confidence,
                       *payback.earliest, *payback.latest);
  }
  return fmt::format(
      " (by weeks\u2019 {} intervals, week {} at the earliest, and perhaps not within the horizon)",
      facts.confidence, *payback.earliest);
}

bool holds_zero(const Estimate& estimate) {
  return estimate.has_interval && estimate.low < 0.0 && estimate.high > 0.0;
}

/// One replication has no interval to say how sure a figure is: its words must.
bool is_single(const VerdictFacts& facts) { return facts.verdict.replications < 2; }

std::string by_cash(const VerdictFacts& facts) {
  return is_single(facts) ? "By cash, in the only replication," : "By cash";
}

/// "0.45", and of a small one two digits that are not zero.
std::string factor_text(double factor) {
  int decimals = 2;
  for (double size = factor; size > 0.0 && size < 0.1 && decimals < 9; size *= 10.0) ++decimals;
  return fmt::format("{:.{}f}", factor, decimals);
}

double equity_of(const Verdict& verdict) { return verdict.net_value.value - verdict.cash.value; }

/// Whether the plans differ by more than cash, as far as a report shows.
bool has_equity(const VerdictFacts& facts) {
  const double equity = equity_of(facts.verdict);
  return !facts.format({equity, equity, equity, true, false, 1}).shows_zero(equity);
}

}  // namespace

std::string trade_words(const VerdictFacts& facts) {
  if (facts.standing == Standing::equal) return "";
  const auto side = [&](double amount) {
    return fmt::format("{} {}", facts.money(amount), amount > 0.0 ? "more" : "less");
  };
  const double cost = facts.verdict.cost.value;
  const double value = facts.verdict.value.value;
  return fmt::format("{}{} costs {} and retains {} of customers\u2019 value.",
                     is_single(facts) ? "In the only replication " : "", facts.other,
                     cost == 0.0 ? "the same" : side(cost), value == 0.0 ? "as much" : side(value));
}

std::string cash_words(const VerdictFacts& facts) {
  const Estimate& cash = facts.verdict.cash;
  if (!cash.is_defined || cash.value == 0.0) return "";
  const std::string_view meaning = facts.is_first ? ", margin minus cost until then," : "";
  if (holds_zero(cash)) {
    return fmt::format(
        "By cash alone{} it is undecided: the {} interval of the difference holds zero.", meaning,
        facts.confidence);
  }
  return fmt::format("By cash alone{} {}{} is {} {}.", meaning,
                     is_single(facts) ? "in the only replication " : "", facts.other,
                     facts.sized(cash), cash.value > 0.0 ? "ahead" : "behind");
}

std::string cash_payback_words(const VerdictFacts& facts) {
  const Verdict& verdict = facts.verdict;
  const Estimate& cost = verdict.cost;
  if (cost.value == 0.0 || holds_zero(cost) || verdict.cumulative_cash.empty()) return "";
  const bool is_base = cost.value < 0.0;
  const Payback& paid = is_base ? verdict.base_cash_payback : verdict.other_cash_payback;
  const std::string& dearer = is_base ? facts.base : facts.other;
  if (paid.week == 1u && paid.latest == 1u) {
    return fmt::format("{} {} has paid back what it costs more from the first week on.",
                       by_cash(facts), dearer);
  }
  if (paid.week) {
    return fmt::format("{} {} has paid back what it costs more in week {} of {}{}.", by_cash(facts),
                       dearer, *paid.week, verdict.cumulative_cash.size(), week_band(facts, paid));
  }
  std::string band;
  if (paid.earliest) {
    band = fmt::format("; by the upper ends of weeks\u2019 {} intervals it may have in week {}",
                       facts.confidence, *paid.earliest);
  } else if (cost.has_interval) {
    band = fmt::format(", nor by the upper ends of weeks\u2019 {} intervals", facts.confidence);
  }
  return fmt::format("{} {} has not paid back what it costs more within the {}{}.", by_cash(facts),
                     dearer, duration_text(counted_time(facts.view.result())), band);
}

std::string equity_words(const VerdictFacts& facts) {
  const Estimate& cash = facts.verdict.cash;
  if (!cash.is_defined || cash.value == 0.0 || holds_zero(cash) || !has_equity(facts)) return "";
  return fmt::format(
      "Of the difference of net value {} is equity{}.",
      facts.signed_money((facts.is_decided() && facts.is_base_ahead() ? -1.0 : 1.0) *
                         equity_of(facts.verdict)),
      facts.is_first ? ": margin expected after the horizon from customers won or not lost" : "");
}

std::string payback_words(const VerdictFacts& facts) {
  const Verdict& verdict = facts.verdict;
  if (!facts.is_decided() || verdict.cumulative_net.empty()) return "";
  const bool is_base = facts.is_base_ahead();
  const Payback& ahead = is_base ? verdict.base_payback : verdict.other_payback;
  if (!ahead.week) return "";
  const std::string_view equity = !has_equity(facts) ? ""
                                  : facts.is_first
                                      ? "With equity counted when a customer is lost or won, "
                                      : "With equity ";
  const std::string subject = std::string(equity) + facts.leader();
  if (*ahead.week == 1 && ahead.latest == 1u) {
    return subject + " is ahead from the first week on.";
  }
  const std::string band = week_band(facts, ahead);
  const std::size_t weeks = verdict.cumulative_net.size();
  const double more = is_base ? -verdict.cost.value : verdict.cost.value;
  const bool is_repaid = more > 0.0 && !holds_zero(verdict.cost);
  return is_repaid ? fmt::format("{} has paid back what it costs more in week {} of {}{}.", subject,
                                 *ahead.week, weeks, band)
                   : fmt::format("{} is ahead for good from week {} of {} on{}.", subject,
                                 *ahead.week, weeks, band);
}

std::string break_even_words(const VerdictFacts& facts) {
  if (!facts.is_decided()) return "";
  const BreakEven& even = facts.verdict.break_even;
  switch (even.side) {
    case BreakEvenSide::undefined:
      return "";
    case BreakEvenSide::other_always:
      return fmt::format(
          "On average it is better whatever a customer is worth: {} costs no more and keeps more.",
          facts.other);
    case BreakEvenSide::base_always:
      return fmt::format(
          "On average that holds whatever a customer is worth: {} costs no less and keeps less.",
          facts.other);
    case BreakEvenSide::other_above:
    case BreakEvenSide::other_below:
      break;
  }
  const Estimate value = customer_value_of(even);
  const auto worth = [&](double amount) {
    return facts.format({amount, amount, amount, true, false, 1})
        .precise_for(value.value)
        .value(amount);
  };
  if (!value.has_interval) {
    return fmt::format(
        "From which value of a customer on that holds cannot be told: the {} interval is not "
        "bounded.",
        facts.confidence);
  }
  return fmt::format(
      "{} is the better plan where a customer is worth {} than {} a year on average, {} times "
      "the present {}; {} interval {} to {}.",
      facts.other, even.side == BreakEvenSide::other_above ? "more" : "less", worth(value.value),
      factor_text(even.factor.value), worth(even.mean_value), facts.confidence, worth(value.low),
      worth(value.high));
}

}  // namespace holdline::report
